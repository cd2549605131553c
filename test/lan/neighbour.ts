import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { Client } from '../../src/api/client.ts'
import { connectLocalSocket } from '../../src/api/local-client.ts'
import { circleOf, type Peer } from '../helpers/nodes.ts'
import { PretendLan } from './pretend-lan.ts'

const NST = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
const GLANCE_MS = 10
const PATIENCE_MS = 40_000

/** A person whose node is a process of its own in a room of a pretend network: `nst up`, asked as other commands ask it. */
export class Neighbour {
  readonly room: number
  readonly folder: string
  /** What `up` said it answers at. */
  address: string | null = null
  api!: Client
  readonly #lan: PretendLan
  #process: ChildProcess | undefined
  #leave: () => void = () => {}

  constructor(lan: PretendLan, room: number, folder: string) {
    this.#lan = lan
    this.room = room
    this.folder = folder
    onTestFinished(() => this.goes())
  }

  async comes(...options: string[]): Promise<this> {
    const up = this.#lan.start(this.room, process.execPath, NST, '--json', '--data', this.folder, 'up', ...options)
    this.#process = up
    const said: string[] = []
    up.stderr?.on('data', (text: Buffer) => said.push(String(text)))
    if (up.stdout === null) throw new Error('no stdout')
    const [line] = (await Promise.race([
      once(createInterface(up.stdout), 'line'),
      once(up, 'close').then(() => Promise.reject(new Error(`room ${this.room}: ${said.join('')}`))),
    ])) as [string]
    this.address = (JSON.parse(line) as { address: string | null }).address
    const local = await connectLocalSocket(this.folder)
    if (local === undefined) throw new Error(`room ${this.room} does not answer`)
    this.api = local.client
    this.#leave = local.close
    return this
  }

  /** Asleep: nothing of it runs; `wakes` again. */
  sleeps(): void {
    this.#process?.kill('SIGSTOP')
  }

  wakes(): void {
    this.#process?.kill('SIGCONT')
  }

  async goes(signal: 'SIGINT' | 'SIGKILL' = 'SIGINT'): Promise<void> {
    const up = this.#process
    this.#process = undefined
    if (up === undefined || up.exitCode !== null) return
    this.#leave()
    const gone = once(up, 'close')
    up.kill('SIGCONT')
    up.kill(signal)
    await gone
  }
}

/** People who founded a circle together elsewhere, each in a room of their own now; nobody is up yet. */
export async function neighbours(
  names: [string, ...string[]],
  before?: (peers: readonly Peer[]) => Promise<unknown>,
  rooms = names.length,
) {
  const peers = await circleOf(...names)
  const circle = peers[0]!.circle
  await before?.(peers)
  await Promise.all(peers.map((one) => one.close()))
  const lan = await PretendLan.build(rooms)
  return { lan, circle, all: peers.map(({ folder }, index) => new Neighbour(lan, index + 1, folder)) }
}

/** Ms until there was an answer. */
export async function until(what: string, ask: () => Promise<boolean>): Promise<number> {
  const start = performance.now()
  while (!(await ask())) {
    if (performance.now() - start > PATIENCE_MS) throw new Error(`waited in vain until ${what}`)
    await pause(GLANCE_MS)
  }
  return performance.now() - start
}

/** All of them are here for each other and count the same; by what paths. */
export async function inStep(circle: string, ...all: readonly Neighbour[]): Promise<number> {
  const names = all.map(({ room }) => room).join(', ')
  return until(`rooms ${names} are in step`, async () => {
    const states = await Promise.all(all.map(async ({ api }) => api.circle.show({ circle })))
    if (new Set(states.map(({ stateHash, at }) => `${stateHash} ${at}`)).size !== 1) return false
    const reached = await Promise.all(all.map(async ({ api }) => api.network.status({ circle })))
    return reached.every((people) => people.filter(({ reachable }) => reachable).length >= all.length - 1)
  })
}

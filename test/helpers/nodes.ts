import { join } from 'node:path'
import { mkdir } from 'node:fs/promises'
import { expect, onTestFinished } from 'vitest'
import type { Client } from '../../src/api/client.ts'
import { clientInProcess } from '../../src/api/in-process.ts'
import { createRouter, refusalIn } from '../../src/api/router.ts'
import { portOf } from '../../src/backend.ts'
import { besideFolder } from '../../src/node/beside/record.ts'
import { besideOf } from '../../src/node/commands/beside.ts'
import type { RefusalCode } from '../../src/domain/refusal.ts'
import { hash } from '../../src/log/crypto.ts'
import type { Hello } from '../../src/network/hello.ts'
import type { CircleSession } from '../../src/node/circle-session.ts'
import type { RunningNode } from '../../src/node/node.ts'
import type { NodeOptions } from '../../src/node/node-options.ts'
import { openNode } from '../../src/node/open-node.ts'
import type { Pace } from '../../src/node/practice/pace.ts'
import type { LogStore } from '../../src/log/store.ts'
import { chanceOf } from './chance.ts'
import { testFolder } from './folder.ts'
import { part } from './logs.ts'
import { quickWords } from './quick-words.ts'

const START = Date.UTC(2026, 2, 1, 12)
const SECOND = 1000
/** How long anything awaited may take before the test is wrong. No test asserts a time. */
const PATIENCE_MS = 60_000

/** A person with a whole node of their own, on disk and on 127.0.0.1, asked as a window would ask it. */
export class Peer {
  readonly name: string
  readonly folder: string
  /** What a keeper of the machine would have read. */
  readonly warnings: string[] = []
  readonly faults: unknown[] = []
  /** Goes on by a second each time it is looked at. */
  now = START
  /** The store has a key that it made by itself. */
  ownStore = false
  /** What their program says that it speaks, if not what this one does. */
  hello: Hello | undefined
  /** How it waits for the next deadline; by the machine's timers where nothing is said. */
  alarm: Pace | undefined
  /** Ms that their words wait for a place in the circle, if not as people do. */
  patience: number | undefined
  /** Who releases its program, and which one it is. */
  updates: NodeOptions['updates']
  /** False: as behind a NAT that lets nobody through. */
  canPunch = true
  node!: RunningNode
  api!: Client
  #address: string | null = null
  #life = 0

  readonly #seed: string

  constructor(name: string, folder: string, seed: string) {
    this.name = name
    this.folder = folder
    this.#seed = `${name} ${seed}`
  }

  /** Somebody without a device, with a key of their own on this one's. */
  async lends(name: string): Promise<Peer> {
    const { beside } = await this.api.beside.add({ circle: this.circle, name })
    const opened = await besideOf(this.node).open(beside)
    if (!opened.ok) throw new Error(opened.refusal.code)
    const guest = new Peer(name, besideFolder(this.folder, beside), '')
    guest.node = opened.value
    guest.api = clientInProcess(createRouter(portOf(guest.node), (fault) => guest.faults.push(fault)))
    return guest
  }

  async open(): Promise<this> {
    await mkdir(this.folder, { recursive: true })
    const opened = await openNode({
      folder: this.folder,
      clock: () => (this.now += SECOND),
      // Another seed at each start: what repeats would be a nonce used twice.
      chance: chanceOf(`${this.#seed} ${(this.#life += 1)}`),
      ackInterval: 0,
      stretch: quickWords,
      ...(this.hello === undefined ? {} : { hello: this.hello }),
      ...(this.updates === undefined ? {} : { updates: this.updates }),
      onlyHere: { canPunch: this.canPunch },
      ...(this.alarm === undefined ? {} : { alarm: this.alarm }),
      ...(this.patience === undefined ? {} : { patience: this.patience }),
      ...(this.ownStore ? {} : { primaryKey: hash(Buffer.from(this.#seed)) }),
      warn: (message) => this.warnings.push(message),
    })
    if (!opened.ok) throw new Error(`${this.name}: ${opened.refusal.code}`)
    this.node = opened.value
    this.api = clientInProcess(createRouter(portOf(this.node), (fault) => this.faults.push(fault)))
    return this
  }

  /** Goes away: nothing reaches them, and they reach nobody. */
  async close(): Promise<void> {
    this.#address = null
    await this.node.close()
  }

  async restart(): Promise<this> {
    await this.close()
    return this.open()
  }

  /** Where others can call them. */
  async listens(): Promise<string> {
    this.#address ??= (await this.api.network.listen({ listen: '127.0.0.1:0' })).address
    return this.#address
  }

  /** Finds others on an internet of a test, for every circle. */
  async goesAbroad(bootstrap: string, relays: string[] = []): Promise<this> {
    await this.api.network.findOthers({ lan: false, internet: true, bootstrap, relays })
    return this
  }

  /** The one circle they are in. */
  get session(): CircleSession {
    const [session] = this.node.sessions()
    if (session === undefined) throw new Error(`${this.name} is in no circle`)
    return session
  }

  get me(): string {
    return this.session.me
  }

  get circle(): string {
    return this.session.circle.id
  }
}

/** A node with a profile, closed and gone when the test ends. */
export async function peer(name: string, seed = ''): Promise<Peer> {
  const made = await new Peer(name, join(await testFolder(), 'data'), seed).open()
  onTestFinished(() => made.close())
  await made.api.profile.create({ name })
  return made
}

/** A forming circle that the first of them founded, and let the others into. */
export async function circleOf(...names: [string, ...string[]]): Promise<Peer[]> {
  const [founder, ...others] = await Promise.all(names.map((name) => peer(name)))
  if (founder === undefined) throw new Error('nobody')
  await founder.api.circle.create({ name: 'Kitchen', aim: 'to cook together' })
  for (const other of others) await lets(founder, other)
  await inStep(founder, ...others)
  return [founder, ...others]
}

/** The whole way in, with the words compared. Answers with the person that the newcomer is in the circle. */
export async function lets(inviter: Peer, newcomer: Peer): Promise<string> {
  await inviter.listens()
  const { invite } = await inviter.api.invite.create({ circle: inviter.circle })
  const asked = await newcomer.api.join.request({ invite })
  const { code } = await knockOf(inviter, asked.request)
  expect(code).toBe(asked.code)
  const { person } = await inviter.api.invite.confirm({ circle: inviter.circle, request: asked.request, code })
  await newcomer.api.join.wait({ request: asked.request, seconds: PATIENCE_MS / SECOND })
  return person
}

/** The request as it stands on the inviter's screen, once it is there. */
export async function knockOf(inviter: Peer, request: string) {
  return until(`a request is on the screen of ${inviter.name}`, [inviter], async () => {
    const { items } = await inviter.api.invite.list({ circle: inviter.circle })
    return items.find((one) => one.request === request)
  })
}

/** They call each other, each the one before. */
export async function meet(...peers: readonly Peer[]): Promise<void> {
  for (const [index, one] of peers.entries()) {
    const before = peers[index - 1]
    if (before !== undefined) await one.api.network.connect({ address: await before.listens() })
  }
}

/** A wire in memory between two stores; the returned function cuts it. */
export function wire(one: LogStore, other: LogStore): () => Promise<void> {
  const ends = [one.replicate(true), other.replicate(false)] as const
  ends[0].pipe(ends[1]).pipe(ends[0])
  return () => part(...ends)
}

type Hashed = { readonly stateHash: string; readonly at: string }

/** Waits until all count the same events and make the same of them; a state that differs at equal `at` fails at once. */
export async function inStep(...peers: readonly Peer[]): Promise<Hashed> {
  const names = peers.map(({ name }) => name).join(', ')
  return until(`${names} are in step`, peers, async () => {
    const states = await Promise.all(peers.map((one) => one.api.circle.show({ circle: one.circle })))
    const [first] = states
    if (first?.stateHash === undefined || states.some(({ at, waiting }) => at !== first.at || waiting > 0))
      return undefined
    for (const { stateHash } of states) expect(stateHash).toBe(first.stateHash)
    return first.stateHash === null ? undefined : { stateHash: first.stateHash, at: first.at }
  })
}

/** Asks again at each change of any of them, until there is an answer. */
export async function until<T>(
  what: string,
  peers: readonly Peer[],
  ask: () => Promise<T | undefined> | T | undefined,
): Promise<T> {
  const done = new AbortController()
  const signal = AbortSignal.any([done.signal, AbortSignal.timeout(PATIENCE_MS)])
  const bell = { rung: true, wake: () => {} }
  const ring = () => {
    bell.rung = true
    bell.wake()
  }
  const listening = peers.map(async ({ node }) => {
    for await (const change of node.changes.listen(signal)) if (change !== undefined) ring()
  })
  signal.addEventListener('abort', ring)
  try {
    for (;;) {
      if (!bell.rung) await new Promise<void>((wake) => (bell.wake = wake))
      bell.rung = false
      const answer = await ask()
      if (answer !== undefined) return answer
      if (signal.aborted) throw new Error(`waited in vain until ${what}`)
    }
  } finally {
    done.abort()
    await Promise.all(listening)
  }
}

/** The code of the refusal that this ends in. */
export async function refusalOf(work: Promise<unknown>): Promise<RefusalCode> {
  const [settled] = await Promise.allSettled([work])
  if (settled.status === 'fulfilled') throw new Error('nothing was refused')
  const refusal = refusalIn(settled.reason)
  if (refusal === undefined) throw settled.reason
  return refusal.code
}

/** Everyone is as they should be after a story: no node had to warn of anything, and nothing broke inside one. */
export function expectQuiet(...peers: readonly Peer[]): void {
  for (const { name, warnings, faults } of peers)
    expect({ name, warnings, faults }).toEqual({ name, warnings: [], faults: [] })
}

type Terms = Omit<Parameters<Client['proposal']['present']>[0], 'circle'>
const KITCHEN: Terms = { title: 'Tuesday kitchen', text: 'We cook on Tuesdays.', review: '2027-01-01' }

/** The first of them presents, opens and closes; all consent. Answers with the agreement. */
export async function agreeOn(peers: readonly [Peer, ...Peer[]], terms = KITCHEN): Promise<string> {
  const [first] = peers
  const { proposal } = await first.api.proposal.present({ circle: first.circle, ...terms })
  await first.api.round.open({ proposal })
  await inStep(...peers)
  for (const one of peers) await one.api.response.consent({ proposal })
  await inStep(...peers)
  const { agreement } = await first.api.round.close({ proposal })
  await inStep(...peers)
  return agreement
}

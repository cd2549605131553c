import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { KeeperState } from '../../src/cli/world.ts'
import { testFolder } from './folder.ts'

const NST = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))

/** `nst keeper` as it is run: a process of its own, on 127.0.0.1. */
export class KeeperProcess {
  readonly folder: string
  /** What it said of itself last. */
  state!: KeeperState
  said = ''
  #process: ChildProcess | undefined
  #heard: () => void = () => {}

  private constructor(folder: string) {
    this.folder = folder
    onTestFinished(() => this.goes())
  }

  static async begins(...options: string[]): Promise<KeeperProcess> {
    const keeper = new KeeperProcess(join(await testFolder(), 'keeper'))
    await keeper.comes(...options)
    return keeper
  }

  get address(): string {
    return this.state.address
  }

  /** The port at which it answered, to come back to it. */
  get place(): string {
    return this.address.split('@')[1] ?? ''
  }

  async comes(...options: string[]): Promise<void> {
    const listen = options.some((option) => ['--listen', '--internet'].includes(option))
      ? []
      : ['--listen', '127.0.0.1:0']
    const args = [NST, '--data', this.folder, '--json', 'keeper', ...listen, ...options]
    this.#process = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    const { stdout, stderr } = this.#process
    if (stdout === null || stderr === null) throw new Error('no streams')
    stderr.on('data', (text: Buffer) => (this.said += String(text)))
    const lines = createInterface(stdout)
    const first = once(lines, 'line').then(([line]) => (this.state = JSON.parse(line as string) as KeeperState))
    const gone = once(this.#process, 'close').then(() => Promise.reject(new Error(`the keeper ended: ${this.said}`)))
    gone.catch(() => undefined)
    await Promise.race([first, gone])
    lines.on('line', (line) => {
      this.state = JSON.parse(line) as KeeperState
      this.#heard()
    })
  }

  async until(what: string, holds: (state: KeeperState) => boolean): Promise<void> {
    const signal = AbortSignal.timeout(40_000)
    while (!holds(this.state)) {
      if (signal.aborted) throw new Error(`the keeper, in vain until ${what}: ${JSON.stringify(this.state)}`)
      await new Promise<void>((resolve) => {
        this.#heard = resolve
        signal.addEventListener('abort', () => resolve(), { once: true })
      })
    }
  }

  async goes(signal: 'SIGINT' | 'SIGKILL' = 'SIGINT'): Promise<void> {
    const running = this.#process
    this.#process = undefined
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return
    const gone = once(running, 'close')
    running.kill(signal)
    await gone
  }

  /** All bytes that lie in its folder. */
  async bytes(): Promise<Buffer> {
    const entries = await readdir(this.folder, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile())
    return Buffer.concat(await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name)))))
  }
}

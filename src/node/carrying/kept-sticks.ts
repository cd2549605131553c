import { join } from 'node:path'
import { z } from 'zod'
import { Id } from '../../domain/event.ts'
import { purpose } from '../../domain/purpose.ts'
import { hash, toHex } from '../../log/crypto.ts'
import { realFiles } from '../../network/stick/files.ts'
import { filesIn, placeOn } from '../../network/stick/stick-folder.ts'
import { refusalOf } from '../commands/answering.ts'
import type { CircleSession } from '../circle-session.ts'
import { scratchFolder } from '../data-folder.ts'
import { localFile, type LocalFile } from '../local-file.ts'
import { exchangeLetters, lettersThere } from '../linking/letters.ts'
import { goOn, type Watch } from '../../network/stick/watch.ts'
import type { RunningNode } from '../node.ts'
import { exchangeWithStick, type StickDone } from './stick.ts'

const Kept = z.strictObject({
  folder: z.string(),
  /** Null for all, also those that come. */
  circles: z.array(Id).nullable(),
  lastAt: z.number().nullable(),
})
export type Kept = z.infer<typeof Kept>

/** `told`: what linked circles said, new here. */
type Exchange = StickDone & { readonly told: number }

/** How often a kept folder is looked at: as soon as a person would wonder. */
const LOOK_MS = 4_000

/** What this node exchanges with folders: one after the other, and with those that are kept also by itself. */
export class KeptSticks {
  readonly #node: RunningNode
  readonly #file: LocalFile<Kept[]>
  readonly #problems = new Map<string, string>()
  /** How a folder and the circles were when they were last exchanged. */
  readonly #seen = new Map<string, string>()
  #kept: readonly Kept[] = []
  #queue: Promise<unknown> = Promise.resolve()
  #timer: NodeJS.Timeout | undefined
  readonly #closing = new AbortController()

  constructor(node: RunningNode) {
    this.#node = node
    const path = join(node.options.folder, 'sticks.json')
    this.#file = localFile({ path, kind: 'sticks', schema: z.array(Kept) })
    this.#queue = this.#load()
    node.closesFirst(() => this.#close())
  }

  /** Those that are kept, and why the last time failed. */
  async list(): Promise<(Kept & { problem: string | null })[]> {
    await this.#queue
    return this.#kept.map((kept) => ({ ...kept, problem: this.#problems.get(kept.folder) ?? null }))
  }

  sync(folder: string, sessions: readonly CircleSession[], limit: number | undefined, watch: Watch): Promise<Exchange> {
    return this.#inTurn(() => this.#exchange(folder, sessions, watch, limit))
  }

  async keep(folder: string, circles: readonly string[] | null): Promise<void> {
    await this.#inTurn(async () => {
      const kept = { folder, circles: circles === null ? null : [...circles], lastAt: this.#node.options.clock() }
      await this.#save([...this.#kept.filter((one) => one.folder !== folder), kept])
    })
  }

  async forget(folder: string): Promise<void> {
    await this.#inTurn(() => this.#save(this.#kept.filter((one) => one.folder !== folder)))
  }

  /** Looks at each kept folder, and exchanges where something is new on either side. */
  async look(): Promise<void> {
    for (const kept of this.#kept) {
      await this.#inTurn(() => this.#lookAt(kept)).catch((error: unknown) => this.#failed(kept.folder, error))
    }
  }

  async #lookAt({ folder, circles }: Kept): Promise<void> {
    const sessions = realCircles(this.#node).filter(({ circle }) => circles === null || circles.includes(circle.id))
    const now = await stateOf(folder, sessions)
    if (now === undefined || now === this.#seen.get(folder) || sessions.length === 0) return
    await this.#exchange(folder, sessions, { signal: this.#closing.signal })
    await this.#save(
      this.#kept.map((one) => (one.folder === folder ? { ...one, lastAt: this.#node.options.clock() } : one)),
    )
  }

  async #exchange(folder: string, sessions: readonly CircleSession[], watch: Watch, limit?: number): Promise<Exchange> {
    goOn(watch)
    const { chance, folder: data } = this.#node.options
    const scratch = scratchFolder(data)
    const limited = limit === undefined ? {} : { limit }
    const done = await exchangeWithStick({ folder, sessions, scratch, chance, watch, ...limited })
    const told = await exchangeLetters(folder, sessions, { chance, untold: this.#node.untold })
    this.#problems.delete(folder)
    this.#seen.set(folder, (await stateOf(folder, sessions)) ?? '')
    return { ...done, told }
  }

  #failed(folder: string, error: unknown): void {
    this.#problems.set(folder, refusalOf(error)?.code ?? 'stick-gone')
    this.#node.changes.tell(null)
  }

  async #load(): Promise<void> {
    // Nothing rests on it: what cannot be read is said by nobody being there.
    this.#kept = (await this.#file.read().catch(() => undefined)) ?? []
    this.#lookOn()
  }

  async #save(kept: readonly Kept[]): Promise<void> {
    await this.#file.save([...kept])
    this.#kept = kept
    this.#lookOn()
    this.#node.changes.tell(null)
  }

  #lookOn(): void {
    clearTimeout(this.#timer)
    if (this.#closing.signal.aborted || this.#kept.length === 0) return
    this.#timer = setTimeout(() => void this.look().finally(() => this.#lookOn()), LOOK_MS)
    this.#timer.unref()
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#queue.then(work, work)
    this.#queue = mine.catch(() => undefined)
    return mine
  }

  async #close(): Promise<void> {
    this.#closing.abort()
    clearTimeout(this.#timer)
    await this.#queue
  }
}

/** What is played to practise is carried nowhere. */
export const realCircles = (node: RunningNode): CircleSession[] =>
  node.sessions().filter(({ circle }) => !purpose(circle).practice)

/** Another one whenever somebody wrote there, or something is new here; undefined while the folder is not there. */
async function stateOf(folder: string, sessions: readonly CircleSession[]): Promise<string | undefined> {
  const names = await placeOn(folder, realFiles)
    .then(async (place) => [...(await filesIn(place, realFiles)), ...(await lettersThere(place))])
    .catch(() => undefined)
  if (names === undefined) return undefined
  const state = [...names, ...sessions.map((session) => session.at())].join(' ')
  return toHex(hash(Buffer.from(state)))
}

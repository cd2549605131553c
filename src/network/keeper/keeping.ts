import type Hypercore from 'hypercore'
import type { NoiseSecretStream } from 'hyperdht'
import { setTimeout as pause } from 'node:timers/promises'
import type { KeeperAddress } from './keeper-address.ts'
import { openKeepThese } from './keep-these.ts'
import { hearWord, KEEPER_VERSION } from './keeper-word.ts'

/** Brings a stream to a keeper, open; rejects where it does not answer. Ended by the signal. */
export type KeeperCall = (
  address: KeeperAddress,
  onStream: (stream: NoiseSecretStream) => void,
  signal: AbortSignal,
) => Promise<NoiseSecretStream>

export type KeepingParts = {
  readonly address: KeeperAddress
  readonly call: KeeperCall
  /** Speaks on this connection of the circle alone. */
  readonly replicate: (stream: NoiseSecretStream) => void
  /** All that is to be kept; asked again whenever `look` is called. */
  readonly cores: () => readonly Hypercore[]
  readonly clock: () => number
  readonly changed: () => void
  /** Ms before the first new try. */
  readonly againMs?: number
}

/** `kept` of `known` blocks that are here, as the keeper says; `lastHere` in ms, null for never since the start. */
export type KeepingState = {
  readonly connected: boolean
  readonly kept: number
  readonly known: number
  readonly full: boolean
  /** It speaks a way that is not known here. */
  readonly newer: boolean
  readonly lastHere: number | null
}

const [AGAIN_MS, AGAIN_AT_MOST_MS] = [1_000, 60_000]
/** A keeper that has what we have, or is busy with it, needs no second word. */
const LOOK_AFTER_MS = 500

/** One circle's things at one keeper: brought there, and fetched from there, for as long as this stands. */
export class Keeping {
  readonly #parts: KeepingParts
  readonly #closing = new AbortController()
  readonly #running: Promise<void>
  #stream: NoiseSecretStream | undefined
  #keepThese: ((cores: readonly { key: Uint8Array; length: number }[]) => void) | undefined
  #wake = () => {}
  #looking: NodeJS.Timeout | undefined
  #full = false
  #newer = false
  #lastHere: number | null = null

  constructor(parts: KeepingParts) {
    this.#parts = parts
    this.#running = this.#run()
  }

  get keeper(): string {
    return this.#parts.address.keeper
  }

  /** Something is here that may not be there yet, or somebody new writes. */
  look(): void {
    if (this.#stream === undefined || this.#looking !== undefined) return
    this.#looking = setTimeout(() => {
      this.#looking = undefined
      this.#name(this.#parts.cores().filter((core) => this.#keptOf(core) < core.length))
      this.#parts.changed()
    }, LOOK_AFTER_MS)
    this.#looking.unref()
  }

  /** The network is another: no use in waiting. */
  tryNow(): void {
    this.#wake()
  }

  state(): KeepingState {
    const cores = this.#parts.cores()
    const sum = (of: (core: Hypercore) => number) => cores.reduce((all, core) => all + of(core), 0)
    const connected = this.#stream !== undefined
    return {
      connected,
      kept: connected ? sum((core) => Math.min(this.#keptOf(core), core.length)) : 0,
      known: sum(({ length }) => length),
      full: this.#full,
      newer: this.#newer,
      lastHere: connected ? this.#parts.clock() : this.#lastHere,
    }
  }

  async close(): Promise<void> {
    this.#closing.abort()
    clearTimeout(this.#looking)
    this.#stream?.destroy()
    this.#wake()
    await this.#running
  }

  async #run(): Promise<void> {
    const { signal } = this.#closing
    const first = this.#parts.againMs ?? AGAIN_MS
    for (let wait = first; !signal.aborted; wait = Math.min(wait * 2, AGAIN_AT_MOST_MS)) {
      const stream = await this.#parts
        .call(this.#parts.address, (fresh) => this.#attach(fresh), signal)
        .catch(() => undefined)
      if (stream !== undefined) {
        wait = first
        await this.#whileHere(stream)
      }
      if (!signal.aborted) await this.#waitOr(wait)
    }
  }

  /** Before anything of the other side is heard. */
  #attach(stream: NoiseSecretStream): void {
    this.#parts.replicate(stream)
    hearWord(stream, ({ version, full }) => {
      this.#newer = version > KEEPER_VERSION
      this.#full = full
      this.#parts.changed()
    })
    this.#keepThese = openKeepThese(stream)
  }

  async #whileHere(stream: NoiseSecretStream): Promise<void> {
    const gone = new Promise<void>((resolve) => stream.once('close', () => resolve()))
    if (stream.destroying) return
    this.#stream = stream
    this.#name(this.#parts.cores())
    this.#parts.changed()
    await gone
    this.#stream = undefined
    this.#lastHere = this.#parts.clock()
    this.#parts.changed()
  }

  #name(cores: readonly Hypercore[]): void {
    if (cores.length > 0) this.#keepThese?.(cores.map(({ key, length }) => ({ key, length })))
  }

  /** Whole from its start up to there, as the keeper says of itself. */
  #keptOf(core: Hypercore): number {
    const theirs = core.peers.find(({ remotePublicKey }) => isKey(remotePublicKey, this.keeper))
    return theirs?.remoteContiguousLength ?? 0
  }

  async #waitOr(ms: number): Promise<void> {
    const woken = new AbortController()
    this.#wake = () => woken.abort()
    await pause(ms, undefined, { signal: woken.signal, ref: false }).catch(() => undefined)
  }
}

const isKey = (bytes: Uint8Array | null, hex: string): boolean =>
  bytes !== null && Buffer.from(bytes).toString('hex') === hex

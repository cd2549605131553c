import type { NoiseSecretStream } from 'hyperdht'
import { setTimeout as pause } from 'node:timers/promises'
import type { KeeperAddress } from './keeper-address.ts'

/** Brings a stream to a keeper, open; rejects where it does not answer. Ended by the signal. */
export type KeeperCall = (
  address: KeeperAddress,
  onStream: (stream: NoiseSecretStream) => void,
  signal: AbortSignal,
) => Promise<NoiseSecretStream>

export type LineParts = {
  readonly address: KeeperAddress
  readonly call: KeeperCall
  /** Before anything of the other side is heard. */
  readonly onStream: (stream: NoiseSecretStream) => void
  /** The keeper is here, and (null) gone again. */
  readonly onHere: (stream: NoiseSecretStream | null) => void
}

const [AGAIN_MS, AGAIN_AT_MOST_MS] = [1_000, 60_000]

/** A connection to a keeper that is made again whenever it breaks, until it is closed. */
export class Line {
  readonly #parts: LineParts
  readonly #closing = new AbortController()
  readonly #running: Promise<void>
  #stream: NoiseSecretStream | undefined
  #wake = () => {}

  constructor(parts: LineParts) {
    this.#parts = parts
    this.#running = this.#run()
  }

  get isHere(): boolean {
    return this.#stream !== undefined
  }

  async close(): Promise<void> {
    this.#closing.abort()
    this.#stream?.destroy()
    this.#wake()
    await this.#running
  }

  async #run(): Promise<void> {
    const { address, call, onStream } = this.#parts
    const { signal } = this.#closing
    for (let wait = AGAIN_MS; !signal.aborted; wait = Math.min(wait * 2, AGAIN_AT_MOST_MS)) {
      const stream = await call(address, onStream, signal).catch(() => undefined)
      if (stream !== undefined) {
        wait = AGAIN_MS
        await this.#whileHere(stream)
      }
      if (!signal.aborted) await this.#waitOr(wait)
    }
  }

  async #whileHere(stream: NoiseSecretStream): Promise<void> {
    const gone = new Promise<void>((resolve) => stream.once('close', () => resolve()))
    if (stream.destroying) return
    if (this.#closing.signal.aborted) return void stream.destroy()
    this.#stream = stream
    this.#parts.onHere(stream)
    await gone
    this.#stream = undefined
    this.#parts.onHere(null)
  }

  async #waitOr(ms: number): Promise<void> {
    const woken = new AbortController()
    this.#wake = () => woken.abort()
    await pause(ms, undefined, { signal: woken.signal, ref: false }).catch(() => undefined)
  }
}

/* oxlint-disable no-underscore-dangle -- the seams of blind-peer have no other names */
import BlindPeer, { type Download, type OpenedCore, type TrackedCore } from 'blind-peer'
import type { NoiseSecretStream } from 'hyperdht'
import { EventEmitter } from 'node:events'
import type { NodeKeyPair } from '../quiet-dht.ts'

/** What fits on a keeper's shelf, and what is on it. `bytes`: of all logs it was asked to keep, as far as it heard. */
export type Stock = { readonly cores: number; readonly bytes: number; readonly full: boolean }

/** Names of logs cost little, and are not to cost more than that. */
const MOST_CORES = 20_000

/**
 * blind-peer with a limit that it keeps: by itself it would let go of what was asked for longest ago, and a circle would
 * believe that it is kept. This one takes in nothing more when it is full, hands on what it has, and says so.
 */
export class Shelf extends BlindPeer {
  readonly #limit: number
  readonly #onChange: () => void
  readonly #downloads = new Set<Download>()
  /** Of each open log: how many bytes the books do not show yet. */
  readonly #grown = new Map<string, number>()
  readonly #door: EventEmitter
  #wasFull = false

  constructor(folder: string, keyPair: NodeKeyPair, limit: number, onChange: () => void) {
    const door = Object.assign(new EventEmitter(), { keyPair })
    super(folder, { swarm: door, maxBytes: limit, enableGc: false })
    this.#door = door
    this.#limit = limit
    this.#onChange = onChange
    this.on('muxer-error', () => {}) // a message that makes no sense is its sender's business
    this.on('flush-error', () => this.#onChange())
  }

  /** Somebody whom the keeper lets in. */
  serve(stream: NoiseSecretStream): void {
    this.#door.emit('connection', stream)
  }

  stock(): Stock {
    const { cores, bytesAllocated } = this.digest
    const grown = [...this.#grown.values()].reduce((sum, bytes) => sum + bytes, 0)
    const bytes = Math.max(0, bytesAllocated + grown)
    return { cores, bytes, full: bytes >= this.#limit || cores >= MOST_CORES }
  }

  /** When something was last brought or fetched, in ms; null for never. */
  async lastActive(): Promise<number | null> {
    let last: number | null = null
    for await (const { active } of this.db.find('@blind-peer/cores', {})) last = Math.max(last ?? 0, active)
    return last
  }

  protected override _oncoreopen(core: OpenedCore): void {
    super._oncoreopen(core)
    const id = Buffer.from(core.discoveryKey).toString('hex')
    const tracked = this.activeReplication.get(id)?.core
    if (tracked !== undefined) void this.#watch(id, tracked)
  }

  protected override async _onaddcores(
    stream: NoiseSecretStream,
    request: Parameters<BlindPeer['_onaddcores']>[1],
  ): Promise<null> {
    // Whoever asks for a log by its key gets what is here of it, also when no more names fit.
    return this.digest.cores + request.cores.length > MOST_CORES ? null : super._onaddcores(stream, request)
  }

  /** The older way of asking, one log at a time: nobody of ours does. */
  protected override async _onaddcore(): Promise<unknown> {
    throw new Error('ask for several at once')
  }

  async #watch(id: string, core: TrackedCore): Promise<void> {
    const download = core.download.bind(core)
    core.download = (range) => {
      if (this.stock().full) return { destroy: () => {} }
      const asked = download(range)
      this.#downloads.add(asked)
      return asked
    }
    await core.ready().catch(() => undefined)
    let known = core.byteLength
    core.on('append', () => {
      this.#grown.set(id, (this.#grown.get(id) ?? 0) + core.byteLength - known)
      known = core.byteLength
      this.#look()
      void this.#entered(id)
    })
  }

  /** Once the books show it, it is counted there. */
  async #entered(id: string): Promise<void> {
    await this.flush()
    this.#grown.delete(id)
    this.#look()
  }

  #look(): void {
    const { full } = this.stock()
    if (full && !this.#wasFull) {
      for (const asked of this.#downloads) asked.destroy()
      this.#downloads.clear()
    }
    this.#wasFull = full
    this.#onChange()
  }
}

import type { FileHandle } from 'node:fs/promises'
import { NetworkError, reasonOf } from '../network-error.ts'
import { goOn, type Watch } from './watch.ts'

const CHUNK_BYTES = 256 * 1024

/** Bytes that are read in order; `take` throws a NetworkError `bundle-damaged` where fewer are left. */
export interface Cursor {
  readonly remaining: number
  /** Good until the next call. */
  take(size: number): Promise<Buffer>
  takeUint(size: 1 | 2 | 4): Promise<number>
}

/** Reads a file from `start` to `end` in order. Never allocates for more than the file can still hold. */
export class FileCursor implements Cursor {
  readonly #handle: FileHandle
  readonly #start: number
  readonly #end: number
  readonly #watch: Watch | undefined
  #position: number
  #buffered: Buffer = Buffer.alloc(0)

  constructor(handle: FileHandle, start: number, end: number, watch?: Watch) {
    this.#handle = handle
    this.#position = start
    this.#start = start
    this.#watch = watch
    this.#end = end
  }

  /** Bytes between here and the end. */
  get remaining(): number {
    return this.#end - this.#position
  }

  /** The next `size` bytes, good until the next call. Throws a NetworkError `bundle-damaged` if there are fewer. */
  async take(size: number): Promise<Buffer> {
    if (size > this.remaining) throw damaged('too-short')
    if (size > this.#buffered.length) await this.#fill(size)
    const bytes = this.#buffered.subarray(0, size)
    this.#buffered = this.#buffered.subarray(size)
    this.#position += size
    return bytes
  }

  async takeUint(size: 1 | 2 | 4): Promise<number> {
    return (await this.take(size)).readUIntLE(0, size)
  }

  async #fill(size: number): Promise<void> {
    goOn(this.#watch)
    this.#watch?.tell?.(this.#position - this.#start, this.#end - this.#start)
    const had = this.#buffered.length
    const next = Buffer.alloc(Math.min(this.remaining, Math.max(size, CHUNK_BYTES)))
    this.#buffered.copy(next)
    for (let filled = had; filled < next.length;) {
      const { bytesRead } = await this.#handle
        .read(next, filled, next.length - filled, this.#position + filled)
        .catch((error: unknown) => Promise.reject(damaged(reasonOf(error), error)))
      if (bytesRead === 0) throw damaged('too-short')
      filled += bytesRead
    }
    this.#buffered = next
  }
}

export const damaged = (reason: string, cause?: unknown): NetworkError =>
  new NetworkError('bundle-damaged', { reason }, cause)

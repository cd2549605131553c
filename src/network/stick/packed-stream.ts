import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { COUNT_SIZE, MOST_BLOCK_BYTES, uint } from './bundle-format.ts'
import { damaged, type Cursor } from './file-cursor.ts'
import type { Sink } from './write-whole-file.ts'

/**
 * Groups of: size u32 · packed size u32 · bytes (deflated; where both sizes are one, as they were). A size of 0 ends it.
 */
const GROUP_BYTES = 256 * 1024
const MOST_GROUP_BYTES = MOST_BLOCK_BYTES + GROUP_BYTES
/** What is sealed hardly packs at all: a file of more than this is no circle's, and is not unpacked. */
const MOST_RATIO = 16

/** Packs what is written into it, into another sink; to be ended. */
export class PackingSink implements Sink {
  readonly #into: Sink
  #waiting: Uint8Array[] = []
  #bytes = 0

  constructor(into: Sink) {
    this.#into = into
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.#waiting.push(bytes)
    this.#bytes += bytes.byteLength
    if (this.#bytes >= GROUP_BYTES) await this.#flush()
  }

  async end(): Promise<void> {
    if (this.#bytes > 0) await this.#flush()
    await this.#into.write(uint(0, COUNT_SIZE))
  }

  async #flush(): Promise<void> {
    const group = Buffer.concat(this.#waiting)
    ;[this.#waiting, this.#bytes] = [[], 0]
    const deflated = deflateRawSync(group, { level: 9 })
    const isWorthIt = deflated.length < group.length && deflated.length * MOST_RATIO >= group.length
    const packed = isWorthIt ? deflated : group
    await this.#into.write(Buffer.concat([uint(group.length, COUNT_SIZE), uint(packed.length, COUNT_SIZE), packed]))
  }
}

/** Reads what a PackingSink packed. Makes no more room than the file has bytes for, a few times over. */
export class PackedCursor implements Cursor {
  readonly #from: Cursor
  #buffered: Buffer = Buffer.alloc(0)
  #ended = false

  constructor(from: Cursor) {
    this.#from = from
  }

  /** At most. */
  get remaining(): number {
    return this.#buffered.length + (this.#ended ? 0 : this.#from.remaining * MOST_RATIO)
  }

  async take(size: number): Promise<Buffer> {
    const parts = [this.#buffered]
    for (let have = this.#buffered.length; have < size;) {
      const group = await this.#next()
      parts.push(group)
      have += group.length
    }
    if (parts.length > 1) this.#buffered = Buffer.concat(parts)
    const bytes = this.#buffered.subarray(0, size)
    this.#buffered = this.#buffered.subarray(size)
    return bytes
  }

  async takeUint(size: 1 | 2 | 4): Promise<number> {
    return (await this.take(size)).readUIntLE(0, size)
  }

  /** Throws unless all of it has been taken. */
  async end(): Promise<void> {
    if (this.#buffered.length > 0 || (!this.#ended && (await this.#from.takeUint(COUNT_SIZE)) !== 0)) {
      throw damaged('too-long')
    }
    this.#ended = true
  }

  async #next(): Promise<Buffer> {
    const size = this.#ended ? 0 : await this.#from.takeUint(COUNT_SIZE)
    this.#ended = size === 0
    if (size === 0) throw damaged('too-short')
    const packed = await this.#from.takeUint(COUNT_SIZE)
    if (size > MOST_GROUP_BYTES || packed > size || packed * MOST_RATIO < size) throw damaged('group')
    const bytes = await this.#from.take(packed)
    if (packed === size) return Buffer.from(bytes)
    try {
      const group = inflateRawSync(bytes, { maxOutputLength: size })
      if (group.length === size) return group
    } catch {
      // Told below.
    }
    throw damaged('group')
  }
}

import sodium from 'sodium-native'
import { NONCE_SIZE } from './bundle-format.ts'
import { damaged, type Cursor, type FileCursor } from './file-cursor.ts'
import type { Sink } from './write-whole-file.ts'

/** Of what is sealed at once. Each chunk's nonce says which it is and whether it is the last, so none can be moved or left out. */
export const CHUNK_SIZE = 64 * 1024
const OVERHEAD = 16

export type FileSeal = { readonly key: Uint8Array; readonly associated: Uint8Array }

/** How many bytes stand in so many sealed ones. */
export const opened = (sealed: number): number => sealed - Math.ceil(sealed / (CHUNK_SIZE + OVERHEAD)) * OVERHEAD

/** Seals what is written into it, into another sink. `end` seals the last chunk; `written` counts what was put in. */
export class SealingSink implements Sink {
  readonly #into: Sink
  readonly #seal: FileSeal
  #chunk = Buffer.alloc(CHUNK_SIZE)
  #filled = 0
  #count = 0
  written = 0

  constructor(into: Sink, seal: FileSeal) {
    this.#into = into
    this.#seal = seal
  }

  async write(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.byteLength;) {
      // Only now: the last chunk must be known as the last.
      if (this.#filled === CHUNK_SIZE) await this.#flush(false)
      const part = bytes.subarray(at, at + CHUNK_SIZE - this.#filled)
      this.#chunk.set(part, this.#filled)
      this.#filled += part.byteLength
      at += part.byteLength
    }
    this.written += bytes.byteLength
  }

  async end(): Promise<void> {
    await this.#flush(true)
  }

  async #flush(isLast: boolean): Promise<void> {
    const message = this.#chunk.subarray(0, this.#filled)
    const sealed = Buffer.alloc(message.length + OVERHEAD)
    const { key, associated } = this.#seal
    const nonce = chunkNonce(this.#count, isLast)
    sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(sealed, message, associated, null, nonce, key)
    this.#count += 1
    this.#filled = 0
    await this.#into.write(sealed)
  }
}

/** Reads what a SealingSink sealed. Throws `bundle-damaged` at the first chunk that is not as it was sealed. */
export class SealedCursor implements Cursor {
  readonly #from: FileCursor
  readonly #seal: FileSeal
  #count = 0
  #buffered: Buffer = Buffer.alloc(0)

  constructor(from: FileCursor, seal: FileSeal) {
    this.#from = from
    this.#seal = seal
  }

  get remaining(): number {
    return this.#buffered.length + opened(this.#from.remaining)
  }

  async take(size: number): Promise<Buffer> {
    if (size > this.remaining) throw damaged('too-short')
    if (size > this.#buffered.length) await this.#fill(size)
    const bytes = this.#buffered.subarray(0, size)
    this.#buffered = this.#buffered.subarray(size)
    return bytes
  }

  async takeUint(size: 1 | 2 | 4): Promise<number> {
    return (await this.take(size)).readUIntLE(0, size)
  }

  async #fill(size: number): Promise<void> {
    const parts = [this.#buffered]
    for (let have = this.#buffered.length; have < size;) {
      const part = await this.#next()
      parts.push(part)
      have += part.length
    }
    this.#buffered = Buffer.concat(parts)
  }

  async #next(): Promise<Buffer> {
    const sealed = await this.#from.take(Math.min(CHUNK_SIZE + OVERHEAD, this.#from.remaining))
    if (sealed.length < OVERHEAD) throw damaged('chunk')
    const message = Buffer.alloc(sealed.length - OVERHEAD)
    const nonce = chunkNonce(this.#count, this.#from.remaining === 0)
    this.#count += 1
    const { key, associated } = this.#seal
    try {
      sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(message, null, sealed, associated, nonce, key)
      return message
    } catch {
      throw damaged('chunk')
    }
  }
}

function chunkNonce(count: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(NONCE_SIZE)
  nonce.writeUInt32LE(count, 0)
  nonce[NONCE_SIZE - 1] = isLast ? 1 : 0
  return nonce
}

import { open } from 'node:fs/promises'
import { accept, refuse, type Outcome } from '../../domain/refusal.ts'
import { bytesOfHex, equalBytes, hash } from '../../log/crypto.ts'
import { reasonOf } from '../../network/network-error.ts'
import type { Chance } from '../chance.ts'

/**
 * Before the circle's bundle, in the file that lets somebody in: magic 8 · version u16 · nonce 24 · tag 16 · size u32 · the
 * sealed answer, zeros up to a multiple of 1 kB. The tag tells who asked that it is for them, and nobody else.
 */
const MAGIC = Buffer.from('nst\0answ', 'latin1')
const VERSION = 1
const NONCE_AT = 10
const TAG_AT = 34
const SIZE_AT = 50
const HEAD_SIZE = 54
const UNIT = 1024
const LARGEST = 1024 * 1024

export type AnswerHead = {
  readonly isFor: (request: string) => boolean
  readonly answer: Uint8Array
  /** Where the bundle begins. */
  readonly at: number
}

export function answerHead(request: string, answer: Uint8Array, chance: Chance): Buffer {
  const head = Buffer.alloc(Math.ceil((HEAD_SIZE + answer.byteLength) / UNIT) * UNIT)
  const nonce = chance(TAG_AT - NONCE_AT)
  MAGIC.copy(head)
  head.writeUInt16LE(VERSION, MAGIC.length)
  head.set(nonce, NONCE_AT)
  head.set(tagOf(request, nonce), TAG_AT)
  head.writeUInt32LE(answer.byteLength, SIZE_AT)
  head.set(answer, HEAD_SIZE)
  return head
}

/** Refusals: `no-such-file`, `not-an-answer`, `newer-version`, `bundle-damaged`. */
export async function readAnswerHead(file: string): Promise<Outcome<AnswerHead>> {
  try {
    const handle = await open(file, 'r')
    try {
      const stats = await handle.stat()
      if (!stats.isFile()) return refuse('not-an-answer')
      const start = await take(handle, 0, Math.min(HEAD_SIZE, stats.size))
      if (!start.subarray(0, MAGIC.length).equals(MAGIC)) return refuse('not-an-answer')
      if (start.length < HEAD_SIZE) return refuse('bundle-damaged')
      if (start.readUInt16LE(MAGIC.length) > VERSION) return refuse('newer-version')
      const size = start.readUInt32LE(SIZE_AT)
      const at = Math.ceil((HEAD_SIZE + size) / UNIT) * UNIT
      if (size > LARGEST || at > stats.size) return refuse('bundle-damaged')
      const answer = await take(handle, HEAD_SIZE, size)
      const [nonce, tag] = [start.subarray(NONCE_AT, TAG_AT), start.subarray(TAG_AT, SIZE_AT)]
      return accept({ answer, at, isFor: (request) => equalBytes(tagOf(request, nonce), tag) })
    } finally {
      await handle.close()
    }
  } catch (error) {
    return refuse('no-such-file', { file, why: reasonOf(error) })
  }
}

async function take(
  handle: Awaited<ReturnType<typeof open>>,
  position: number,
  size: number,
): Promise<Buffer<ArrayBuffer>> {
  const bytes = Buffer.alloc(size)
  const { bytesRead } = await handle.read(bytes, 0, size, position)
  return bytes.subarray(0, bytesRead)
}

const tagOf = (request: string, nonce: Uint8Array): Uint8Array =>
  hash(Buffer.from('nst/2 answer tag'), bytesOfHex(request), nonce).subarray(0, SIZE_AT - TAG_AT)

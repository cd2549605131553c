import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { refusal } from '../domain/refusal.ts'
import { reasonInWords } from './reasons.ts'
import { Refused } from './stopping.ts'
import type { World } from './world.ts'

/** As much text as one event holds. */
const LONGEST_TEXT = 64 * 1024

/** What a person wrote into a UTF-8 file, or types (`-`); without the mark that some editors put first. */
export async function readText(world: World, file: string): Promise<string> {
  return (await readExactly(world, file, LONGEST_TEXT)).replace(/^\uFEFF/, '')
}

/** A UTF-8 file to the byte. Never takes in more than `limit` bytes, whatever the file claims to be. */
export async function readExactly(world: World, file: string, limit: number): Promise<string> {
  const bytes = await readBytes(world, file, limit)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Refused(refusal('malformed', { what: 'text', file }))
  }
}

async function readBytes(world: World, file: string, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    const source = file === '-' ? world.stdin : createReadStream(resolve(world.cwd, file), { end: limit })
    for await (const chunk of source as AsyncIterable<Uint8Array>) {
      chunks.push(chunk)
      size += chunk.byteLength
      if (size > limit) break
    }
  } catch (error) {
    throw new Refused(refusal('no-such-file', { file, why: reasonOf(error) }))
  }
  if (size > limit) throw new Refused(refusal('too-big', { file, limit }))
  return Buffer.concat(chunks)
}

/** Why the system would not let us at a file. */
export function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException
  return code === undefined ? String(error) : reasonInWords(code)
}

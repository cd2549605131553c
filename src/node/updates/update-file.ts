import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { headText, judge, readHead, type Head, type Verdict } from './manifest.ts'
import type { Own, Release } from './release.ts'

/** Before the installer, in a file of an update: magic 8 · version u16 · size of the head u32 · the head, as text. */
const MAGIC = Buffer.from('nst\0updt', 'latin1')
const VERSION = 1
const PLACE = MAGIC.length + 6
export const LARGEST_HEAD = 16 * 1024

export type Opened = { readonly head: Head; readonly at: number; readonly size: number }

/** What stands before the installer's bytes. */
export function headBytes(head: Head): Buffer {
  const text = Buffer.from(headText(head), 'utf8')
  const place = Buffer.alloc(PLACE)
  MAGIC.copy(place)
  place.writeUInt16LE(VERSION, MAGIC.length)
  place.writeUInt32LE(text.byteLength, MAGIC.length + 2)
  return Buffer.concat([place, text])
}

/** Undefined where the file is no update; throws where it cannot be read. */
export async function openUpdate(file: string): Promise<Opened | undefined> {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    const start = Buffer.alloc(PLACE + LARGEST_HEAD)
    const { bytesRead } = await handle.read(start, 0, start.length, 0)
    if (bytesRead < PLACE || !start.subarray(0, MAGIC.length).equals(MAGIC)) return undefined
    if (start.readUInt16LE(MAGIC.length) !== VERSION) return undefined
    const at = PLACE + start.readUInt32LE(MAGIC.length + 2)
    if (at > bytesRead) return undefined
    const head = readHead(start.toString('utf8', PLACE, at))
    return head && { head, at, size }
  } finally {
    await handle.close()
  }
}

export type Checked = { readonly verdict: Verdict; readonly head: Head | null; readonly at: number }

/** Reads the whole file: who signed it, and that its installer is the one that they signed. */
export async function checkUpdate(file: string, release: Release, own: Own): Promise<Checked> {
  const opened = await openUpdate(file)
  const verdict = judge(opened?.head, release, own)
  const said = { head: opened?.head ?? null, at: opened?.at ?? 0 }
  if (opened === undefined || verdict === 'no-keys' || verdict === 'not-signed') return { verdict, ...said }
  const { head, at, size } = opened
  const isWhole = size === at + head.manifest.size && (await sha256Of(file, at)) === head.manifest.sha256
  return { verdict: isWhole ? verdict : 'damaged', ...said }
}

/** The installer as a file of its own. Whether it is what was signed is to be asked of what was written. */
export async function takeInstaller(file: string, at: number, to: string): Promise<void> {
  await pipeline(createReadStream(file, { start: at }), createWriteStream(to, { mode: 0o600 }))
}

export async function sha256Of(file: string, start = 0): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file, { start }), hash)
  return hash.digest('hex')
}

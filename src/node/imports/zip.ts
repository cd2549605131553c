import { inflateRawSync } from 'node:zlib'
import { damaged, tooBig } from './import-fault.ts'

const MEGABYTE = 1024 * 1024
const MOST_UNPACKED = 32 * MEGABYTE
const MOST_ENTRIES = 2000
const LONGEST_COMMENT = 0xffff
const [END, CENTRAL, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50]
const [END_SIZE, CENTRAL_SIZE, LOCAL_SIZE] = [22, 46, 30]
const [STORED, DEFLATED] = [0, 8]

type Entry = { readonly method: number; readonly packed: number; readonly at: number }

/**
 * The files inside a zip, by name, unpacked one at a time into memory: never onto the disk, and never more than was
 * allowed, whatever the sizes in it claim.
 */
export function openZip(bytes: Buffer): (name: string) => Buffer | undefined {
  const entries = directoryOf(bytes)
  let left = MOST_UNPACKED
  return (name) => {
    const entry = entries.get(name)
    if (entry === undefined) return undefined
    const content = unpacked(bytes, entry, left)
    left -= content.byteLength
    return content
  }
}

function directoryOf(bytes: Buffer): Map<string, Entry> {
  const end = endOf(bytes)
  const count = bytes.readUInt16LE(end + 10)
  if (count > MOST_ENTRIES) throw tooBig(MOST_UNPACKED / MEGABYTE)
  const entries = new Map<string, Entry>()
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (at + CENTRAL_SIZE > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) throw damaged('zip', 1)
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ]
    const entry = {
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      at: bytes.readUInt32LE(at + 42),
    }
    entries.set(bytes.toString('utf8', at + CENTRAL_SIZE, at + CENTRAL_SIZE + name), entry)
    at += CENTRAL_SIZE + name + extra + comment
  }
  return entries
}

function endOf(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_SIZE - LONGEST_COMMENT)
  for (let at = bytes.length - END_SIZE; at >= first; at--) if (bytes.readUInt32LE(at) === END) return at
  throw damaged('cut', 1)
}

function unpacked(bytes: Buffer, { method, packed, at }: Entry, most: number): Buffer {
  if (at + LOCAL_SIZE > bytes.length || bytes.readUInt32LE(at) !== LOCAL) throw damaged('zip', 1)
  const begins = at + LOCAL_SIZE + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  const content = bytes.subarray(begins, begins + packed)
  if (content.length < packed) throw damaged('cut', 1)
  if (method !== STORED && method !== DEFLATED) throw damaged('zip', 1)
  if (method === STORED && content.length > most) throw tooBig(MOST_UNPACKED / MEGABYTE)
  try {
    return method === STORED ? content : inflateRawSync(content, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    const isTooBig = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    throw isTooBig ? tooBig(MOST_UNPACKED / MEGABYTE) : damaged('zip', 1)
  }
}

import { constants } from 'node:fs'
import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { LocalFileError } from './local-file.ts'

/**
 * How long this device's own log in a circle has been, beside the store. A database that lost its newest part still
 * opens; writing on from there would say other things in places that others have read: a fork for ever.
 */
export interface LengthMark {
  readonly length: number
  raise(length: number): Promise<void>
}

const DIGITS = 16

/** Throws `store-damaged` where the file says nothing that we wrote. */
export async function openLengthMark(folder: string, circle: string): Promise<LengthMark> {
  const path = join(folder, 'circles', `${circle}.length`)
  let length = await readLength(path)
  let writing: Promise<void> = Promise.resolve()
  return {
    get length() {
      return length
    },
    async raise(next) {
      if (next <= length) return writing
      length = next
      // A mark that cannot be written guards a little less; it is no reason to refuse what is on the disk already.
      writing = writing.then(() => writeLength(path, next)).catch(() => undefined)
      return writing
    },
  }
}

async function readLength(path: string): Promise<number> {
  const text = await readFile(path, 'latin1').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw new LocalFileError('store-damaged', path, { cause: error })
  })
  // Empty: the machine went down before the first mark reached the disk.
  if (text === '') return 0
  if (!/^[0-9]{16}$/.test(text)) throw new LocalFileError('store-damaged', path)
  return Number(text)
}

/** In place and never synced: the log itself is on the disk before, so that a mark can be behind it, never ahead. */
async function writeLength(path: string, length: number): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(path, constants.O_WRONLY | constants.O_CREAT, 0o600)
  try {
    await file.write(String(length).padStart(DIGITS, '0'), 0, 'latin1')
  } finally {
    await file.close()
  }
}

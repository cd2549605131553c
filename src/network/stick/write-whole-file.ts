import { randomBytes } from 'node:crypto'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { diskError } from '../network-error.ts'
import { createDigest } from './bundle-format.ts'

export type Sink = { write(bytes: Uint8Array): Promise<void> }

const CHUNK_BYTES = 1024 * 1024

/**
 * Writes a file that is there whole or not at all, with the digest of its content as its end; it resolves to the size
 * in bytes, when the file is on the disk. What `fill` throws goes through; a disk that does not take it is a
 * NetworkError, `disk-full` or `cannot-write-file`. A file that was there before is replaced only at the end.
 */
export async function writeWholeFile(file: string, fill: (sink: Sink) => Promise<void>): Promise<number> {
  const part = `${file}.${randomBytes(6).toString('hex')}.part`
  const handle = await onDisk(file, () => open(part, 'wx', 0o600))
  try {
    const size = await pour(file, handle, fill)
    await onDisk(file, () => handle.sync())
    await handle.close()
    await onDisk(file, () => rename(part, file))
    await syncFolder(dirname(file))
    return size
  } catch (error) {
    await handle.close().catch(() => {})
    await rm(part, { force: true }).catch(() => {})
    throw error
  }
}

async function pour(file: string, handle: FileHandle, fill: (sink: Sink) => Promise<void>): Promise<number> {
  const digest = createDigest()
  let [waiting, waitingBytes, total]: [Uint8Array[], number, number] = [[], 0, 0]
  async function flush(): Promise<void> {
    const chunk = Buffer.concat(waiting)
    ;[waiting, waitingBytes, total] = [[], 0, total + chunk.length]
    await onDisk(file, () => handle.writeFile(chunk))
  }
  await fill({
    async write(bytes) {
      digest.update(bytes)
      waiting.push(bytes)
      waitingBytes += bytes.byteLength
      if (waitingBytes >= CHUNK_BYTES) await flush()
    },
  })
  waiting.push(digest.final())
  await flush()
  return total
}

async function onDisk<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw diskError(error, { file }) ?? error
  }
}

/** So that the new name, too, outlives a power failure; not every system can do it. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => {})
  await handle?.close()
}

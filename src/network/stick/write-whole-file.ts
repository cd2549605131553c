import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import { diskError } from '../network-error.ts'
import { createDigest } from './bundle-format.ts'
import { realFiles, type Files, type OpenFile } from './files.ts'

export type Sink = { write(bytes: Uint8Array): Promise<void> }
/** `begin`: what stands before the part that the digest is of. */
type WholeSink = Sink & { begin(bytes: Uint8Array): Promise<void> }

export type WriteOptions = {
  /** Where it is written until it is whole, in the same folder; a name of its own if not said. */
  readonly part?: string
  readonly files?: Files
}

const CHUNK_BYTES = 1024 * 1024

/**
 * Writes a file that is there whole or not at all, with the digest of its content as its end; it resolves to the size
 * in bytes, when the file is on the disk. What `fill` throws goes through; a disk that does not take it is a
 * NetworkError, `disk-full` or `cannot-write-file`. A file that was there before is replaced only at the end.
 */
export async function writeWholeFile(
  file: string,
  fill: (sink: WholeSink) => Promise<void>,
  { part = `${file}.${randomBytes(6).toString('hex')}.part`, files = realFiles }: WriteOptions = {},
): Promise<number> {
  const handle = await onDisk(file, () => files.create(part))
  try {
    const size = await pour(file, handle, fill)
    await onDisk(file, () => handle.sync())
    await onDisk(file, () => handle.close())
    await onDisk(file, () => files.rename(part, file))
    await onDisk(file, () => files.syncFolder(dirname(file)))
    return size
  } catch (error) {
    await handle.close().catch(() => {})
    await files.remove(part).catch(() => {})
    throw error
  }
}

async function pour(file: string, handle: OpenFile, fill: (sink: WholeSink) => Promise<void>): Promise<number> {
  const digest = createDigest()
  let [waiting, waitingBytes, total]: [Uint8Array[], number, number] = [[], 0, 0]
  async function flush(): Promise<void> {
    const chunk = Buffer.concat(waiting)
    ;[waiting, waitingBytes, total] = [[], 0, total + chunk.length]
    await onDisk(file, () => handle.write(chunk))
  }
  await fill({
    async begin(bytes) {
      waiting.push(bytes)
      waitingBytes += bytes.byteLength
    },
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

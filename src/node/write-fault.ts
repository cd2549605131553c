import { statfs } from 'node:fs/promises'
import { refusal, type Refusal } from '../domain/refusal.ts'

/** The database says only that a batch was not written, so the disk itself is asked. */
const NO_ROOM_BYTES = 256 * 1024

/** Why a log that closed itself while it wrote takes nothing more until the node starts anew. */
export async function whyNotWritten(folder: string): Promise<Refusal> {
  const disk = await statfs(folder).catch(() => undefined)
  const isFull = disk !== undefined && disk.bavail * disk.bsize < NO_ROOM_BYTES
  return refusal(isFull ? 'disk-full' : 'store-damaged', { again: 'restart' })
}

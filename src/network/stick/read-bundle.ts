import type Corestore from 'corestore'
import { open, stat, type FileHandle } from 'node:fs/promises'
import { diskError, NetworkError, reasonOf } from '../network-error.ts'
import * as format from './bundle-format.ts'
import { damaged, FileCursor } from './file-cursor.ts'
import { openThrowAwayStore } from './throw-away-store.ts'
import { takeCore, type CarriedCore } from './take-core.ts'

/** A bundle whose every block is proved to be its writer's, in a store of its own that ends with `close`. */
export type OpenBundle = {
  /** hex */
  readonly circle: string
  /** `length`: how many blocks of it are here, from the first. */
  readonly cores: readonly CarriedCore[]
  /** To be replicated with the real store, in this process: `real.replicate(true).pipe(store.replicate(false))` and back. */
  readonly store: Corestore
  close(): Promise<void>
}

/**
 * Reads and proves a bundle; nothing of what is ours is touched. Throws a NetworkError: `no-such-file`, `not-ours`,
 * `newer-version`, `not-your-circle`, `bundle-damaged`, or `disk-full` and `cannot-write-file` for `scratch`, the folder
 * for what is thrown away.
 */
export async function readBundle(options: {
  file: string
  /** Whether this node is in the circle with this id, in hex. */
  isKnown: (circle: string) => boolean
  scratch: string
}): Promise<OpenBundle> {
  const { file, isKnown, scratch } = options
  const { handle, size } = await openFile(file)
  try {
    const circle = await readPrefix(handle, size, isKnown)
    await checkDigest(handle, size)
    return {
      circle,
      ...(await takeCores(new FileCursor(handle, format.PREFIX_SIZE, size - format.DIGEST_SIZE), scratch)),
    }
  } finally {
    await handle.close()
  }
}

async function openFile(file: string): Promise<{ handle: FileHandle; size: number }> {
  try {
    const stats = await stat(file)
    // Opening a pipe or a device could wait for ever.
    if (!stats.isFile()) throw new NetworkError('not-ours', { file })
    return { handle: await open(file, 'r'), size: stats.size }
  } catch (error) {
    if (error instanceof NetworkError) throw error
    throw new NetworkError('no-such-file', { file, reason: reasonOf(error) }, error)
  }
}

async function readPrefix(handle: FileHandle, size: number, isKnown: (circle: string) => boolean): Promise<string> {
  const bytes = await new FileCursor(handle, 0, size).take(Math.min(size, format.PREFIX_SIZE))
  const prefix = format.decodePrefix(bytes)
  if (prefix === undefined) throw new NetworkError('not-ours')
  if (prefix === 'damaged' || prefix.version === 0) throw damaged('prefix')
  if (prefix.version > format.VERSION) throw new NetworkError('newer-version', { version: prefix.version })
  const circle = prefix.circle.toString('hex')
  if (!isKnown(circle)) throw new NetworkError('not-your-circle', { circle })
  return circle
}

/** Before anything is made of the content: a stick pulled too early is told at once, and costs nothing. */
async function checkDigest(handle: FileHandle, size: number): Promise<void> {
  const content = new FileCursor(handle, 0, size - format.DIGEST_SIZE)
  if (content.remaining < format.PREFIX_SIZE + format.COUNT_SIZE) throw damaged('too-short')
  const digest = format.createDigest()
  while (content.remaining > 0) digest.update(await content.take(Math.min(content.remaining, 256 * 1024)))
  const end = await new FileCursor(handle, size - format.DIGEST_SIZE, size).take(format.DIGEST_SIZE)
  if (!digest.final().equals(end)) throw damaged('digest')
}

async function takeCores(cursor: FileCursor, scratch: string): Promise<Omit<OpenBundle, 'circle'>> {
  const { store, close } = await openThrowAwayStore(scratch)
  try {
    const cores = new Map<string, CarriedCore>()
    for (let count = await cursor.takeUint(format.COUNT_SIZE); count > 0; count -= 1) {
      const core = await takeCore(cursor, store)
      const key = Buffer.from(core.key).toString('hex')
      if (cores.has(key)) throw damaged('core-twice')
      cores.set(key, core)
    }
    if (cursor.remaining > 0) throw damaged('too-long')
    return { cores: [...cores.values()], store, close }
  } catch (error) {
    await close()
    if (error instanceof NetworkError) throw error
    // What Hypercore throws at bytes that do not fit together is damage; what the disk says is not.
    throw diskError(error, { file: scratch }) ?? damaged(reasonOf(error), error)
  }
}

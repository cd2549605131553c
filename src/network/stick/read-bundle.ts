import type Corestore from 'corestore'
import sodium from 'sodium-native'
import { open, stat, type FileHandle } from 'node:fs/promises'
import { diskError, NetworkError, reasonOf } from '../network-error.ts'
import * as format from './bundle-format.ts'
import { damaged, FileCursor, type Cursor } from './file-cursor.ts'
import { PackedCursor } from './packed-stream.ts'
import { SealedCursor } from './sealed-stream.ts'
import { takeCore } from './take-core.ts'
import { openThrowAwayStore } from './throw-away-store.ts'
import { goOn, type Watch } from './watch.ts'

/** A circle that is known here: its id in hex, and the key under which its files are sealed. */
export type KnownCircle = { readonly circle: string; readonly key: Uint8Array; readonly ciphers?: format.Ciphers }

/** What a file says is in it; nothing of that is proved yet. `author`: the key of its device's own log, hex. */
export type BundleHead = { readonly circle: string; readonly author: string; readonly pieces: readonly format.Piece[] }

/** A bundle whose every block is proved to be its writer's, in a store of its own that ends with `close`. */
export type OpenBundle = BundleHead & {
  /** To be replicated with the real store, in this process: `real.replicate(true).pipe(store.replicate(false))` and back. */
  readonly store: Corestore
  close(): Promise<void>
}

export type BundleFile = {
  readonly file: string
  /** Where in the file it begins; it ends where the file does. */
  readonly at?: number
  /** Those whose files this node can open. */
  readonly circles: readonly KnownCircle[]
  readonly watch?: Watch | undefined
}

const MOST_CORES = 65_536

/**
 * Reads and proves a bundle; nothing of what is ours is touched. Throws a NetworkError: `no-such-file`, `not-ours`,
 * `newer-version`, `older-version`, `not-your-circle`, `bundle-damaged`, `stopped`, or `disk-full` and `cannot-write-file` for
 * `scratch`, the folder for what is thrown away.
 */
export async function readBundle({ scratch, ...wanted }: BundleFile & { scratch: string }): Promise<OpenBundle> {
  return withContent(wanted, true, async (cursor, known) => {
    const head = await takeHead(cursor, known)
    const { store, close } = await openThrowAwayStore(scratch)
    try {
      const packed = new PackedCursor(cursor)
      for (const piece of head.pieces) {
        goOn(wanted.watch)
        if (piece.to > piece.from) await takeCore(piece, packed, store, known.ciphers)
      }
      await packed.end()
      await takePadding(cursor)
      return { ...head, store, close }
    } catch (error) {
      await close()
      if (error instanceof NetworkError) throw error
      // What Hypercore throws at bytes that do not fit together is damage; what the disk says is not.
      throw diskError(error, { file: scratch }) ?? damaged(reasonOf(error), error)
    }
  })
}

/**
 * What a bundle is said to hold. `isWhole`: also looks at each byte of the file, so that what is told of is there and was
 * not damaged since it was written. Throws like `readBundle`.
 */
export function readHead(wanted: BundleFile, { isWhole }: { isWhole: boolean }): Promise<BundleHead> {
  return withContent(wanted, isWhole, takeHead)
}

async function withContent<T>(
  { file, at = 0, circles, watch }: BundleFile,
  isWhole: boolean,
  work: (cursor: Cursor, known: KnownCircle) => Promise<T>,
): Promise<T> {
  const { handle, size } = await openFile(file)
  try {
    const prefix = await readPrefix(handle, at, size)
    const known = circles.find(({ key }) => sodium.sodium_memcmp(format.fileKeys(key, prefix.nonce).tag, prefix.tag))
    if (known === undefined) throw new NetworkError('not-your-circle')
    if (isWhole) await checkDigest(handle, at, size, watch)
    const seal = { key: format.fileKeys(known.key, prefix.nonce).key, associated: prefix.bytes }
    const sealed = new FileCursor(handle, at + format.PREFIX_SIZE, size - format.DIGEST_SIZE, watch)
    return await work(new SealedCursor(sealed, seal), known)
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

async function readPrefix(handle: FileHandle, at: number, size: number): Promise<format.Prefix> {
  const end = Math.max(at, size)
  const bytes = await new FileCursor(handle, at, end).take(Math.min(end - at, format.PREFIX_SIZE))
  const prefix = format.decodePrefix(bytes)
  if (prefix === undefined) throw new NetworkError('not-ours')
  if (prefix === 'damaged' || prefix.version === 0) throw damaged('prefix')
  if (prefix.version > format.VERSION) throw new NetworkError('newer-version', { version: prefix.version })
  if (prefix.version < format.VERSION) throw new NetworkError('older-version', { version: prefix.version })
  return prefix
}

/** Before anything is made of the content: a stick pulled too early is told at once, and costs nothing. */
async function checkDigest(handle: FileHandle, at: number, size: number, watch?: Watch): Promise<void> {
  const content = new FileCursor(handle, at, size - format.DIGEST_SIZE, { signal: watch?.signal })
  if (content.remaining < format.PREFIX_SIZE) throw damaged('too-short')
  const digest = format.createDigest()
  while (content.remaining > 0) digest.update(await content.take(Math.min(content.remaining, 256 * 1024)))
  const end = await new FileCursor(handle, size - format.DIGEST_SIZE, size).take(format.DIGEST_SIZE)
  if (!digest.final().equals(end)) throw damaged('digest')
}

async function takeHead(cursor: Cursor, known: KnownCircle): Promise<BundleHead> {
  const circle = (await cursor.take(format.KEY_SIZE)).toString('hex')
  if (circle !== known.circle) throw damaged('circle')
  const author = (await cursor.take(format.KEY_SIZE)).toString('hex')
  const count = await cursor.takeUint(format.COUNT_SIZE)
  if (count > MOST_CORES || count * format.PIECE_SIZE > cursor.remaining) throw damaged('core-count')
  const pieces: format.Piece[] = []
  for (let left = count; left > 0; left -= 1) pieces.push(format.decodePiece(await cursor.take(format.PIECE_SIZE)))
  if (pieces.some(({ from, to }) => from > to)) throw damaged('piece')
  if (new Set(pieces.map(({ key }) => Buffer.from(key).toString('hex'))).size !== count) throw damaged('core-twice')
  return { circle, author, pieces }
}

async function takePadding(cursor: Cursor): Promise<void> {
  while (cursor.remaining > 0) {
    const padding = await cursor.take(Math.min(cursor.remaining, 64 * 1024))
    if (padding.some((byte) => byte !== 0)) throw damaged('too-long')
  }
}

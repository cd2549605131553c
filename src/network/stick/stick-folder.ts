import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { NetworkError, reasonOf } from '../network-error.ts'
import type { Piece } from './bundle-format.ts'
import type { Files } from './files.ts'
import { goOn, type Watch } from './watch.ts'
import { readHead, type BundleHead, type KnownCircle } from './read-bundle.ts'

/** All files of all circles, in one folder with a name that every filesystem takes. */
const FOLDER = 'NEXTSTEP'
const FILE = /^[2-9B-Z]{8}\.NST$/i

/** One file of a circle that is known here, whole and undamaged. */
export type FoundFile = BundleHead & { readonly name: string; readonly size: number }

export type Survey = {
  readonly files: readonly FoundFile[]
  /** Names of those of circles known here that are not as they were written: nothing is made of them. */
  readonly damaged: readonly string[]
  /** Made by a newer program. */
  readonly newer: number
  /** Bytes of everything in the folder, of other circles too. */
  readonly bytes: number
}

/** Where the files of a stick are. Throws `not-a-folder` where there is no such stick. */
export async function placeOn(folder: string, files: Files): Promise<string> {
  const isFolder = await stat(folder).then(
    (there) => there.isDirectory(),
    () => false,
  )
  if (!isFolder) throw new NetworkError('not-a-folder', { folder })
  if (basename(folder).toUpperCase() === FOLDER) return folder
  // Some sticks keep capitals and some do not.
  const there = (await files.list(folder).catch(goneFrom(folder))).find((name) => name.toUpperCase() === FOLDER)
  return join(folder, there ?? FOLDER)
}

/** Names of what circles put there, sorted; none where nothing was put there yet. */
export async function filesIn(place: string, files: Files): Promise<string[]> {
  const names = await files.list(place).catch((error: unknown) => {
    if (reasonOf(error) === 'ENOENT') return []
    throw gone(place, error)
  })
  return names.filter((name) => FILE.test(name)).toSorted()
}

/** Looks at each byte of the files of these circles. Throws `stick-gone` where the stick is pulled out meanwhile. */
export async function survey(
  place: string,
  circles: readonly KnownCircle[],
  files: Files,
  watch?: Watch,
): Promise<Survey> {
  const found: FoundFile[] = []
  const damaged: string[] = []
  let [newer, bytes] = [0, 0]
  for (const name of await filesIn(place, files)) {
    goOn(watch)
    const file = join(place, name)
    try {
      const size = await files.size(file)
      bytes += size
      found.push({
        name,
        size,
        ...(await readHead({ file, circles, watch: { signal: watch?.signal } }, { isWhole: true })),
      })
    } catch (error) {
      const code = error instanceof NetworkError ? error.code : reasonOf(error)
      if (code === 'stopped') throw error
      if (code === 'newer-version') newer += 1
      if (['newer-version', 'older-version', 'not-ours', 'not-your-circle'].includes(code)) continue
      await files.list(place).catch(goneFrom(place))
      damaged.push(name)
    }
  }
  return { files: found, damaged, newer, bytes }
}

/** How much of each log, from its first block, can be read from these files: by key in hex. */
export function reachOf(files: readonly { readonly pieces: readonly Piece[] }[]): Map<string, number> {
  const pieces = files.flatMap((file) => file.pieces).toSorted((a, b) => a.from - b.from)
  const reach = new Map<string, number>()
  for (const { key, from, to } of pieces) {
    const core = Buffer.from(key).toString('hex')
    const so = reach.get(core) ?? 0
    if (from <= so && to > so && to > from) reach.set(core, to)
  }
  return reach
}

/** Whether all that is in a file is also in the others. */
export function isCovered(file: { readonly pieces: readonly Piece[] }, others: readonly FoundFile[]): boolean {
  const reach = reachOf(others)
  return file.pieces.every(
    ({ key, from, to }) => from === to || (reach.get(Buffer.from(key).toString('hex')) ?? 0) >= to,
  )
}

const GONE = new Set([
  'EIO',
  'ENODEV',
  'ENXIO',
  'ENOENT',
  'ENOTCONN',
  'ESTALE',
  'ENOMEDIUM',
  'ENOTDIR',
  'EBADF',
  'EUNKNOWN',
])

/** What a stick that was pulled out, is write-protected or full makes of any error of the disk. */
export function stickError(error: unknown, folder: string): unknown {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const reason = cause instanceof NetworkError ? String(cause.about['reason'] ?? '') : reasonOf(cause)
    if (reason === 'ENOSPC' || reason === 'EDQUOT' || reason === 'EFBIG')
      return new NetworkError('stick-full', {}, error)
    if (reason === 'EROFS' || reason === 'EACCES' || reason === 'EPERM')
      return new NetworkError('stick-read-only', {}, error)
    if (GONE.has(reason)) return new NetworkError('stick-gone', { folder }, error)
  }
  return error
}

const gone = (folder: string, error: unknown) =>
  new NetworkError('stick-gone', { folder, reason: reasonOf(error) }, error)
const goneFrom = (folder: string) => (error: unknown) => {
  throw gone(folder, error)
}

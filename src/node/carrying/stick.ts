import { join } from 'node:path'
import { deriveKey, hash, toHex } from '../../log/crypto.ts'
import { NetworkError } from '../../network/network-error.ts'
import { realFiles, type Files } from '../../network/stick/files.ts'
import { isMarked, markedName, randomName } from '../../network/stick/random-name.ts'
import { readBundle } from '../../network/stick/read-bundle.ts'
import * as sticks from '../../network/stick/stick-folder.ts'
import { writeBundle } from '../../network/stick/write-bundle.ts'
import { goOn, partOf, type Watch } from '../../network/stick/watch.ts'
import type { Chance } from '../chance.ts'
import type { CircleSession } from '../circle-session.ts'
import { deviceKeys } from '../identity.ts'
import { contentOf, fileCircle, takeIn } from './circle-files.ts'

export type StickOptions = {
  readonly folder: string
  readonly sessions: readonly CircleSession[]
  readonly scratch: string
  readonly chance: Chance
  readonly files?: Files
  /** Bytes that all circles' files there may have together. */
  readonly limit?: number
  /** Of one file; below what a stick's filesystem takes (FAT: 4 GiB). */
  readonly mostFileBytes?: number
  readonly watch?: Watch
}

/** What came of it for one circle. */
export type Exchanged = {
  readonly circle: string
  /** Events that are new here. */
  readonly read: number
  /** Blocks that are new there, and bytes of the files for it. */
  readonly wrote: number
  readonly bytes: number
  /** Some of it continues what is on no file here: whoever wrote that has to come by once more. */
  readonly apart: boolean
}
export type StickDone = { readonly circles: readonly Exchanged[]; readonly damaged: number; readonly newer: number }

const MOST_FILE_BYTES = 1024 * 1024 * 1024
/** More files of one circle than this become one; below this size, what this device wrote before goes into its next. */
const MOST_FILES = 8
const SMALL_BYTES = 256 * 1024

/**
 * Two-way exchange with all who use the same folder: first everything there is read, then what is new for others is written,
 * whole files at a time, and only what this device wrote itself is ever removed. Wherever it is broken off, what was here
 * and there stays, and the next time goes on. Throws a NetworkError: `not-a-folder`, `stick-gone`, `stick-full`,
 * `stick-read-only`, `stopped`, with `read`: how many events were taken in before.
 */
export async function exchangeWithStick(options: StickOptions): Promise<StickDone> {
  const { folder, sessions, files = realFiles } = options
  const place = await sticks.placeOn(folder, files)
  const read = new Map<string, number>()
  const total = () => [...read.values()].reduce((sum, count) => sum + count, 0)
  try {
    const circles = sessions.map((session) => fileCircle(session.circle.id, session.keys().encryptionKey))
    const surveyed = await sticks.survey(place, circles, files, options.watch)
    const bad = new Set<string>()
    const parts = sessions.length * 2
    for (const [at, session] of sessions.entries()) {
      const part = { ...options, watch: partOf(options.watch, at, parts) }
      read.set(session.circle.id, await readAll(session, place, surveyed, part, bad))
    }
    // What is not as its writer signed it covers nothing: others still need what it says it holds.
    const found = { ...surveyed, files: surveyed.files.filter(({ name }) => !bad.has(name)) }
    const problems: unknown[] = []
    const done: Exchanged[] = []
    for (const [at, session] of sessions.entries()) {
      goOn(options.watch)
      const part = { ...options, watch: partOf(options.watch, sessions.length + at, parts) }
      const written = await write(session, place, found, part).catch((error: unknown) => {
        problems.push(error)
        return { wrote: 0, bytes: 0 }
      })
      const { id } = session.circle
      done.push({ circle: id, read: read.get(id) ?? 0, ...written, apart: await isApart(session, found) })
    }
    if (problems.length > 0) await Promise.reject(problems[0])
    return { circles: done, damaged: found.damaged.length + bad.size, newer: found.newer }
  } catch (error) {
    const told = toldOf(error, options)
    throw told instanceof NetworkError ? new NetworkError(told.code, { ...told.about, read: total() }, error) : told
  }
}

/** Takes in what is new, file by file, until none brings anything more: one may continue another. */
async function readAll(
  session: CircleSession,
  place: string,
  found: sticks.Survey,
  options: StickOptions,
  bad: Set<string>,
): Promise<number> {
  const circles = [fileCircle(session.circle.id, session.keys().encryptionKey)]
  let read = 0
  for (let again = true; again;) {
    again = false
    for (const file of filesOf(session, found)) {
      const before = await lengthsHere(session)
      const isNew = file.pieces.some(({ key, from, to }) => {
        const here = before.get(toHex(key))
        return here !== undefined && from <= here && to > here
      })
      if (!isNew || bad.has(file.name)) continue
      const { scratch, watch } = options
      const wanted = { file: join(place, file.name), circles, scratch, watch: partOf(watch, 0, 2) }
      const bundle = await readBundle(wanted).catch((error: unknown) => {
        const told = toldOf(error, options)
        if (!(told instanceof NetworkError) || told.code !== 'bundle-damaged') throw error
        bad.add(file.name)
      })
      if (bundle === undefined) continue
      try {
        read += (await takeIn(session, bundle, partOf(watch, 1, 2))).events
      } finally {
        await bundle.close()
      }
      const after = await lengthsHere(session)
      again ||= [...after].some(([key, length]) => length > (before.get(key) ?? 0))
    }
  }
  return read
}

async function write(
  session: CircleSession,
  place: string,
  found: sticks.Survey,
  options: StickOptions,
): Promise<{ wrote: number; bytes: number }> {
  const { files = realFiles } = options
  const author = toHex(session.log.writerKey)
  const there = filesOf(session, found)
  const here = await lengthsHere(session)
  const reach = sticks.reachOf(there)
  const wrote = [...here].reduce((sum, [key, length]) => sum + Math.max(0, length - (reach.get(key) ?? 0)), 0)
  const own = there.filter((file) => file.author === author)
  const small = own.filter(({ size }) => size <= SMALL_BYTES)
  // What is left of a write that was broken off.
  await files.remove(join(place, partName(session))).catch(() => undefined)
  const written: sticks.FoundFile[] = []
  if (wrote > 0 || there.length > MOST_FILES) {
    const isTooMany = there.length - small.length >= MOST_FILES
    const base = isTooMany ? [] : there.filter((file) => !small.includes(file))
    written.push(...(await writeFiles(session, place, sticks.reachOf(base), found, options)))
  }
  await clear(session, place, [...there, ...written], found, files)
  return { wrote, bytes: written.reduce((sum, { size }) => sum + size, 0) }
}

/** All that comes after what others can read there, in one file, or in several where it is very much. */
async function writeFiles(
  session: CircleSession,
  place: string,
  had: ReadonlyMap<string, number>,
  found: sticks.Survey,
  options: StickOptions,
): Promise<sticks.FoundFile[]> {
  const { files = realFiles, chance, limit, mostFileBytes = MOST_FILE_BYTES } = options
  const content = await contentOf(session, chance, had)
  const parts = inParts(content.cores, mostFileBytes)
  const needed = parts.flat().reduce((sum, one) => sum + bytesOf(one), 0)
  const free = (await files.free(options.folder)) ?? Number.MAX_SAFE_INTEGER
  const room = Math.min(free, limit === undefined ? free : limit - found.bytes)
  if (needed > room) throw new NetworkError('stick-full', { needed: megabytes(needed), free: megabytes(room) })
  await files.makeFolder(place)
  const written: sticks.FoundFile[] = []
  for (const cores of parts) {
    const name = `${markedName(chance, markOf(session))}.NST`
    const part = join(place, partName(session))
    const nonce = chance(24)
    const file = join(place, name)
    const { bytes, pieces } = await writeBundle({ ...content, nonce, cores, file, part, files, watch: options.watch })
    written.push({ name, size: bytes, circle: session.circle.id, author: toHex(session.log.writerKey), pieces })
  }
  return written
}

/** What this device wrote and what others can now read elsewhere, or nobody can read any more, makes room. */
async function clear(
  session: CircleSession,
  place: string,
  there: readonly sticks.FoundFile[],
  found: sticks.Survey,
  files: Files,
): Promise<void> {
  const author = toHex(session.log.writerKey)
  let left = there
  for (const file of there.filter((one) => one.author === author)) {
    const others = left.filter((one) => one !== file)
    if (!sticks.isCovered(file, others)) continue
    await files.remove(join(place, file.name))
    left = others
  }
  const broken = found.damaged.filter((name) => isMarked(name, markOf(session)))
  for (const name of broken) await files.remove(join(place, name))
}

async function isApart(session: CircleSession, found: sticks.Survey): Promise<boolean> {
  const here = await lengthsHere(session)
  return filesOf(session, found).some(({ pieces }) =>
    pieces.some(({ key, from, to }) => to > from && from > (here.get(toHex(key)) ?? 0)),
  )
}

const filesOf = (session: CircleSession, found: sticks.Survey) =>
  found.files.filter(({ circle }) => circle === session.circle.id)

async function lengthsHere(session: CircleSession): Promise<Map<string, number>> {
  const cores = await session.log.copy.writerCores()
  return new Map(cores.map(({ key, core }) => [toHex(key), core.contiguousLength]))
}

/** By which this device knows the files that it wrote for a circle, and nobody else does. */
const markOf = (session: CircleSession): Uint8Array =>
  deriveKey(deviceKeys(session.keys().device).sign.secretKey.subarray(0, 32), 'nst/2 stick name')

/** Always the same for one device and circle, so that it finds what a broken write left. */
function partName(session: CircleSession): string {
  const mark = hash(Buffer.from('nst/2 part'), session.log.writerKey)
  return `${randomName(() => mark.subarray(0, 8))}.TMP`
}

type Cores = Awaited<ReturnType<typeof contentOf>>['cores']

function inParts(cores: Cores, most: number): Cores[] {
  const parts: Cores[] = [[]]
  let bytes = 0
  for (const one of cores) {
    const size = bytesOf(one)
    if (bytes > 0 && bytes + size > most) {
      parts.push([])
      bytes = 0
    }
    parts[parts.length - 1] = [...(parts.at(-1) ?? []), one]
    bytes += size
  }
  return parts
}

/** About what of a log is still to be written. */
function bytesOf({ core, from }: Cores[number]): number {
  const to = core.contiguousLength
  return to <= from ? 0 : Math.ceil((core.byteLength * (to - from)) / Math.max(core.length, 1)) + 512
}

/** A full disk of this machine is no full stick. */
function toldOf(error: unknown, { folder, scratch }: StickOptions): unknown {
  const isOurs = error instanceof NetworkError && error.about['file'] === scratch
  return isOurs ? error : sticks.stickError(error, folder)
}

const megabytes = (bytes: number): number => Math.max(0, Math.ceil(bytes / 1_000_000))

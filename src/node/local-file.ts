import { readFile, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import { accept, refusal, type Outcome, type Refusal } from '../domain/refusal.ts'
import { hashText } from '../log/crypto.ts'
import { realDisk, type Disk } from './disk.ts'

const NEWEST = 1
const LARGEST = 16 * 1024 * 1024

const Header = z.object({ nst: z.string(), version: z.int().min(1) })
const Wrapping = z.strictObject({ nst: z.string(), version: z.int(), sum: z.string(), content: z.unknown() })

/** Thrown when our own file on disk cannot be used: `store-damaged`, `newer-version` or `disk-full`. */
export class LocalFileError extends Error {
  readonly refusal: Refusal
  constructor(code: 'store-damaged' | 'newer-version' | 'disk-full', path: string, options?: ErrorOptions) {
    super(`${code}: ${path}`, options)
    this.refusal = refusal(code, { file: path })
  }
}

/** One small JSON document. Everything but `read` waits its turn, also across two handles on the same path. */
export type LocalFile<T> = {
  /** `undefined` where there is no file yet; never a default in place of a damaged one. */
  read(): Promise<T | undefined>
  save(value: T): Promise<void>
  /** Reads, changes, saves, with nobody in between. The same object back, or a throw, leaves the file as it was. */
  update(change: (now: T | undefined) => T): Promise<T>
}

export type LocalFileOptions<T> = {
  readonly path: string
  /** What the file says it is, so that another of our files in its place is noticed. */
  readonly kind: string
  readonly schema: z.ZodType<T>
  readonly disk?: Disk
}

const turns = new Map<string, Promise<unknown>>()

export function localFile<T>({ path, kind, schema, disk = realDisk }: LocalFileOptions<T>): LocalFile<T> {
  const read = () => readDocument(path, kind, schema)
  const write = (value: T) => writeDocument(disk, path, kind, schema.parse(value))
  return {
    read,
    save: (value) => inTurn(path, () => write(value)),
    update: (change) =>
      inTurn(path, async () => {
        const now = await read()
        const next = change(now)
        if (next !== now) await write(next)
        return next
      }),
  }
}

/** What a file of ours cannot give, as a value: for those without which the rest goes on. */
export async function orRefusal<T>(reading: Promise<T>): Promise<Outcome<T>> {
  try {
    return accept(await reading)
  } catch (error) {
    if (error instanceof LocalFileError) return { ok: false, refusal: error.refusal }
    throw error
  }
}

async function inTurn<R>(path: string, work: () => Promise<R>): Promise<R> {
  const key = resolve(path)
  const mine = (turns.get(key) ?? Promise.resolve()).then(work, work)
  turns.set(key, mine)
  try {
    return await mine
  } finally {
    if (turns.get(key) === mine) turns.delete(key)
  }
}

async function readDocument<T>(path: string, kind: string, schema: z.ZodType<T>): Promise<T | undefined> {
  const text = await readText(path)
  if (text === undefined) return undefined
  const value = parseJson(text)
  const header = Header.safeParse(value)
  if (header.success && header.data.nst === kind && header.data.version > NEWEST) {
    throw new LocalFileError('newer-version', path)
  }
  const wrapping = Wrapping.safeParse(value)
  if (!wrapping.success || wrapping.data.nst !== kind) throw new LocalFileError('store-damaged', path)
  // A flipped bit inside a key is still a well-formed key: only the sum tells.
  if (wrapping.data.sum !== hashText(JSON.stringify(wrapping.data.content))) {
    throw new LocalFileError('store-damaged', path)
  }
  const content = schema.safeParse(wrapping.data.content)
  if (!content.success) throw new LocalFileError('store-damaged', path, { cause: content.error })
  return content.data
}

async function readText(path: string): Promise<string | undefined> {
  try {
    const { size } = await stat(path)
    if (size > LARGEST) throw new LocalFileError('store-damaged', path)
    return await readFile(path, 'utf8')
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT') return undefined
    if (code === 'EISDIR' || code === 'ENOTDIR') throw new LocalFileError('store-damaged', path, { cause: error })
    throw error
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A kill after any step leaves the old file or the new one, whole. */
async function writeDocument(disk: Disk, path: string, kind: string, content: unknown): Promise<void> {
  const sum = hashText(JSON.stringify(content))
  const beside = `${path}.new`
  try {
    await disk.makeFolder(dirname(path))
    await disk.write(beside, `${JSON.stringify({ nst: kind, version: NEWEST, sum, content }, null, 1)}\n`)
    await disk.rename(beside, path)
    await disk.syncFolder(dirname(path))
  } catch (error) {
    await disk.remove(beside).catch(() => undefined)
    const full = ['ENOSPC', 'EDQUOT'].includes(codeOf(error) ?? '')
    throw full ? new LocalFileError('disk-full', path, { cause: error }) : error
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

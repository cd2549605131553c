import type Hypercore from 'hypercore'
import { isAdmission } from './agree.ts'
import { equalBytes, toHex } from './crypto.ts'
import { readOplogBlock } from './oplog-block.ts'
import type { ScreenedBase } from './screened-base.ts'
import { decodeEntry, encodeEntry, placeName } from './view-entry.ts'

/**
 * Where the order that the founder's device signed is not what the writers wrote: name of the place → the entry that
 * belongs there, `null` where none does. A joiner takes the signed order over unseen; it can leave words out, it cannot
 * make them up.
 */
export type Differences = ReadonlyMap<string, Uint8Array | null>

/** How far the signed order was compared: entries of the view, blocks of each writer (hex). */
export type Compared = {
  readonly view: number
  readonly lengths: ReadonlyMap<string, number>
  readonly differences: Differences
}

export const NOTHING_COMPARED: Compared = { view: 0, lengths: new Map(), differences: new Map() }

const AT_ONCE = 256

type Writer = { readonly length: number; readonly core: Hypercore }

/**
 * Goes on from where `before` ended, to the end of what is signed: that part never changes again. `undefined` while a
 * block that it needs is not here.
 */
export async function compareOrder(base: ScreenedBase, before: Compared): Promise<Compared | undefined> {
  const { system } = base
  if (system === null) return undefined
  const still = await system.checkout(base.signedLength)
  const writers = new Map<string, Writer>()
  try {
    const view = still.views[0]?.length ?? 0
    for await (const { key, value } of still.list()) {
      writers.set(toHex(key), { length: value.length, core: base.writerCore(Buffer.from(key)) })
    }
    return await compare(base, { before, view, writers })
  } finally {
    await Promise.all([still.close(), ...[...writers.values()].map(({ core }) => core.close())])
  }
}

type Task = { readonly before: Compared; readonly view: number; readonly writers: ReadonlyMap<string, Writer> }

async function compare(base: ScreenedBase, { before, view, writers }: Task): Promise<Compared | undefined> {
  const ordered = new Map<string, Uint8Array>()
  const doubtful = new Set<string>()
  for await (const block of readAhead(before.view, view, (index) => base.view.get(index, { wait: false }))) {
    if (block === null) return undefined
    const name = placeName(decodeEntry(block))
    if (ordered.has(name)) doubtful.add(name)
    else ordered.set(name, block)
  }
  const found = new Map(before.differences)
  for (const [writer, { length, core }] of writers) {
    let position = before.lengths.get(writer) ?? 0
    for await (const written of readAhead(position + 1, length + 1, (place) => entryAt(core, place))) {
      if (written === undefined) return undefined
      position += 1
      const name = placeName({ writer, position })
      const block = ordered.get(name)
      ordered.delete(name)
      const same = written === null ? block === undefined : block !== undefined && equalBytes(block, written)
      if (!same || found.has(name)) found.set(name, written)
    }
  }
  for (const name of [...doubtful, ...ordered.keys()]) {
    const written = await belongsAt(name, writers)
    if (written === undefined) return undefined
    found.set(name, written)
  }
  const isSame =
    found.size === before.differences.size &&
    [...before.differences].every(([name, block]) => found.get(name) === block)
  const differences = isSame ? before.differences : found
  return { view, lengths: new Map([...writers].map(([writer, { length }]) => [writer, length])), differences }
}

/** One by one, each block would be a wait of its own. */
async function* readAhead<T>(from: number, to: number, read: (index: number) => Promise<T>): AsyncGenerator<T> {
  for (let next = from; next < to; next += AT_ONCE) {
    const count = Math.min(AT_ONCE, to - next)
    yield* await Promise.all(Array.from({ length: count }, async (_, index) => read(next + index)))
  }
}

async function belongsAt(name: string, writers: ReadonlyMap<string, Writer>): Promise<Uint8Array | null | undefined> {
  const [writer = '', position] = name.split(':')
  const known = writers.get(writer)
  return known === undefined || Number(position) > known.length ? null : entryAt(known.core, Number(position))
}

/** What `agree` makes of the block there: `null` for nothing; `undefined` where it is not here. */
export async function entryAt(core: Hypercore, position: number): Promise<Uint8Array | null | undefined> {
  await core.ready()
  if (position < 1 || !(await core.has(position - 1))) return undefined
  const block = await core.get(position - 1, { wait: false, valueEncoding: 'binary' })
  if (block === null) return undefined
  const value = readOplogBlock(block)?.value ?? null
  return value === null || value.byteLength === 0 || isAdmission(value) ? null : encodeEntry(core.key, position, value)
}

/** The order as its writers wrote it: every author's words in their own order, which is all that a fold asks for. */
export function corrected(blocks: readonly Uint8Array[], differences: Differences): Uint8Array[] {
  const missing = new Map<string, { position: number; block: Uint8Array }[]>()
  for (const block of differences.values()) {
    const entry = block === null ? undefined : decodeEntry(block)
    if (block === null || entry === undefined) continue
    const { writer, position } = entry
    missing.set(writer, [...(missing.get(writer) ?? []), { position, block }])
  }
  for (const places of missing.values()) places.sort((a, b) => a.position - b.position)
  const right = blocks.flatMap((block) => {
    const entry = decodeEntry(block)
    const places = missing.get(entry?.writer ?? '') ?? []
    const due = places.findIndex(({ position }) => position >= (entry?.position ?? 0))
    const first = places.splice(0, due === -1 ? places.length : due).map((place) => place.block)
    return differences.has(placeName(entry)) ? first : [...first, block]
  })
  return [...right, ...[...missing.values()].flat().map((place) => place.block)]
}

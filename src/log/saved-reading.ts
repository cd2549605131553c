import { appendFile, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type Hypercore from 'hypercore'
import {
  bytesOfHex,
  deriveKey,
  equalBytes,
  hash,
  NONCE_SIZE,
  open,
  randomBytes,
  seal,
  SEAL_OVERHEAD,
} from './crypto.ts'
import type { Keyring } from './keyring.ts'
import { fromSaved, toSaved, type Keeping, type SavedEntries } from './saved-entries.ts'
import type { LogEntry } from './view-entry.ts'
import type { LogStore } from './store.ts'

/**
 * What the places of the order were when they were read: reading, opening and parsing each of them again is most of what a
 * start costs. Only a cache, and nothing that was decided: a fold is made of it as it is of the order. Sealed under a
 * secret of the store and a key of the circle, so that nobody else can write one, and nobody read it once the circle's keys
 * are gone; each part is bound to those before it and to the hash of the order's tree up to its end. Without the file, or
 * with any of it wrong or of another order, the places are read.
 */
export type SavedReading = {
  /** The first places of this order, as far as it begins as the one that was read. */
  fitting(view: Hypercore): Promise<LogEntry[]>
  /** How many places more than are saved are worth a part of their own. */
  wants(length: number): boolean
  /** Writes down what is new of `entries`, which are those of `view` from its start. Never fails. */
  keep(view: Hypercore, entries: readonly LogEntry[]): Promise<void>
}

const ALL: Keeping = { instead: () => undefined, back: (kept) => kept }

/** To be changed with how a block is read: what older programs made of one is then read anew. */
const FORMAT = 'nst/1 reading 1'
const AT_LEAST = 32
const AT_MOST = 512
const HASH = 32
const HEADER = HASH + 6
/** The most that a part may be read as: no length is believed further. */
const LONGEST = 2 ** 28

/** `to`: how many places of the order there are up to its end; `tree`: their hash; `end`: of it in the file. */
type Part = { readonly to: number; readonly tree: Uint8Array; readonly end: number }
const NOTHING: Part = { to: 0, tree: Buffer.alloc(HASH), end: 0 }

export async function openSavedReading(
  store: LogStore,
  circle: string,
  keyring: Keyring,
  keeping: Keeping = ALL,
): Promise<SavedReading> {
  const file = join(store.folder, `read-${circle.slice(0, 16)}`)
  const { secretKey } = await store.root.createKeyPair('saved reading')
  const [own = Buffer.alloc(0)] = keyring.keys()
  const key = deriveKey(hash(secretKey, own), FORMAT, bytesOfHex(circle))
  let parts: Part[] = []
  /** Of the file, where that is known. */
  let size = Number.NaN
  const last = () => parts.at(-1) ?? NOTHING
  const dropUnfit = async (view: Hypercore) => {
    while (parts.length > 0 && !(await fits(view, last()))) parts.pop()
  }
  return {
    async fitting(view) {
      const bytes = await readFile(file).catch(() => Buffer.alloc(0))
      const found = [...partsOf(bytes, key)]
      size = bytes.length
      parts = found.map(({ part }) => part)
      await dropUnfit(view)
      const entries = found
        .slice(0, parts.length)
        .flatMap(({ text }) => fromSaved(JSON.parse(text) as SavedEntries, circle, keeping) ?? [])
      if (entries.length === last().to) return entries
      parts = []
      return []
    },
    wants: (length) => length - last().to >= AT_LEAST,
    async keep(view, entries) {
      try {
        await dropUnfit(view)
        if (entries.length - last().to < AT_LEAST) return
        if (size !== last().end) await cut(file, last().end)
        size = last().end
        while (last().to < entries.length) {
          const to = Math.min(entries.length, last().to + AT_MOST)
          const tree = await view.treeHash(to)
          const box = sealed(toSaved(entries.slice(last().to, to), keeping), { to, tree }, last(), key)
          await appendFile(file, box, { mode: 0o600 })
          size += box.length
          parts.push({ to, tree, end: size })
        }
      } catch {
        // The places are read then. What was begun is cut off by whoever keeps next.
        size = Number.NaN
      }
    },
  }
}

const cut = (file: string, end: number) => (end === 0 ? writeFile(file, '', { mode: 0o600 }) : truncate(file, end))

async function fits(view: Hypercore, { to, tree }: Part): Promise<boolean> {
  // Of a block that is not here its hash would be waited for.
  if (to > view.length || !(await view.has(to - 1))) return false
  return equalBytes(await view.treeHash(to), tree)
}

/** In the file: length(4) nonce(24) box, and in the box: hash of the tree(32) places up to its end(6) entries. */
function sealed(entries: SavedEntries, { to, tree }: Omit<Part, 'end'>, before: Part, key: Uint8Array): Buffer {
  const text = Buffer.from(JSON.stringify(entries), 'utf8')
  const nonce = randomBytes(NONCE_SIZE)
  const box = seal(Buffer.concat([tree, placesOf(to), text]), key, nonce, boundTo(before))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(box.length)
  return Buffer.concat([length, nonce, box])
}

/** As far as each is whole and follows the one before. */
function* partsOf(bytes: Buffer, key: Uint8Array): Generator<{ readonly part: Part; readonly text: string }> {
  let before = NOTHING
  while (before.end + 4 + NONCE_SIZE + SEAL_OVERHEAD + HEADER <= bytes.length) {
    const nonceAt = before.end + 4
    const length = bytes.readUInt32BE(before.end)
    const end = nonceAt + NONCE_SIZE + length
    if (length > LONGEST || end > bytes.length) return
    const box = bytes.subarray(nonceAt + NONCE_SIZE, end)
    const plain = open(box, key, bytes.subarray(nonceAt, nonceAt + NONCE_SIZE), boundTo(before))
    if (plain === undefined || plain.byteLength < HEADER) return
    const inside = Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength)
    const part = { tree: inside.subarray(0, HASH), to: inside.readUIntBE(HASH, 6), end }
    yield { part, text: inside.toString('utf8', HEADER) }
    before = part
  }
}

const boundTo = ({ to, tree }: Part): Uint8Array => Buffer.concat([tree, placesOf(to)])

function placesOf(to: number): Buffer {
  const bytes = Buffer.alloc(6)
  bytes.writeUIntBE(to, 0, 6)
  return bytes
}

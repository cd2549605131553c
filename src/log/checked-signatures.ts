import { appendFile, readFile, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import type { VerifyText } from '../domain/event.ts'
import { hash, hashText, verifyText } from './crypto.ts'
import { MARK, Marks } from './marks.ts'
import type { LogStore } from './store.ts'

/**
 * Remembers the signatures that this device has found good: checking them is most of what a start costs. Kept beside
 * the store as marks under a secret of the store, so that nobody else can make one. Only a cache: without the file, or
 * with any part of it wrong, signatures are checked again.
 */
export type CheckedSignatures = {
  readonly verify: VerifyText
  /** Only whether it was found good before: of the hash of its text, which an event's reader has made already. */
  readonly knows: VerifyText
  /** Other facts of what cannot change, under the same secret. */
  readonly known: { has(fact: string): boolean; add(fact: string): void }
  /** Writes down what is new. Never fails: what is not remembered is checked again. */
  save(): Promise<void>
}

export async function openCheckedSignatures(store: LogStore, circle: string): Promise<CheckedSignatures> {
  const file = join(store.folder, `checked-${circle.slice(0, 16)}`)
  const { secretKey } = await store.root.createKeyPair('checked signatures')
  const secret = secretKey.subarray(0, 32)
  const bytes = await readFile(file).catch(() => Buffer.alloc(0))
  // A mark that a crash cut off would put all that follow out of their place, at each start more of them.
  if (bytes.length % MARK > 0) await truncate(file, bytes.length - (bytes.length % MARK)).catch(() => undefined)
  const known = new Marks(bytes)
  let fresh: Buffer[] = []
  const factOf = (fact: string) => markOf(secret, fact, 'fact', '')
  return {
    known: {
      has: (fact) => known.has(factOf(fact)),
      add(fact) {
        const mark = factOf(fact)
        if (known.add(mark)) fresh.push(mark)
      },
    },
    knows: (id, signature, publicKey) => known.has(markOf(secret, id, signature, publicKey)),
    verify(text, signature, publicKey) {
      const mark = markOf(secret, hashText(text), signature, publicKey)
      if (known.has(mark)) return true
      if (!verifyText(text, signature, publicKey)) return false
      if (known.add(mark)) fresh.push(mark)
      return true
    },
    async save() {
      if (fresh.length === 0) return
      const marks = Buffer.concat(fresh)
      fresh = []
      await appendFile(file, marks).catch(() => undefined)
    },
  }
}

function markOf(secret: Uint8Array, about: string, signature: string, publicKey: string): Buffer {
  // Both keys have a fixed length wherever they verify, so no two triples give the same bytes.
  const mark = hash(secret, Buffer.from(`${signature}${publicKey}${about}`, 'utf8'))
  return Buffer.from(mark.buffer, mark.byteOffset, MARK)
}

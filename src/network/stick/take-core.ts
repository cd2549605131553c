import type Corestore from 'corestore'
import type Hypercore from 'hypercore'
import * as format from './bundle-format.ts'
import { damaged, type FileCursor } from './file-cursor.ts'
import { manifestOf } from './manifest.ts'

export type CarriedCore = { readonly key: Uint8Array; readonly length: number }

type Proof = { signature: Uint8Array; nodes: format.TreeNode[] }

const BATCH_BYTES = 256 * 1024
const BATCH_BLOCKS = 1_000

/**
 * Takes the next core of a bundle into a store that is thrown away unless it proves good: blocks are appended as they
 * come, and only the last step checks the writer's signature, over the tree of all of them. Throws where it does not hold.
 */
export async function takeCore(cursor: FileCursor, store: Corestore): Promise<CarriedCore> {
  const key = Buffer.from(await cursor.take(format.KEY_SIZE))
  const manifest = manifestOf(await takeSized(cursor, format.MOST_MANIFEST_BYTES), key)
  if (manifest === undefined) throw damaged('manifest')
  const signature = await takeSized(cursor, format.MOST_SIGNATURE_BYTES)
  const nodes: format.TreeNode[] = []
  for (let count = await cursor.takeUint(1); count > 0; count -= 1) {
    nodes.push(format.decodeNode(await cursor.take(format.NODE_SIZE)))
  }
  const core = store.get({ key, manifest })
  try {
    await core.ready()
    // The same core twice in one file.
    if (core.length > 0) throw damaged('core-twice')
    return { key, length: await takeBlocks(cursor, core, { signature, nodes }) }
  } finally {
    await core.close()
  }
}

async function takeBlocks(cursor: FileCursor, core: Hypercore, proof: Proof): Promise<number> {
  const count = await cursor.takeUint(format.COUNT_SIZE)
  if (count === 0 || count > cursor.remaining / format.COUNT_SIZE) throw damaged('block-count')
  let batch: Buffer[] = []
  let batchBytes = 0
  for (let left = count; left > 0; left -= 1) {
    if (batchBytes >= BATCH_BYTES || batch.length >= BATCH_BLOCKS) {
      await core.append(batch, { writable: true })
      ;[batch, batchBytes] = [[], 0]
    }
    const size = await cursor.takeUint(format.COUNT_SIZE)
    if (size > format.MOST_BLOCK_BYTES) throw damaged('block-size')
    batch.push(Buffer.from(await cursor.take(size)))
    batchBytes += size
  }
  await appendLast(core, batch, proof)
  if (core.contiguousLength !== count) throw damaged('blocks')
  return count
}

/** Hypercore refuses the last append, or the proof, unless the signature is the writer's for just this tree. */
async function appendLast(core: Hypercore, batch: Buffer[], { signature, nodes }: Proof): Promise<void> {
  if (nodes.length === 0) {
    await core.append(batch, { writable: true, signature })
    return
  }
  await core.append(batch, { writable: true })
  const upgrade = { start: 0, length: core.length, nodes: [], additionalNodes: nodes, signature }
  const proof = { fork: 0, block: null, hash: null, seek: null, upgrade, manifest: null }
  if (!(await core.applyProof(proof))) throw damaged('proof')
}

async function takeSized(cursor: FileCursor, most: number): Promise<Buffer> {
  const size = await cursor.takeUint(2)
  if (size === 0 || size > most) throw damaged('size')
  return Buffer.from(await cursor.take(size))
}

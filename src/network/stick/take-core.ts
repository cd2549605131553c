import type Corestore from 'corestore'
import type Hypercore from 'hypercore'
import * as format from './bundle-format.ts'
import { damaged, type Cursor } from './file-cursor.ts'
import { manifestOf } from './manifest.ts'
import { KnownTree, leaf, rootsOf } from './tree.ts'

type NextBlock = (index: number) => Promise<Buffer>
type Proof = { signature: Uint8Array; before: format.TreeNode[]; behind: format.TreeNode[] }

const BATCH_BYTES = 256 * 1024
const BATCH_BLOCKS = 1_000

/**
 * Takes the next core of a bundle into a store that is thrown away unless it proves good: the writer's signature is checked
 * over the tree of all blocks, those before the piece standing in it with their roots. Throws where it does not hold.
 */
export async function takeCore(
  piece: format.Piece,
  cursor: Cursor,
  store: Corestore,
  ciphers?: format.Ciphers,
): Promise<void> {
  const { key, from, to } = piece
  const manifest = manifestOf(await takeSized(cursor, format.MOST_MANIFEST_BYTES), key)
  if (manifest === undefined) throw damaged('manifest')
  const signature = await takeSized(cursor, format.MOST_SIGNATURE_BYTES)
  const proof: Proof = { signature, before: await takeNodes(cursor), behind: await takeNodes(cursor) }
  const cipher = ciphers?.(key)
  const next = (index: number) => takeBlock(cursor, index, cipher)
  if (to - from > cursor.remaining / format.COUNT_SIZE) throw damaged('block-count')
  const core = store.get({ key, manifest })
  try {
    await core.ready()
    // The same core twice in one file.
    if (core.length > 0) throw damaged('core-twice')
    if (from === 0) await takeWhole(next, core, to, proof)
    else await takeContinued(next, core, piece, proof)
  } finally {
    await core.close()
  }
}

/** From its first block: appended as they come, and only the last step checks the signature. */
async function takeWhole(next: NextBlock, core: Hypercore, count: number, proof: Proof): Promise<void> {
  if (proof.before.length > 0) throw damaged('nodes')
  let batch: Buffer[] = []
  let batchBytes = 0
  for (let index = 0; index < count; index += 1) {
    if (batchBytes >= BATCH_BYTES || batch.length >= BATCH_BLOCKS) {
      await core.append(batch, { writable: true })
      ;[batch, batchBytes] = [[], 0]
    }
    const block = await next(index)
    batch.push(block)
    batchBytes += block.length
  }
  await appendLast(core, batch, proof)
  if (core.contiguousLength !== count) throw damaged('blocks')
}

/** Hypercore refuses the last append, or the proof, unless the signature is the writer's for just this tree. */
async function appendLast(core: Hypercore, batch: Buffer[], { signature, behind }: Proof): Promise<void> {
  if (behind.length === 0) {
    await core.append(batch, { writable: true, signature })
    return
  }
  await core.append(batch, { writable: true })
  await upgrade(core, core.length, [], behind, signature)
}

/** What continues a log: first the tree over all of it is proved, then that each block stands in it at its place. */
async function takeContinued(next: NextBlock, core: Hypercore, piece: format.Piece, proof: Proof): Promise<void> {
  const { from, to } = piece
  const roots = rootsOf(from)
  if (proof.before.length !== roots.length || proof.before.some(({ index }, i) => index !== roots[i])) {
    throw damaged('nodes')
  }
  const tree = new KnownTree(proof.before)
  const blocks: Buffer[] = []
  let bytes = 0
  for (let index = from; index < to; index += 1) {
    const block = await next(index)
    bytes += block.length
    if (bytes > format.MOST_CONTINUED_BYTES) throw damaged('too-much')
    blocks.push(block)
    tree.add(leaf(index, block))
  }
  const over = rootsOf(to).flatMap((index) => tree.at(index) ?? [])
  await upgrade(core, to, over, proof.behind, proof.signature)
  for (let at = 0; at < blocks.length; at += BATCH_BLOCKS) {
    const part = blocks.slice(at, at + BATCH_BLOCKS)
    const proofs = part.map((value, i) => blockProof(from + at + i, value, tree))
    const taken = await Promise.all(proofs.map((one) => core.applyProof(one)))
    if (taken.some((isTaken) => !isTaken)) throw damaged('block')
  }
}

function blockProof(index: number, value: Buffer, tree: KnownTree): Parameters<Hypercore['applyProof']>[0] {
  const block = { index, value, nodes: tree.path(index) }
  return { fork: 0, block, hash: null, seek: null, upgrade: null, manifest: null }
}

async function upgrade(
  core: Hypercore,
  length: number,
  nodes: format.TreeNode[],
  additionalNodes: format.TreeNode[],
  signature: Uint8Array,
): Promise<void> {
  const proof = { start: 0, length, nodes, additionalNodes, signature }
  const taken = await core.applyProof({ fork: 0, block: null, hash: null, seek: null, upgrade: proof, manifest: null })
  if (!taken) throw damaged('proof')
}

async function takeBlock(cursor: Cursor, index: number, cipher: format.BlockCipher | undefined): Promise<Buffer> {
  const said = await cursor.takeUint(format.COUNT_SIZE)
  const isAsItIs = said >= format.AS_IT_IS
  const size = isAsItIs ? said - format.AS_IT_IS : said
  if (size > format.MOST_BLOCK_BYTES || (!isAsItIs && cipher === undefined)) throw damaged('block-size')
  const bytes = await cursor.take(size)
  return Buffer.from(isAsItIs || cipher === undefined ? bytes : cipher.seal(bytes, index))
}

async function takeNodes(cursor: Cursor): Promise<format.TreeNode[]> {
  const nodes: format.TreeNode[] = []
  for (let count = await cursor.takeUint(1); count > 0; count -= 1) {
    nodes.push(format.decodeNode(await cursor.take(format.NODE_SIZE)))
  }
  return nodes
}

async function takeSized(cursor: Cursor, most: number): Promise<Buffer> {
  const size = await cursor.takeUint(2)
  if (size === 0 || size > most) throw damaged('size')
  return Buffer.from(await cursor.take(size))
}

import type Hypercore from 'hypercore'
import {
  AS_IT_IS,
  COUNT_SIZE,
  encodeNode,
  encodePiece,
  encodePrefix,
  fileKeys,
  MOST_CONTINUED_BYTES,
  NODE_SIZE,
  paddedSize,
  uint,
  type BlockCipher,
  type Ciphers,
  type Piece,
  type TreeNode,
} from './bundle-format.ts'
import { manifestBytes } from './manifest.ts'
import { PackingSink } from './packed-stream.ts'
import { SealingSink } from './sealed-stream.ts'
import { goOn, type Watch } from './watch.ts'
import { writeWholeFile, type Sink, type WriteOptions } from './write-whole-file.ts'

/** `missing`: blocks that this node knows of and does not have, so that the copy is not whole. */
export type WrittenBundle = {
  readonly bytes: number
  readonly blocks: number
  readonly missing: number
  /** What the file says is in it. */
  readonly pieces: readonly Piece[]
}

/** One log, and how much of it the reader has already. */
export type Carried = { readonly core: Hypercore; readonly from: number }

export type BundleContent = {
  /** 32 bytes */
  readonly circle: Uint8Array
  /** What the circle's members have and nobody else: the file is sealed under it. 32 bytes. */
  readonly key: Uint8Array
  /** 24 bytes, at random. */
  readonly nonce: Uint8Array
  /** The key of this device's own log. */
  readonly author: Uint8Array
  readonly cores: readonly Carried[]
  readonly ciphers?: Ciphers
  /** Says only what is here, for another to leave out. */
  readonly isEmpty?: boolean
  readonly watch?: Watch | undefined
}

/**
 * Writes a circle's writer cores into one file, as they lie in the store. Of each core it takes what is there without a gap
 * from where the reader is. `before`: what stands in the file before it. Throws a NetworkError, see `writeWholeFile`.
 */
export async function writeBundle(
  options: BundleContent & WriteOptions & { file: string; before?: Uint8Array },
): Promise<WrittenBundle> {
  const { file, cores, before } = options
  await Promise.all(cores.map(({ core }) => core.ready()))
  let pieces: Piece[] = []
  const bytes = await writeWholeFile(
    file,
    async (sink) => {
      if (before !== undefined) await sink.begin(before)
      pieces = await writeContent(sink, options)
    },
    options,
  )
  const known = cores.reduce((sum, { core }) => sum + core.length, 0)
  const here = cores.reduce((sum, { core }) => sum + core.contiguousLength, 0)
  const blocks = pieces.reduce((sum, { from, to }) => sum + to - from, 0)
  return { bytes, blocks, missing: Math.max(0, known - here), pieces }
}

async function writeContent(sink: Sink, content: BundleContent): Promise<Piece[]> {
  const { key, tag } = fileKeys(content.key, content.nonce)
  const prefix = encodePrefix(content.nonce, tag)
  await sink.write(prefix)
  const sealing = new SealingSink(sink, { key, associated: prefix })
  const planned = (await Promise.all(content.cores.map((one) => planOf(one, content.isEmpty)))).flat()
  await sealing.write(Buffer.concat([content.circle, content.author, uint(planned.length, COUNT_SIZE)]))
  for (const { piece } of planned) await sealing.write(encodePiece(piece))
  const packing = new PackingSink(sealing)
  const written = { blocks: 0, of: planned.reduce((sum, { piece }) => sum + piece.to - piece.from, 0) }
  const next = () => {
    goOn(content.watch)
    content.watch?.tell?.((written.blocks += 1), written.of)
  }
  for (const one of planned) await writeCore(packing, one, content.ciphers?.(one.core.key), next)
  await packing.end()
  for (let left = paddedSize(sealing.written) - sealing.written; left > 0;) {
    const zeros = Buffer.alloc(Math.min(left, 64 * 1024))
    await sealing.write(zeros)
    left -= zeros.length
  }
  await sealing.end()
  return planned.map(({ piece }) => piece)
}

/** What is to be written of one log. The core may grow meanwhile: the signature is for what it is now. */
type Planned = {
  readonly core: Hypercore
  readonly piece: Piece
  readonly signature: Uint8Array
  readonly before: readonly TreeNode[]
  readonly behind: readonly TreeNode[]
}

async function planOf({ core, from }: Carried, isEmpty = false): Promise<Planned[]> {
  // A core that was ever cut back has another fork, which a reader could not take up.
  if (core.contiguousLength === 0 || core.fork !== 0) return []
  const to = core.contiguousLength
  const start = isEmpty ? to : Math.min(from, to)
  const { upgrade } = await core.proof({ upgrade: { start: 0, length: to } })
  if (upgrade === null) throw new Error('A core with blocks has a signature')
  const before = start === 0 || start === to ? [] : await rootsUpTo(core, start)
  const isLong = sizeOf(upgrade.nodes) - sizeOf(before) > MOST_CONTINUED_BYTES && start < to
  const piece = { key: core.key, from: isLong ? 0 : start, to }
  const { signature, additionalNodes: behind } = upgrade
  return [{ core, piece, signature, behind, before: isLong ? [] : before }]
}

async function rootsUpTo(core: Hypercore, length: number): Promise<readonly TreeNode[]> {
  const { upgrade } = await core.proof({ upgrade: { start: 0, length } })
  return upgrade?.nodes ?? []
}

const sizeOf = (nodes: readonly TreeNode[]): number => nodes.reduce((sum, { size }) => sum + size, 0)

async function writeCore(
  sink: Sink,
  planned: Planned,
  cipher: BlockCipher | undefined,
  next: () => void,
): Promise<void> {
  const { core, signature, before, behind } = planned
  const { from, to } = planned.piece
  if (from === to) return
  const manifest = manifestBytes(core)
  await sink.write(Buffer.concat([uint(manifest.byteLength, 2), manifest]))
  await sink.write(Buffer.concat([uint(signature.byteLength, 2), signature]))
  await sink.write(nodesBytes(before))
  await sink.write(nodesBytes(behind))
  for (let index = from; index < to; index += 1) {
    next()
    const block = await core.get(index, { raw: true, wait: false })
    if (block === null) throw new Error(`Block ${index} has gone`)
    const opened = cipher?.open(block, index)
    const size = opened === undefined ? AS_IT_IS + block.byteLength : opened.byteLength
    await sink.write(uint(size, COUNT_SIZE))
    await sink.write(opened ?? block)
  }
}

const nodesBytes = (nodes: readonly TreeNode[]): Buffer =>
  Buffer.concat([uint(nodes.length, 1), ...nodes.map(encodeNode)], 1 + nodes.length * NODE_SIZE)

import { open, readFile } from 'node:fs/promises'
import {
  AS_IT_IS,
  encodePrefix,
  fileKeys,
  paddedSize,
  PREFIX_SIZE,
  uint,
} from '../../../src/network/stick/bundle-format.ts'
import { FileCursor } from '../../../src/network/stick/file-cursor.ts'
import { PackedCursor, PackingSink } from '../../../src/network/stick/packed-stream.ts'
import { SealedCursor, SealingSink } from '../../../src/network/stick/sealed-stream.ts'
import { writeWholeFile } from '../../../src/network/stick/write-whole-file.ts'

/** What a member who means harm could make: all parts of a bundle, sealed well, with a digest that fits. */
export const circle = Buffer.alloc(32, 9)
export const key = Buffer.alloc(32, 3)
export const nonce = Buffer.alloc(24, 2)
export const author = Buffer.alloc(32, 7)
export const circles = [{ circle: circle.toString('hex'), key }]
const { key: fileKey, tag } = fileKeys(key, nonce)
export const prefix = encodePrefix(nonce, tag)

/** One log as it stands in a bundle. */
export type Part = {
  key: Buffer
  from: number
  to: number
  manifest: Buffer
  signature: Buffer
  before: Buffer[]
  behind: Buffer[]
  blocks: Buffer[]
}
/** `head`: what is told of it first; `cores`: what follows, before it is packed. */
export type Inside = { head: Buffer; cores: Buffer }

/** Of a bundle with two logs. */
export async function insideOf(file: string): Promise<Inside> {
  const handle = await open(file, 'r')
  const { size } = await handle.stat()
  const cursor = new SealedCursor(new FileCursor(handle, PREFIX_SIZE, size - 32), { key: fileKey, associated: prefix })
  const head = Buffer.from(await cursor.take(68 + 2 * 40))
  const packed = new PackedCursor(cursor)
  const bytes: Buffer[] = []
  // It throws where it ends.
  for (;;) {
    const byte = await packed.take(1).catch(() => undefined)
    if (byte === undefined) break
    bytes.push(Buffer.from(byte))
  }
  await handle.close()
  return { head, cores: Buffer.concat(bytes) }
}

export async function forged(
  file: string,
  { head, cores }: Inside,
  { padding, isPacked = true }: { padding?: Buffer; isPacked?: boolean } = {},
): Promise<Buffer> {
  await writeWholeFile(file, async (sink) => {
    await sink.write(prefix)
    const sealing = new SealingSink(sink, { key: fileKey, associated: prefix })
    await sealing.write(head)
    const packing = new PackingSink(sealing)
    await (isPacked ? packing : sealing).write(cores)
    if (isPacked) await packing.end()
    await sealing.write(padding ?? Buffer.alloc(paddedSize(sealing.written) - sealing.written))
    await sealing.end()
  })
  return readFile(file)
}

export function partsOf({ head, cores }: Inside): [Part, Part] {
  const taking = (from: Buffer, start: number) => {
    let at = start
    return (size: number) => from.subarray(at, (at += size))
  }
  const [inHead, take] = [taking(head, 68), taking(cores, 0)]
  const heads = [0, 1].map(() => ({ key: inHead(32), from: inHead(4).readUInt32LE(), to: inHead(4).readUInt32LE() }))
  const nodes = () => Array.from({ length: take(1)[0]! }, () => take(48))
  const part = (piece: (typeof heads)[number]): Part => ({
    ...piece,
    manifest: take(take(2).readUInt16LE()),
    signature: take(take(2).readUInt16LE()),
    before: nodes(),
    behind: nodes(),
    blocks: Array.from({ length: piece.to - piece.from }, () => take(take(4).readUInt32LE() - AS_IT_IS)),
  })
  return [part(heads[0]!), part(heads[1]!)]
}

const sized = (bytes: Buffer): Buffer => Buffer.concat([uint(bytes.length, 2), bytes])

export function coreBytes(part: Part): Buffer {
  const { before, behind } = part
  const nodes = [before, behind].flatMap((some) => [uint(some.length, 1), ...some])
  const blocks = part.blocks.flatMap((block) => [uint(AS_IT_IS + block.length, 4), block])
  return Buffer.concat([sized(part.manifest), sized(part.signature), ...nodes, ...blocks])
}

export function headBytes(cores: readonly Part[], count = cores.length): Buffer {
  const pieces = cores.flatMap((part) => [part.key, uint(part.from, 4), uint(part.to, 4)])
  return Buffer.concat([circle, author, uint(count, 4), ...pieces])
}

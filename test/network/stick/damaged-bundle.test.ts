import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  createDigest,
  DIGEST_SIZE,
  encodeNode,
  encodePrefix,
  PREFIX_SIZE,
  uint,
} from '../../../src/network/stick/bundle-format.ts'
import { readBundle } from '../../../src/network/stick/read-bundle.ts'
import { writeBundle } from '../../../src/network/stick/write-bundle.ts'
import { below, bytesFrom, chanceOf } from '../chance.ts'
import { createFolder, type Folder } from './stores.ts'

const circle = Buffer.alloc(32, 9)
const GIGABYTE = 0x40_00_00_00

/** Where things stand in the bundle of `beforeAll`, for those who change them on purpose. */
type Part = { key: Buffer; manifest: Buffer; signature: Buffer; blocks: Buffer[] }

let folder: Folder
let good: Buffer
let parts: [Part, Part]

beforeAll(async () => {
  folder = await createFolder()
  const store = await folder.store('store')
  const cores = [store.get({ name: 'alice' }), store.get({ name: 'bob' })]
  await cores[0]!.append(Array.from({ length: 40 }, (_, index) => Buffer.from(`alice ${index}`)))
  await cores[1]!.append([Buffer.from('bob 0'), Buffer.from('bob 1'), Buffer.from('bob 2')])
  await writeBundle({ file: folder.path('good.nst'), circle, cores })
  good = await readFile(folder.path('good.nst'))
  parts = partsOf(good)
  if (!assembled(parts).equals(good)) throw new Error('The test does not know the format any more')
})
afterAll(() => folder.remove())

async function codeOf(content: Uint8Array): Promise<string> {
  const file = folder.path('changed.nst')
  await writeFile(file, content)
  return codeOfFile(file)
}

async function codeOfFile(file: string): Promise<string> {
  try {
    const bundle = await readBundle({ file, isKnown: () => true, scratch: folder.path('scratch') })
    await bundle.close()
    return 'accepted'
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}

function flipped(bytes: Buffer, at: number, bit: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ (1 << bit)
  return copy
}

/** With a digest that fits, as one who means harm would make it. */
function sealedAgain(content: Buffer): Buffer {
  const digest = createDigest()
  digest.update(content)
  return Buffer.concat([content, digest.final()])
}
const withoutDigest = (bundle: Buffer): Buffer => bundle.subarray(0, bundle.length - DIGEST_SIZE)

function partsOf(bundle: Buffer): [Part, Part] {
  let at = PREFIX_SIZE + 4
  const take = (size: number) => bundle.subarray(at, (at += size))
  const part = (): Part => {
    const key = take(32)
    const manifest = take(take(2).readUInt16LE())
    const signature = take(take(2).readUInt16LE())
    take(1)
    const blocks = Array.from({ length: take(4).readUInt32LE() }, () => take(take(4).readUInt32LE()))
    return { key, manifest, signature, blocks }
  }
  return [part(), part()]
}

const sized = (bytes: Buffer, size: 2 | 4): Buffer => Buffer.concat([uint(bytes.length, size), bytes])

function coreBytes(part: Part, nodes: Buffer[] = [], count = part.blocks.length): Buffer {
  const head = [part.key, sized(part.manifest, 2), sized(part.signature, 2), uint(nodes.length, 1), ...nodes]
  return Buffer.concat([...head, uint(count, 4), ...part.blocks.map((block) => sized(block, 4))])
}

const assembled = (cores: readonly Part[], count = cores.length, ...rest: Buffer[]): Buffer =>
  sealedAgain(
    Buffer.concat([
      encodePrefix({ version: 1, circle }),
      uint(count, 4),
      ...cores.map((core) => coreBytes(core)),
      ...rest,
    ]),
  )

test('every bit of the prefix, and one bit of each byte up to the first block', async () => {
  const bits = [0, 1, 2, 3, 4, 5, 6, 7]
  for (let at = 0; at < 8; at += 1)
    for (const bit of bits) expect(await codeOf(flipped(good, at, bit))).toBe('not-ours')
  const rest = Array.from({ length: PREFIX_SIZE - 8 }, (_, index) => 8 + index)
  for (const at of rest) for (const bit of bits) expect(await codeOf(flipped(good, at, bit))).toBe('bundle-damaged')
  for (let at = PREFIX_SIZE; at < 400; at += 1) expect(await codeOf(flipped(good, at, at % 8))).toBe('bundle-damaged')
})

test('seed 3: bits flipped anywhere', async () => {
  const chance = chanceOf(3)
  for (let round = 0; round < 400; round += 1) {
    const at = PREFIX_SIZE + below(chance, good.length - PREFIX_SIZE)
    expect(await codeOf(flipped(good, at, below(chance, 8)))).toBe('bundle-damaged')
  }
})

test('cut off anywhere, or with something behind it', async () => {
  for (let size = 0; size < 8; size += 1) expect(await codeOf(good.subarray(0, size))).toBe('not-ours')
  for (let size = 8; size < good.length; size += size < 200 ? 1 : 7) {
    expect(await codeOf(good.subarray(0, size))).toBe('bundle-damaged')
  }
  expect(await codeOf(good.subarray(0, good.length - 1))).toBe('bundle-damaged')
  expect(await codeOf(Buffer.concat([good, Buffer.alloc(1)]))).toBe('bundle-damaged')
  expect(await codeOf(Buffer.concat([good, good]))).toBe('bundle-damaged')
})

test('seed 4: bits flipped by someone who makes the digest fit: the signatures tell', async () => {
  const chance = chanceOf(4)
  const content = withoutDigest(good)
  for (let round = 0; round < 60; round += 1) {
    const at = PREFIX_SIZE + below(chance, content.length - PREFIX_SIZE)
    expect(await codeOf(sealedAgain(flipped(content, at, below(chance, 8))))).toBe('bundle-damaged')
  }
  expect(await readdir(folder.path('scratch'))).toEqual([])
})

test('cores that are swapped, mixed, repeated, shortened or lengthened', async () => {
  const [alice, bob] = parts
  const harmless = [assembled([bob, alice]), assembled([alice])]
  for (const content of harmless) expect(await codeOf(content)).toBe('accepted')
  const harmful = [
    [{ ...alice, key: bob.key }, bob],
    [{ ...alice, key: bob.key, manifest: bob.manifest }],
    [{ ...alice, key: bob.key, manifest: bob.manifest, signature: bob.signature }],
    [{ ...alice, signature: bob.signature }, bob],
    [
      { ...alice, blocks: bob.blocks },
      { ...bob, blocks: alice.blocks },
    ],
    [alice, alice],
    [{ ...alice, blocks: alice.blocks.slice(0, -1) }],
    [{ ...alice, blocks: alice.blocks.slice(1) }],
    [{ ...alice, blocks: [...alice.blocks].reverse() }],
    [{ ...alice, blocks: [...alice.blocks, Buffer.from('alice 40')] }],
    [{ ...alice, blocks: [] }],
    [{ ...alice, signature: Buffer.alloc(alice.signature.length) }],
    [{ ...alice, signature: Buffer.alloc(4_096, 255) }],
    [{ ...alice, signature: Buffer.alloc(0) }],
    [{ ...alice, manifest: Buffer.alloc(0) }],
  ]
  for (const cores of harmful) expect(await codeOf(assembled(cores))).toBe('bundle-damaged')
})

test('nodes that lead to no tree the writer signed', async () => {
  const [alice] = parts
  const prefix = Buffer.concat([encodePrefix({ version: 1, circle }), uint(1, 4)])
  const node = (index: number, size: number) => encodeNode({ index, size, hash: Buffer.alloc(32, 1) })
  const tooBig = Buffer.alloc(48, 255)
  for (const nodes of [[node(80, 5)], [node(0, 0)], [node(95, 2 ** 52)], [tooBig], Array<Buffer>(255).fill(tooBig)]) {
    expect(await codeOf(sealedAgain(Buffer.concat([prefix, coreBytes(alice, nodes)])))).toBe('bundle-damaged')
  }
})

test('claims of sizes that are not there are refused without making room for them', async () => {
  const [alice, bob] = parts
  const prefix = Buffer.concat([encodePrefix({ version: 1, circle }), uint(1, 4)])
  const head = (part: Part) => coreBytes({ ...part, blocks: [] }).subarray(0, -4)
  const claims = [
    assembled([alice, bob], GIGABYTE),
    assembled([], GIGABYTE),
    sealedAgain(Buffer.concat([prefix, coreBytes(alice, [], GIGABYTE)])),
    sealedAgain(Buffer.concat([prefix, coreBytes(alice, [], 0xff_ff_ff_ff)])),
    sealedAgain(Buffer.concat([prefix, head(alice), uint(1, 4), uint(GIGABYTE, 4), Buffer.alloc(50)])),
    sealedAgain(Buffer.concat([prefix, head(alice), uint(1, 4), uint(0xff_ff_ff_ff, 4)])),
    sealedAgain(Buffer.concat([prefix, alice.key, uint(0xff_ff, 2), Buffer.alloc(70_000)])),
    sealedAgain(Buffer.concat([prefix, alice.key, uint(40, 2), Buffer.alloc(3)])),
    assembled([alice], 1, Buffer.alloc(1)),
  ]
  const before = process.memoryUsage().arrayBuffers
  for (const content of claims) expect(await codeOf(content)).toBe('bundle-damaged')
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000)
})

test('seed 5: rubbish behind a good prefix', async () => {
  const chance = chanceOf(5)
  for (let round = 0; round < 40; round += 1) {
    const rubbish = bytesFrom(chance, below(chance, 600))
    const content = sealedAgain(Buffer.concat([encodePrefix({ version: 1, circle }), uint(1, 4), rubbish]))
    expect(await codeOf(content)).toBe('bundle-damaged')
  }
})

test('a newer version is told apart from damage', async () => {
  const newer = Buffer.concat([encodePrefix({ version: 2, circle }), Buffer.from('in a way that nobody knows yet')])
  expect(await codeOf(newer)).toBe('newer-version')
  expect(await codeOf(encodePrefix({ version: 0, circle }))).toBe('bundle-damaged')
})

test('files that are not ours, or not there', async () => {
  expect(await codeOf(Buffer.alloc(0))).toBe('not-ours')
  expect(await codeOf(Buffer.from('PK\x03\x04 a holiday picture'))).toBe('not-ours')
  expect(await codeOf(bytesFrom(chanceOf(6), 100_000))).toBe('not-ours')
  expect(await codeOfFile(folder.path('nothing.nst'))).toBe('no-such-file')
  await mkdir(folder.path('a folder'))
  expect(await codeOfFile(folder.path('a folder'))).toBe('not-ours')
})

test.runIf(process.platform === 'linux')('a device that never ends is not read', async () => {
  expect(await codeOfFile('/dev/zero')).toBe('not-ours')
})

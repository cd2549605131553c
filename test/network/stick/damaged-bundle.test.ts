import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { encodeNode, encodePrefix, fileKeys, PREFIX_SIZE, uint } from '../../../src/network/stick/bundle-format.ts'
import { readBundle } from '../../../src/network/stick/read-bundle.ts'
import { writeBundle } from '../../../src/network/stick/write-bundle.ts'
import { writeWholeFile } from '../../../src/network/stick/write-whole-file.ts'
import { below, bytesFrom, chanceOf } from '../chance.ts'
import {
  author,
  circle,
  circles,
  coreBytes,
  forged,
  headBytes,
  insideOf,
  key,
  nonce,
  partsOf,
  prefix,
  type Inside,
  type Part,
} from './forged.ts'
import { createFolder, type Folder } from './stores.ts'

const GIGABYTE = 0x40_00_00_00

let folder: Folder
let good: Buffer
let inside: Inside
let parts: [Part, Part]

beforeAll(async () => {
  folder = await createFolder()
  const store = await folder.store('store')
  const cores = [store.get({ name: 'alice' }), store.get({ name: 'bob' })]
  await cores[0]!.append(Array.from({ length: 40 }, (_, index) => Buffer.from(`alice ${index}`)))
  await cores[1]!.append([Buffer.from('bob 0'), Buffer.from('bob 1'), Buffer.from('bob 2')])
  const carried = cores.map((core, index) => ({ core, from: index === 0 ? 0 : 1 }))
  await writeBundle({ file: folder.path('good.nst'), circle, key, nonce, author, cores: carried })
  good = await readFile(folder.path('good.nst'))
  inside = await insideOf(folder.path('good.nst'))
  parts = partsOf(inside)
  if (!(await assembled(parts)).equals(good)) throw new Error('The test does not know the format any more')
})
afterAll(() => folder.remove())

async function codeOf(content: Uint8Array): Promise<string> {
  const file = folder.path('changed.nst')
  await writeFile(file, content)
  return codeOfFile(file)
}

async function codeOfFile(file: string): Promise<string> {
  try {
    const bundle = await readBundle({ file, circles, scratch: folder.path('scratch') })
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

/** As a member who means harm would make it. */
const sealed = (what: Inside, how?: Parameters<typeof forged>[2]) => forged(folder.path('forged.nst'), what, how)

const assembled = (cores: readonly Part[], count = cores.length): Promise<Buffer> =>
  sealed({ head: headBytes(cores, count), cores: Buffer.concat(cores.map(coreBytes)) })

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

/** The end of Hypercore's own encoding of a signature: how much of the tree is given elsewhere, which is none here. */
function saysNothing(at: number): boolean {
  const ends = parts.map(({ signature }) => inside.cores.indexOf(signature) + signature.length)
  return ends.some((end) => at < end && at >= end - 2)
}

test('seed 4: bits flipped by someone of the circle: the signatures tell', async () => {
  const chance = chanceOf(4)
  for (let round = 0; round < 80; round += 1) {
    const at = below(chance, inside.cores.length)
    if (saysNothing(at)) continue
    const changed = { ...inside, cores: flipped(inside.cores, at, below(chance, 8)) }
    expect([at, await codeOf(await sealed(changed))]).toEqual([at, 'bundle-damaged'])
  }
  // Who wrote the file is its own affair, and nothing rests on it.
  for (const at of [0, 31, 64, 67, ...Array.from({ length: 80 }, (_, index) => 68 + index)]) {
    const changed = { ...inside, head: flipped(inside.head, at, at % 8) }
    expect([at, await codeOf(await sealed(changed))]).toEqual([at, 'bundle-damaged'])
  }
  expect(await readdir(folder.path('scratch'))).toEqual([])
})

test('what is packed badly, or unpacks to far more than a circle would', async () => {
  const { head } = inside
  const group = (size: number, bytes: Buffer) =>
    Buffer.concat([uint(size, 4), uint(bytes.length, 4), bytes, uint(0, 4)])
  const bomb = deflateRawSync(Buffer.alloc(10_000_000))
  const badly = [
    group(10_000_000, bomb),
    group(bomb.length * 16, bomb),
    group(GIGABYTE, Buffer.alloc(99)),
    group(99, deflateRawSync(Buffer.alloc(98, 7))),
    group(97, deflateRawSync(Buffer.alloc(98, 7))),
    group(50, Buffer.alloc(20, 0xff)),
    Buffer.concat([uint(10, 4), uint(GIGABYTE, 4)]),
    Buffer.concat([uint(GIGABYTE, 4), uint(GIGABYTE, 4)]),
    uint(0, 4),
  ]
  for (const cores of badly)
    expect(await codeOf(await sealed({ head, cores }, { isPacked: false }))).toBe('bundle-damaged')
})

test('chunks that are swapped, left out or of another file', async () => {
  const long = { ...parts[0], blocks: [...parts[0].blocks, bytesFrom(chanceOf(7), 200_000)] }
  const whole = await assembled([long])
  const chunk = 64 * 1024 + 16
  const chunks = [0, 1, 2].map((index) =>
    whole.subarray(PREFIX_SIZE + index * chunk, PREFIX_SIZE + (index + 1) * chunk),
  )
  const rest = whole.subarray(PREFIX_SIZE + 3 * chunk)
  const moved = [
    [chunks[1]!, chunks[0]!, chunks[2]!, rest],
    [chunks[0]!, chunks[2]!, rest],
    [chunks[0]!, chunks[0]!, chunks[1]!, chunks[2]!, rest],
    [chunks[0]!],
  ]
  for (const some of moved) {
    const file = folder.path('moved.nst')
    await writeWholeFile(file, async (sink) => {
      await sink.write(prefix)
      await sink.write(Buffer.concat(some))
    })
    expect(await codeOfFile(file)).toBe('bundle-damaged')
  }
  const other = Buffer.concat([
    encodePrefix(Buffer.alloc(24, 5), fileKeys(key, Buffer.alloc(24, 5)).tag),
    good.subarray(66),
  ])
  expect(await codeOf(other)).toBe('bundle-damaged')
})

test('cores that are swapped, mixed, repeated, shortened or lengthened', async () => {
  const [alice, bob] = parts
  const harmless = [await assembled([bob, alice]), await assembled([alice]), await assembled([bob])]
  for (const one of harmless) expect(await codeOf(one)).toBe('accepted')
  const last = (part: Part) => part.blocks.slice(0, -1)
  const harmful: Part[][] = [
    [{ ...alice, key: bob.key }, bob],
    [{ ...alice, key: bob.key, manifest: bob.manifest }],
    [{ ...alice, key: bob.key, manifest: bob.manifest, signature: bob.signature }],
    [{ ...alice, signature: bob.signature }, bob],
    [{ ...bob, blocks: bob.blocks.toReversed() }],
    [{ ...bob, from: 0 }],
    [{ ...bob, from: 0, to: 2 }],
    [{ ...bob, from: 2, to: 4 }],
    [{ ...bob, before: [] }],
    [{ ...bob, before: [...bob.before, ...bob.before] }],
    [{ ...alice, before: bob.before }],
    [{ ...bob, blocks: [bob.blocks[0]!, Buffer.from('bob 9')] }],
    [alice, alice],
    [{ ...alice, to: 39, blocks: last(alice) }],
    [{ ...alice, to: 39, blocks: alice.blocks.slice(1) }],
    [{ ...alice, blocks: [...alice.blocks].reverse() }],
    [{ ...alice, to: 41, blocks: [...alice.blocks, Buffer.from('alice 40')] }],
    [{ ...alice, signature: Buffer.alloc(alice.signature.length) }],
    [{ ...alice, signature: Buffer.alloc(4_096, 255) }],
    [{ ...alice, signature: Buffer.alloc(0) }],
    [{ ...alice, manifest: Buffer.alloc(0) }],
    [{ ...alice, from: 41 }],
  ]
  for (const cores of harmful) expect(await codeOf(await assembled(cores))).toBe('bundle-damaged')
})

test('nodes that lead to no tree the writer signed', async () => {
  const [alice, bob] = parts
  const node = (index: number, size: number) => encodeNode({ index, size, hash: Buffer.alloc(32, 1) })
  const tooBig = Buffer.alloc(48, 255)
  for (const nodes of [[node(80, 5)], [node(0, 0)], [node(95, 2 ** 52)], [tooBig], Array<Buffer>(255).fill(tooBig)]) {
    for (const part of [alice, bob]) {
      expect(await codeOf(await assembled([{ ...part, behind: nodes }]))).toBe('bundle-damaged')
      expect(await codeOf(await assembled([{ ...part, before: nodes }]))).toBe('bundle-damaged')
    }
  }
})

test('claims of sizes that are not there are refused without making room for them', async () => {
  const [alice, bob] = parts
  const whole = (part: Part, cores: Buffer) => sealed({ head: headBytes([part]), cores })
  const upToBlocks = (part: Part) => coreBytes({ ...part, blocks: [] })
  const claims = [
    await assembled([alice, bob], GIGABYTE),
    await assembled([], GIGABYTE),
    await assembled([{ ...alice, to: GIGABYTE }]),
    await assembled([{ ...bob, to: GIGABYTE }]),
    await assembled([{ ...bob, from: GIGABYTE - 2, to: GIGABYTE }]),
    await assembled([{ ...alice, to: 0xff_ff_ff_ff }]),
    await whole({ ...alice, to: 1 }, Buffer.concat([upToBlocks(alice), uint(GIGABYTE, 4), Buffer.alloc(50)])),
    await whole({ ...bob, to: 2 }, Buffer.concat([upToBlocks(bob), uint(GIGABYTE, 4), Buffer.alloc(50)])),
    await whole({ ...alice, to: 1 }, Buffer.concat([upToBlocks(alice), uint(0xff_ff_ff_ff, 4)])),
    await whole(alice, Buffer.concat([uint(0xff_ff, 2), Buffer.alloc(70_000)])),
    await whole(alice, Buffer.concat([uint(40, 2), Buffer.alloc(3)])),
    await sealed(inside, { padding: Buffer.alloc(1, 1) }),
  ]
  const before = process.memoryUsage().arrayBuffers
  for (const one of claims) expect(await codeOf(one)).toBe('bundle-damaged')
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000)
})

test('seed 5: rubbish that is sealed well', async () => {
  const chance = chanceOf(5)
  for (let round = 0; round < 40; round += 1) {
    const rubbish = bytesFrom(chance, 40 + below(chance, 600))
    const heads = [Buffer.alloc(0), circle, headBytes([parts[0]]), headBytes(parts)]
    const changed = { head: heads[round % 4]!, cores: rubbish }
    expect(await codeOf(await sealed(changed, { isPacked: round % 8 < 4 }))).toBe('bundle-damaged')
  }
})

test('a newer version is told apart from damage', async () => {
  const newer = Buffer.concat([
    encodePrefix(nonce, fileKeys(key, nonce).tag, 3),
    Buffer.from('in a way that nobody knows yet'),
  ])
  expect(await codeOf(newer)).toBe('newer-version')
  expect(await codeOf(encodePrefix(Buffer.alloc(24), Buffer.alloc(16), 65_535))).toBe('newer-version')
  expect(await codeOf(Buffer.concat([encodePrefix(nonce, fileKeys(key, nonce).tag, 1), Buffer.alloc(99)]))).toBe(
    'older-version',
  )
  expect(await codeOf(encodePrefix(nonce, fileKeys(key, nonce).tag, 0))).toBe('bundle-damaged')
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

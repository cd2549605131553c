import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type Hypercore from 'hypercore'
import { paddedSize } from '../../../src/network/stick/bundle-format.ts'
import { readBundle } from '../../../src/network/stick/read-bundle.ts'
import { writeBundle } from '../../../src/network/stick/write-bundle.ts'
import { admit, createFolder, link, said, textsOf, until, type Folder } from './stores.ts'

const circle = Buffer.alloc(32, 9)
const key = Buffer.alloc(32, 3)
const circles = [{ circle: circle.toString('hex'), key }]
/** What every file here is of; `from`: how much of each log its reader has. */
const carrying = (cores: Hypercore[], from = 0) => ({
  circle,
  key,
  nonce: randomBytes(24),
  author: Buffer.alloc(32, 7),
  cores: cores.map((core) => ({ core, from })),
})

let folder: Folder
beforeAll(async () => {
  folder = await createFolder()
})
afterAll(() => folder.remove())

const read = (file: string) => readBundle({ file, circles, scratch: folder.path('scratch') })

async function coreOf(name: string, blocks: number): Promise<Hypercore> {
  const core = (await folder.store(name)).get({ name: 'log' })
  await core.ready()
  await core.append(Array.from({ length: blocks }, (_, index) => Buffer.from(`${name} ${index} `.repeat(index % 7))))
  return core
}

test('two writers of a sealed circle, carried to a third who was behind', async () => {
  const alice = await folder.circle('alice', null)
  const [bob, cleo] = [await folder.circle('bob', alice.base.key), await folder.circle('cleo', alice.base.key)]
  const cuts = [link(alice.base, bob.base), link(alice.base, cleo.base)]
  await alice.base.append(admit(bob.base.local.key))
  await alice.base.append(said('before'))
  await bob.base.waitForWritable()
  await until(cleo.base, () => cleo.base.view.length === 1)
  cuts[1]!()
  await alice.base.append(Array.from({ length: 60 }, (_, index) => said(`secret of alice ${index}`)))
  await bob.base.append(said('secret of bob'))
  await Promise.all([alice, bob].map(({ base }) => until(base, () => base.view.length === 62)))
  cuts[0]!()

  const file = folder.path('circle.nst')
  const cores = [alice.base.local.key, bob.base.local.key].map((key) => alice.store.get({ key }))
  const written = await writeBundle({ file, ...carrying(cores) })
  expect(written).toMatchObject({ bytes: expect.any(Number), blocks: 63, missing: 0 })
  const content = await readFile(file)
  expect(content).toHaveLength(written.bytes)
  expect(content.includes('secret') || content.includes('before')).toBe(false)
  // Nor does it say to others which circle it is of, or who wrote in it.
  for (const id of [circle, ...cores.map((core) => Buffer.from(core.key))]) expect(content.includes(id)).toBe(false)

  const bundle = await read(file)
  expect(bundle.circle).toBe(circle.toString('hex'))
  expect(bundle.pieces.map(({ from, to }) => [from, to])).toEqual([
    [0, 62],
    [0, 1],
  ])
  expect(bundle.author).toBe('07'.repeat(32))
  link(cleo.base, bundle.store)
  await until(cleo.base, () => cleo.base.view.length === 62)
  expect(await textsOf(cleo)).toEqual(await textsOf(alice))
  await bundle.close()
  expect(await readdir(folder.path('scratch'))).toEqual([])
})

test('taken in twice, and at the same time, it is the same', async () => {
  const core = await coreOf('twice', 5)
  const file = folder.path('twice.nst')
  await writeBundle({ file, ...carrying([core]) })
  const [one, other] = await Promise.all([read(file), read(file)])
  expect(one.pieces).toEqual([{ key: core.key, from: 0, to: 5 }])
  expect(other.pieces).toEqual(one.pieces)
  const copy = one.store.get({ key: core.key })
  expect(await Promise.all([0, 4].map((index) => copy.get(index)))).toEqual([await core.get(0), await core.get(4)])
  await Promise.all([one.close(), other.close()])
})

test.each([1, 2, 3, 7, 8, 12, 31])(
  'of 32 blocks the first %i are here: they are carried, the rest is counted',
  async (here) => {
    const source = await coreOf(`source ${here}`, 32)
    const store = await folder.store(`part ${here}`)
    const part = store.get({ key: source.key })
    await part.ready()
    const cut = link({ replicate: (initiator) => source.replicate(initiator) }, store)
    await part.download({ start: 0, end: here }).done()
    cut()
    const file = folder.path(`part ${here}.nst`)
    expect(await writeBundle({ file, ...carrying([part]) })).toMatchObject({ blocks: here, missing: 32 - here })
    const bundle = await read(file)
    expect(bundle.pieces).toEqual([{ key: source.key, from: 0, to: here }])
    const copy = bundle.store.get({ key: source.key })
    await copy.ready()
    expect([copy.length, copy.contiguousLength]).toEqual([32, here])
    expect(await copy.get(here - 1)).toEqual(await source.get(here - 1))
    await bundle.close()
  },
)

test('a circle of which nothing is here is an empty bundle', async () => {
  const file = folder.path('empty.nst')
  const empty = (await folder.store('empty')).get({ name: 'log' })
  expect(await writeBundle({ file, ...carrying([empty]) })).toMatchObject({ blocks: 0, missing: 0 })
  const bundle = await read(file)
  expect(bundle.pieces).toEqual([])
  await bundle.close()
})

test('a log that spans several chunks and batches', async () => {
  const core = (await folder.store('long')).get({ name: 'log' })
  const blocks = Array.from({ length: 2_500 }, (_, index) => createHash('sha512').update(String(index)).digest())
  await core.append([...blocks, randomBytes(1_500_000), Buffer.alloc(0), randomBytes(300_000)])
  const file = folder.path('long.nst')
  await writeBundle({ file, ...carrying([core]) })
  const bundle = await read(file)
  const copy = bundle.store.get({ key: core.key })
  for (const index of [0, 999, 1_000, 1_001, 2_499, 2_500, 2_501, 2_502]) {
    expect(Buffer.compare((await copy.get(index))!, (await core.get(index))!)).toBe(0)
  }
  await bundle.close()
})

test('an unknown circle is refused, and nothing is made for it', async () => {
  const file = folder.path('other.nst')
  await writeBundle({ file, ...carrying([await coreOf('other', 1)]) })
  const scratch = folder.path('never made')
  const others = [{ circle: circle.toString('hex'), key: Buffer.alloc(32, 4) }]
  await expect(readBundle({ file, circles: others, scratch })).rejects.toMatchObject({ code: 'not-your-circle' })
  expect(existsSync(scratch)).toBe(false)
})

test('a folder for what is thrown away that cannot be made', async () => {
  const file = folder.path('fine.nst')
  await writeBundle({ file, ...carrying([await coreOf('fine', 2)]) })
  const refused = { name: 'NetworkError', code: 'cannot-write-file' }
  await expect(readBundle({ file, circles, scratch: file })).rejects.toMatchObject(refused)
  await expect(readBundle({ file, circles, scratch: `${file}/in` })).rejects.toMatchObject(refused)
  expect((await readdir(folder.path('.'))).filter((name) => name.startsWith('bundle-'))).toEqual([])
})

test('what cannot be written leaves nothing, and what was there before', async () => {
  const core = await coreOf('unwritable', 3)
  const write = (file: string, cores: Hypercore[]) => writeBundle({ file: folder.path(file), ...carrying(cores) })
  await mkdir(folder.path('out/taken'), { recursive: true })
  await writeFile(folder.path('out/before.nst'), 'what was there')
  const refused = { name: 'NetworkError', code: 'cannot-write-file' }
  await expect(write('nowhere/x.nst', [core])).rejects.toMatchObject({ ...refused, about: { reason: 'ENOENT' } })
  await expect(write('out/taken', [core])).rejects.toMatchObject({ ...refused, about: { reason: 'EISDIR' } })
  const broken = Object.create(core, { get: { value: () => Promise.reject(new Error('the store is damaged')) } })
  await expect(write('out/before.nst', [broken as Hypercore])).rejects.toThrow('the store is damaged')
  expect((await readdir(folder.path('out'))).sort()).toEqual(['before.nst', 'taken'])
  expect(await readFile(folder.path('out/before.nst'), 'utf8')).toBe('what was there')
  await write('out/before.nst', [core])
  await (await read(folder.path('out/before.nst'))).close()
})

test.each([
  [1, 40],
  [20, 40],
  [39, 40],
  [32, 33],
  [7, 2_500],
  [2_048, 2_500],
])('from block %i of %i: only what comes after it, proved all the same', async (from, blocks) => {
  const core = await coreOf(`after ${from} of ${blocks}`, blocks)
  const file = folder.path('after.nst')
  expect(await writeBundle({ file, ...carrying([core], from) })).toMatchObject({ blocks: blocks - from, missing: 0 })
  const bundle = await read(file)
  expect(bundle.pieces).toEqual([{ key: core.key, from, to: blocks }])
  const copy = bundle.store.get({ key: core.key })
  await copy.ready()
  expect([copy.length, await copy.has(0, from), await copy.has(from, blocks)]).toEqual([blocks, false, true])
  for (const at of [from, blocks - 1]) expect(await copy.get(at)).toEqual(await core.get(at))
  await bundle.close()
})

test('of a log whose end is not here, what is new of it is carried with the way to its signature', async () => {
  const source = await coreOf('long ago', 50)
  const store = await folder.store('behind')
  const part = store.get({ key: source.key })
  await part.ready()
  const cut = link({ replicate: (initiator) => source.replicate(initiator) }, store)
  await part.download({ start: 0, end: 37 }).done()
  cut()
  const file = folder.path('behind.nst')
  expect(await writeBundle({ file, ...carrying([part], 21) })).toMatchObject({ blocks: 16, missing: 13 })
  const bundle = await read(file)
  expect(bundle.pieces).toEqual([{ key: source.key, from: 21, to: 37 }])
  const copy = bundle.store.get({ key: source.key })
  expect(await copy.get(36)).toEqual(await source.get(36))
  await bundle.close()
})

test('a file that says only what is here', async () => {
  const core = await coreOf('said', 9)
  const file = folder.path('have.nst')
  expect(await writeBundle({ file, ...carrying([core]), isEmpty: true })).toMatchObject({ blocks: 0 })
  const bundle = await read(file)
  expect(bundle.pieces).toEqual([{ key: core.key, from: 9, to: 9 }])
  await bundle.close()
})

test('sizes say little: each at most a sixteenth above what is in it, and the smallest are alike', async () => {
  expect([0, 1, 4_000, 4_096].map(paddedSize)).toEqual([4_096, 4_096, 4_096, 4_096])
  for (let size = 4_097; size < 40_000_000; size = Math.floor(size * 1.07)) {
    const padded = paddedSize(size)
    expect([padded >= size, padded <= size * 1.0625 + 512]).toEqual([true, true])
    expect(paddedSize(padded)).toBe(padded)
  }
  const sizes = await Promise.all(
    [2, 9].map(async (blocks) => {
      const file = folder.path(`small ${blocks}.nst`)
      return (await writeBundle({ file, ...carrying([await coreOf(`small ${blocks}`, blocks)]) })).bytes
    }),
  )
  expect(sizes[0]).toBe(sizes[1])
})

/** Says stop when that much is done, from 0 to 1. */
function stoppedAt(part: number) {
  const stop = new AbortController()
  const told: number[] = []
  const tell = (done: number, of: number) => {
    told.push(done / of)
    if (done / of >= part) stop.abort()
  }
  return { watch: { signal: stop.signal, tell }, told }
}

test('a file that is stopped half-way is not there, one that was there before stays, and reading leaves nothing', async () => {
  const core = await coreOf('stopped', 40)
  await mkdir(folder.path('stopping'))
  const file = folder.path('stopping/circle.nst')
  await writeBundle({ file, ...carrying([core]) })
  const before = await readFile(file)
  const writing = stoppedAt(0.5)
  await expect(writeBundle({ file, ...carrying([core]), watch: writing.watch })).rejects.toMatchObject({
    code: 'stopped',
  })
  expect(writing.told.at(-1)).toBeLessThan(0.6)
  expect(await readdir(folder.path('stopping'))).toEqual(['circle.nst'])
  expect(await readFile(file)).toEqual(before)

  const scratch = folder.path('stopping-scratch')
  const reading = stoppedAt(0)
  await expect(readBundle({ file, circles, scratch, watch: reading.watch })).rejects.toMatchObject({ code: 'stopped' })
  expect(await readdir(scratch)).toEqual([])
})

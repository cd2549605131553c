import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentsOf, inFolder, type Ran } from './real-world.ts'

/** Zoe with two circles, Garden and Kitchen; each test gives the folder back as it was. */
let zoe = ''
const ids: Record<string, string> = {}
const run = (...argv: string[]) => inFolder(zoe)('--json', ...argv)

beforeAll(async () => {
  zoe = join(await mkdtemp(join(tmpdir(), 'nst-')), 'zoe')
  await run('profile', 'create', '--name', 'Zoe')
  for (const name of ['Garden', 'Kitchen']) {
    ids[name] = circleOf(await run('circle', 'create', '--name', name, '--aim', 'be there'))
  }
})
afterAll(() => rm(join(zoe, '..'), { recursive: true, force: true }))

type Damage = readonly [how: string, damage: (path: string) => Promise<unknown>]
const CUT: Damage = ['cut off', (path) => truncate(path, 20)]
const EMPTY: Damage = ['empty', (path) => truncate(path, 0)]
const GARBLED: Damage = ['garbled', async (path) => writeFile(path, garbled(await readFile(path)))]
const GONE: Damage = ['gone', (path) => rm(path, { recursive: true })]
const FOLDER: Damage = ['a folder', async (path) => (await rm(path), mkdir(path))]

const circleOf = ({ json }: Ran) => (json as { circle: string }).circle
const garbled = (bytes: Uint8Array) => bytes.map((byte, at) => (at % 7 === 0 ? byte ^ 0x5a : byte))

/** Damages one part of the folder for a while: the original is moved away, and back. */
async function whileDamaged(part: string, [, damage]: Damage, then: () => Promise<void>): Promise<void> {
  const path = join(zoe, part)
  const aside = `${zoe}.aside`
  await rename(path, aside)
  try {
    await cp(aside, path, { recursive: true, preserveTimestamps: true })
    await damage(path)
    await then()
  } finally {
    await rm(path, { recursive: true, force: true })
    await rename(aside, path)
  }
}

const fileOf = async (suffix: RegExp) => {
  const names = await readdir(join(zoe, 'store', 'db'))
  return join(
    'store',
    'db',
    names
      .filter((name) => suffix.test(name))
      .toSorted()
      .at(-1) ?? '',
  )
}

const NOBODY_BEGINS: [part: string, how: Damage][] = [
  ...(['profile.json', 'vault.json'] as const).flatMap((part) =>
    [CUT, EMPTY, GARBLED, GONE, FOLDER].map((how): [string, Damage] => [part, how]),
  ),
  ...[CUT, GARBLED].map((how): [string, Damage] => ['machine.json', how]),
  ...[CUT, EMPTY, GARBLED, GONE].map((how): [string, Damage] => ['store/CORESTORE', how]),
  ['store', GONE],
  ['store/db', GONE],
  ['store/db/CURRENT', GONE],
]

describe('what nothing works without', () => {
  test.each(NOBODY_BEGINS.map(([part, how]) => [part, how[0], how] as const))(
    '%s %s: said so, and nothing is touched',
    async (part, _how, how) => {
      await whileDamaged(part, how, async () => {
        const before = await contentsOf(zoe)
        for (const line of [['circle', 'list'], ['circle', 'create', '--name', 'New', '--aim', 'x'], ['up']]) {
          const ran = await run(...line)
          expect(ran).toMatchObject({ code: 3 })
          expect(['store-damaged', 'store-copied']).toContain(ran.refused)
          expect(ran.err).not.toMatch(/ at .*:\d+:\d+/)
        }
        expect((await run('profile', 'create', '--name', 'Other')).code).toBe(3)
        expect(await contentsOf(zoe)).toEqual(before)
      })
      expect((await run('circle', 'list')).json).toHaveLength(2)
    },
  )

  test.each([CUT, GARBLED, GONE])('the table of the database %s', async (...how) => {
    await whileDamaged(await fileOf(/\.sst$/), how, async () => {
      expect(await run('circle', 'list')).toMatchObject({ code: 3, refused: 'store-damaged' })
    })
    expect((await run('circle', 'list')).json).toHaveLength(2)
  })
})

describe('a damaged circle takes no other with it', () => {
  test.each([CUT, EMPTY, GARBLED, FOLDER])('its keys %s', async (...how) => {
    await whileDamaged(`circles/${ids['Garden']}.json`, how, async () => {
      const list = await run('circle', 'list')
      expect(list.code).toBe(0)
      expect(list.json).toMatchObject([{ name: 'Kitchen' }])
      expect(list.err).toMatch(/cannot be opened/)
      expect(await run('circle', 'show', ids['Garden'] ?? '')).toMatchObject({ code: 3, refused: 'store-damaged' })
      expect(await run('circle', 'show', 'Kitchen')).toMatchObject({ code: 0 })
    })
    expect((await run('circle', 'list')).json).toHaveLength(2)
  })

  test.each([CUT, GARBLED])('the mark of its own log %s', async (...how) => {
    await whileDamaged(`circles/${ids['Garden']}.length`, how, async () => {
      expect((await run('circle', 'list')).json).toMatchObject([{ name: 'Kitchen' }])
      expect(await run('circle', 'show', 'Garden')).toMatchObject({ code: 3, refused: 'store-damaged' })
    })
  })

  test('a list of joins that cannot be read takes no circle with it', async () => {
    await writeFile(join(zoe, 'joins.json'), '{')
    expect((await run('circle', 'list')).json).toHaveLength(2)
    expect(await run('join', '--list')).toMatchObject({ code: 3, refused: 'store-damaged' })
    await rm(join(zoe, 'joins.json'))
  })
})

describe('a store that lost its newest part', () => {
  test.each([CUT, GARBLED, GONE])(
    'a log file of the database %s: the circle is closed, and nothing is written on',
    async (...how) => {
      const folder = join(zoe, '..', 'ana')
      const ana = (...argv: string[]) => inFolder(folder)('--json', ...argv)
      await ana('profile', 'create', '--name', 'Ana')
      await ana('circle', 'create', '--name', 'Garden', '--aim', 'be there')
      const names = await readdir(join(folder, 'store', 'db'))
      await how[1](join(folder, 'store', 'db', names.find((name) => name.endsWith('.log')) ?? ''))
      const ran = await ana('member', 'leave-of-absence', 'Garden')
      expect(ran).toMatchObject({ code: 3, refused: 'store-damaged' })
      expect(ran.err).toContain('Garden')
      await rm(folder, { recursive: true })
    },
  )
})

describe('a folder that is not where it was', () => {
  test('copied: refused, also without what tells it from the original; the original goes on', async () => {
    const copy = join(zoe, '..', 'copy')
    await cp(zoe, copy, { recursive: true, preserveTimestamps: true })
    const before = await contentsOf(copy)
    const there = inFolder(copy)
    for (const line of [['circle', 'list'], ['circle', 'create', '--name', 'N', '--aim', 'x'], ['up']]) {
      expect(await there('--json', ...line)).toMatchObject({ code: 3, refused: 'store-copied' })
    }
    expect(await contentsOf(copy)).toEqual(before)
    await rm(join(copy, 'store', 'CORESTORE'))
    expect(await there('--json', 'circle', 'list')).toMatchObject({ code: 3, refused: 'store-damaged' })
    expect((await run('circle', 'list')).json).toHaveLength(2)
  })

  test('on another machine: refused, though its disk is the same to the last bit', async () => {
    const before = await contentsOf(zoe)
    const elsewhere = inFolder(zoe, { machine: '00'.repeat(32) })
    expect(await elsewhere('--json', 'circle', 'list')).toMatchObject({ code: 3, refused: 'store-copied' })
    expect(await contentsOf(zoe)).toEqual(before)
    expect((await run('circle', 'list')).json).toHaveLength(2)
  })

  test('copied, and made a new device once its person said so: the old keys stay where they were put', async () => {
    const copy = join(zoe, '..', 'adopted')
    await cp(zoe, copy, { recursive: true, preserveTimestamps: true })
    const before = await contentsOf(copy)
    const elsewhere = inFolder(copy, { machine: '00'.repeat(32) })
    const asked = await elsewhere('profile', 'adopt-copy')
    expect(asked).toMatchObject({ code: 2 })
    expect(asked.err).toContain('--yes')
    expect(await contentsOf(copy)).toEqual(before)

    const adopted = await elsewhere('--json', 'profile', 'adopt-copy', '--yes')
    expect(adopted.code).toBe(0)
    const { rejoin } = adopted.json as { rejoin: { name: string }[] }
    expect(rejoin.map(({ name }) => name).toSorted()).toEqual(['Garden', 'Kitchen'])
    expect((await elsewhere('--json', 'circle', 'list')).json).toEqual([])
    const shown = await elsewhere('profile', 'show')
    expect(shown.out).toMatch(/Zoe[\s\S]*Garden/)
    const there = (await elsewhere('--json', 'profile', 'show')).json as { person: string; device: string }
    const here = (await run('profile', 'show')).json as typeof there
    expect([there.person === here.person, there.device === here.device]).toEqual([true, false])
    expect(await elsewhere('--json', 'profile', 'adopt-copy', '--yes')).toMatchObject({
      code: 3,
      refused: 'not-copied',
    })
    expect((await readdir(copy)).toSorted()).toContain('set-aside-1')
    expect(await readdir(join(copy, 'circles')).catch(() => [])).toEqual([])
    expect(await run('profile', 'adopt-copy', '--yes')).toMatchObject({ code: 3, refused: 'not-copied' })
    expect((await run('circle', 'list')).json).toHaveLength(2)
  })

  test('cut short while it is made a new device: it stays refused, and can be asked again', async () => {
    const copy = join(zoe, '..', 'cut-short')
    await cp(zoe, copy, { recursive: true, preserveTimestamps: true })
    const elsewhere = inFolder(copy, { machine: '00'.repeat(32) })
    await mkdir(join(copy, 'set-aside-1'))
    for (const part of ['circles', 'store']) await rename(join(copy, part), join(copy, 'set-aside-1', part))
    expect(await elsewhere('--json', 'circle', 'list')).toMatchObject({ code: 3, refused: 'store-copied' })
    expect(await elsewhere('--json', 'profile', 'adopt-copy', '--yes')).toMatchObject({ code: 0 })
    expect((await elsewhere('--json', 'circle', 'list')).json).toEqual([])
  })

  test('moved: it goes on', async () => {
    const moved = join(zoe, '..', 'moved')
    await rename(zoe, moved)
    expect((await inFolder(moved)('--json', 'circle', 'list')).json).toHaveLength(2)
    await rename(moved, zoe)
  })
})

test('a folder that is a file, and one below a file', async () => {
  const file = join(zoe, '..', 'file')
  await writeFile(file, 'not a folder')
  for (const dir of [file, join(file, 'below')]) {
    const ran = await inFolder(dir)('--json', 'profile', 'create', '--name', 'Zoe')
    expect(ran).toMatchObject({ code: 3, refused: 'cannot-write-file' })
  }
  expect(await readFile(file, 'utf8')).toBe('not a folder')
})

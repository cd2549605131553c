import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RELEASE, type Own, type Release } from '../../src/node/updates/release.ts'
import { judge } from '../../src/node/updates/manifest.ts'
import { checkUpdate, openUpdate } from '../../src/node/updates/update-file.ts'
import { seededCircle } from '../helpers/seeded-circle.ts'
import { lets, meet, peer, refusalOf, until, type Peer } from '../helpers/nodes.ts'
import { releaseOf } from '../helpers/updates.ts'

const OWN: Own = { version: '1.2.3', platform: 'linux', arch: 'x64' }
let release: Release
let make: Awaited<ReturnType<typeof releaseOf>>['make']
let newer = ''
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nst-releases-'))
  ;({ release, make } = await releaseOf(folder))
  newer = await make('1.3.0')
})
afterAll(async () => rm(folder, { recursive: true, force: true }))

const verdictOf = async (file: string, by = release, own = OWN) => (await checkUpdate(file, by, own)).verdict

describe('an update file', () => {
  it('is good where enough of those who release the program signed it, and it is newer and for this computer', async () => {
    expect(await verdictOf(newer)).toBe('good')
    expect(await verdictOf(newer, release, { ...OWN, version: '1.3.0' })).toBe('not-newer')
    expect(await verdictOf(newer, release, { ...OWN, version: '1.10.0' })).toBe('not-newer')
    expect(await verdictOf(newer, release, { ...OWN, arch: 'arm64' })).toBe('for-another')
    expect(await verdictOf(newer, release, { ...OWN, platform: 'win32' })).toBe('for-another')
  })

  it('is not taken with too few signatures, the same one twice, or those of somebody else', async () => {
    const once = await make('1.4.0', { signers: 1 })
    expect(await verdictOf(once)).toBe('not-signed')
    expect(await verdictOf(once, { ...release, threshold: 1 })).toBe('good')
    const { head } = (await openUpdate(once))!
    expect(head.signatures).toHaveLength(1)
    const twice = { ...head, signatures: [...head.signatures, ...head.signatures] }
    expect(judge(twice, release, OWN)).toBe('not-signed')
    expect(await verdictOf(newer, { keys: ['ab'.repeat(32)], threshold: 1 })).toBe('not-signed')
    // A threshold of none is no threshold.
    expect(await verdictOf(newer, { keys: ['ab'.repeat(32)], threshold: 0 })).toBe('not-signed')
  })

  it('is damaged with any byte changed, cut off or added: in what it says, who said it, or the installer', async () => {
    const bytes = await readFile(newer)
    const { at } = (await openUpdate(newer))!
    const file = `${newer}.changed`
    const verdicts = new Set<string>()
    const changedAt = [0, 9, 12, 20, 60, 150, at - 100, at - 3, at, at + 7, bytes.length - 1]
    for (const place of changedAt) {
      const changed = Buffer.from(bytes)
      changed[place] = (changed[place] ?? 0) ^ 1
      await writeFile(file, changed)
      verdicts.add(await verdictOf(file))
    }
    for (const cut of [
      bytes.subarray(0, -1),
      Buffer.concat([bytes, Buffer.from('x')]),
      bytes.subarray(0, 5),
      bytes.subarray(0, at),
    ]) {
      await writeFile(file, cut)
      verdicts.add(await verdictOf(file))
    }
    expect([...verdicts].toSorted()).toEqual(['damaged', 'not-an-update', 'not-signed'])
  })

  it('cannot be checked by a program that carries no key, as this one does now', async () => {
    expect(RELEASE.keys).toEqual([])
    expect(await verdictOf(newer, RELEASE)).toBe('no-keys')
  })
})

async function twoWith(versions: Readonly<Record<string, string>>): Promise<[Peer, Peer]> {
  const [ana, ben] = (await seededCircle('updates', 'ana', 'ben')) as [Peer, Peer]
  for (const one of [ana, ben]) {
    one.updates = { release, own: { ...OWN, version: versions[one.name] ?? OWN.version } }
    await one.restart()
  }
  await meet(ana, ben)
  return [ana, ben]
}

describe('an update from somebody of a circle', () => {
  it('is offered by who says so alone, comes whole and checked, and goes on to the next', async () => {
    const [ana, ben] = await twoWith({})
    expect((await ben.api.update.list({})).offers).toEqual([])
    await ana.api.update.offer({ file: newer })
    const offers = async () => (await ben.api.update.list({})).offers
    const [offer] = await until('ben hears of it', [ana, ben], async () =>
      (await offers()).length > 0 ? offers() : undefined,
    )
    expect(offer).toMatchObject({ version: '1.3.0', from: ['ana'], verdict: 'good' })
    const { file } = await ben.api.update.fetch({ version: '1.3.0' })
    expect(await readFile(file)).toEqual(await readFile(newer))
    const { installer } = await ben.api.update.prepare({ file })
    expect(installer.startsWith(ben.folder)).toBe(true)
    expect((await stat(installer)).size).toBe(200_000)
    expect(await refusalOf(ana.api.update.fetch({ version: '1.3.0' }))).toBe('no-such-update')
    await ana.api.update.offer({ file: null })
    await until('it is offered no more', [ana, ben], async () => ((await offers()).length === 0 ? true : undefined))
    expect(await refusalOf(ben.api.update.fetch({ version: '1.3.0' }))).toBe('no-such-update')
  })

  it('is heard of by whoever was let in just now, on the same line', async () => {
    const [ana, ben] = await Promise.all(['ana', 'ben'].map((name) => peer(name)))
    if (ana === undefined || ben === undefined) throw new Error('nobody')
    for (const one of [ana, ben]) {
      one.updates = { release, own: OWN }
      await one.restart()
    }
    await ana.api.circle.create({ name: 'Kitchen', aim: 'to cook together' })
    await ana.api.update.offer({ file: newer })
    await lets(ana, ben)
    const offers = async () => (await ben.api.update.list({})).offers
    const [offer] = await until('ben hears of it', [ana, ben], async () =>
      (await offers()).length > 0 ? offers() : undefined,
    )
    expect(offer).toMatchObject({ version: '1.3.0', from: ['ana'] })
  })

  it('is not offered where it is not sound, nor shown or fetched where this program would not take it', async () => {
    const [ana, ben] = await twoWith({ ben: '2.0.0' })
    const once = await make('1.4.0', { signers: 1 })
    expect(await refusalOf(ana.api.update.offer({ file: once }))).toBe('update-not-taken')
    expect(await refusalOf(ana.api.update.offer({ file: `${newer}.nowhere` }))).toBe('no-such-file')
    await ana.api.update.offer({ file: newer })
    const offers = async () => (await ben.api.update.list({})).offers
    const [offer] = await until('ben hears of it', [ana, ben], async () =>
      (await offers()).length > 0 ? offers() : undefined,
    )
    expect(offer?.verdict).toBe('not-newer')
    expect(await refusalOf(ben.api.update.fetch({ version: '1.3.0' }))).toBe('no-such-update')
    expect(await refusalOf(ben.api.update.prepare({ file: newer }))).toBe('update-not-taken')
  })

  it.runIf(existsSync('/dev/full'))('on a full disk is refused in words, and what was there before stays', async () => {
    const [ana, ben] = await twoWith({})
    const file = await make('1.6.0')
    await ana.api.update.offer({ file })
    await until('ben hears of it', [ana, ben], async () =>
      (await ben.api.update.list({})).offers[0] === undefined ? undefined : true,
    )
    const came = await ben.api.update.fetch({ version: '1.6.0' })
    const { installer } = await ben.api.update.prepare({ file: came.file })
    const before = await Promise.all([readFile(came.file), readFile(installer)])
    // Whatever is written there finds no room.
    await symlink('/dev/full', `${came.file}.part`)
    expect(await refusalOf(ben.api.update.fetch({ version: '1.6.0' }))).toBe('disk-full')
    await symlink('/dev/full', `${installer}.part`)
    expect(await refusalOf(ben.api.update.prepare({ file: came.file }))).toBe('disk-full')
    expect(await Promise.all([readFile(came.file), readFile(installer)])).toEqual(before)
    expect((await readdir(join(ben.folder, 'updates'))).filter((name) => name.endsWith('.part'))).toEqual([])
    // With room again it goes on as if nothing had been.
    await ben.api.update.fetch({ version: '1.6.0' })
  })

  it('that is another file by the time it is fetched is thrown away', async () => {
    const [ana, ben] = await twoWith({})
    const file = await make('1.5.0')
    await ana.api.update.offer({ file })
    await until('ben hears of it', [ana, ben], async () =>
      (await ben.api.update.list({})).offers[0] === undefined ? undefined : true,
    )
    const changed = await readFile(file)
    changed[changed.length - 1] = 0
    await chmod(file, 0o600)
    await writeFile(file, changed)
    expect(await refusalOf(ben.api.update.fetch({ version: '1.5.0' }))).toBe('update-not-taken')
    await writeFile(file, changed.subarray(0, -70_000))
    expect(await refusalOf(ben.api.update.fetch({ version: '1.5.0' }))).toBe('update-gone')
  })
})

it('a window brings a file in blocks, in order alone', async () => {
  const ana = await peer('ana', 'brings')
  ana.updates = { release, own: OWN }
  await ana.restart()
  const bytes = await readFile(newer)
  const half = bytes.length >> 1
  const block = (from: number, to?: number) => bytes.subarray(from, to).toString('base64')
  expect(await ana.api.update.bring({ at: 0, block: block(0, half) })).toMatchObject({ size: half })
  expect((await ana.api.update.verify({})).verdict).toBe('damaged')
  expect(await refusalOf(ana.api.update.bring({ at: half + 1, block: block(half) }))).toBe('update-not-taken')
  await ana.api.update.bring({ at: half, block: block(half) })
  expect(await ana.api.update.verify({})).toMatchObject({ verdict: 'good', signers: 2, update: { version: '1.3.0' } })
})

import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { encodePrefix, PREFIX_SIZE } from '../../src/network/stick/bundle-format.ts'
import { realFiles, type Files } from '../../src/network/stick/files.ts'
import { exchangeWithStick } from '../../src/node/carrying/stick.ts'
import { testFolder } from '../helpers/folder.ts'
import { circleOf, expectQuiet, inStep, refusalOf, type Peer } from '../helpers/nodes.ts'

const notices = async (one: Peer, ...statements: string[]) => {
  for (const statement of statements) await one.api.driver.notice({ circle: one.circle, statement })
}
const onIt = async (stick: string) => (await readdir(join(stick, 'NEXTSTEP'))).toSorted()

/** People who were together once and never share a network again, and a stick that is new. */
async function apart(...names: [string, ...string[]]): Promise<{ peers: Peer[]; stick: string }> {
  const peers = await circleOf(...names)
  await inStep(...peers)
  for (const one of peers) await one.restart()
  return { peers, stick: await testFolder() }
}

const visit = async (one: Peer, folder: string) => (await one.api.stick.sync({ folder })).circles[0]!
const sameHere = (...peers: Peer[]) => expect(new Set(peers.map(({ session }) => session.at())).size).toBe(1)

it('a stick goes around three people who never meet: all come to know the same, and only what is new is written', async () => {
  const { peers, stick } = await apart('Ana', 'Ben', 'Cleo')
  const [ana, ben, cleo] = peers as [Peer, Peer, Peer]
  for (const one of peers) await notices(one, `${one.name} was here`)
  expect(await visit(ana, stick)).toMatchObject({ read: 0, wrote: expect.any(Number), apart: false })
  expect(await visit(ben, stick)).toMatchObject({ read: 1 })
  const before = await onIt(stick)
  expect(await visit(cleo, stick)).toMatchObject({ read: 2, wrote: 1 })
  expect((await onIt(stick)).length).toBe(before.length + 1)
  expect(await visit(ana, stick)).toMatchObject({ read: 2, wrote: 0, bytes: 0 })
  expect(await visit(ben, stick)).toMatchObject({ read: 1, wrote: 0 })
  sameHere(ana, ben, cleo)
  for (const one of peers) expect(await visit(one, stick)).toMatchObject({ read: 0, wrote: 0 })
  const names = await onIt(stick)
  for (const name of names) {
    expect(name).toMatch(/^[2-9B-Z]{8}\.NST$/)
    const bytes = await readFile(join(stick, 'NEXTSTEP', name))
    const told = ['Kitchen', 'Ana', 'Ben', 'Cleo', 'was here', ana.circle, ana.me]
    for (const word of told) expect(bytes.includes(word)).toBe(false)
    for (const id of [ana.circle, ana.me]) expect(bytes.includes(Buffer.from(id, 'hex'))).toBe(false)
  }
  expectQuiet(...peers)
})

it('many visits leave few files, and nobody removes what another wrote', async () => {
  const { peers, stick } = await apart('Ana', 'Ben')
  const [ana, ben] = peers as [Peer, Peer]
  await writeFile(join(stick, 'HOLIDAY.JPG'), 'a picture')
  let most = 0
  for (let round = 0; round < 14; round += 1) {
    const one = round % 2 === 0 ? ana : ben
    await notices(one, `round ${round}`)
    await visit(one, stick)
    most = Math.max(most, (await onIt(stick)).length)
  }
  await visit(ana, stick)
  expect(most).toBeLessThanOrEqual(4)
  sameHere(ana, ben)
  const others = (await onIt(stick)).map((name) => join(stick, 'NEXTSTEP', name))
  await writeFile(join(stick, 'NEXTSTEP', 'LETTER.TXT'), 'mine')
  await writeFile(join(stick, 'NEXTSTEP', 'BBBBBBBB.NST'), 'of another program')
  await visit(ben, stick)
  for (const name of ['LETTER.TXT', 'BBBBBBBB.NST']) expect(await onIt(stick)).toContain(name)
  expect(others.length).toBeGreaterThan(0)
  expect(await readFile(join(stick, 'HOLIDAY.JPG'), 'utf8')).toBe('a picture')
})

it('of many people’s files one is made, and each then takes away their own', async () => {
  const names = ['Ana', 'Ben', 'Cleo', 'Dan', 'Eva', 'Fay', 'Gil', 'Hal', 'Ida', 'Jo'] as const
  const { peers, stick } = await apart(...(names as unknown as [string, ...string[]]))
  for (const one of peers) {
    await notices(one, `${one.name} was here`)
    await visit(one, stick)
  }
  const full = (await onIt(stick)).length
  for (const one of peers) await visit(one, stick)
  const left = (await onIt(stick)).length
  expect([full <= 10, left <= 3]).toEqual([true, true])
  sameHere(...peers)
})

it.skipIf(process.platform === 'win32')(
  'on a stick that knows owners, others can read it all and add theirs',
  async () => {
    const { peers, stick } = await apart('Ana')
    const [ana] = peers as [Peer]
    await visit(ana, stick)
    const place = join(stick, 'NEXTSTEP')
    expect((await stat(place)).mode & 0o1777).toBe(0o1777)
    for (const name of await onIt(stick)) expect((await stat(join(place, name))).mode & 0o044).toBe(0o044)
  },
)

it('several circles on one stick, each read by those who are in it', async () => {
  const { peers, stick } = await apart('Ana', 'Ben')
  const [ana, ben] = peers as [Peer, Peer]
  const kitchen = ana.circle
  const { circle: garden } = await ana.api.circle.create({ name: 'Garden', aim: 'to grow' })
  await ana.api.driver.notice({ circle: kitchen, statement: 'for Ben' })
  const done = await ana.api.stick.sync({ folder: stick })
  expect(done.circles.map(({ circle, name }) => [circle, name])).toEqual([
    [kitchen, 'Kitchen'],
    [garden, 'Garden'],
  ])
  expect(await onIt(stick)).toHaveLength(2)
  expect((await ben.api.stick.sync({ folder: stick })).circles).toMatchObject([{ circle: kitchen, read: 1, wrote: 0 }])
  expect(await onIt(stick)).toHaveLength(2)
  const only = await ana.api.stick.sync({ folder: await testFolder(), circles: ['Garden'] })
  expect(only.circles.map(({ name }) => name)).toEqual(['Garden'])
})

it('a file that is cut off, damaged or newer is told of and stops nothing; one’s own is written anew', async () => {
  const { peers, stick } = await apart('Ana', 'Ben')
  const [ana, ben] = peers as [Peer, Peer]
  await notices(ana, 'first')
  await visit(ana, stick)
  const [name = ''] = await onIt(stick)
  const file = join(stick, 'NEXTSTEP', name)
  const whole = await readFile(file)
  await writeFile(file, whole.subarray(0, whole.length - 1_000))
  await writeFile(join(stick, 'NEXTSTEP', 'CCCCCCCC.NST'), newerThan(whole))
  const told = await ben.api.stick.sync({ folder: stick })
  expect(told).toMatchObject({ damaged: 1, newer: 1, circles: [{ read: 0 }] })
  await ana.api.stick.sync({ folder: stick })
  expect(await onIt(stick)).not.toContain(name)
  expect(await visit(ben, stick)).toMatchObject({ read: 1 })
  sameHere(ana, ben)
})

const newerThan = (whole: Buffer): Buffer =>
  Buffer.concat([encodePrefix(whole.subarray(10, 34), whole.subarray(34, 50), 9), whole.subarray(PREFIX_SIZE)])

/** Files that from the step with this number on fail as one with this code, or do something before each. */
function failingFrom(step: number, code: string | (() => void)): { files: Files; steps: () => number } {
  let count = 0
  const guarded =
    <A extends unknown[], R>(work: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      if ((count += 1) >= step) {
        if (typeof code === 'string') throw Object.assign(new Error(code), { code })
        code()
      }
      return work(...given)
    }
  const files: Files = {
    makeFolder: guarded(realFiles.makeFolder),
    list: guarded(realFiles.list),
    size: guarded(realFiles.size),
    free: guarded(realFiles.free),
    rename: guarded(realFiles.rename),
    syncFolder: guarded(realFiles.syncFolder),
    remove: guarded(realFiles.remove),
    create: guarded(async (file) => {
      const open = await realFiles.create(file)
      return { write: guarded(open.write), sync: guarded(open.sync), close: open.close }
    }),
  }
  return { files, steps: () => count }
}

const exchanging = (one: Peer, folder: string, files: Files, signal?: AbortSignal) =>
  exchangeWithStick({
    folder,
    files,
    sessions: one.node.sessions(),
    scratch: join(one.folder, 'scratch'),
    chance: one.node.options.chance,
    watch: { signal },
  })

it('stopped by its person at each step of a visit: only whole files are there, and the next visit goes on', async () => {
  const { peers, stick } = await apart('Ana', 'Ben')
  const [ana, ben] = peers as [Peer, Peer]
  await notices(ben, 'from ben')
  await visit(ben, stick)
  await notices(ana, 'from ana')
  let stopped = 0
  for (let step = 1; ; step += 1) {
    const stop = new AbortController()
    const { files, steps } = failingFrom(step, () => stop.abort())
    const told = await exchanging(ana, stick, files, stop.signal).then(
      () => 'done',
      (error: { code?: string }) => error.code,
    )
    expect(['done', 'stopped']).toContain(told)
    stopped += told === 'stopped' ? 1 : 0
    expect((await readdir(join(stick, 'NEXTSTEP'))).filter((name) => !name.endsWith('.NST'))).toEqual([])
    if (told === 'done' && steps() < step) break
  }
  expect(stopped).toBeGreaterThan(3)
  expect(await readdir(join(ana.folder, 'scratch'))).toEqual([])
  await visit(ben, stick)
  sameHere(ana, ben)
})

it.each([
  ['EIO', 'stick-gone'],
  ['ENOSPC', 'stick-full'],
  ['EROFS', 'stick-read-only'],
])('%s at each step of a visit: it says so, loses nothing, and the next visit goes on', async (code, told) => {
  const { peers, stick } = await apart('Ana', 'Ben')
  const [ana, ben] = peers as [Peer, Peer]
  await notices(ben, 'from ben')
  await visit(ben, stick)
  await notices(ana, 'from ana')
  let failed = 0
  for (let step = 1; ; step += 1) {
    const { files, steps } = failingFrom(step, code)
    const settled = await exchanging(ana, stick, files).then(
      () => 'done',
      (error: { code?: string }) => error.code,
    )
    if (steps() < step) break
    failed += settled === 'done' ? 0 : 1
    // A listing that fails is a stick that is not there, whatever it says.
    expect(['done', told, 'stick-gone']).toContain(settled)
    // Whoever comes by now finds whole files alone.
    expect(await ben.api.stick.sync({ folder: stick })).toMatchObject({ damaged: 0 })
    await visit(ana, stick)
    await visit(ben, stick)
    sameHere(ana, ben)
    await notices(ana, `again ${step}`)
  }
  expect(failed).toBeGreaterThan(10)
  expect((await onIt(stick)).filter((name) => !name.endsWith('.NST'))).toEqual([])
})

it('no room: what is there is read, nothing is written, and it says how much is needed', async () => {
  const { peers, stick } = await apart('Ana', 'Ben')
  const [ana, ben] = peers as [Peer, Peer]
  await notices(ben, 'from ben')
  await visit(ben, stick)
  await notices(ana, 'from ana')
  const files = { ...realFiles, free: async () => 100 }
  await expect(exchanging(ana, stick, files)).rejects.toMatchObject({
    code: 'stick-full',
    about: { needed: 1, free: 1, read: 1 },
  })
  expect(await onIt(stick)).toHaveLength(1)
  expect(await refusalOf(ana.api.stick.sync({ folder: stick, limit: 2_000 }))).toBe('stick-full')
  expect(await visit(ana, stick)).toMatchObject({ read: 0 })
})

it('a folder that is not there, or is a file', async () => {
  const { peers, stick } = await apart('Ana')
  const [ana] = peers as [Peer]
  await writeFile(join(stick, 'file'), '')
  for (const folder of ['nothing', 'file']) {
    expect(await refusalOf(ana.api.stick.sync({ folder: join(stick, folder) }))).toBe('not-a-folder')
  }
})

it('a kept folder is exchanged with whenever it is there and something is new', async () => {
  const { peers, stick } = await apart('Ana', 'Ben')
  const [ana, ben] = peers as [Peer, Peer]
  await ana.api.stick.sync({ folder: stick, keep: true })
  expect((await ana.api.stick.list({})).kept).toMatchObject([{ folder: stick, there: true, problem: null }])
  await rm(stick, { recursive: true })
  expect((await ana.api.stick.list({})).kept).toMatchObject([{ there: false }])
  await mkdir(stick)
  await notices(ben, 'while it was elsewhere')
  await visit(ben, stick)
  await new Promise<void>((resolve) => {
    ana.session.follower.on('change', () => ana.session.at() === ben.session.at() && resolve())
  })
  await ana.api.stick.forget({ folder: stick })
  expect((await ana.api.stick.list({})).kept).toEqual([])
  expect((await stat(join(stick, 'NEXTSTEP'))).isDirectory()).toBe(true)
})

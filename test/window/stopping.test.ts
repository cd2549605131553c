import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { realFiles } from '../../src/network/stick/files.ts'
import { UnderWay } from '../../src/node/carrying/under-way.ts'
import { realDisk } from '../../src/node/disk.ts'
import { openStage, type Person, type Stage } from '../helpers/window.ts'

/** Stop, pressed in the middle of the work: nothing is lost, nothing stays half done, and it goes when it is asked again. */
let stage: Stage
let [ana, ben]: [Person, Person] = [undefined!, undefined!]
let stick: string
let circle: string
beforeAll(async () => {
  stage = await openStage()
  stick = await mkdtemp(join(tmpdir(), 'nst-stick-'))
  ana = await stage.enters({ name: 'Ana' })
  ben = await stage.enters({ name: 'Ben' })
  circle = (await ana.node.circle.create({ name: 'Garden', aim: 'to grow food' })).circle
})
/** What a node works on for long, as whoever asked for it may stop it. */
let working: AbortSignal | undefined
beforeEach(() => {
  const { during } = UnderWay.prototype
  vi.spyOn(UnderWay.prototype, 'during').mockImplementation(async function (this: UnderWay, ...asked) {
    working = asked[2].signal
    return during.apply(this, asked)
  })
})
afterEach(() => vi.restoreAllMocks())
afterAll(async () => {
  await stage.close()
  await rm(stick, { recursive: true, force: true })
})

/** Keeps the work at its next step of this kind until it is let go. */
function held() {
  let [letGo, come] = [() => {}, () => {}]
  const gate = new Promise<void>((resolve) => (letGo = resolve))
  const isThere = new Promise<void>((resolve) => (come = resolve))
  const pass = async () => {
    come()
    await gate
  }
  return { letGo: () => letGo(), isThere, pass }
}

/** The next file that is to be written waits. */
function heldWriting() {
  const { create } = realFiles
  const hold = held()
  vi.spyOn(realFiles, 'create').mockImplementationOnce(async (file) => {
    const handle = await create(file)
    await hold.pass()
    return handle
  })
  return hold
}

async function stops({ button, page, say }: Person, { isThere, letGo }: ReturnType<typeof held>): Promise<void> {
  await isThere
  await button('doctor.stop').click()
  await page.getByText(say('refusal.stopped')).waitFor()
  // The window says so at once, which on a busy machine is before its node has heard it.
  await vi.waitFor(() => expect(working?.aborted).toBe(true), { timeout: 20_000 })
  letGo()
}

const allIn = async (folder: string) =>
  (await readdir(folder, { recursive: true })).filter((name) => name.includes('.')).toSorted()
/** What somebody stopped still takes away what it began. */
const settled = async (person: Person) =>
  vi.waitFor(async () => expect(await person.node.bundle.underWay({})).toEqual([]), { timeout: 10_000 })

it('an exchange with a stick', async () => {
  await ana.goes('/stick', ana.say('stick.title'))
  await ana.field('stick.path').fill(stick)
  const hold = heldWriting()
  await ana.button('stick.exchange').click()
  await stops(ana, hold)
  await settled(ana)
  expect(await allIn(stick)).toEqual([])
  await ana.button('stick.exchange').click()
  await ana.page.getByText(ana.say('stick.done')).waitFor()
  expect(await allIn(stick)).toHaveLength(1)
  expect(ana.faults).toEqual([])
})

it('coming in by a file: the answer is stopped as it is written and as it is read, and the wait for a circle is ended', async () => {
  const place = await mkdtemp(join(stick, 'answers-'))
  const asks = async () => {
    const { invite } = await ana.node.invite.create({ circle })
    const { request } = await ben.node.join.request({ invite, carried: true })
    const { text } = await ben.node.join.carry({ request })
    await ana.node.invite.read({ text })
    await ana.node.invite.confirm({ circle, request })
    return request
  }
  await asks()
  await ana.goes(`/circles/${circle}/invite`, ana.say('joining.invite'))
  await ana.page.getByText(ana.say('stick.give.title', { name: 'Ben' })).click()
  await ana.field('stick.path').fill(place)
  const writing = heldWriting()
  await ana.button('stick.give.write').click()
  await stops(ana, writing)
  await settled(ana)
  expect(await allIn(place)).toEqual([])
  await ana.button('stick.give.write').click()
  await ana.page.getByText(ana.say('stick.written')).waitFor()

  const entering = held()
  const { write } = realDisk
  const spy = vi.spyOn(realDisk, 'write').mockImplementation(async (path, text) => {
    if (path.startsWith(join(ben.folder, 'circles'))) await entering.pass()
    return write(path, text)
  })
  await ben.goes('/join', ben.say('joining.join'))
  await ben.page.getByText(ben.say('stick.join.title')).click()
  await ben.field('stick.path').fill(place)
  await ben.button('stick.answer.take').click()
  // They are let in, and the circle is on its way: the button is still there.
  await ben.page.getByText(ben.say('joining.join.letIn'), { exact: true }).waitFor()
  await stops(ben, entering)
  await settled(ben)
  spy.mockRestore()
  await ben.button('stick.answer.take').waitFor()
  // It may never come: nobody has to wait for it.
  await ben.button('joining.join.cancel').click()
  await ben.page.getByText(ben.say('joining.join.state.cancelled')).waitFor()
  await expect.poll(async () => ben.node.circle.list({}), { timeout: 20_000 }).toEqual([])

  const request = await asks()
  await ana.node.invite.answer({ circle, request, file: place })
  await ben.page.getByText(ben.say('stick.join.title')).click()
  await ben.field('stick.path').fill(place)
  await ben.button('stick.answer.take').click()
  await ben.link('joining.join.go').waitFor()
  expect([...ana.faults, ...ben.faults]).toEqual([])
})

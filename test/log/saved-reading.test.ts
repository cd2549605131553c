import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Hypercore from 'hypercore'
import { expect, it, onTestFinished, vi } from 'vitest'
import { hash, toHex } from '../../src/log/crypto.ts'
import { createKeyring } from '../../src/log/keyring.ts'
import { openSavedReading } from '../../src/log/saved-reading.ts'
import { circleOf, connect, agreed, founder, type Device } from '../helpers/logs.ts'
import { CIRCLE_ID, EPOCH, EPOCH_KEY, follow, outcomes, Speaker } from '../helpers/speakers.ts'

const key = (name: string): Uint8Array => hash(Buffer.from(name))
const fileOf = ({ folder }: Device): string => join(folder, `read-${CIRCLE_ID.slice(0, 16)}`)
const lengthOf = async (of: Device): Promise<number> => (await stat(fileOf(of)).catch(() => ({ size: 0 }))).size
const words = (count: number): string[] => Array.from({ length: count }, (_, number) => `word ${number}`)

async function says(of: Device, speaker: Speaker, count: number): Promise<void> {
  await of.append(...words(count).map((word) => speaker.say(word)))
}

/** What stands in the order, and how many blocks were read for it. */
async function begins(of: Device, keyring = createKeyring([EPOCH_KEY]), announced = [EPOCH]) {
  const read = vi.spyOn(Hypercore.prototype, 'get')
  onTestFinished(() => read.mockRestore())
  const follower = await follow(of, keyring, announced)
  const blocks = read.mock.calls.length
  read.mockRestore()
  await follower.close()
  return { entries: follower.entries, events: follower.fold.ids, outcomes: outcomes(follower), blocks }
}

it('begins with what was read before, and reads only what came since', async () => {
  const ana = await founder('ana')
  const speaker = new Speaker(ana)
  await says(ana, speaker, 40)
  const first = await begins(ana)
  expect(first.blocks).toBeGreaterThanOrEqual(40)
  await ana.restart()
  const again = await begins(ana)
  expect(again.entries).toEqual(first.entries)
  expect(again.blocks).toBeLessThan(5)
  await says(ana, speaker, 3)
  expect(await begins(ana)).toMatchObject({ outcomes: Array(43).fill('event'), events: { length: 43 } })
})

it('keeps what comes while it follows, each part once', async () => {
  const ana = await founder('ana')
  const [speaker, follower] = [new Speaker(ana), await follow(ana)]
  await says(ana, speaker, 31)
  await follower.settle()
  expect(await lengthOf(ana)).toBe(0)
  await says(ana, speaker, 9)
  await follower.settle()
  const before = await readFile(fileOf(ana))
  await says(ana, speaker, 700)
  await follower.settle()
  const after = await readFile(fileOf(ana))
  expect(after.subarray(0, before.length)).toEqual(before)
  await follower.close()
  expect((await begins(ana)).blocks).toBeLessThan(5)
})

it('changes nothing of what is found, whatever has become of its file', async () => {
  const ana = await founder('ana')
  const speaker = new Speaker(ana)
  await says(ana, speaker, 40)
  await begins(ana)
  const early = await readFile(fileOf(ana))
  await ana.append(Buffer.from('rubbish'), speaker.seal(speaker.sign('next'), key('made up')))
  await says(ana, speaker, 40)
  const { entries } = await begins(ana)
  const whole = await readFile(fileOf(ana))
  const flipped = Buffer.from(whole)
  flipped[100] = (flipped[100] ?? 0) ^ 1
  const swapped = Buffer.concat([whole.subarray(early.length), early])
  const endless = Buffer.concat([whole, Buffer.alloc(200, 255)])
  const files = [Buffer.alloc(0), Buffer.alloc(1000, 7), whole.subarray(0, -9), flipped, swapped, endless, early]
  for (const bytes of files) {
    await writeFile(fileOf(ana), bytes)
    expect((await begins(ana)).entries).toEqual(entries)
    expect((await begins(ana)).entries).toEqual(entries)
  }
})

it('is of this order only: what came in between is read, and takes the place of what stood there', async () => {
  const [ana, ben] = (await circleOf('ana', 'ben')) as [Device, Device]
  await says(ana, new Speaker(ana), 40)
  await says(ben, new Speaker(ben), 50)
  await begins(ben)
  const alone = await lengthOf(ben)
  connect(ana, ben)
  await agreed([ana, ben], 90)
  const [ours, theirs] = [await begins(ana), await begins(ben)]
  expect(ours.events).toEqual(theirs.events)
  const again = await begins(ben)
  expect(again.entries).toEqual(theirs.entries)
  expect(again.blocks).toBeLessThan(5)
  expect(await lengthOf(ben)).toBeGreaterThan(alone)
})

it('says nothing to who has not the key of the circle, and does not keep what waits for one', async () => {
  const ana = await founder('ana')
  const speaker = new Speaker(ana)
  await says(ana, speaker, 40)
  const later = key('epoch two')
  const both = [EPOCH, toHex(hash(later))]
  await ana.append(...words(40).map((word) => speaker.seal(speaker.sign(word), later)))
  const one = await begins(ana, createKeyring([EPOCH_KEY]), both)
  expect(one.outcomes.filter((what) => what === 'unreadable')).toHaveLength(40)
  expect((await begins(ana, createKeyring([key('another')]), both)).events).toEqual([])
  expect((await begins(ana, createKeyring([EPOCH_KEY, later]), both)).events).toHaveLength(80)
})

it('never fails where it cannot be written', async () => {
  const ana = await founder('ana')
  await says(ana, new Speaker(ana), 40)
  const saving = await openSavedReading({ ...ana.store, folder: join(ana.folder, 'gone') }, CIRCLE_ID, createKeyring())
  const { entries } = await begins(ana)
  await saving.keep(ana.log.view, entries)
  expect(await saving.fitting(ana.log.view)).toEqual([])
})

it('keeps less of an event where that is enough, and reads the places where it is no longer', async () => {
  const ana = await founder('ana')
  await says(ana, new Speaker(ana), 40)
  const { entries } = await begins(ana)
  const saved = (back: (kept: unknown) => unknown) =>
    openSavedReading(ana.store, 'ab'.repeat(32), createKeyring([EPOCH_KEY]), { instead: ({ seq }) => ({ seq }), back })
  await (await saved(() => ({}))).keep(ana.log.view, entries)
  const found = await (await saved((kept) => kept)).fitting(ana.log.view)
  expect(found.map((entry) => 'event' in entry && entry.event.body)).toEqual(
    entries.map((entry) => 'event' in entry && { seq: entry.event.seq }),
  )
  expect(await (await saved(() => undefined)).fitting(ana.log.view)).toEqual([])
})

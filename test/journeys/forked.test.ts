import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { testFolder } from '../helpers/folder.ts'
import { expectQuiet, inStep, lets, meet, Peer, peer, refusalOf, until } from '../helpers/nodes.ts'

const terms = (title: string) => ({ title, text: 'As we said.', review: '2027-01-01' })

/** Everything but the file by which a store knows that it was moved: as from a backup of the whole disk. */
async function copied(from: string, to: string): Promise<void> {
  for (const part of ['circles', join('store', 'db')]) await rm(join(to, part), { recursive: true, force: true })
  await cp(from, to, { recursive: true, filter: (path) => !path.endsWith('CORESTORE') })
}

it('[D3 row 13] [E9] [M13] Ben’s disk was restored and goes on otherwise: who has one side gets the other, and Ben goes on by consent', async () => {
  const [ana, cleo, ben] = [await peer('Ana'), await peer('Cleo'), await newcomer('Ben')]
  const { phrase = '' } = await ben.api.profile.create({ name: 'Ben' })
  await ana.api.circle.create({ name: 'Kitchen', aim: 'to cook together' })
  for (const one of [ben, cleo]) await lets(ana, one)
  await inStep(ana, ben, cleo)
  const { circle } = ana
  const { device, me: person } = ben.session
  await Promise.all([ana, ben, cleo].map((one) => one.close()))
  const backup = join(await testFolder(), 'backup')
  await copied(ben.folder, backup)
  for (const one of [ana, ben, cleo]) await one.open()

  // What Ben says, Ana hears. His disk is restored; what he says then, Cleo hears. Each builds on what they heard.
  await meet(ana, ben)
  const { proposal } = await ben.api.proposal.present({ circle, ...terms('Before') })
  await inStep(ana, ben)
  await ben.close()
  await copied(backup, ben.folder)
  await ana.api.proposal.react({ proposal, text: 'good' })
  await ben.open()
  await meet(cleo, ben)
  // As long as words can be: also such a word can be carried.
  const long = { ...terms('After'), text: 'As we said. '.repeat(5340) }
  const other = await ben.api.proposal.present({ circle, ...long })
  await inStep(cleo, ben)
  await ben.close()
  await cleo.api.proposal.react({ proposal: other.proposal, text: 'good' })

  await meet(ana, cleo)
  const both = [ana, cleo] as const
  const isForked = (one: Peer) => (one.session.circle.devices.get(device)?.forks.length ?? 0) > 0
  await until('both know that it forked', both, () => both.every(isForked) || undefined)
  await inStep(...both)
  for (const one of both) {
    const titles = (await one.api.proposal.list({ circle })).items.map(({ title }) => title).toSorted()
    expect(titles).toEqual(['After', 'Before'])
    expect((await one.api.circle.show({ circle })).forked).toEqual([person])
  }
  expect(await refusalOf(ana.api.proposal.present({ circle, ...terms('Ben'), rekeys: 'Ben' }))).toBe('no-such-device')

  // With his recovery words he comes with a new device, which has no voice before the others consent.
  const again = await newcomer('Ben again')
  await again.api.profile.restore({ name: 'Ben', phrase })
  expect(await lets(ana, again)).toBe(person)
  await inStep(...both, again)
  expect(await refusalOf(again.api.proposal.present({ circle, ...terms('Me again') }))).toBe('needs-rekey')
  await again.api.proposal.react({ proposal, text: 'it was my backup' })
  expect((await cleo.api.circle.show({ circle })).unvoiced).toEqual([person])
  const rekey = await ana.api.proposal.present({ circle, ...terms('Ben goes on'), rekeys: 'Ben' })
  await ana.api.round.open({ proposal: rekey.proposal })
  await inStep(...both, again)
  for (const one of both) await one.api.response.consent({ proposal: rekey.proposal })
  await inStep(...both, again)
  await cleo.api.round.close({ proposal: rekey.proposal })
  await inStep(...both, again)
  await again.api.proposal.present({ circle, ...terms('Me again') })
  await inStep(...both, again)
  expect((await ana.api.circle.show({ circle })).unvoiced).toEqual([])
  expectQuiet(...both, again)
})

/** A node without a profile, closed when the test ends. */
async function newcomer(name: string): Promise<Peer> {
  const made = await new Peer(name, join(await testFolder(), 'data'), '').open()
  onTestFinished(() => made.close().catch(() => undefined))
  return made
}

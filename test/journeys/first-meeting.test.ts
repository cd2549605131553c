import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { verifyCertificate } from '../../src/domain/certificates/verify.ts'
import { hashText, verifyText } from '../../src/log/crypto.ts'
import { testFolder } from '../helpers/folder.ts'
import { expectQuiet, inStep, lets, meet, Peer, peer, refusalOf } from '../helpers/nodes.ts'

type Three = readonly [Peer, Peer, Peer]

const REVIEW = '2026-06-01'

/** From the opening round to the closing one, as the window's guide leads through it. Answers with what was agreed. */
async function firstMeeting(people: Three) {
  const [ana, ben, cleo] = people
  const { circle } = ana
  const { meeting } = await ana.api.meeting.schedule({ circle, title: 'First', starts: ana.now, minutes: 45 })
  await ana.api.meeting.start({ meeting })
  await inStep(...people)
  for (const one of people) await one.api.meeting.attend({ meeting, here: true })
  await inStep(...people)
  const order = people.map(({ me }) => ({ person: me }))
  await ana.api.meeting.ask({ meeting, prompt: 'What brought you here?', order })
  await ana.api.meeting.turn({ meeting, who: { person: 'Ana' }, as: 'done', text: 'My children.' })
  for (const person of ['Ben', 'Cleo']) await ana.api.meeting.turn({ meeting, who: { person }, as: 'pass' })

  const purpose = { name: 'Mill Street', aim: 'A street where children play' }
  const named = { circle, title: 'Our name and aim', text: '**Mill Street**', review: REVIEW }
  await decided(people, meeting, await ana.api.proposal.present({ ...named, purpose }), 'explore')
  expect(await cleo.api.circle.show({ circle })).toMatchObject({ ...purpose, state: 'active' })
  const seat = await selected(people)
  const { proposal } = await ben.api.proposal.present({ circle, title: 'Mondays', text: 'We meet.', review: REVIEW })
  await inStep(...people)
  const agreement = await decided(people, meeting, { proposal }, 'decide')
  await ana.api.meeting.steer({ meeting, step: 'closing' })
  await ana.api.meeting.end({ meeting })
  await inStep(...people)
  return { meeting, agreement, seat }
}

async function decided(people: Three, meeting: string, { proposal }: { proposal: string }, kind: 'explore' | 'decide') {
  const [ana] = people
  const about = { kind: 'proposal', id: proposal } as const
  const { item } = await ana.api.agenda.add({ meeting, title: 'Together', kind, minutes: 10, about })
  await ana.api.meeting.steer({ meeting, item })
  return consented(people, proposal)
}

async function consented(people: Three, proposal: string): Promise<string> {
  const [ana, , cleo] = people
  await ana.api.round.open({ proposal })
  await inStep(...people)
  // As said in the room: nobody is passed over, and it says for whom all wait.
  expect((await ana.api.proposal.show({ proposal })).awaiting.length).toBe(3)
  for (const one of [ana, cleo]) await one.api.response.consent({ proposal })
  await inStep(...people)
  expect(await refusalOf(ana.api.round.close({ proposal }))).toBe('not-consented')
  await people[1].api.response.consent({ proposal })
  await inStep(...people)
  const { agreement } = await ana.api.round.close({ proposal })
  await inStep(...people)
  return agreement
}

async function selected(people: Three): Promise<string> {
  const [ana, ben] = people
  const { selection } = await ana.api.selection.open({ circle: ana.circle, role: 'facilitator' })
  await inStep(...people)
  for (const one of people) await one.api.selection.nominate({ selection, nominee: 'Ben', reason: 'He listens.' })
  await inStep(...people)
  for (const one of people) await one.api.selection.keep({ selection })
  await inStep(...people)
  const words = { title: 'Ben facilitates', text: 'He listens.' }
  const { proposal } = await ana.api.selection.propose({ selection, person: 'Ben', ...words })
  const agreement = await consented(people, proposal)
  expect(await ben.api.role.show({ circle: ben.circle, role: 'facilitator' })).toMatchObject({
    holders: [{ person: ben.me }],
  })
  return agreement
}

async function expectMinutes(one: Peer, meeting: string): Promise<void> {
  expect(await one.api.minutes.show({ meeting })).toMatchObject({
    state: 'ended',
    opening: [{ prompt: 'What brought you here?', turns: [{ text: 'My children.' }, { as: 'pass' }, { as: 'pass' }] }],
    agenda: [
      { decisions: [{ title: 'Our name and aim', text: '**Mill Street**', review: REVIEW }] },
      { decisions: [{ title: 'Mondays', text: 'We meet.', review: REVIEW }] },
    ],
    decisions: [{ title: 'Ben facilitates' }],
  })
}

function verdictOn(certificate: string, circle: string) {
  const verdict = verifyCertificate(certificate, { hash: hashText, verify: verifyText }, circle)
  if (!verdict.valid) throw new Error(verdict.why)
  return verdict
}

it('[M1] [G2] [T8] three strangers with a device each: a name, an aim, a facilitator by consent and a first agreement, with the internet nowhere', async () => {
  const [ana, ben, cleo] = (await Promise.all(['Ana', 'Ben', 'Cleo'].map((name) => peer(name)))) as [Peer, Peer, Peer]
  await ana.api.circle.create({ name: 'We', aim: 'to find out what we want to do' })
  for (const one of [ben, cleo]) await lets(ana, one)
  const { meeting, agreement } = await firstMeeting([ana, ben, cleo])
  await expectMinutes(cleo, meeting)
  const { certificate } = await cleo.api.certificate.export({ agreement })
  expect(
    verdictOn(certificate, ana.circle)
      .consents.map(({ name }) => name)
      .toSorted(),
  ).toEqual(['Ana', 'Ben', 'Cleo'])
  expectQuiet(ana, ben, cleo)
})

it('[V6] three strangers with one laptop: each with a key of their own on it, shown as borrowed for ever; Ben takes his home, comes back with his words, and says that the laptop was never his', async () => {
  const ana = await peer('Ana')
  await ana.api.circle.create({ name: 'We', aim: 'to find out what we want to do' })
  const ben = await ana.lends('Ben')
  const cleo = await ana.lends('Cleo')
  const { meeting, agreement } = await firstMeeting([ana, ben, cleo])
  await expectMinutes(ben, meeting)
  const { certificate } = await ana.api.certificate.export({ agreement })
  expect(
    verdictOn(certificate, ana.circle)
      .consents.map(({ name }) => name)
      .toSorted(),
  ).toEqual(['Ana', 'Ben', 'Cleo'])
  const lenders = verdictOn(certificate, ana.circle).consents.map(({ name, borrowedFrom }) => [
    name,
    borrowedFrom ?? null,
  ])
  expect(Object.fromEntries(lenders)).toEqual({ Ana: null, Ben: 'Ana', Cleo: 'Ana' })
  const borrowed = [ben.me, cleo.me].map((person) => ({ person, from: ana.me }))
  const shown = await ana.api.agreement.show({ agreement })
  expect(shown.borrowed).toEqual(expect.arrayContaining(borrowed))
  expect(shown.borrowed).toHaveLength(2)

  const { people } = await ana.api.beside.list({})
  const { beside = '' } = people.find(({ name }) => name === 'Ben') ?? {}
  const { words } = await ana.api.beside.slip({ beside })
  expect(words.split(' ')).toHaveLength(24)
  expect(await ana.api.beside.takeHome({ beside })).toMatchObject({ name: 'Ben' })
  expect(await refusalOf(ana.api.beside.slip({ beside }))).toBe('no-such-person')
  expect((await ana.api.beside.list({})).people.map(({ name }) => name)).toEqual(['Cleo'])

  const home = await new Peer('Ben at home', join(await testFolder(), 'data'), '').open()
  onTestFinished(() => home.close())
  await home.api.profile.restore({ name: 'Ben', phrase: words })
  expect(await lets(ana, home)).toBe(home.me)
  await inStep(ana, home)
  const mine = (await home.api.device.list({ circle: home.circle })).items.filter(({ name }) => name === 'Ben')
  const laptop = mine.find(({ borrowedFrom }) => borrowedFrom === 'Ana')
  expect(mine).toHaveLength(2)
  await home.api.device.revoke({ circle: home.circle, device: laptop?.device ?? '' })
  // What was said for him there he can object to from his own device, at any time.
  await home.api.agreement.object({ agreement, reason: 'On Mondays I work.' })
  await inStep(ana, home)
  expect(await ana.api.agreement.show({ agreement })).toMatchObject({ state: 'in-force' })
  expect((await ana.api.backlog.list({ circle: ana.circle })).items).toMatchObject(
    expect.arrayContaining([expect.objectContaining({ about: agreement })]) as object,
  )
  await ana.restart()
  await meet(ana, home)
  expect((await ana.api.beside.list({})).people.map(({ name }) => name)).toEqual(['Cleo'])
  expectQuiet(ana, home)
})

import { expect, it } from 'vitest'
import { backlogLines } from '../../../src/node/pages/backlog.ts'
import { byUrgency, waitingIn } from '../../../src/node/pages/waiting.ts'
import { agreed, circleOf, together } from '../../helpers/circles.ts'
import { begins, calls, who } from '../../helpers/meeting-words.ts'
import { inStep, circleOf as nodes, peer } from '../../helpers/nodes.ts'
import { TODAY, type Person } from '../../helpers/people.ts'

const kinds = (person: Person, today = TODAY) =>
  byUrgency(waitingIn(person.circle, person.id, today)).map(({ kind }) => kind)
const backlog = (person: Person, today = TODAY) => backlogLines(person.circle, today).map(({ kind }) => kind)

it('a meeting waits when it is near and while it goes on; afterwards its minutes do, for who writes them', () => {
  const people = circleOf('Ana', 'Ben', 'Cleo') as [Person, Person, Person]
  const [ana, ben, cleo] = people
  const starts = Date.UTC(2026, 2, 10, 12)
  const plan = { title: 'Evening', starts, minutes: 60, place: null, note: null, follows: null }
  const meeting = ana.say('meeting.scheduled', plan)
  together(...people)
  expect([kinds(ben), backlog(ben), kinds(ben, '2026-03-09'), backlog(ben, '2026-03-10')]).toEqual([
    [],
    [],
    ['meeting-soon'],
    ['meeting-soon'],
  ])
  begins(ana, meeting, [ana, ben])
  ana.say('meeting.led', { meeting, as: 'secretary', who: who(ben) })
  together(...people)
  expect([kinds(ana), kinds(cleo)]).toEqual([[], ['meeting-now']])
  ana.say('meeting.ended', { meeting })
  together(...people)
  expect([kinds(ana), kinds(ben), backlog(cleo)]).toEqual([[], ['minutes'], ['minutes-due']])
  const minutes = ben.say('minutes.written', { meeting, parents: [], text: 'We met.' })
  together(...people)
  agreed(people, { title: 'Minutes', effect: { kind: 'minutes', meeting, minutes } })
  expect([kinds(ben), backlog(cleo)]).toEqual([[], []])
})

it('a next step waits for its owner from its day on, and stands on the list of the circle', () => {
  const people = circleOf('Ana', 'Ben') as [Person, Person]
  const [ana, ben] = people
  const note = { text: 'Buy flour', owner: ben.id, due: '2026-03-05', waitingFor: null, from: null }
  const action = ana.say('action.noted', note)
  together(...people)
  expect([kinds(ben), kinds(ben, '2026-03-05'), kinds(ana, '2026-03-06'), backlog(ana, '2026-03-06')]).toEqual([
    [],
    ['action-due'],
    [],
    ['action-due'],
  ])
  ben.say('action.done', { action, note: null })
  expect([kinds(ben, '2026-03-06'), backlog(ben, '2026-03-06')]).toEqual([[], []])
})

it('words spoken for somebody wait for those who heard them, and then for the person', () => {
  const people = circleOf('Ana', 'Ben', 'Cleo', 'Dan') as [Person, Person, Person, Person]
  const [ana, ben, cleo, dan] = people
  agreed(people, { title: 'Spoken', effect: { kind: 'way', way: { rule: 'spoken-words', witnesses: 2 } } })
  const meeting = calls(ana)
  begins(ana, meeting, [ana, ben, cleo], [dan])
  const round = ana.opensRound(ana.presents({ title: 'An oven' }))
  const says = { kind: 'consent', round, version: ana.versionOf(round) } as const
  const spoken = ana.say('words.spoken', { meeting, who: who(dan), says })
  together(...people)
  expect([kinds(ben)[0], kinds(dan).includes('confirm-words')]).toEqual(['respond', true])
  expect(kinds(ben)).toContain('witness')
  for (const one of [ben, cleo]) one.say('words.witnessed', { spoken })
  together(...people)
  expect(kinds(ben)).not.toContain('witness')
  expect(kinds(dan)).not.toContain('respond')
  dan.say('words.confirmed', { spoken })
  expect(kinds(dan)).not.toContain('confirm-words')
})

it('a whole meeting on one node: from calling it to minutes before the circle', async () => {
  const { api } = await peer('ana')
  const { circle } = await api.circle.create({ name: 'Kitchen', aim: 'to cook' })
  const starts = Date.UTC(2026, 2, 1, 19)
  const { meeting } = await api.meeting.schedule({ circle, title: 'Evening', starts, minutes: 90, place: 'Hall' })
  await api.meeting.move({ meeting: 'Evening', minutes: 60, place: null })
  const terms = { circle, title: 'Oven', text: 'We buy an oven.', review: '2027-01-01' }
  const { proposal } = await api.proposal.present(terms)
  const first = await api.agenda.add({ meeting, kind: 'report', title: 'News', minutes: 5 })
  const taken = await api.agenda.take({ proposal })
  expect(taken.meeting).toBe(meeting)
  await api.agenda.place({ item: taken.item, under: null })
  await api.meeting.start({ meeting })
  await api.meeting.attend({ meeting, here: true })
  await api.meeting.attend({ meeting, who: { guest: 'Noor' }, here: true })
  await api.meeting.lead({ meeting, as: 'facilitator', who: { person: 'ana' } })
  await api.meeting.ask({ meeting, prompt: 'How are you?' })
  expect((await api.meeting.turn({ meeting, as: 'done', text: 'Well' })).left).toMatchObject([{ name: 'Noor' }])
  await api.agenda.answer({ meeting })
  expect(await api.agenda.answer({ meeting, who: { guest: 'Noor' } })).toMatchObject({ accepted: true })
  expect((await api.meeting.steer({ meeting, item: 'Oven' })).point).toEqual({ step: 'item', item: taken.item })
  await api.round.open({ proposal })
  await api.response.consent({ proposal })
  await api.round.close({ proposal })
  await api.agenda.outcome({ item: 'Oven', text: 'We buy one.' })
  await api.action.note({ circle, text: 'Find an oven', owner: 'ana', from: { kind: 'item', id: 'Oven' } })
  expect((await api.meeting.steer({ meeting })).point).toEqual({ step: 'item', item: first.item })
  await api.spoken.write({ meeting, who: { guest: 'Noor' }, text: 'I can help', item: 'News' })
  await api.agenda.handBack({ item: 'News', reason: 'late' })
  await api.meeting.evaluate({ meeting, content: 'good' })
  const page = await api.meeting.show({ meeting })
  expect(page).toMatchObject({ minutes: 60, place: null, accepted: false, agenda: [{ title: 'Oven' }] })
  expect(page.spoken).toMatchObject([{ who: { name: 'Noor', person: null }, by: { name: 'ana' }, text: 'I can help' }])
  await api.meeting.end({ meeting })
  await api.meeting.schedule({ circle, title: 'Next', starts: starts + 1, minutes: 30, follows: meeting })
  const told = await api.minutes.show({ meeting })
  expect(told).toMatchObject({
    state: 'ended',
    agenda: [
      { title: 'Oven', outcomes: [{ text: 'We buy one.' }], decisions: [{ title: 'Oven' }], actions: [{ mine: true }] },
      { title: 'News', left: 'handed-back' },
    ],
    opening: [{ prompt: 'How are you?', turns: [{ text: 'Well' }] }],
    next: [{ title: 'Next' }],
  })
  await api.minutes.write({ meeting, text: 'We met.' })
  const made = await api.minutes.propose({ meeting, title: 'Minutes', review: '2027-01-01' })
  expect((await api.meeting.show({ meeting })).standing).toMatchObject({ proposal: made.proposal, agreed: null })
  expect(await api.action.list({ mine: true })).toMatchObject([{ text: 'Find an oven', from: { meeting } }])
})

it('[T9] the next one goes on in the rhythm of the one before, unless somebody says otherwise', async () => {
  const [{ api }] = (await nodes('ana')) as [Awaited<ReturnType<typeof peer>>]
  const [{ circle } = { circle: '' }] = await api.circle.list({})
  const plan = { circle, title: 'Evening', starts: 1, minutes: 30 }
  const rhythmOf = async (meeting: string) => (await api.meeting.show({ meeting })).rhythm
  const weekly = { unit: 'week', every: 1 } as const
  const { meeting } = await api.meeting.schedule({ ...plan, rhythm: weekly })
  const next = await api.meeting.schedule({ ...plan, follows: meeting })
  const once = await api.meeting.schedule({ ...plan, follows: meeting, rhythm: null })
  expect([await rhythmOf(next.meeting), await rhythmOf(once.meeting)]).toEqual([weekly, undefined])
  await api.meeting.move({ meeting, starts: 2 })
  expect(await rhythmOf(meeting)).toEqual(weekly)
  await api.meeting.move({ meeting, rhythm: null })
  expect(await rhythmOf(meeting)).toBe(undefined)
  expect((await api.meeting.list({ circle })).items.map(({ rhythm }) => rhythm)).toContainEqual(weekly)
})

it('[D3 row 22] on two nodes: two secretaries write apart, and both texts are there for consent to choose', async () => {
  const [ana, ben] = (await nodes('ana', 'ben')) as [Awaited<ReturnType<typeof peer>>, Awaited<ReturnType<typeof peer>>]
  const [{ circle } = { circle: '' }] = await ana.api.circle.list({})
  const { meeting } = await ana.api.meeting.schedule({ circle, title: 'Evening', starts: 1, minutes: 30 })
  await inStep(ana, ben)
  await ana.api.minutes.write({ meeting, text: 'We met.' })
  await ben.api.minutes.write({ meeting, text: 'We met, and ate.' })
  await inStep(ana, ben)
  for (const one of [ana, ben]) {
    const { standing } = await one.api.minutes.show({ meeting })
    expect(standing.drafts.map(({ name }) => name).toSorted()).toEqual(['ana', 'ben'])
  }
  const [, second] = (await ana.api.minutes.show({ meeting })).standing.drafts
  const propose = { meeting, title: 'Minutes', review: '2027-01-01' }
  await expect(ana.api.minutes.propose(propose)).rejects.toThrow('siblings-open')
  await ana.api.minutes.propose({ ...propose, minutes: second?.minutes })
})

import { expect, it } from 'vitest'
import { agreementState } from '../../src/domain/agreements/queries.ts'
import { minutesOf } from '../../src/domain/meetings/minutes.ts'
import { agreedMinutes, minutesDrafts } from '../../src/domain/meetings/queries.ts'
import { agree, agreed, circleOf, expectSameCircle, together } from '../helpers/circles.ts'
import { adds, begins, calls, meetingAt, who } from '../helpers/meeting-words.ts'
import type { Person } from '../helpers/people.ts'

function evening() {
  const people = circleOf('ana', 'ben', 'cleo') as [Person, Person, Person]
  const meeting = calls(people[0])
  together(...people)
  return { people, meeting, all: () => together(...people) }
}

it('[T8] minutes write themselves from what happened, the same for everyone', () => {
  const { people, meeting, all } = evening()
  const [ana, ben, cleo] = people
  const proposal = ana.presents()
  const item = adds(ana, meeting, 'c', { about: { kind: 'proposal', id: proposal } })
  const away = adds(ana, meeting, 'd', { kind: 'explore', title: 'Summer' })
  begins(ana, meeting, [ana, ben])
  ana.say('meeting.attended', { meeting, who: { guest: 'Noor' }, here: true, device: false })
  ana.say('meeting.led', { meeting, as: 'facilitator', who: who(ben) })
  ana.say('meeting.noted', { meeting, item: null, kind: 'information', text: 'The key is with Ben' })
  ana.say('meeting.noted', { meeting, item, kind: 'backlog', text: 'Who cleans?' })
  ana.say('outcome.written', { item, text: 'Agreed' })
  ana.say('agenda.removed', { item: away, as: 'handed-back', reason: 'no time' })
  const note = { text: 'Buy flour', owner: ben.id, due: null, waitingFor: null }
  const action = ana.say('action.noted', { ...note, from: { kind: 'item', id: item } })
  const round = ana.opensRound(proposal)
  all()
  const close = agree(round, ana, ben, cleo)
  ana.say('meeting.ended', { meeting })
  agreed(people, { title: 'Later on' })
  const next = calls(ben, meeting)
  all()
  const minutes = minutesOf(cleo.circle, meetingAt(cleo, meeting))
  expect(minutes).toMatchObject({
    state: 'ended',
    facilitator: [who(ben)],
    absent: [cleo.id],
    information: [{ text: 'The key is with Ben' }],
    backlog: [{ text: 'Who cleans?' }],
    decisions: [],
    next: [next],
    items: [
      { item, outcomes: ['Agreed'], decisions: [cleo.agreementOf(close)], actions: [action], left: null },
      { item: away, left: 'handed-back', reason: 'no time', decisions: [] },
    ],
  })
  expect(minutes.present.map((one) => one.who)).toHaveLength(3)
  for (const one of people) expect(minutesOf(one.circle, meetingAt(one, meeting))).toEqual(minutes)
})

it('[D3 row 22] [T8] two secretaries edit apart: both texts are kept, and consent at the next meeting chooses', () => {
  const { people, meeting, all } = evening()
  const [ana, ben, cleo] = people
  const first = ana.say('minutes.written', { meeting, parents: [], text: 'We met.' })
  all()
  ana.say('minutes.written', { meeting, parents: [first], text: 'We met and ate.' })
  const bens = ben.say('minutes.written', { meeting, parents: [first], text: 'We met and cooked.' })
  all()
  for (const one of people) expect(minutesDrafts(meetingAt(one, meeting))).toHaveLength(2)
  expectSameCircle(...people)
  expect(agreedMinutes(cleo.circle, meeting)).toBeNull()
  agreed(people, { title: 'Minutes', effect: { kind: 'minutes', meeting, minutes: bens } })
  for (const one of people) expect(agreedMinutes(one.circle, meeting)?.text).toBe('We met and cooked.')
  expect(minutesDrafts(meetingAt(ana, meeting))).toHaveLength(2)
})

it('[T8] never two texts in force: consenting to another one later takes the first one’s place', () => {
  const { people, meeting, all } = evening()
  const [ana, ben] = people
  const first = ana.say('minutes.written', { meeting, parents: [], text: 'We met.' })
  const second = ana.say('minutes.written', { meeting, parents: [first], text: 'We met on Tuesday.' })
  all()
  const one = agreed(people, { title: 'Minutes', effect: { kind: 'minutes', meeting, minutes: first } })
  const two = agreed(people, { title: 'Minutes', effect: { kind: 'minutes', meeting, minutes: second } })
  const state = (close: string) => {
    const agreement = ben.circle.agreements.get(ben.agreementOf(close))
    return agreement === undefined ? null : agreementState(ben.circle, agreement)
  }
  expect([state(one), state(two)]).toEqual(['superseded', 'in-force'])
  const none = { kind: 'minutes', meeting, minutes: meeting } as const
  expect(() => ana.presents({ title: 'Minutes', effect: none })).toThrow('no-such-minutes')
  expect(ana.refusal('minutes.written', { meeting, parents: [meeting], text: 'x' })?.code).toBe('no-such-minutes')
})

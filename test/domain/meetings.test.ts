import { expect, it } from 'vitest'
import { agendaOf, outcomesOf, placeBetween, positionOf } from '../../src/domain/meetings/agenda.ts'
import { agendaConsent, attendanceOf } from '../../src/domain/meetings/attendance.ts'
import {
  leadingIn,
  meetingState,
  plansOf,
  pointAfter,
  pointOf,
  speakingAt,
  speakingNow,
} from '../../src/domain/meetings/queries.ts'
import { circleOf, expectSameCircle, together } from '../helpers/circles.ts'
import { Dice } from '../helpers/dice.ts'
import { adds, begins, calls, meetingAt, who } from '../helpers/meeting-words.ts'
import type { Person } from '../helpers/people.ts'

function evening() {
  const people = circleOf('ana', 'ben', 'cleo') as [Person, Person, Person]
  const meeting = calls(people[0])
  together(...people)
  return { people, meeting, all: () => together(...people) }
}

it('[T1] a meeting runs where people sit together, whoever cancelled it apart from that', () => {
  const { people, meeting, all } = evening()
  const [ana, ben, cleo] = people
  const state = (me: Person) => meetingState(meetingAt(me, meeting))
  ana.say('meeting.cancelled', { meeting, reason: 'rain' })
  expect(state(ana)).toBe('cancelled')
  expect(ana.refusal('meeting.ended', { meeting })?.code).toBe('meeting-not-running')
  begins(ben, meeting, [ben, cleo])
  all()
  for (const one of people) expect(state(one)).toBe('running')
  ana.say('meeting.ended', { meeting })
  expect(state(ana)).toBe('ended')
  ana.say('meeting.started', { meeting })
  expect(state(ana)).toBe('running')
})

it('[T1] a move after a cancelling calls it anew; moved apart, both plans are shown', () => {
  const { people, meeting, all } = evening()
  const [ana, ben] = people
  const [plan] = plansOf(meetingAt(ana, meeting))
  ana.say('meeting.cancelled', { meeting, reason: 'rain' })
  ana.say('meeting.moved', { meeting, ...plan, place: 'Hall' })
  ben.say('meeting.moved', { meeting, ...plan, starts: plan.starts + 1 })
  expect(meetingState(meetingAt(ana, meeting))).toBe('planned')
  all()
  expect(plansOf(meetingAt(ben, meeting))).toHaveLength(2)
  expectSameCircle(...people)
})

it('[T2] what is added, moved and taken off apart is one agenda for everyone', () => {
  const { people, meeting, all } = evening()
  const [ana, ben, cleo] = people
  const [first, second] = [adds(ana, meeting, 'c'), adds(ana, meeting, 'm')]
  all()
  ben.say('agenda.placed', { item: second, position: placeBetween(null, 'c') })
  const third = adds(cleo, meeting, placeBetween('c', 'm'))
  ana.say('agenda.removed', { item: first, as: 'removed', reason: null })
  all()
  for (const one of people) expect(agendaOf(meetingAt(one, meeting)).map(({ id }) => id)).toEqual([second, third])
  ben.say('agenda.placed', { item: first, position: 'z' })
  expect(agendaOf(meetingAt(ben, meeting)).map(({ id }) => id)).toEqual([second, third, first])
  all()
  expectSameCircle(...people)
})

it('[T2] there is always a place between two others', () => {
  const dice = new Dice(5)
  const places = [placeBetween(null, null)]
  for (let round = 0; round < 150; round++) {
    const at = dice.below(places.length + 1)
    const place = placeBetween(places[at - 1] ?? null, places[at] ?? null)
    expect(place).toMatch(/^[0-9a-z]{0,63}[1-9a-z]$/)
    places.splice(at, 0, place)
  }
  expect(places).toEqual(places.toSorted())
  expect(new Set(places).size).toBe(places.length)
  expect(placeBetween('c', 'c') > 'c').toBe(true)
})

it('[T2] an item is led by somebody of the circle and about something that is there', () => {
  const { people, meeting } = evening()
  const [ana, ben] = people
  const item = adds(ana, meeting, 'c', { owner: ben.id })
  const topic = { kind: 'report', title: 'News', minutes: 5, owner: null, about: null } as const
  const none = 'f'.repeat(64)
  expect(ana.refusal('agenda.changed', { item, ...topic, owner: none })?.code).toBe('no-such-person')
  for (const [kind, code] of [
    ['proposal', 'no-such-proposal'],
    ['agreement', 'no-such-agreement'],
    ['minutes', 'no-such-meeting'],
  ] as const)
    expect(ana.refusal('agenda.changed', { item, ...topic, about: { kind, id: none } })?.code).toBe(code)
  ana.say('agenda.changed', { item, ...topic, about: { kind: 'minutes', id: meeting } })
  expect(positionOf(ana.circle.meetings.items.get(item) as never)).toBe('c')
})

it('[T3] noted apart, being here counts', () => {
  const { people, meeting, all } = evening()
  const [ana, ben, cleo] = people
  ana.say('meeting.attended', { meeting, who: who(cleo), here: true, device: false })
  ben.say('meeting.attended', { meeting, who: who(cleo), here: false, device: false })
  cleo.say('meeting.attended', { meeting, who: { guest: 'Noor' }, here: true, device: false })
  all()
  for (const one of people) {
    const here = attendanceOf(meetingAt(one, meeting)).filter((seen) => seen.here)
    expect(here).toHaveLength(2)
  }
  cleo.say('meeting.attended', { meeting, who: who(cleo), here: false, device: false })
  expect(attendanceOf(meetingAt(cleo, meeting)).filter((seen) => seen.here)).toHaveLength(1)
})

it('[T4] a yes to the agenda is to its items as they stood', () => {
  const { people, meeting, all } = evening()
  const [ana, ben, cleo] = people
  const item = adds(ana, meeting, 'c')
  begins(ana, meeting, [ana, ben])
  all()
  for (const me of [ana, ben]) me.say('agenda.answered', { meeting, who: who(me), items: [item], change: null })
  all()
  expect(agendaConsent(meetingAt(cleo, meeting))).toMatchObject({ accepted: true, waitsFor: [], changes: [] })
  const second = adds(ben, meeting, 'd')
  expect(agendaConsent(meetingAt(ben, meeting)).waitsFor).toHaveLength(2)
  const items = [item, second]
  for (const me of [ana, ben]) me.hears(ben, ana)
  ana.say('agenda.answered', { meeting, who: who(ana), items, change: 'The oven first' })
  expect(agendaConsent(meetingAt(ana, meeting)).changes).toHaveLength(1)
})

it('[T7] whoever has a device there speaks for themselves; others and guests are noted, by whom is seen', () => {
  const { people, meeting, all } = evening()
  const [ana, ben, cleo] = people
  begins(ana, meeting, [ana, ben], [cleo])
  all()
  const says = { meeting, content: 'good', process: null, people: null }
  expect(ana.refusal('meeting.evaluated', { ...says, who: who(ben) })?.code).toBe('not-your-own')
  expect(ana.refusal('meeting.evaluated', { ...says, who: { guest: 'Noor' } })?.code).toBe('not-present')
  ana.say('meeting.attended', { meeting, who: { guest: 'Noor' }, here: true, device: false })
  for (const one of [who(ana), who(cleo), { guest: 'Noor' }]) ana.say('meeting.evaluated', { ...says, who: one })
  expect(meetingAt(ana, meeting).evaluations.map(({ person }) => person)).toEqual([ana.id, ana.id, ana.id])
})

it('[T5] the meeting is at the last step anybody took, and of steps taken apart at the furthest', () => {
  const { people, meeting, all } = evening()
  const [ana, ben, cleo] = people
  const item = adds(ana, meeting, 'c')
  all()
  const at = (me: Person) => pointOf(meetingAt(me, meeting))
  expect(at(cleo)).toMatchObject({ step: 'opening', item: null })
  ana.say('meeting.steered', { meeting, step: 'item', item })
  ben.say('meeting.steered', { meeting, step: 'admin', item: null })
  all()
  for (const one of people) expect(at(one)).toMatchObject({ step: 'item', item })
  ben.say('meeting.steered', { meeting, step: 'agenda', item: null })
  expect(at(ben)).toMatchObject({ step: 'agenda' })
  expect(pointAfter(meetingAt(ben, meeting), at(ben))).toEqual({ step: 'item', item })
  expect(pointAfter(meetingAt(ana, meeting), at(ana))).toEqual({ step: 'closing', item: null })
  expect(ben.refusal('meeting.steered', { meeting, step: 'item', item: 'f'.repeat(64) })?.code).toBe('no-such-item')
  ana.say('meeting.led', { meeting, as: 'facilitator', who: who(ana) })
  ben.say('meeting.led', { meeting, as: 'facilitator', who: who(ben) })
  all()
  expect(leadingIn(meetingAt(cleo, meeting), 'facilitator')).toHaveLength(2)
  expectSameCircle(...people)
})

it('[T5] two run one round of speaking apart: a turn is taken once, passing is one, and it can be given back', () => {
  const { people, meeting, all } = evening()
  const [ana, ben, cleo] = people
  const order = [who(ana), who(ben), who(cleo), { guest: 'Noor' }]
  const speaking = ana.say('speaking.opened', { meeting, step: 'opening', item: null, prompt: 'How are you?', order })
  all()
  const left = (me: Person) => {
    const record = speakingAt(meetingAt(me, meeting), { step: 'opening', item: null })
    return record === null ? null : speakingNow(record).left
  }
  const turn = { speaking, text: null }
  ana.say('speaking.taken', { ...turn, who: who(ana), as: 'done' })
  ben.say('speaking.taken', { ...turn, who: who(ana), as: 'done' })
  ben.say('speaking.taken', { ...turn, who: who(ben), as: 'pass' })
  all()
  for (const one of people) expect(left(one)).toEqual([who(cleo), { guest: 'Noor' }])
  cleo.say('speaking.taken', { ...turn, who: who(ben), as: 'again' })
  expect(left(cleo)).toEqual([who(ben), who(cleo), { guest: 'Noor' }])
  all()
  expectSameCircle(...people)
})

it('[T6] of outcomes written apart both stand, until somebody who knows both writes one', () => {
  const { people, meeting, all } = evening()
  const [ana, ben, cleo] = people
  const item = adds(ana, meeting, 'c')
  all()
  ana.say('outcome.written', { item, text: 'We wait' })
  ben.say('outcome.written', { item, text: 'We buy it' })
  all()
  const texts = () => outcomesOf(cleo.circle.meetings.items.get(item) as never).map(({ text }) => text)
  expect(texts().toSorted()).toEqual(['We buy it', 'We wait'])
  cleo.say('outcome.written', { item, text: 'We buy it in May' })
  expect(texts()).toEqual(['We buy it in May'])
})

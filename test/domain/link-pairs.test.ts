import { expect, it } from 'vitest'
import { becameOf } from '../../src/domain/agreements/life.ts'
import { doneApart } from '../../src/domain/links/apart.ts'
import { tripsOf } from '../../src/domain/links/trips.ts'
import { agreed, expectSameCircle, together } from '../helpers/circles.ts'
import {
  circleCalled,
  comesAs,
  consentsTo,
  delegateStatement,
  link,
  selects,
  statementOf,
  tells,
  terms,
} from '../helpers/linking.ts'
import type { Person } from '../helpers/people.ts'
import { linked, stateAt, two, unlink } from '../helpers/two-circles.ts'

/** Everyone of a circle has consented to both, and each is closed by somebody who has not heard of the other. */
function closedApart(people: readonly Person[], effects: readonly Parameters<Person['presents']>[0][]): string[] {
  const [first] = people as readonly [Person]
  const rounds = effects.map((change) => first.opensRound(first.presents(change)))
  together(...people)
  for (const round of rounds) for (const person of people) person.consents(round)
  together(...people)
  const closes = rounds.map((round, index) => (people[index] as Person).closes(round))
  together(...people)
  return closes
}

it('[Q3] two parts of a circle end it apart: it has ended once, and who was here for it is gone', () => {
  const { kitchen, ana, rosa, samHere } = linked()
  const lake = circleCalled('Lake', 'lea', 'luc')
  link([...kitchen, samHere], lake, { aim: 'the lake' })
  const other = (lake[0] as Person).circleId
  const one = { title: 'One', effect: { kind: 'unlink' as const, circles: [rosa.circleId], people: [samHere.id] } }
  const both = { ...one.effect, circles: [rosa.circleId, other].toSorted() }
  closedApart(kitchen, [one, { title: 'All', effect: both }])
  expect([stateAt(ana, rosa), stateAt(ana, lake[0] as Person)]).toEqual(['ended', 'ended'])
  expect(doneApart(ana.circle, rosa.circleId)).toMatchObject([{ kind: 'ended-twice' }])
  // Each link's agreement has ended too, though all were left by one consent.
  const stands = [...ana.circle.agreements.values()].filter(
    (one) => ana.circle.versions.get(one.version)?.content.effect?.kind === 'link',
  )
  expect(stands.map((one) => becameOf(ana.circle, one)?.how)).toEqual(['ended', 'ended'])
  samHere.hears(...kitchen)
  expect(samHere.state).toBe('removed')
  expectSameCircle(...kitchen)
})

it('[Q3] one part renews it while another leaves all links: it has ended and says why, until a consent that knows of both', () => {
  const { kitchen, ana, rosa } = two()
  const [lea] = circleCalled('Lake', 'lea') as [Person]
  consentsTo(kitchen, rosa.circleId)
  consentsTo(kitchen, lea.circleId)
  const renewal = { effect: terms(rosa.circleId, { until: '2028-01-01' }) }
  const circles = [rosa.circleId, lea.circleId].toSorted()
  closedApart(kitchen, [renewal, { title: 'All', effect: { kind: 'unlink', circles, people: [] } }])
  expect([stateAt(ana, rosa), stateAt(ana, lea)]).toEqual(['ended', 'ended'])
  expect(doneApart(ana.circle, rosa.circleId)).toMatchObject([{ kind: 'ended-over-renewal', isNow: true }])
  expect(doneApart(ana.circle, lea.circleId)).toEqual([])
  consentsTo(kitchen, rosa.circleId, { until: '2029-01-01' })
  expect(stateAt(ana, rosa)).toBe('consented-here')
  expect(doneApart(ana.circle, rosa.circleId)).toMatchObject([{ kind: 'ended-over-renewal', isNow: false }])
  expectSameCircle(...kitchen)
})

it('[Q1] [Q2] one tells that the other circle consents, another that it has ended: the end stands, in any order', () => {
  const { kitchen, river, ana, rosa, sam } = two()
  const own = consentsTo(kitchen, rosa.circleId)
  const end = unlink(kitchen, rosa)
  tells(rosa, statementOf(ana, own, { kind: 'link' }, rosa.circleId))
  tells(sam, statementOf(ana, end, { kind: 'unlink' }, rosa.circleId))
  together(...river)
  expect([stateAt(rosa, ana), stateAt(sam, ana)]).toEqual(['ended', 'ended'])
  expectSameCircle(...river)
})

it('[Q4] a delegate takes the seat in one part while this circle ends the link in another: they have no seat', () => {
  const { kitchen, river, ben, rosa, ana } = two()
  link(kitchen, river)
  const close = selects(kitchen, rosa.circleId, ben)
  const there = comesAs('ben of us', rosa)
  together(...river, there)
  unlink(river, ana)
  tells(there, delegateStatement(ben, close, rosa.circleId, there))
  together(...river, there)
  expect([stateAt(rosa, ana), there.state]).toEqual(['ended', 'guest'])
  expectSameCircle(...river, there)
})

/** The kitchen objects to the river, which has not heard of it yet. */
function objecting() {
  const story = two()
  const { kitchen, river, ana, rosa } = story
  link(kitchen, river)
  const effect = { kind: 'objects' as const, to: rosa.circleId, concerns: null }
  const close = agreed(kitchen, { title: 'The dam', effect })
  const text = statementOf(ana, close, { kind: 'objection' }, rosa.circleId)
  return { ...story, close, text, agreement: ana.agreementOf(close) }
}

it('[Q6] an objection comes in one part while the end of the link is told in another: it stays, and has come', () => {
  const { kitchen, river, ana, rosa, sam, text } = objecting()
  tells(rosa, text)
  tells(sam, statementOf(ana, unlink(kitchen, rosa), { kind: 'unlink' }, rosa.circleId))
  together(...river)
  expect(stateAt(sam, ana)).toBe('ended')
  expect(tripsOf(sam.circle)).toMatchObject([{ as: 'here', title: 'The dam' }])
  expectSameCircle(...river)
})

it('[Q6] two pass it on apart: it goes to both; one passes it on while the other part answers: both stand', () => {
  const { river, ana, rosa, sam, text, agreement } = objecting()
  const lake = circleCalled('Lake', 'lea', 'luc')
  const [lea] = lake as [Person]
  link(river, lake, { aim: 'the whole water' })
  tells(rosa, text)
  together(...river)
  const statement = tripsOf(rosa.circle)[0]?.id ?? ''
  const answers = { kind: 'answers' as const, objection: statement, agreement, to: ana.circleId }
  const round = rosa.opensRound(rosa.presents({ title: 'We open it', effect: answers }))
  together(...river)
  for (const person of river) person.consents(round)
  together(...river)
  rosa.closes(round)
  sam.say('statement.passed', { statement, to: lea.circleId, reason: null })
  together(...river)
  for (const person of river)
    expect(tripsOf(person.circle)).toMatchObject([{ passed: [{ to: lea.circleId }], answered: expect.any(String) }])
  expectSameCircle(...river)
})

it('[Q7] two answers that were agreed apart: whoever asked hears both, the older first', () => {
  const { river, ana, rosa, text, agreement } = objecting()
  tells(rosa, text)
  together(...river)
  const statement = tripsOf(rosa.circle)[0]?.id ?? ''
  const effect = { kind: 'answers' as const, objection: statement, agreement, to: ana.circleId }
  const round = rosa.opensRound(rosa.presents({ title: 'On Sundays', effect }))
  const later = rosa.opensRound(rosa.presents({ title: 'Every day', effect }))
  together(...river)
  for (const person of river) person.consents(round)
  together(...river)
  const first = rosa.closes(round)
  for (const person of river) person.sayAnyway('consent.given', { round: later, version: person.versionOf(later) })
  together(...river)
  const second = river[1].closes(later)
  together(...river)
  for (const close of [second, first]) tells(ana, statementOf(rosa, close, { kind: 'answer', came: [] }, ana.circleId))
  expect(tripsOf(ana.circle)[0]?.answers.map(({ title }) => title)).toEqual(['On Sundays', 'Every day'])
})

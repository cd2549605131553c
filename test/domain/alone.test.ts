import { describe, expect, it } from 'vitest'
import { notSeenBy } from '../../src/domain/agreements/queries.ts'
import { agreed, circleOf, expectSameCircle, together } from '../helpers/circles.ts'
import { closedInNoOrder, contests, expectSameInAnyOrder, stateOf, type Three } from '../helpers/asked.ts'
import { Person } from '../helpers/people.ts'

type Two = [Person, Person]
const unseen = (person: Person, close: string) => {
  const agreement = person.circle.agreements.get(person.agreementOf(close))
  return agreement === undefined ? [] : notSeenBy(person.circle, agreement)
}

/** Both have agreed on something and gone on leave, and both know it: each of them would ask nobody else. */
function bothAway(): { people: Two; before: string; changes: string } {
  const people = circleOf('ana', 'ben') as Two
  const before = agreed(people, {})
  for (const person of people) person.say('member.on-leave', {})
  together(...people)
  return { people, before, changes: people[0].agreementOf(before) }
}

/** Somebody who is alone with it changes what was agreed. */
function alone(person: Person, changes: string, text: string): string {
  const round = person.opensRound(person.presents({ changes, text }))
  person.consents(round)
  return person.closes(round)
}

describe('agreements of which nobody was asked by both', () => {
  it('[A2] what one decides while all others are on leave is settled only when these have seen it', () => {
    const { people, changes } = bothAway()
    const [ana, ben] = people
    const close = alone(ana, changes, 'On Fridays.')
    expect(ana.circle.rounds.get(ana.circle.closes.get(close)?.round ?? '')?.electorate).toEqual([ana.id])
    expect([stateOf(ana, close), unseen(ana, close)]).toEqual(['in-force', [ben.id]])
    ben.hears(ana)
    ben.hasSeen(close)
    ana.hears(ben)
    expect([stateOf(ana, close), unseen(ana, close)]).toEqual(['settled', []])
  })

  it('[A2] [A3] [A7] each decides alone, apart: neither was ever settled, both are contested, and what was before goes on', () => {
    const { people, before, changes } = bothAway()
    const [ana, ben] = people
    const closes = [alone(ana, changes, 'On Fridays.'), alone(ben, changes, 'On Sundays.')] as const
    expect([stateOf(ana, closes[0]), stateOf(ben, closes[1])]).toEqual(['in-force', 'in-force'])
    expectSameInAnyOrder(...people)
    for (const person of people) {
      expect(closes.map((close) => stateOf(person, close))).toEqual(['contested', 'contested'])
      expect(stateOf(person, before)).toBe('settled')
    }
  })

  it('[A2] that one of their devices has seen it is not enough: another one may still decide alone', () => {
    const { people, changes } = bothAway()
    const [ana, ben] = people
    const phone = ana.admitsDeviceOf(ben)
    const close = alone(ana, changes, 'On Fridays.')
    phone.hears(ana)
    phone.hasSeen(close)
    ana.hears(phone)
    expect([stateOf(ana, close), unseen(ana, close)]).toEqual(['in-force', [ben.id]])
    const other = alone(ben, changes, 'On Sundays.')
    together(ana, ben, phone)
    expect([stateOf(ana, close), stateOf(ana, other)]).toEqual(['contested', 'contested'])
    expectSameCircle(ana, ben, phone)
  })

  it('[A2] where two of those asked were here all along nobody waits for who is on leave', () => {
    const people = circleOf('ana', 'ben', 'cleo') as Three
    const [ana, ben, cleo] = people
    cleo.say('member.on-leave', {})
    together(...people)
    const close = agreed([ana, ben], { title: 'Second' })
    for (const person of [ana, ben]) person.hasSeen(close)
    together(ana, ben)
    expect([stateOf(ana, close), unseen(ana, close)]).toEqual(['settled', []])
  })
})

describe('what a slot stands on', () => {
  it('[A7] [D3 row 13] two settled after one another stay one in force, whatever a device that went on in two ways agrees on alone', () => {
    const { people, before, changes } = bothAway()
    const [ana, ben] = people
    const twin = new Person('ben', ben.keys, ben.circleId, ben.clock)
    twin.takes(...ben.known.values())
    const close = alone(ana, changes, 'On Fridays.')
    ben.hears(ana)
    ben.hasSeen(close)
    ana.hears(ben)
    const other = alone(twin, changes, 'On Sundays.')
    together(ana, twin)
    for (const person of [ana, twin])
      expect([before, close, other].map((one) => stateOf(person, one))).toEqual(['superseded', 'settled', 'contested'])
    expectSameCircle(ana, twin)
  })

  it('[A7] who knows one certificate of an agreement knows it, whatever other certificate comes to light', () => {
    const people = circleOf('ana', 'ben', 'cleo') as Three
    const [ana, ben, cleo] = people
    const before = agreed(people, {})
    cleo.say('member.on-leave', {})
    together(...people)
    const round = ana.opensRound(ana.presents({ changes: ana.agreementOf(before), text: 'On Fridays.' }))
    ben.hears(ana)
    for (const person of [ana, ben]) person.consents(round)
    together(ana, ben)
    ana.say('member.on-leave', {})
    ben.hears(ana)
    const one = ben.closes(round)
    ben.say('member.on-leave', {})
    cleo.hears(ben)
    // Ana certifies the same apart, while Cleo changes what Ben certified and finds nobody to ask.
    const other = ana.closes(round)
    expect(ana.agreementOf(other)).toBe(ben.agreementOf(one))
    const later = alone(cleo, cleo.agreementOf(one), 'On Sundays.')
    together(...people)
    for (const person of people)
      expect([before, one, later].map((close) => stateOf(person, close))).toEqual([
        'superseded',
        'superseded',
        'in-force',
      ])
    expect(contests(ana, later)).toEqual([])
  })

  it('[A7] [D3 row 8] the same words closed in two rounds in no order are one decision: what they change does not go on too', () => {
    const people = circleOf('ana', 'ben', 'cleo') as Three
    const [ana, ben] = people
    const before = agreed(people, {})
    const proposal = ana.presents({ changes: ana.agreementOf(before), text: 'On Fridays.' })
    together(...people)
    const [first, second] = [ana.opensRound(proposal), ben.opensRound(proposal)]
    together(...people)
    const closes = closedInNoOrder(people, first, second)
    together(...people)
    const states = closes.map((close) => stateOf(ana, close)).toSorted()
    expect([stateOf(ana, before), ...states]).toEqual(['superseded', 'in-force', 'superseded'])
  })
})

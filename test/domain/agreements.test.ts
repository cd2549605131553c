import { describe, expect, it } from 'vitest'
import { objectionState } from '../../src/domain/rounds/queries.ts'
import { agree, circleOf, expectSameCircle, together } from '../helpers/circles.ts'
import { asked, contests, stateOf, type Three } from '../helpers/asked.ts'

describe('an agreement', () => {
  it('[D3 row 1] [A2] all consented and everybody has seen the close: settled, by words of people, not by syncing', () => {
    const { people, proposal, round } = asked()
    const [ana, ben, cleo] = people
    const close = agree(round, ana, ben, cleo)
    expect(people.map((person) => stateOf(person, close))).toEqual(['in-force', 'in-force', 'in-force'])
    ben.hasSeen(close)
    together(...people)
    expect(stateOf(ana, close)).toBe('in-force')
    cleo.reacts(proposal, 'lovely')
    together(...people)
    expect(people.map((person) => stateOf(person, close))).toEqual(['settled', 'settled', 'settled'])
    expectSameCircle(...people)
  })

  it('[S1] settled and in force have one state hash; which receipts there are shows in `at` alone', () => {
    const { people, round } = asked()
    const [ana, ben, cleo] = people
    const close = agree(round, ana, ben, cleo)
    const before = ana.stateHash()
    ben.hasSeen(close)
    cleo.hasSeen(close)
    ana.hears(ben, cleo)
    expect(stateOf(ana, close)).toBe('settled')
    expect(ana.stateHash().stateHash).toBe(before.stateHash)
    expect(ana.stateHash().at).not.toBe(before.at)
  })

  it('[D3 row 2] [A3] [D2.5] an objection that knew nothing of the close: contested, and a reconcile round ends it', () => {
    const { people, proposal, round } = asked()
    const [ana, ben, cleo] = people
    for (const person of people) person.consents(round)
    ana.hears(ben, cleo)
    const close = ana.closes(round)
    const objection = ben.objects(round, 'the kitchen is closed on Tuesdays')
    together(...people)
    for (const person of people) {
      expect(stateOf(person, close)).toBe('contested')
      expect(contests(person, close)).toMatchObject([{ kind: 'objection', id: objection, person: ben.id }])
      expect(person.circle.responses.get(objection)?.reason).toBe('the kitchen is closed on Tuesdays')
      expect(person.circle.closes.get(close)?.problem).toBeNull()
    }
    expectSameCircle(...people)
    const version = cleo.amends(proposal, { text: 'On Wednesdays.' }, undefined, [objection])
    const reconcile = cleo.opensRound(proposal, version)
    together(...people)
    const second = agree(reconcile, ...people)
    expect([stateOf(ana, close), stateOf(ana, second)]).toEqual(['superseded', 'in-force'])
    expectSameCircle(...people)
  })

  it('[D3 row 2] [O1] its author withdrawing the objection ends the contest as well', () => {
    const { people, round } = asked()
    const [ana, ben, cleo] = people
    for (const person of people) person.consents(round)
    ana.hears(ben, cleo)
    const close = ana.closes(round)
    const objection = ben.objects(round)
    together(...people)
    expect(stateOf(ana, close)).toBe('contested')
    ben.say('objection.withdrawn', { objection })
    together(...people)
    expect(stateOf(ana, close)).toBe('in-force')
  })

  it('[D3 row 3] [A5] an objection after its author saw the close: the agreement stays, the objection is for the next agenda', () => {
    const { people, round } = asked()
    const [ana, ben, cleo] = people
    const close = agree(round, ana, ben, cleo)
    const agreement = ana.agreementOf(close)
    expect(cleo.refusal('objection.raised', { round, version: cleo.versionOf(round), reason: 'no' })?.code).toBe(
      'round-closed',
    )
    const objection = cleo.say('agreement.objected', { agreement, reason: 'it has changed' })
    const raised = ben.sayAnyway('objection.raised', { round, version: ben.versionOf(round), reason: 'for me too' })
    together(...people)
    for (const person of people) {
      expect(stateOf(person, close)).not.toBe('contested')
      expect([objection, raised].map((id) => person.circle.responses.get(id)?.late)).toEqual([agreement, agreement])
    }
    expectSameCircle(...people)
  })

  it('[D3 row 4] [D2.4] Cleo consents, goes away, and objects before she learns of the close: her later word stands', () => {
    const { people, proposal, round } = asked()
    const [ana, ben, cleo] = people
    const consent = cleo.consents(round)
    ana.hears(cleo)
    ben.hears(cleo)
    ana.consents(round)
    ben.consents(round)
    ana.hears(ben)
    const close = ana.closes(round)
    ben.hears(ana)
    expect(ana.circle.closes.get(close)?.consents.map((one) => one.response)).toContain(consent)
    const objection = cleo.objects(round, 'I cannot carry the pots')
    expect(stateOf(ana, close)).toBe('in-force')
    together(...people)
    for (const person of people) {
      expect(stateOf(person, close)).toBe('contested')
      expect(contests(person, close).map((one) => one.id)).toEqual([objection])
      expect(person.circle.counted.has(consent)).toBe(true)
    }
    const reconcile = ben.opensRound(proposal)
    together(...people)
    const again = agree(reconcile, ...people)
    expect([stateOf(cleo, close), stateOf(cleo, again)]).toEqual(['superseded', 'in-force'])
    expect(objectionState(cleo.circle, cleo.circle.responses.get(objection) ?? (undefined as never))).toBe('withdrawn')
  })

  it('[D3 row 5] [A1] two closes of one round and version: one agreement, with both certificates', () => {
    const { people, round } = asked()
    const [ana, ben] = people
    for (const person of people) person.consents(round)
    together(...people)
    const [one, other] = [ana.closes(round), ben.closes(round)]
    together(...people)
    for (const person of people) {
      expect(person.agreementOf(one)).toBe(person.agreementOf(other))
      expect(person.circle.agreements.size).toBe(1)
      expect(person.circle.agreements.get(person.agreementOf(one))?.closes).toHaveLength(2)
      expect(stateOf(person, one)).toBe('in-force')
    }
    expectSameCircle(...people)
  })

  it('[A4] of two closes, knowing one is knowing the agreement: the next one takes its place', () => {
    const { people, proposal, round } = asked()
    const [ana, ben, cleo] = people
    for (const person of people) person.consents(round)
    together(...people)
    const close = ana.closes(round)
    const apart = ben.closes(round)
    ben.hears(ana)
    cleo.hears(ana)
    const version = cleo.amends(proposal, { text: 'On Fridays.' })
    const next = cleo.opensRound(proposal, version)
    ana.hears(cleo)
    ben.hears(cleo)
    for (const person of people) person.consents(next)
    cleo.hears(ana)
    // Ben's own close is in his consent's past; a circle of two can have it otherwise.
    cleo.hears(ben)
    const second = cleo.closes(next)
    together(...people)
    expect([close, apart, second].map((one) => stateOf(ana, one))).toEqual(['superseded', 'superseded', 'in-force'])
  })

  it('[A4] a close that nobody of the next round knew of does not leave two agreements in force', () => {
    const people = circleOf('ana', 'ben', 'cleo') as Three
    const [ana, ben, cleo] = people
    cleo.say('member.on-leave', {})
    together(...people)
    const proposal = ana.presents()
    const round = ana.opensRound(proposal)
    ben.hears(ana)
    ana.consents(round)
    ben.consents(round)
    together(...people)
    const apart = cleo.closes(round)
    const close = ana.closes(round)
    ben.hears(ana)
    const next = ben.opensRound(proposal, ben.amends(proposal, { text: 'On Fridays.' }))
    ana.hears(ben)
    ana.consents(next)
    ben.consents(next)
    ana.hears(ben)
    const second = ana.closes(next)
    together(...people)
    expect(stateOf(ana, apart)).toBe(stateOf(ana, close))
    expect([stateOf(ana, close), stateOf(ana, second)]).toEqual(['superseded', 'in-force'])
  })
})

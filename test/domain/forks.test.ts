import { describe, expect, it } from 'vitest'
import { objectionState } from '../../src/domain/rounds/queries.ts'
import { asked as askedOf, contests, expectSameInAnyOrder, stateOf } from '../helpers/asked.ts'
import { together } from '../helpers/circles.ts'
import type { Person } from '../helpers/people.ts'

const objectionOf = (of: Person, id: string) => {
  const response = of.circle.responses.get(id)
  return response === undefined ? undefined : objectionState(of.circle, response)
}

/** Three in a round; Cleo's device then goes on in two ways, as one that was restored from a copy does. */
function asked() {
  const parts = askedOf()
  const cleo = parts.people[2]
  return { ...parts, copy: cleo.joinedBy('cleo', cleo.keys) }
}

describe('a device that says two things at one place', () => {
  it('[D3 row 13] [E8] consents nothing more to a close that knows; its objection stays to be read and holds nothing', () => {
    const { people, proposal, round, copy } = asked()
    const [ana, ben, cleo] = people
    for (const person of people) person.consents(round)
    const objection = copy.objects(round)
    const question = copy.asks(proposal)
    together(ana, ben, cleo, copy)
    expect(objectionOf(ana, objection)).toBe('forked')
    expect(ana.refusal('round.closed', ana.closing(round))).toMatchObject({ code: 'not-consented' })
    expect(ana.circle.questions.has(question)).toBe(true)
    expect(cleo.refusal('consent.given', { round, version: proposal })).toMatchObject({ code: 'device-forked' })
    const kept = cleo.say('concern.added', { proposal, agreement: null, text: 'it was me' })
    const forced = cleo.sayAnyway('consent.given', { round, version: proposal })
    together(ana, ben, cleo)
    expect(ana.circle.proposals.get(proposal)?.concerns.map(({ id }) => id)).toContain(kept)
    expect(ana.circle.refused.get(forced)?.refusal.code).toBe('device-forked')
    expectSameInAnyOrder(ana, ben, cleo, copy)
    // The person goes on with another device of theirs.
    const phone = ana.admitsDeviceOf(cleo)
    together(ana, phone)
    phone.consents(round)
    ana.hears(phone)
    const close = ana.closes(round)
    expect(stateOf(ana, close)).toBe('in-force')
    expectSameInAnyOrder(ana, ben, cleo, copy, phone)
  })

  it('[D3 row 13] [D2.6] a certificate that cites such a consent stays, contested, until a close that knows of both', () => {
    const { people, proposal, round, copy } = asked()
    const [ana, ben, cleo] = people
    for (const person of people) person.consents(round)
    ana.hears(ben, cleo)
    const close = ana.closes(round)
    const other = copy.reacts(proposal)
    together(ben, copy)
    together(ana, ben, cleo)
    expect(ana.circle.closes.get(close)?.problem).toBeNull()
    expect(contests(ana, close)).toMatchObject([{ kind: 'device-forked', person: cleo.id, id: other }])
    expectSameInAnyOrder(ana, ben, cleo, copy)
    const phone = ben.admitsDeviceOf(cleo)
    together(ana, ben, phone)
    const again = ana.opensRound(proposal)
    together(ana, ben, phone)
    for (const person of [ana, ben, phone]) person.consents(again)
    ana.hears(ben, phone)
    const answer = ana.closes(again)
    expect([stateOf(ana, close), stateOf(ana, answer)]).toEqual(['superseded', 'in-force'])
    expectSameInAnyOrder(ana, ben, cleo, copy, phone)
  })

  it('[D3 row 13] [A3] what was settled before anyone knew stays settled, however far back the fork is put', () => {
    const { people, proposal, round, copy } = asked()
    const [ana, ben, cleo] = people
    for (const person of people) person.consents(round)
    ana.hears(ben, cleo)
    const close = ana.closes(round)
    together(...people)
    for (const person of people) person.hasSeen(close)
    together(...people)
    expect(stateOf(ana, close)).toBe('settled')
    copy.reacts(proposal)
    const late = copy.objects(round)
    together(...people, copy)
    expect([stateOf(ana, close), objectionOf(ana, late)]).toEqual(['settled', 'forked'])
    expectSameInAnyOrder(ana, ben, cleo, copy)
  })
})

import { describe, expect, it } from 'vitest'
import { verifyCertificate } from '../../src/domain/certificates/verify.ts'
import { absentIn } from '../../src/domain/agreements/queries.ts'
import { DAY, withClause } from '../helpers/absentee.ts'
import { certificateOf } from '../helpers/certificates.ts'
import { contests, stateOf } from '../helpers/asked.ts'
import { agreed, expectSameCircle, together } from '../helpers/circles.ts'
import { tools } from '../helpers/devices.ts'
import type { Person } from '../helpers/people.ts'

type Three = [Person, Person, Person]

describe('who shows that the time is over', () => {
  it('[R9] [K6] is nobody whom the circle has removed: the close rests on words of those who are heard in it', () => {
    const { people, way } = withClause('ana', 'ben', 'cleo', 'dan', 'eve')
    const [ana, ben, cleo, dan, eve] = people as [Person, Person, Person, Person, Person]
    const proposal = ana.presents({ title: 'The roof' })
    const round = ana.opensRound(proposal, undefined, { agreement: way, deadline: ana.clock.now + 2000 + 14 * DAY })
    together(...people)
    for (const person of [ana, cleo, dan]) person.consents(round)
    const since = ben.objects(round)
    together(...people)
    ana.clock.now += 15 * DAY
    const after = ben.reacts(proposal)
    together(ana, ben, cleo, dan)
    agreed([ana, cleo, dan, eve], { title: 'Goes', effect: { kind: 'remove', person: ben.id } })
    // Ben is not heard in the close, and so shows nothing in it.
    const resting = { ...cleo.closing(round), after, since }
    expect(cleo.refusal('round.closed', resting)?.code).toBe('not-yet-due')
    dan.reacts(proposal)
    cleo.hears(dan)
    const verdict = verifyCertificate(certificateOf(cleo, cleo.closes(round)), tools)
    expect(verdict).toMatchObject({ valid: true, absent: [{ person: eve.id }], gone: [{ person: ben.id }] })
  })
})

describe('silence on a change', () => {
  /** All three have consented to a roof; then Ana would change it, under the clause, and all have heard of that. */
  function changeUnder(closed = true) {
    const { people, way } = withClause('ana', 'ben', 'cleo')
    const [ana, ben, cleo] = people as Three
    const before = closed ? agreed(people, { title: 'The roof' }) : null
    const changes = before === null ? null : ana.agreementOf(before)
    const proposal = ana.presents({ title: 'The roof', text: 'Of reed.', changes })
    const clause = { agreement: way, deadline: ana.clock.now + 4000 + 14 * DAY }
    return { people: people as Three, ana, ben, cleo, way, before, proposal, clause }
  }

  /** Ana and Ben answer, the days pass on both their clocks, and Ana knows of it. */
  function daysPass(
    { people, ana, ben }: { people: Three; ana: Person; ben: Person },
    round: string,
    proposal: string,
  ) {
    ana.consents(round)
    ben.consents(round)
    together(...people)
    ana.clock.now += 15 * DAY
    ben.reacts(proposal)
    ana.hears(ben)
  }

  it('[R9] [D3 row 16] an old consent to what would be changed neither consents to the change nor hides silence on it', () => {
    const told = changeUnder()
    const { people, ana, ben, cleo, way, before, proposal, clause } = told
    const round = ana.opensRound(proposal, undefined, clause)
    together(...people)
    const old = cleo.circle.closes.get(before ?? '')?.consents.find(({ person }) => person === cleo.id)
    ana.consents(round)
    ben.consents(round)
    together(...people)
    const given = [...ana.closing(round).consents, ...(old === undefined ? [] : [old])]
    const consents = ana.electorate().flatMap((id) => given.filter(({ person }) => person === id))
    expect(consents).toHaveLength(3)
    expect(ana.refusal('round.closed', { ...ana.closing(round), consents })?.code).toBe('not-consented')
    // Silence is judged by the days of this round: also of who spoke on the matter long ago.
    const early = { ...ana.closing(round), without: [{ person: cleo.id, agreement: way }] }
    expect(ana.refusal('round.closed', early)?.code).toBe('not-yet-due')
    ana.clock.now += 15 * DAY
    ben.reacts(proposal)
    ana.hears(ben)
    const close = ana.closes(round)
    expect(verifyCertificate(certificateOf(ana, close), tools)).toMatchObject({
      valid: true,
      absent: [{ person: cleo.id }],
    })
    together(...people)
    const agreement = ben.circle.agreements.get(ben.agreementOf(close))
    expect(agreement && absentIn(ben.circle, agreement)).toEqual([cleo.id])
    expect([stateOf(ben, before ?? ''), stateOf(ben, close)]).toEqual(['superseded', 'in-force'])
    expectSameCircle(...people)
  })

  it('[D3 row 19] a late objection to a change by somebody whose old consent it followed contests it, and the old goes on', () => {
    const told = changeUnder()
    const { people, ana, ben, cleo, before, proposal, clause } = told
    const round = ana.opensRound(proposal, undefined, clause)
    together(...people)
    daysPass(told, round, proposal)
    const close = ana.closes(round)
    const objection = cleo.objects(round, 'I was ill')
    together(...people)
    expect(contests(ben, close)).toMatchObject([{ kind: 'objection', id: objection }])
    expect([stateOf(ben, before ?? ''), stateOf(ben, close)]).toEqual(['superseded', 'contested'])
    expectSameCircle(...people)
  })

  it('[R9] a consent to earlier words of the proposal says nothing on the later ones, which replaced its round', () => {
    const told = changeUnder(false)
    const { people, ana, cleo, way, proposal, clause } = told
    const first = ana.opensRound(proposal, undefined, clause)
    together(...people)
    cleo.consents(first)
    ana.hears(cleo)
    ana.amends(proposal, { text: 'Of straw.' })
    const round = ana.opensRound(proposal, undefined, { ...clause, deadline: clause.deadline + DAY })
    together(...people)
    daysPass(told, round, proposal)
    expect(ana.closing(round).without).toEqual([{ person: cleo.id, agreement: way }])
    expect(ana.refusal('round.closed', ana.closing(round))).toBeNull()
  })

  it('[R9] [O1] an objection that its author has not ended is no silence, also in the next round; ended, it is', () => {
    const told = changeUnder(false)
    const { people, ana, cleo, way, proposal, clause } = told
    const first = ana.opensRound(proposal, undefined, clause)
    together(...people)
    const objection = cleo.objects(first)
    ana.hears(cleo)
    ana.amends(proposal, { text: 'Of straw.' }, undefined, [objection])
    const round = ana.opensRound(proposal, undefined, { ...clause, deadline: clause.deadline + DAY })
    together(...people)
    daysPass(told, round, proposal)
    const body = { ...ana.closing(round), without: [{ person: cleo.id, agreement: way }] }
    expect(ana.refusal('round.closed', body)?.code).toBe('not-consented')
    cleo.say('objection.withdrawn', { objection })
    ana.hears(cleo)
    expect(ana.closing(round).without).toEqual([{ person: cleo.id, agreement: way }])
    expect(ana.refusal('round.closed', ana.closing(round))).toBeNull()
  })

  it('[R9] whoever stands by other words that are asked about too is not silent', () => {
    const told = changeUnder()
    const { people, ana, ben, cleo, way, before, proposal, clause } = told
    const other = ben.presents({ title: 'No roof', changes: ana.agreementOf(before ?? '') })
    const apart = ben.opensRound(other)
    together(...people)
    cleo.consents(apart)
    const round = ana.opensRound(proposal, undefined, clause)
    together(...people)
    daysPass(told, round, proposal)
    const body = { ...ana.closing(round), without: [{ person: cleo.id, agreement: way }] }
    expect(ana.refusal('round.closed', body)?.code).toBe('not-consented')
  })
})

import { describe, expect, it } from 'vitest'
import type { CertificateFile } from '../../src/domain/certificates/certificate.ts'
import { verifyCertificate } from '../../src/domain/certificates/verify.ts'
import { encodeCanonical } from '../../src/domain/canonical.ts'
import { absentIn } from '../../src/domain/agreements/queries.ts'
import { ABSENTEE, DAY, withClause } from '../helpers/absentee.ts'
import { certificateOf } from '../helpers/certificates.ts'
import { contests, stateOf } from '../helpers/asked.ts'
import { agreed, circleOf, expectSameCircle, together } from '../helpers/circles.ts'
import { tools } from '../helpers/devices.ts'
import type { Person } from '../helpers/people.ts'

type Three = [Person, Person, Person]

/** A round under the clause, of which all have heard. */
function askedUnder(people: readonly Person[], way: string) {
  const first = people[0] as Person
  const proposal = first.presents({ title: 'The roof' })
  const deadline = first.clock.now + 2000 + 14 * DAY
  const round = first.opensRound(proposal, undefined, { agreement: way, deadline })
  together(...people)
  return { proposal, round, deadline }
}

/** Ana and Ben have consented, Cleo has said nothing, the time is over, and Ana knows that Ben's clock says so too. */
function cleoIsSilent(): { people: Three; round: string } {
  const { people, way } = withClause('ana', 'ben', 'cleo')
  const [ana, ben] = people as Three
  const { round, proposal } = askedUnder(people, way)
  ana.consents(round)
  ben.consents(round)
  together(...people)
  ana.clock.now += 15 * DAY
  ben.reacts(proposal)
  ana.hears(ben)
  return { people: people as Three, round }
}

describe('silence', () => {
  it('[R9] never consents where the circle has not agreed to it, however long it lasts', () => {
    const people = circleOf('ana', 'ben', 'cleo') as Three
    const [ana, ben] = people
    const close = agreed(people, {})
    const proposal = ana.presents({ title: 'The roof' })
    const clause = { agreement: ana.agreementOf(close), deadline: ana.clock.now + 99 * DAY }
    const body = { proposal, version: ana.drafts(proposal)[0] ?? '', electorate: ana.electorate() }
    expect(ana.refusal('round.opened', { ...body, clause })?.code).toBe('no-such-way')
    const round = ana.opensRound(proposal)
    together(...people)
    ana.consents(round)
    ben.consents(round)
    together(...people)
    ana.clock.now += 999 * DAY
    ben.reacts(proposal)
    ana.hears(ben)
    expect(ana.refusal('round.closed', ana.closing(round))?.code).toBe('not-consented')
    const forced = ana.sayAnyway('round.closed', {
      ...ana.closing(round),
      without: [{ person: people[2].id, agreement: clause.agreement }],
    })
    expect(ana.circle.closes.get(forced)?.problem?.code).toBe('not-consented')
  })

  it('[R9] [W4] [D3 row 19] counts after its days where the circle agreed to it, and the agreement names who was absent', () => {
    const { people, way } = withClause('ana', 'ben', 'cleo')
    const [ana, ben, cleo] = people as Three
    const { round, proposal } = askedUnder(people, way)
    ana.consents(round)
    ben.consents(round)
    together(...people)
    ana.clock.now += 15 * DAY
    // Ana's clock alone is not enough: one bad clock cannot rush.
    expect(ana.refusal('round.closed', ana.closing(round))?.code).toBe('not-yet-due')
    ben.reacts(proposal)
    ana.hears(ben)
    const close = ana.closes(round)
    together(...people)
    const agreement = ben.circle.agreements.get(ben.agreementOf(close))
    expect(agreement && absentIn(ben.circle, agreement)).toEqual([cleo.id])
    expect(stateOf(ben, close)).toBe('in-force')
    expectSameCircle(...people)
  })

  it('[D3 row 16] the closer’s own clock must be past it too, and so must the round’s days be', () => {
    const { people, way } = withClause('ana', 'ben', 'cleo')
    const [ana, ben, cleo] = people as Three
    const proposal = ana.presents({ title: 'The roof' })
    const body = { proposal, version: ana.drafts(proposal)[0] ?? '', electorate: ana.electorate() }
    const soon = { agreement: way, deadline: ana.clock.now + DAY }
    expect(ana.refusal('round.opened', { ...body, clause: soon })).toEqual({ code: 'not-yet-due', about: { days: 14 } })
    const rushed = ana.sayAnyway('round.opened', { ...body, clause: soon }, ana.seen(), { at: 1 })
    expect(ana.circle.refused.get(rushed)?.refusal.code).toBe('not-yet-due')
    const { round, deadline } = askedUnder(people, way)
    ana.consents(round)
    ben.consents(round)
    together(...people)
    const early = ben.sayAnyway('reaction.given', { proposal, text: 'my clock is wrong' }, ben.seen(), {
      at: deadline + 1,
    })
    ana.hears(ben)
    const without = [{ person: cleo.id, agreement: way }]
    const closing = { ...ana.closing(round), without, after: early }
    expect(ana.refusal('round.closed', closing)?.code).toBe('not-yet-due')
  })

  it('[D3 row 16] a round that its opener’s clock puts back is no sooner over: its days pass on one more clock', () => {
    const { people, way } = withClause('ana', 'ben', 'cleo', 'dan')
    const [ana, ben, cleo, dan] = people as [Person, Person, Person, Person]
    const proposal = ana.presents({ title: 'The roof' })
    const told = ana.clock.now
    together(...people)
    ana.clock.now += 20 * DAY
    ana.skew = -19 * DAY
    const round = ana.opensRound(proposal, undefined, { agreement: way, deadline: told + DAY + 3000 + 14 * DAY })
    ana.skew = 0
    together(...people)
    for (const person of [ana, ben, cleo]) person.consents(round)
    ben.reacts(proposal)
    together(ana, ben, cleo)
    // Every clock is past the deadline at once; nobody but the opener says that fourteen days have passed.
    for (const closer of [ana, cleo]) {
      expect(closer.closing(round).without).toEqual([{ person: dan.id, agreement: way }])
      expect(closer.refusal('round.closed', closer.closing(round))?.code).toBe('not-yet-due')
    }
    ana.clock.now += 13 * DAY
    ben.reacts(proposal, 'nearly')
    together(ana, ben, cleo)
    expect(cleo.refusal('round.closed', cleo.closing(round))?.code).toBe('not-yet-due')
    ana.clock.now += 2 * DAY
    ana.reacts(proposal, 'well?')
    cleo.hears(ana)
    expect(cleo.refusal('round.closed', cleo.closing(round))).toBeNull()
    expect(ana.refusal('round.closed', ana.closing(round))?.code).toBe('not-yet-due')
    ben.reacts(proposal, 'now')
    ana.hears(ben)
    const certificate = certificateOf(ana, ana.closes(round))
    expect(verifyCertificate(certificate, tools)).toMatchObject({ valid: true, absent: [{ person: dan.id }] })
    const { since: _none, ...unmeasured } = JSON.parse(certificate) as CertificateFile
    expect(verifyCertificate(encodeCanonical(unmeasured), tools)).toEqual({ valid: false, why: 'changed' })
    together(...people)
    expectSameCircle(...people)
  })

  it('[D3 row 19] is that of fewer than half of those asked', () => {
    const { people, way } = withClause('ana', 'ben', 'cleo', 'dan')
    const [ana, ben, cleo, dan] = people as [Person, Person, Person, Person]
    const { round, proposal } = askedUnder(people, way)
    ana.consents(round)
    ben.consents(round)
    together(...people)
    ana.clock.now += 15 * DAY
    ben.reacts(proposal)
    ana.hears(ben)
    expect(ana.refusal('round.closed', ana.closing(round))?.code).toBe('too-many-silent')
    cleo.consents(round)
    ana.hears(cleo)
    expect(ana.closing(round).without).toEqual([{ person: dan.id, agreement: way }])
    expect(ana.refusal('round.closed', ana.closing(round))).toBeNull()
  })

  it('[D3 row 16] an answer counts whatever its time, and a late objection by somebody who was silent contests', () => {
    const { people, round } = cleoIsSilent()
    const [ana, ben, cleo] = people
    const close = ana.closes(round)
    const objection = cleo.objects(round, 'I was ill')
    together(...people)
    expect(stateOf(ben, close)).toBe('contested')
    expect(contests(ben, close)).toMatchObject([{ kind: 'objection', id: objection }])
    expectSameCircle(...people)
  })

  it('[R9] whoever objected, or asks still, is not silent; nobody is removed by silence and no way changed', () => {
    const { people, way } = withClause('ana', 'ben', 'cleo')
    const [ana, ben, cleo] = people as Three
    const { round, proposal } = askedUnder(people, way)
    ana.consents(round)
    ben.consents(round)
    cleo.objects(round)
    together(...people)
    ana.clock.now += 15 * DAY
    ben.reacts(proposal)
    ana.hears(ben)
    const body = {
      ...ana.closing(round),
      without: [{ person: cleo.id, agreement: way }],
      consents: ana.closing(round).consents.filter(({ person }) => person !== cleo.id),
    }
    expect(ana.refusal('round.closed', body)?.code).toBe('not-consented')
    const clause = { agreement: way, deadline: ana.clock.now + 30 * DAY }
    for (const effect of [{ kind: 'remove', person: cleo.id } as const, ABSENTEE.effect]) {
      const other = ana.presents({ title: 'Quietly', effect })
      const opening = {
        proposal: other,
        version: ana.drafts(other)[0] ?? '',
        electorate: ana.electorate(other),
        clause,
      }
      expect(ana.refusal('round.opened', opening)?.code).toBe('no-such-way')
    }
  })

  /** Five in two parts, of which Ben and Cleo are in both: what Ana's part and what Dan's part have closed. */
  function closedInTwoParts(isOneOrder: boolean) {
    const { people, way } = withClause('ana', 'ben', 'cleo', 'dan', 'eve')
    const [ana, ben, cleo, dan] = people as [Person, Person, Person, Person, Person]
    const proposal = ana.presents({ title: 'The roof' })
    together(...people)
    const clause = { agreement: way, deadline: ana.clock.now + 20 * DAY }
    const one = ana.opensRound(proposal, proposal, clause)
    const other = dan.opensRound(proposal, dan.amends(proposal, { text: 'No roof.' }), clause)
    together(...people)
    ana.consents(one)
    dan.consents(other)
    cleo.consents(one)
    ana.clock.now += 30 * DAY
    cleo.reacts(proposal)
    ana.hears(cleo)
    cleo.consents(other)
    const [first, hears, second, hearsLater] = isOneOrder ? [one, ana, other, dan] : [other, dan, one, ana]
    ben.consents(first)
    hears.hears(ben)
    ben.consents(second)
    ana.clock.now += 30 * DAY
    cleo.reacts(proposal)
    dan.hears(cleo)
    hearsLater.takes(...[...ben.known.values()].filter(({ known }) => known.device === ben.device))
    const closes = [ana.closes(one), dan.closes(other)] as const
    together(...people)
    return { people, closes }
  }

  it('[D3 row 19] counted in two parts of a circle: where whoever is in both spoke in both orders, both are contested', () => {
    const { people, closes } = closedInTwoParts(false)
    for (const person of people)
      expect(closes.map((close) => stateOf(person, close))).toEqual(['contested', 'contested'])
    expectSameCircle(...people)
  })

  it('[D3 row 19] where they all gave the one word after the other, that is the later, and whoever was silent in it contests by their other consent', () => {
    const { people, closes } = closedInTwoParts(true)
    for (const person of people)
      expect(closes.map((close) => stateOf(person, close))).toEqual(['superseded', 'contested'])
    expectSameCircle(...people)
  })

  it('[K6] the certificate holds the clause and what shows that the time was over, and verifies; without them it does not', () => {
    const { people, round } = cleoIsSilent()
    const [ana, , cleo] = people
    const text = certificateOf(ana, ana.closes(round))
    const verdict = verifyCertificate(text, tools)
    expect(verdict).toMatchObject({ valid: true, absent: [{ person: cleo.id, name: 'cleo' }], gone: [] })
    expect(verdict.valid && verdict.consents.map(({ name }) => name).toSorted()).toEqual(['ana', 'ben'])
    const file = JSON.parse(text) as CertificateFile
    const { grounds, ...bare } = file
    const { after, ...unwitnessed } = file
    const whyNot = (one: object) => {
      const made = verifyCertificate(encodeCanonical(one), tools)
      return made.valid ? 'valid' : made.why
    }
    expect(whyNot(bare)).toBe('not-everyone-consented')
    expect(whyNot(unwitnessed)).toBe('changed')
    expect(whyNot({ ...file, grounds: [...(grounds ?? []), ...(grounds ?? [])] })).toBe('changed')
    expect(whyNot({ ...file, after: file.close })).toBe('changed')
    expect(after).toBeDefined()
    const plain = certificateOf(ana, agreed(people, { title: 'Plain' }))
    expect(verifyCertificate(plain, tools)).toMatchObject({ valid: true, absent: [], gone: [] })
    expect(whyNot({ ...(JSON.parse(plain) as object), grounds })).toBe('changed')
  })

  it('[K6] a certificate without somebody who was removed holds the removal’s own', () => {
    const people = circleOf('ana', 'ben', 'cleo') as Three
    const [ana, ben, cleo] = people
    const proposal = ana.presents()
    const round = ana.opensRound(proposal)
    together(...people)
    agreed([ana, ben], { title: 'Goes', effect: { kind: 'remove', person: cleo.id } })
    ana.consents(round)
    ben.consents(round)
    together(ana, ben)
    const text = certificateOf(ana, ana.closes(round))
    expect(verifyCertificate(text, tools)).toMatchObject({
      valid: true,
      absent: [],
      gone: [{ person: cleo.id, name: 'cleo' }],
    })
    const other = circleOf('ana', 'ben', 'cleo') as Three
    const file = JSON.parse(text) as CertificateFile
    const foreign = { ...file, grounds: [JSON.parse(certificateOf(other[0], agreed(other, {}))) as object] }
    const verdict = verifyCertificate(encodeCanonical(foreign), tools)
    expect(verdict.valid).toBe(false)
  })
})

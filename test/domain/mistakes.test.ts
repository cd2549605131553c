import { describe, expect, it } from 'vitest'
import { dueOf } from '../../src/domain/agreements/life.ts'
import { isEventType, eventBodies } from '../../src/domain/events.ts'
import { EVERYTHING } from '../../src/domain/causality.ts'
import { memberState } from '../../src/domain/members/queries.ts'
import { seatIn } from '../../src/domain/roles/queries.ts'
import type { RoleId } from '../../src/domain/roles/role.ts'
import { objectionState } from '../../src/domain/rounds/queries.ts'
import { namedIn, standingNominations } from '../../src/domain/selections/queries.ts'
import { asked, stateOf, type Three } from '../helpers/asked.ts'
import { agree, agreed, circleOf, foundCircle, together } from '../helpers/circles.ts'
import type { Person } from '../helpers/people.ts'
import { nominated, seated, seatOf, selectionOf } from '../helpers/selecting.ts'

const holders = (person: Person, role: RoleId = 'facilitator') =>
  seatIn(person.circle, role).holders.map((holder) => holder.person)
const three = () => circleOf('ana', 'ben', 'cleo') as Three

/**
 * The mistakes that software which claims consent often makes (see "Common mistakes" in the notes on sociocracy), each
 * tried here.
 */
describe('a common mistake of software that claims consent', () => {
  it('A7, mistake 1: counting instead of arguing. One reason outweighs any number of consents', () => {
    const people = circleOf('ana', 'ben', 'cleo', 'dan', 'eve', 'finn', 'gil', 'hana')
    const [ana, ...others] = people as [Person, ...Person[]]
    const round = ana.opensRound(ana.presents())
    together(...people)
    for (const person of people.slice(0, -1)) person.consents(round)
    others.at(-1)?.objects(round, 'the stove is broken')
    together(...people)
    for (const person of people)
      expect(person.refusal('round.closed', person.closing(round))?.code).toBe('not-consented')
  })

  it('A7, mistake 2: an objection without a reason', () => {
    const { people, round } = asked()
    const [, ben] = people
    const body = { round, version: ben.versionOf(round) }
    expect(ben.refusal('objection.raised', body as never)?.code).toBe('malformed')
    expect(ben.refusal('objection.raised', { ...body, reason: '  \n ' })?.code).toBe('malformed')
    ben.sayAnyway('objection.raised', { ...body, reason: '' })
    expect(ben.circle.responses.size).toBe(0)
    expect(ben.refusal('agreement.objected', { agreement: round, reason: '' })?.code).toBe('malformed')
  })

  it('A7, mistake 3: silence that becomes consent by a timer', () => {
    const { people, round } = asked()
    const [ana, ben, cleo] = people
    ana.consents(round)
    ben.consents(round)
    together(...people)
    ana.clock.now += 10 * 365 * 24 * 60 * 60 * 1000
    ben.reacts(ben.circle.rounds.get(round)?.proposal ?? '')
    together(ana, ben)
    const close = ana.sayAnyway('round.closed', ana.closing(round))
    expect(ana.circle.closes.get(close)?.problem).toMatchObject({ code: 'not-consented', about: { people: [cleo.id] } })
  })

  it('A7, mistake 4: administrators who act without consent. The founder closes, ends, removes and renames nothing alone', () => {
    const people = three()
    const [ana] = people
    const close = agreed(people, {})
    const alone = { changes: ana.agreementOf(close), effect: { kind: 'end' } } as const
    const purpose = { effect: { kind: 'purpose', name: 'Mine', aim: 'mine', domain: null } } as const
    for (const change of [alone, purpose]) {
      const round = ana.opensRound(ana.presents(change))
      ana.consents(round)
      expect(ana.refusal('round.closed', ana.closing(round))?.code).toBe('not-consented')
      const body = ana.closing(round)
      ana.sayAnyway('round.closed', { ...body, consents: body.consents.filter(({ person }) => person === ana.id) })
    }
    together(...people)
    expect(stateOf(people[1], close)).not.toBe('superseded')
    expect(Object.keys(eventBodies).filter((type) => /archiv|admin|delete|restore/.test(type))).toEqual([])
  })

  it('A7, mistake 5: consents that are carried over to an edited text', () => {
    const { people, proposal, round } = asked()
    const [ana, ben, cleo] = people
    for (const person of people) person.consents(round)
    together(...people)
    const version = cleo.amends(proposal, { text: 'On Mondays.' })
    const next = cleo.opensRound(proposal, version)
    together(...people)
    expect(ana.refusal('round.closed', ana.closing(next))).toMatchObject({ code: 'not-consented' })
    const old = ben.closing(round)
    const forged = ben.sayAnyway('round.closed', { ...old, round: next, version })
    expect(ben.circle.closes.get(forged)?.problem?.code).toBe('not-consented')
  })

  it('A7, mistake 6: straight to the vote. Questions hold a round, and steps left out stay visible', () => {
    const people = three()
    const [ana, ben, cleo] = people
    const proposal = ana.presents()
    together(...people)
    const question = ben.asks(proposal, 'Who buys?')
    together(...people)
    const round = ana.opensRound(proposal)
    together(...people)
    for (const person of people) person.consents(round)
    together(...people)
    expect(ana.refusal('round.closed', ana.closing(round))).toMatchObject({ code: 'question-open' })
    const skipped = cleo.circle.rounds.get(round)?.skipped.map(({ step, missing }) => [step, missing.length])
    expect(skipped).toEqual([
      ['clarifying', 2],
      ['reactions', 2],
    ])
    ana.answers(question)
    together(...people)
    expect(ana.refusal('round.closed', ana.closing(round))).toBeNull()
  })

  it('A7, mistake 7: "abstain", "block" and "veto". A round knows consenting and objecting with a reason', () => {
    for (const type of ['response.abstained', 'response.blocked', 'veto.given', 'vote.cast'])
      expect(isEventType(type)).toBe(false)
    const { people, round } = asked()
    const [ana] = people
    const body = { round, version: ana.versionOf(round), answer: 'abstain' }
    expect(ana.refusal('consent.given', body as never)?.code).toBe('malformed')
    ana.sayAnyway('response.abstained', body)
    expect(ana.circle.responses.size).toBe(0)
  })

  it('A7, mistake 8: an objection that others than its author close', () => {
    const { people, proposal, round } = asked()
    const [ana, ben, cleo] = people
    const objection = cleo.objects(round)
    together(...people)
    for (const person of [ana, ben]) {
      for (const type of ['objection.withdrawn', 'objection.reframed'] as const)
        expect(person.refusal(type, { objection })?.code).toBe('not-your-own')
    }
    ana.sayAnyway('objection.withdrawn', { objection })
    const version = ana.amends(proposal, { text: 'Otherwise.' }, undefined, [objection])
    const next = ana.opensRound(proposal, version)
    together(...people)
    for (const person of [ana, ben]) person.consents(next)
    together(...people)
    const record = cleo.circle.responses.get(objection)
    expect(record && objectionState(cleo.circle, record)).toBe('offered')
    expect(ana.refusal('round.closed', ana.closing(next))?.code).toBe('not-consented')
  })

  it('A7, mistake 9: a cap on rounds', () => {
    const { people, proposal } = asked()
    const [ana, ben, cleo] = people
    for (let time = 0; time < 12; time++) {
      const round = ana.openRound(proposal) ?? ''
      const objection = cleo.objects(round, `harm ${time}`)
      together(...people)
      const version = ben.amends(proposal, {}, undefined, [objection])
      ben.opensRound(proposal, version)
      together(...people)
    }
    const close = agree(ana.openRound(proposal) ?? '', ana, ben, cleo)
    expect(stateOf(cleo, close)).toBe('in-force')
  })

  it('A7, mistake 10: policies without a review date, and agreements that vanish when it comes', () => {
    const people = three()
    const [ana] = people
    const { review: _none, ...content } = { ...ana.proposal(ana.presents()).versions[0]?.content, title: 'For ever' }
    expect(ana.refusal('proposal.presented', { content } as never)?.code).toBe('malformed')
    const close = agreed(people, { title: 'For now', review: '2026-04-01' })
    const agreement = ana.circle.agreements.get(ana.agreementOf(close))
    expect(agreement && dueOf(ana.circle, agreement, '2036-04-01')).toBe('overdue')
    expect(['in-force', 'settled']).toContain(stateOf(ana, close))
  })

  it('A7, mistake 11: most votes win an election. Whoever is named less is as good a proposal, and only consent selects', () => {
    const people = three()
    const [ana, ben, cleo] = people
    const selection = nominated(people, (index) => (index === 2 ? cleo : ben))
    const named = standingNominations(selectionOf(ana, selection)).filter(({ nominee }) => nominee === ben.id)
    expect(named).toHaveLength(2)
    expect(namedIn(selectionOf(ana, selection))).toEqual(expect.arrayContaining([ben.id, cleo.id]))
    expect(holders(ana)).toEqual([])
    seated(people, 'facilitator', cleo, selection)
    expect(holders(ben)).toEqual([cleo.id])
  })

  it('A7, mistake 12: links that are drawn on a chart. A delegate is whom everyone consented to, and nobody is by being written in', () => {
    const people = three()
    const [ana, ben] = people
    ana.sayAnyway('link.drawn', { circle: '0'.repeat(64), delegate: ana.id })
    ana.presents({ title: 'I go', effect: seatOf('delegate', ana) })
    together(...people)
    expect(holders(ben, 'delegate')).toEqual([])
    seated(people, 'delegate', ana)
    expect(holders(ben, 'delegate')).toEqual([ana.id])
  })

  it('A7, mistake 13: everyone in the organisation may vote in any circle', () => {
    const { people, round } = asked()
    const [ana] = people
    const stranger = foundCircle('zoe', 'Another circle')
    const body = { round, version: ana.versionOf(round) }
    expect(stranger.refusal('consent.given', body)?.code).not.toBeNull()
    const content = { ...stranger.content('consent.given', body), circle: ana.circleId }
    const said = stranger.sayAnyway('consent.given', body, [], { circle: content.circle })
    ana.takes(...[...stranger.known.values()].filter(({ known }) => known.id === said))
    expect(ana.circle.responses.size).toBe(0)
    expect(memberState(ana.circle, EVERYTHING, stranger.id)).toBeNull()
    const guest = agreedThenGuest()
    expect(guest.person.refusal('consent.given', guest.body)?.code).toBe('needs-consent')
  })

  it('A7, mistake 14: anonymous responses. Every consent and objection says whose it is, by a key that the circle let in', () => {
    const { people, round } = asked()
    const [ana, ben] = people
    ana.consents(round)
    const objection = ben.objects(round)
    together(...people)
    for (const { id, person } of ana.circle.responses.values())
      expect([person, ana.circle.counted.get(id)?.person]).toEqual([person, person])
    expect(ana.circle.responses.get(objection)?.person).toBe(ben.id)
    const body = { round, version: ben.versionOf(round), reason: 'someone says', person: null }
    expect(ben.refusal('objection.raised', body as never)?.code).toBe('malformed')
  })

  it('A7, mistake 15: one live proposal at a time', () => {
    const people = three()
    const [ana, ben, cleo] = people
    const proposals = [
      ana.presents({ title: 'One' }),
      ben.presents({ title: 'Two' }),
      cleo.presents({ title: 'Three' }),
    ]
    together(...people)
    const rounds = proposals.map((proposal) => ana.opensRound(proposal))
    together(...people)
    const closes = rounds.map((round) => agree(round, ana, ben, cleo))
    expect(closes.map((close) => ['in-force', 'settled'].includes(stateOf(ben, close)))).toEqual([true, true, true])
  })

  it('A7, mistake 16: no rule for those who are away, so that whoever closes first decides', () => {
    const { people, round } = asked()
    const [ana, ben, cleo] = people
    ana.consents(round)
    ben.consents(round)
    together(ana, ben)
    expect(ana.refusal('round.closed', ana.closing(round))).toMatchObject({
      code: 'not-consented',
      about: { people: [cleo.id] },
    })
    const consent = cleo.consents(round)
    const objection = cleo.objects(round, 'not without me')
    ana.takes(...[...cleo.known.values()].filter(({ known }) => known.id === consent))
    const close = ana.closes(round)
    together(...people)
    for (const person of people) expect(stateOf(person, close)).toBe('contested')
    expect(ana.circle.responses.get(objection)?.reason).toBe('not without me')
  })
})

/** Somebody let in after the first agreement, and what a round asks them in vain. */
function agreedThenGuest() {
  const people = three()
  const [ana] = people
  agreed(people, {})
  const person = ana.admits('dan')
  const round = ana.opensRound(ana.presents({ title: 'Next' }))
  person.hears(ana)
  return { person, body: { round, version: ana.versionOf(round) } }
}

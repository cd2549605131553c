import { describe, expect, it } from 'vitest'
import { agreementState } from '../../src/domain/agreements/queries.ts'
import { openRounds, standingOf } from '../../src/domain/rounds/queries.ts'
import { EVERYTHING } from '../../src/domain/causality.ts'
import { agree, circleOf, expectSameCircle, together } from '../helpers/circles.ts'
import { admissionOf, keysOf } from '../helpers/devices.ts'
import { Person } from '../helpers/people.ts'

type Three = [Person, Person, Person]

function asked(): { people: Three; proposal: string; round: string } {
  const people = circleOf('ana', 'ben', 'cleo') as Three
  const proposal = people[0].presents()
  const round = people[0].opensRound(proposal)
  together(...people)
  return { people, proposal, round }
}

describe('a round', () => {
  it('[R1] [D2.3] asks exactly the members whom its past makes members, and no later one', () => {
    const { people, proposal, round } = asked()
    const [ana, ben, cleo] = people
    const asks = (electorate: string[], version = ana.versionOf(round)) =>
      ana.refusal('round.opened', { proposal, version, electorate })?.code
    const everyone = ana.electorate()
    expect(asks(everyone.slice(1))).toBe('wrong-electorate')
    expect(asks([...everyone].reverse())).toBe('wrong-electorate')
    expect(asks([...everyone, everyone[0] ?? ''])).toBe('wrong-electorate')
    expect(asks([...everyone, keysOfStranger()].toSorted())).toBe('wrong-electorate')
    const unfair = ana.sayAnyway('round.opened', { proposal, version: ana.versionOf(round), electorate: [ana.id] })
    ben.hears(ana)
    expect(ben.circle.refused.get(unfair)?.refusal.code).toBe('wrong-electorate')
    const dan = ben.admits('dan')
    expect(dan.refusal('consent.given', { round, version: dan.versionOf(round) })?.code).toBe('not-asked')
    const close = agree(round, ana, ben, cleo)
    expect(ana.circle.closes.get(close)?.problem).toBeNull()
  })

  it('[R8] says no to a second round on the same words, and to a round on words that are agreed', () => {
    const { people, proposal, round } = asked()
    const [ana, ben] = people
    const again = { proposal, version: ana.versionOf(round), electorate: ben.electorate() }
    expect(ben.refusal('round.opened', again)).toEqual({ code: 'round-already-open', about: { round } })
    agree(round, ...people)
    expect(ben.refusal('round.opened', again)?.code).toBe('proposal-adopted')
    ben.say('agreement.objected', { agreement: [...ben.circle.agreements.keys()][0] ?? '', reason: 'no more' })
    expect(ben.refusal('round.opened', again)).toBeNull()
  })

  it('[R2] takes a word about its own version only, from whom it asks, and consents only while it is open', () => {
    const { people, proposal, round } = asked()
    const [ana, ben] = people
    const other = ben.amends(proposal)
    expect(ben.refusal('consent.given', { round, version: other })?.code).toBe('no-such-version')
    expect(ben.refusal('consent.given', { round: other, version: other })?.code).toBe('no-such-round')
    expect(ana.refusal('round.closed', { round, version: other, consents: [] })?.code).toBe('no-such-version')
    agree(round, ...people)
    expect(ben.refusal('consent.given', { round, version: ben.versionOf(round) })?.code).toBe('round-closed')
  })

  it('[R2] [P2] consents never carry over: an amendment needs a round and words of its own', () => {
    const { people, proposal, round } = asked()
    const [ana, ben, cleo] = people
    for (const person of people) person.consents(round)
    together(...people)
    const next = ana.opensRound(proposal, ana.amends(proposal))
    together(...people)
    expect(ben.refusal('consent.given', { round, version: ben.versionOf(round) })?.code).toBe('round-replaced')
    const stale = { ...cleo.closing(next), consents: cleo.closing(round).consents }
    expect(cleo.refusal('round.closed', stale)).toEqual({ code: 'not-consented', about: { people: cleo.electorate() } })
    expect(cleo.refusal('round.closed', cleo.closing(round))?.code).toBe('round-replaced')
    expect(openRounds(cleo.proposal(proposal)).map((one) => one.id)).toEqual([next])
  })

  it('[R3] opens early, and says for ever what was skipped and by whom', () => {
    const { people, proposal, round } = asked()
    const [ana, ben, cleo] = people
    const others = [ben.id, cleo.id].toSorted()
    const skipped = (id: string) => cleo.circle.rounds.get(id)?.skipped
    expect(skipped(round)).toEqual([
      { step: 'clarifying', missing: others },
      { step: 'reactions', missing: others },
    ])
    ben.understands(proposal)
    ben.reacts(proposal, null)
    const question = cleo.asks(proposal)
    cleo.reacts(proposal)
    together(...people)
    const second = ana.opensRound(proposal, ana.amends(proposal))
    ana.answers(question)
    cleo.hears(ana)
    cleo.understands(proposal)
    together(...people)
    expect(skipped(second)).toEqual([{ step: 'clarifying', missing: [cleo.id] }])
    expect(skipped(round)).toHaveLength(2)
    const third = ana.opensRound(proposal, ana.amends(proposal))
    together(...people)
    expect(skipped(third)).toEqual([])
  })

  it('[R4] the last word of a person stands, in their own order', () => {
    const { people, proposal, round } = asked()
    const [ana, ben, cleo] = people
    ben.objects(round)
    const consent = ben.consents(round)
    ben.objects(round, 'after all not')
    const last = ben.consents(round)
    together(...people)
    expect(standingOf(ana.proposal(proposal), EVERYTHING, ben.id).map((one) => one.id)).toEqual([last])
    ana.consents(round)
    cleo.consents(round)
    together(...people)
    const { version, consents } = ana.closing(round)
    const older = consents.map((one) => (one.person === ben.id ? { ...one, response: consent } : one))
    expect(ana.refusal('round.closed', { round, version, consents: older })?.code).toBe('not-consented')
    expect(ana.refusal('round.closed', { round, version, consents })).toBeNull()
  })

  it('[R4] words from two devices of one person stand side by side, and an objection among them holds', () => {
    const [ana, ben] = circleOf('ana', 'ben') as [Person, Person]
    const [laptop, phone] = [keysOf('eve'), keysOf('eve', 'phone')]
    ana.say('member.admitted', admissionOf('eve', laptop, ana.circleId))
    ben.say('member.admitted', admissionOf('eve', phone, ana.circleId))
    together(ana, ben)
    expect(ana.refusal('member.admitted', admissionOf('eve', keysOf('eve', 'third'), ana.circleId))?.code).toBe(
      'already-a-member',
    )
    const proposal = ana.presents()
    const round = ana.opensRound(proposal)
    const [eve, eveToo] = [ana.joinedBy('eve', laptop), ana.joinedBy('eve', phone)]
    const [consent, objection] = [eve.consents(round), eveToo.objects(round)]
    ana.consents(round)
    ben.hears(ana)
    ben.consents(round)
    together(ana, ben, eve, eveToo)
    const standing = standingOf(ana.proposal(proposal), EVERYTHING, eve.id).map((one) => one.id)
    expect(standing.toSorted()).toEqual([consent, objection].toSorted())
    const cites = { ...ana.closing(round), consents: ana.closing(round).consents }
    expect(ana.refusal('round.closed', cites)).toEqual({ code: 'not-consented', about: { people: [eve.id] } })
    eve.consents(round)
    ana.hears(eve)
    expect(ana.refusal('round.closed', ana.closing(round))).toBeNull()
  })

  it('[R5] [D2.2] a close that cites no standing word of somebody asked: refused at its author, invalid in every fold', () => {
    const { people, round } = asked()
    const [ana, ben, cleo] = people
    ana.consents(round)
    ben.consents(round)
    together(...people)
    const version = ana.versionOf(round)
    const two = ana.closing(round).consents
    const made = [...two, { person: cleo.id, response: 'ab'.repeat(32) }].toSorted((a, b) =>
      a.person < b.person ? -1 : 1,
    )
    const borrowed = made.map((one) => ({ ...one, response: two[0]?.response ?? '' }))
    for (const consents of [[], two, made, borrowed, [...two, ...two]])
      expect(ana.refusal('round.closed', { round, version, consents })?.code).toBe('not-consented')
    const close = ana.sayAnyway('round.closed', { round, version, consents: made })
    together(...people)
    for (const person of people) {
      const agreement = person.circle.agreements.get(person.agreementOf(close))
      expect(agreement && agreementState(person.circle, agreement)).toBe('invalid')
      expect(person.circle.closes.get(close)?.problem).toEqual({ code: 'not-consented', about: { people: [cleo.id] } })
    }
    expectSameCircle(...people)
    const good = agreeWithCleo(people, round)
    expect(ana.circle.closes.get(good)?.problem).toBeNull()
  })

  it('[R5] who has closed knowingly closes once: what came after a close they knew of is no certificate', () => {
    const { people, round } = asked()
    const [ana, ben] = people
    const close = agree(round, ...people)
    expect(ben.refusal('round.closed', ben.closing(round))).toEqual({
      code: 'round-closed',
      about: { agreement: ben.agreementOf(close) },
    })
    const again = ben.sayAnyway('round.closed', ben.closing(round))
    ana.hears(ben)
    expect(ana.circle.closes.get(again)?.problem?.code).toBe('round-closed')
    expect(ana.circle.adoptions).toHaveLength(1)
  })

  it('[R5] anybody with consent rights closes: who presses it does not matter', () => {
    const { people, round } = asked()
    for (const person of people) person.consents(round)
    together(...people)
    const [ana, , cleo] = people
    const close = cleo.closes(round)
    ana.hears(cleo)
    expect(ana.circle.closes.get(close)?.problem).toBeNull()
  })

  it('[P5] an open question of somebody asked holds the close, until it is answered or they say they understand', () => {
    const { people, proposal, round } = asked()
    const [ana, ben, cleo] = people
    const [first, second] = [ben.asks(proposal), cleo.asks(proposal)]
    for (const person of people) person.consents(round)
    together(...people)
    const questions = ana.proposal(proposal).questions.map((one) => one.id)
    expect(questions.toSorted()).toEqual([first, second].toSorted())
    expect(ana.refusal('round.closed', ana.closing(round))).toEqual({ code: 'question-open', about: { questions } })
    const forced = ana.sayAnyway('round.closed', ana.closing(round))
    expect(ana.circle.closes.get(forced)?.problem?.code).toBe('question-open')
    ana.answers(first)
    expect(ana.refusal('round.closed', ana.closing(round))?.about).toEqual({ questions: [second] })
    cleo.understands(proposal)
    ana.hears(cleo)
    expect(ana.refusal('round.closed', ana.closing(round))).toBeNull()
    expect(ana.refusal('question.answered', { question: first, text: 'again' })?.code).toBe('question-answered')
  })

  it('[P5] a question of a guest holds nothing', () => {
    const { people, proposal, round } = asked()
    const [ana, ben, cleo] = people
    agree(round, ...people)
    const dan = ana.admits('dan')
    const next = ana.opensRound(proposal, ana.amends(proposal))
    dan.hears(ana)
    dan.asks(proposal)
    ben.hears(dan)
    cleo.hears(dan)
    ana.hears(dan)
    expect(agree(next, ana, ben, cleo)).toBeTruthy()
  })

  it('[R6] a close has come since the person looked: they are asked again, not heard wrongly', () => {
    const { people, proposal, round } = asked()
    const [ana, ben, cleo] = people
    for (const person of people) person.consents(round)
    together(...people)
    const looked = cleo.seen()
    const close = ana.closes(round)
    cleo.hears(ana)
    const body = { round, version: cleo.versionOf(round), reason: 'wait' }
    const about = { agreement: cleo.agreementOf(close) }
    expect(cleo.refusal('objection.raised', body, looked)).toEqual({ code: 'closed-meanwhile', about })
    const end = { proposal, as: 'tabled', until: null, reason: 'wait' } as const
    expect(cleo.refusal('proposal.ended', end, looked)).toEqual({ code: 'closed-meanwhile', about })
    const reaction = { proposal, text: 'oh' }
    expect(cleo.refusal('reaction.given', reaction, looked)).toEqual({ code: 'closed-meanwhile', about })
    expect(cleo.refusal('reaction.given', reaction)).toBeNull()
    expect(ben.refusal('objection.raised', body)).toBeNull()
  })

  it('[R7] rounds opened apart are both open; a later one that knew of them takes their place', () => {
    const people = circleOf('ana', 'ben', 'cleo') as Three
    const [ana, ben, cleo] = people
    const proposal = ana.presents()
    together(...people)
    const rounds = [ana.opensRound(proposal), ben.opensRound(proposal)].toSorted()
    together(...people)
    const open = () => openRounds(cleo.proposal(proposal)).map((one) => one.id)
    expect(open()).toEqual(rounds)
    cleo.consents(rounds[0] ?? '')
    const next = cleo.opensRound(proposal, cleo.amends(proposal))
    expect(open()).toEqual([next])
    together(...people)
    expect(agree(next, ...people)).toBeTruthy()
    expectSameCircle(...people)
  })

  it('[R7] consents in both of two rounds on the same words: closed in both, it is one decision in force', () => {
    const people = circleOf('ana', 'ben', 'cleo') as Three
    const [ana, ben, cleo] = people
    cleo.say('member.on-leave', {})
    together(...people)
    const proposal = ana.presents()
    together(...people)
    const [one, other] = [ana.opensRound(proposal), ben.opensRound(proposal)]
    together(...people)
    for (const person of [ana, ben]) person.consents(one)
    together(...people)
    const first = cleo.closes(one)
    for (const person of [ana, ben]) person.consents(other)
    ben.hears(ana)
    const second = ben.closes(other)
    together(...people)
    const states = [first, second].map((close) => {
      const agreement = ana.circle.agreements.get(ana.agreementOf(close))
      return agreement && agreementState(ana.circle, agreement)
    })
    expect(states).toEqual(['superseded', 'in-force'])
    expectSameCircle(...people)
  })
})

const keysOfStranger = () => 'ab'.repeat(32)

function agreeWithCleo(people: Three, round: string): string {
  const [ana, , cleo] = people
  cleo.consents(round)
  together(...people)
  return ana.closes(round)
}

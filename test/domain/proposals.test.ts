import { describe, expect, it } from 'vitest'
import { draftsOf, endOf } from '../../src/domain/proposals/queries.ts'
import { openRounds } from '../../src/domain/rounds/queries.ts'
import { inOrder } from '../../src/domain/story.ts'
import { agree, circleOf, expectSameCircle, together } from '../helpers/circles.ts'
import { Person, TODAY, words } from '../helpers/people.ts'

type Three = [Person, Person, Person]
const three = () => circleOf('ana', 'ben', 'cleo') as Three

describe('a proposal', () => {
  it('[P1] is presented by any member; presenting it consents to nothing', () => {
    const people = three()
    const [ana, ben, cleo] = people
    const round = cleo.opensRound(cleo.presents())
    together(...people)
    expect(cleo.closing(round).consents).toEqual([])
    ana.consents(round)
    ben.consents(round)
    together(...people)
    expect(ana.refusal('round.closed', ana.closing(round))?.about).toEqual({ people: [cleo.id] })
  })

  it('[P2] is amended by any member; amending it consents to nothing, and keeps the version before', () => {
    const people = three()
    const [ana, ben] = people
    const proposal = ana.presents()
    const first = ana.drafts(proposal)[0]
    ben.hears(ana)
    const version = ben.amends(proposal)
    const round = ben.opensRound(proposal)
    expect(ben.closing(round).consents).toEqual([])
    expect(ben.circle.versions.get(version)).toMatchObject({ parents: [first], person: ben.id })
    const other = ana.presents()
    const from = { proposal: other, parents: [version], content: words(), integrates: [] }
    ana.hears(ben)
    expect(ana.refusal('proposal.amended', from)?.code).toBe('no-such-version')
    expect(ana.refusal('proposal.amended', { ...from, proposal: version })?.code).toBe('no-such-proposal')
    expect(ana.refusal('proposal.presented', { content: words({ owner: 'ab'.repeat(32) }) })?.code).toBe(
      'no-such-person',
    )
  })

  it('[P8] [D2.1] says no to a date that is not ahead, at its author only: clocks advise', () => {
    const people = three()
    const [ana, ben] = people
    const past = { content: words({ review: TODAY }) }
    expect(ana.refusal('proposal.presented', past)).toEqual({ code: 'date-in-the-past', about: { date: TODAY } })
    const proposal = ana.presents()
    const until = (date: string) => ({ proposal, as: 'tabled', until: date, reason: 'later' }) as const
    expect(ana.refusal('proposal.ended', until('2020-01-01'))?.code).toBe('date-in-the-past')
    expect(ana.refusal('proposal.ended', until('2030-01-01'))).toBeNull()
    const late = ana.sayAnyway('proposal.presented', past)
    ben.hears(ana)
    expect(ben.circle.proposals.has(late)).toBe(true)
    expect(ana.refusal('proposal.presented', { content: words({ review: '2027-02-29' }) })?.code).toBe('malformed')
  })

  it('[P4] is asked about, reacted to and understood by everybody in the circle, one or many times', () => {
    const people = three()
    const [ana, ben, cleo] = people
    const proposal = ana.presents()
    together(...people)
    const question = ben.asks(proposal)
    cleo.reacts(proposal, null)
    together(...people)
    ana.answers(question, 'with spoons')
    expect(ana.circle.questions.get(question)?.answers).toHaveLength(1)
    expect(ben.refusal('question.answered', { question: proposal, text: 'so' })?.code).toBe('no-such-question')
    expect(ben.refusal('reaction.given', { proposal: question, text: 'so' })?.code).toBe('no-such-proposal')
    expect(ana.proposal(proposal).reactions).toMatchObject([{ person: cleo.id, text: null }])
  })

  it('[P6] is withdrawn by its author alone, and that is the end', () => {
    const people = three()
    const [ana, ben] = people
    const proposal = ana.presents()
    const round = ana.opensRound(proposal)
    together(...people)
    const end = { proposal, as: 'withdrawn', until: null, reason: 'mine now' } as const
    expect(ben.refusal('proposal.ended', end)?.code).toBe('not-your-own')
    const forced = ben.sayAnyway('proposal.ended', end)
    expect(ben.circle.refused.get(forced)?.refusal.code).toBe('not-your-own')
    ana.ends(proposal, 'withdrawn')
    expect(ana.refusal('proposal.ended', end)?.code).toBe('proposal-ended')
    together(...people)
    expect(openRounds(ben.proposal(proposal))).toEqual([])
    expect(ben.refusal('consent.given', { round, version: ben.versionOf(round) })?.code).toBe('proposal-ended')
    expect(ben.refusal('question.asked', { proposal, text: 'why?' })?.code).toBe('proposal-ended')
    expect(ben.refusal('round.closed', ben.closing(round))?.code).toBe('proposal-ended')
    const from = { proposal, parents: ben.drafts(proposal), content: words(), integrates: [] }
    expect(ben.refusal('proposal.amended', from)?.code).toBe('proposal-ended')
    expectSameCircle(...people)
  })

  it('[P6] is tabled by any member, until somebody amends it or opens a round', () => {
    const people = three()
    const [ana, ben, cleo] = people
    const proposal = ana.presents()
    const round = ana.opensRound(proposal)
    together(...people)
    ben.ends(proposal, 'tabled', '2026-09-01')
    together(...people)
    expect(endOf(cleo.proposal(proposal))).toMatchObject({ as: 'tabled', until: '2026-09-01', person: ben.id })
    expect(cleo.refusal('consent.given', { round, version: cleo.versionOf(round) })?.code).toBe('proposal-ended')
    cleo.asks(proposal)
    cleo.understands(proposal)
    const next = cleo.opensRound(proposal)
    together(...people)
    expect(endOf(ana.proposal(proposal))).toBeNull()
    agree(next, ...people)
    const end = { proposal, as: 'tabled', until: null, reason: 'too late' } as const
    expect(ben.refusal('proposal.ended', end)?.code).toBe('proposal-adopted')
  })

  it('[P7] takes concerns at any time, and they stop nothing', () => {
    const people = three()
    const [ana, ben] = people
    const proposal = ana.presents()
    const round = ana.opensRound(proposal)
    together(...people)
    ben.say('concern.added', { proposal, agreement: null, text: 'mind the pots' })
    const close = agree(round, ...people)
    const agreement = ana.agreementOf(close)
    ben.say('concern.added', { proposal, agreement, text: 'mind them still' })
    const elsewhere = { proposal: ana.presents(), agreement, text: 'not about this' }
    expect(ana.refusal('concern.added', elsewhere)?.code).toBe('no-such-agreement')
    together(...people)
    expect(ana.proposal(proposal).concerns.map((one) => one.agreement)).toEqual([null, agreement])
  })

  it('[P3] of two drafts made apart neither is the draft, until one amends both', () => {
    const people = three()
    const [ana, ben] = people
    const proposal = ana.presents()
    together(...people)
    const drafts = [ana.amends(proposal), ben.amends(proposal)].toSorted()
    together(...people)
    expect(draftsOf(ben.proposal(proposal)).map((draft) => draft.id)).toEqual(drafts)
  })

  it('[P9] tells its story so that each act comes after what it built on, whatever the clocks say', () => {
    const people = three()
    const [ana, ben, cleo] = people
    const proposal = ana.presents()
    together(...people)
    ana.clock.now = 500
    const question = ben.asks(proposal)
    ana.hears(ben)
    ana.clock.now = 100
    const answer = ana.answers(question)
    ana.clock.now = 9_000_000
    const reaction = cleo.reacts(proposal)
    together(...people)
    const stories = people.map((person) => inOrder(person.proposal(proposal).acts).map((act) => act.stamp.id))
    expect(stories[0]).toEqual([proposal, question, answer, reaction])
    expect(stories).toEqual([stories[0], stories[0], stories[0]])
  })
})

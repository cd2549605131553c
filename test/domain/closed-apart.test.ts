import { describe, expect, it } from 'vitest'
import { supersededBy } from '../../src/domain/agreements/queries.ts'
import { draftsOf } from '../../src/domain/proposals/queries.ts'
import { openRounds } from '../../src/domain/rounds/queries.ts'
import { agree, circleOf, expectSameCircle, together } from '../helpers/circles.ts'
import { asked, contests, stateOf, type Three } from '../helpers/asked.ts'
import type { Person } from '../helpers/people.ts'

describe('what was closed apart', () => {
  it('[D3 row 6] closed here, withdrawn there: contested, and a round that knows of both ends it', () => {
    const { people, proposal, round } = asked()
    const [ana, ben, cleo] = people
    for (const person of people) person.consents(round)
    ben.hears(ana, cleo)
    const close = ben.closes(round)
    const end = ana.ends(proposal, 'withdrawn')
    together(...people)
    for (const person of people) {
      expect(stateOf(person, close)).toBe('contested')
      expect(contests(person, close)).toMatchObject([{ kind: 'laid-aside', id: end, person: ana.id }])
    }
    const reconcile = cleo.opensRound(proposal)
    together(...people)
    expect(openRounds(ana.proposal(proposal)).map((one) => one.id)).toEqual([reconcile])
    const again = agree(reconcile, ...people)
    expect([stateOf(ana, close), stateOf(ana, again)]).toEqual(['superseded', 'in-force'])
    expectSameCircle(...people)
  })

  it('[D3 row 6] the same for tabled', () => {
    const { people, proposal, round } = asked()
    const [ana, ben, cleo] = people
    for (const person of people) person.consents(round)
    ben.hears(ana, cleo)
    const close = ben.closes(round)
    cleo.ends(proposal, 'tabled', '2026-09-01')
    together(...people)
    expect(stateOf(ana, close)).toBe('contested')
    const again = agreeAgain(people, proposal)
    expect([stateOf(ana, close), stateOf(ana, again)]).toEqual(['superseded', 'in-force'])
  })

  it('[D3 row 7] [P3] two amendments of one version are siblings: nothing merges by itself', () => {
    const { people, proposal } = asked()
    const [ana, ben, cleo] = people
    const [one, other] = [ana.amends(proposal, { text: 'At noon.' }), ben.amends(proposal, { text: 'At night.' })]
    together(...people)
    expect(draftsOf(cleo.proposal(proposal)).map((draft) => draft.id)).toEqual([one, other].toSorted())
    expect(cleo.circle.versions.size).toBe(3)
    const merged = cleo.amends(proposal, { text: 'At noon, and at night.' }, [one, other])
    together(...people)
    expect(draftsOf(ana.proposal(proposal)).map((draft) => draft.id)).toEqual([merged])
    expectSameCircle(...people)
  })

  it('[D3 row 8] two versions closed apart, and everybody gave the one word after the other: the later is adopted', () => {
    const { people, proposal, round, outsider } = askedWithOutsider()
    const [ana, ben] = people
    ana.consents(round)
    ben.consents(round)
    together(ana, ben, outsider)
    const next = ana.opensRound(proposal, ana.amends(proposal, { text: 'On Fridays.' }))
    ben.hears(ana)
    ana.consents(next)
    ben.consents(next)
    ana.hears(ben)
    const [first, second] = [outsider.closes(round), ana.closes(next)]
    together(ana, ben, outsider)
    for (const person of [ana, ben, outsider]) {
      expect([stateOf(person, first), stateOf(person, second)]).toEqual(['superseded', 'in-force'])
      const agreement = person.circle.agreements.get(person.agreementOf(first))
      expect(agreement && supersededBy(person.circle, agreement)?.id).toBe(person.agreementOf(second))
    }
    expectSameCircle(ana, ben, outsider)
  })

  it('[D3 row 8] two versions closed apart whose words go in both orders: both are contested, and a round ends it', () => {
    const [ana, ben, dan] = circleOf('ana', 'ben', 'dan') as Three
    dan.say('member.on-leave', {})
    together(ana, ben, dan)
    const proposal = ana.presents()
    ben.hears(ana)
    const one = ana.opensRound(proposal)
    const other = ben.opensRound(proposal, ben.amends(proposal, { text: 'On Fridays.' }))
    together(ana, ben)
    ben.consents(other)
    ana.hears(ben)
    ana.consents(one)
    dan.hears(ana)
    ben.consents(one)
    dan.hears(ben)
    ana.consents(other)
    const [first, second] = [dan.closes(one), ana.closes(other)]
    together(ana, ben, dan)
    expect([stateOf(ben, first), stateOf(ben, second)]).toEqual(['contested', 'contested'])
    expect(
      contests(ben, first)
        .map((contest) => contest.kind)
        .toSorted(),
    ).toEqual(['other-agreement', 'other-consent'])
    const again = agreeAgain([ana, ben, dan], proposal)
    expect([first, second, again].map((close) => stateOf(ana, close))).toEqual(['superseded', 'superseded', 'in-force'])
    expectSameCircle(ana, ben, dan)
  })

  it('[A3] a later consent of somebody asked, to other words and apart from the close, contests it', () => {
    const { people, proposal, round } = asked()
    const [ana, ben, cleo] = people
    for (const person of people) person.consents(round)
    ana.hears(ben, cleo)
    const close = ana.closes(round)
    const next = ben.opensRound(proposal, ben.amends(proposal, { text: 'On Fridays.' }))
    const other = ben.consents(next)
    together(...people)
    expect(contests(cleo, close)).toMatchObject([{ kind: 'other-consent', id: other, person: ben.id }])
    expect(stateOf(cleo, close)).toBe('contested')
  })

  it('[A3] whoever was not asked contests nothing: what is settled stays settled', () => {
    const { people, proposal, round, outsider } = askedWithOutsider()
    const [ana, ben] = people
    const close = agree(round, ana, ben)
    ben.hasSeen(close)
    outsider.ends(proposal, 'tabled')
    together(ana, ben, outsider)
    expect(stateOf(ana, close)).toBe('settled')
  })
})

function agreeAgain(people: Three, proposal: string): string {
  const reconcile = people[2].opensRound(proposal)
  together(...people)
  return agree(reconcile, ...people)
}

/** Dan is a member on leave: not asked, and still someone who may close. */
function askedWithOutsider(): { people: [Person, Person]; proposal: string; round: string; outsider: Person } {
  const [ana, ben, dan] = circleOf('ana', 'ben', 'dan') as Three
  dan.say('member.on-leave', {})
  together(ana, ben, dan)
  const proposal = ana.presents()
  const round = ana.opensRound(proposal)
  together(ana, ben, dan)
  return { people: [ana, ben], proposal, round, outsider: dan }
}

import { describe, expect, it } from 'vitest'
import { nameOf } from '../../src/domain/members/queries.ts'
import { objectionState, openRounds } from '../../src/domain/rounds/queries.ts'
import { closedInNoOrder, stateOf } from '../helpers/asked.ts'
import { agree, agreed, circleOf, expectSameCircle, together } from '../helpers/circles.ts'
import type { Person } from '../helpers/people.ts'

type Four = [Person, Person, Person, Person]
const four = () => circleOf('ana', 'ben', 'cleo', 'dan') as Four
const removing = (person: Person) => ({
  title: 'We go on without',
  effect: { kind: 'remove', person: person.id } as const,
})
const resting = (person: Person) => ({ title: 'A rest', effect: { kind: 'rest', person: person.id } as const })

/** The others agree that somebody goes, apart from whoever is not named. Answers with the close. */
function remove(gone: Person, ...others: Person[]): string {
  const [first] = others as [Person]
  const proposal = first.presents(removing(gone))
  together(...others)
  const round = first.opensRound(proposal)
  together(...others)
  return agree(round, ...(others as [Person, ...Person[]]))
}

describe('removal', () => {
  it('[M9] everyone but the person is asked, and only when all of them consent the person is removed', () => {
    const people = four()
    const [ana, ben, cleo, dan] = people
    const proposal = ana.presents(removing(dan))
    together(...people)
    const round = ana.opensRound(proposal)
    together(...people)
    expect(ana.circle.rounds.get(round)?.electorate).toEqual([ana, ben, cleo].map(({ id }) => id).toSorted())
    for (const person of [ana, ben]) person.consents(round)
    expect(ana.refusal('round.closed', ana.closing(round))?.code).toBe('not-consented')
    agree(round, ana, ben, cleo)
    together(...people)
    expect(ana.circle.members.get(dan.id)).toBeDefined()
    expect(people.map((person) => person.circle && nameOf(person.circle, dan.id))).toEqual(['dan', 'dan', 'dan', 'dan'])
    expect(dan.state).toBe('removed')
    expect(
      dan.refusal('proposal.presented', { content: { ...ana.circle.versions.get(proposal)!.content, effect: null } })
        ?.code,
    ).toBe('not-a-member')
    expect(ana.electorate()).not.toContain(dan.id)
    expectSameCircle(...people)
  })

  it('[M9] whom it is about asks and adds concerns, and neither rounds, tables, amends nor presents it', () => {
    const people = four()
    const [ana, , , dan] = people
    const proposal = ana.presents(removing(dan))
    together(...people)
    dan.asks(proposal, 'why?')
    dan.say('concern.added', { proposal, agreement: null, text: 'I have nowhere to go' })
    const [version] = dan.drafts(proposal)
    const content = ana.circle.versions.get(proposal)!.content
    const refusals = [
      dan.refusal('round.opened', { proposal, version: version ?? '', electorate: dan.electorate(proposal) }),
      dan.refusal('proposal.ended', { proposal, as: 'tabled', until: null, reason: 'no' }),
      dan.refusal('proposal.amended', { proposal, parents: [version ?? ''], content, integrates: [] }),
      dan.refusal('proposal.presented', { content }),
    ]
    expect(refusals.map((one) => one?.code)).toEqual(['recused', 'recused', 'recused', 'recused'])
    together(...people)
    const round = ana.opensRound(proposal)
    dan.hears(ana)
    expect(dan.refusal('objection.raised', { round, version: version ?? '', reason: 'no' })?.code).toBe('not-asked')
    // A question of somebody whom the round does not ask holds nothing up.
    const others = [ana, people[1], people[2]] as [Person, Person, Person]
    together(...people)
    agree(round, ...others)
    together(...people)
    expect(dan.state).toBe('removed')
  })

  it('[D3 row 9] up to the cut a word counts, beyond it it is kept and decides nothing; the open round goes on without', () => {
    const people = four()
    const [ana, ben, cleo, dan] = people
    const proposal = ana.presents()
    together(...people)
    const round = ana.opensRound(proposal)
    together(...people)
    dan.consents(round)
    together(...people)
    remove(dan, ana, ben, cleo)
    const late = dan.objects(round, 'said apart')
    together(...people)
    for (const person of people) {
      const objection = person.circle.responses.get(late)
      expect(objection && objectionState(person.circle, objection)).toBe('kept')
      expect(objection?.reason).toBe('said apart')
    }
    for (const person of [ana, ben, cleo]) person.consents(round)
    together(ana, ben, cleo)
    const body = ben.closing(round)
    expect(body.consents.map((one) => one.person)).toContain(dan.id)
    const close = ben.closes(round)
    together(...people)
    expect(stateOf(ana, close)).toBe('in-force')
    expectSameCircle(...people)
  })

  it('[D3 row 9] an objection before the cut is kept as a concern, and a round need not cite whoever is gone', () => {
    const people = four()
    const [ana, ben, cleo, dan] = people
    const proposal = ana.presents()
    together(...people)
    const round = ana.opensRound(proposal)
    together(...people)
    const objection = dan.objects(round, 'it is too loud')
    together(...people)
    const removal = remove(dan, ana, ben, cleo)
    for (const person of [ana, ben, cleo]) person.consents(round)
    together(...people)
    expect(openRounds(ana.proposal(proposal)).map(({ id }) => id)).toEqual([round])
    expect(ana.closing(round).without).toEqual([{ person: dan.id, agreement: ana.agreementOf(removal) }])
    const close = ana.closes(round)
    together(...people)
    expect(stateOf(ben, close)).toBe('in-force')
    const record = ben.circle.responses.get(objection)
    expect(record && objectionState(ben.circle, record)).toBe('kept')
    for (const person of [ben, cleo]) person.hasSeen(close)
    together(...people)
    // Nobody waits for who is gone.
    expect(stateOf(ana, close)).toBe('settled')
    expectSameCircle(...people)
  })

  it('[D3 row 9] [D2.6] what was agreed is never undone by it, and nobody leaves out whom they do not know to be gone', () => {
    const people = four()
    const [ana, ben, cleo, dan] = people
    const close = agreed(people, {})
    const removal = remove(dan, ana, ben, cleo)
    together(...people)
    expect(['in-force', 'settled']).toContain(stateOf(ana, close))
    const eve = circleOf('ana', 'ben', 'cleo', 'dan') as Four
    const proposal = eve[0].presents()
    together(...eve)
    const round = eve[0].opensRound(proposal)
    together(...eve)
    for (const person of eve.slice(0, 3)) person.consents(round)
    together(...eve)
    const body = { ...eve[0].closing(round), without: [{ person: eve[3].id, agreement: ana.agreementOf(removal) }] }
    expect(eve[0].refusal('round.closed', body)).toEqual({ code: 'not-consented', about: { people: [eve[3].id] } })
  })

  it('[D3 row 9] of two certificates of one removal the cut is what either had heard', () => {
    const people = four()
    const [ana, ben, cleo, dan] = people
    const other = ana.presents()
    const proposal = ana.presents(removing(dan))
    together(...people)
    const [round, matter] = [ana.opensRound(proposal), ana.opensRound(other)]
    together(...people)
    for (const person of [ana, ben, cleo]) person.consents(round)
    together(ana, ben, cleo)
    ana.closes(round)
    const word = dan.objects(matter, 'heard by one')
    cleo.hears(dan)
    cleo.closes(round)
    together(...people)
    const objection = ben.circle.responses.get(word)
    expect(objection && objectionState(ben.circle, objection)).toBe('kept')
    expect(openRounds(ben.proposal(other)).map(({ id }) => id)).toEqual([matter])
    expect(dan.state).toBe('removed')
    expectSameCircle(...people)
  })

  it('[D3 row 10] what the removed closes apart stands, since the others consented; whom they let in does not belong', () => {
    const people = four()
    const [ana, ben, cleo, dan] = people
    agreed(people, {})
    const proposal = ana.presents({ title: 'Another' })
    together(...people)
    const round = ana.opensRound(proposal)
    together(...people)
    for (const person of people) person.consents(round)
    together(...people)
    remove(dan, ana, ben, cleo)
    const close = dan.closes(round)
    const eve = dan.admits('eve')
    expect(eve.state).toBe('guest')
    together(...people, eve)
    for (const person of [...people, eve]) {
      expect(stateOf(person, close)).toBe('in-force')
      expect([dan.state, eve.state]).toEqual(['removed', 'removed'])
    }
    expect(ana.refusal('round.closed', ana.closing(round))?.code).toBe('round-closed')
    const again = ana.admits('eve', 'new laptop')
    together(...people, again)
    expect(again.state).toBe('guest')
    expectSameCircle(...people, again)
  })

  it('[D3 row 10] whom the circle certified is here, whoever let them in', () => {
    const people = four()
    const [ana, ben, cleo, dan] = people
    agreed(people, {})
    const proposal = ana.presents(removing(dan))
    together(...people)
    const round = ana.opensRound(proposal)
    for (const person of [ben, cleo]) person.hears(ana)
    for (const person of [ana, ben, cleo]) person.consents(round)
    const eve = dan.admits('eve')
    together(...people, eve)
    const admit = dan.presents({ title: 'Eve', effect: { kind: 'admit', person: eve.id } })
    together(...people, eve)
    const admission = dan.opensRound(admit)
    together(...people, eve)
    for (const person of people) person.consents(admission)
    together(...people, eve)
    ana.closes(admission)
    ben.closes(round)
    together(...people, eve)
    expect([dan.state, eve.state]).toEqual(['removed', 'joined'])
    expectSameCircle(...people, eve)
  })

  it('[M9] [M6] let in again with a new device, the removed come as any newcomer does', () => {
    const people = four()
    const [ana, ben, cleo, dan] = people
    remove(dan, ana, ben, cleo)
    const back = ana.admits('dan', 'phone')
    together(ana, ben, cleo, back)
    expect(back.state).toBe('guest')
    agreed([ana, ben, cleo], { title: 'Dan again', effect: { kind: 'admit', person: dan.id } })
    together(ana, ben, cleo, back)
    expect(back.state).toBe('joined')
    expect(back.electorate()).toContain(dan.id)
    expectSameCircle(ana, ben, cleo, back)
  })

  it('[M9] [A7] removed here and only put at rest there: neither, until the circle decides', () => {
    const people = four()
    const [ana, ben, cleo, dan] = people
    const [out, rest] = [ana.presents(removing(dan)), ana.presents(resting(dan))]
    together(...people)
    const [one, other] = [ana.opensRound(out), ana.opensRound(rest)]
    together(...people)
    const [removal, atRest] = closedInNoOrder([ana, ben, cleo], one, other)
    together(...people)
    expect([stateOf(ana, removal), stateOf(ana, atRest)]).toEqual(['contested', 'contested'])
    expect(dan.state).toBe('joined')
    const final = agreed([ana, ben, cleo], { ...resting(dan), title: 'Only a rest' })
    together(...people)
    expect([stateOf(ana, removal), stateOf(ana, final)]).toEqual(['superseded', 'in-force'])
    expect(dan.state).toBe('on-leave')
    expectSameCircle(...people)
  })
})

describe('rest', () => {
  it('[M10] the others consent to go on without asking somebody, whose first word ends it and nothing else does', () => {
    const people = four()
    const [ana, ben, cleo, dan] = people
    agreed([ana, ben, cleo], resting(dan))
    together(...people)
    expect(dan.state).toBe('on-leave')
    expect(ana.electorate()).toEqual([ana, ben, cleo].map(({ id }) => id).toSorted())
    const close = agreed([ana, ben, cleo], { title: 'Without dan' })
    together(...people)
    dan.hasSeen(close)
    expect(dan.state).toBe('on-leave')
    dan.say('member.returned', {})
    together(...people)
    expect(ana.electorate()).toContain(dan.id)
    expectSameCircle(...people)
  })

  it('[M10] a word that the others had not heard yet ends it as well: that was no silence', () => {
    const people = four()
    const [ana, ben, cleo, dan] = people
    const proposal = ana.presents()
    together(...people)
    dan.reacts(proposal)
    agreed([ana, ben, cleo], resting(dan))
    expect(ana.electorate()).not.toContain(dan.id)
    together(...people)
    expect(dan.state).toBe('joined')
    expectSameCircle(...people)
  })
})

import { describe, expect, it } from 'vitest'
import { objectionState } from '../../src/domain/rounds/queries.ts'
import { circleOf, together } from '../helpers/circles.ts'
import { Person, words } from '../helpers/people.ts'

type Three = [Person, Person, Person]

function asked(): { people: Three; proposal: string; round: string } {
  const people = circleOf('ana', 'ben', 'cleo') as Three
  const proposal = people[0].presents()
  const round = people[0].opensRound(proposal)
  together(...people)
  return { people, proposal, round }
}

const stateOfObjection = (person: Person, objection: string) => {
  const record = person.circle.responses.get(objection)
  return record === undefined ? null : objectionState(person.circle, record)
}

describe('an objection', () => {
  it('[O1] ends by its author alone; an amendment only offers to integrate it', () => {
    const { people, proposal, round } = asked()
    const [ana, ben, cleo] = people
    const objection = cleo.objects(round)
    together(...people)
    for (const type of ['objection.withdrawn', 'objection.reframed'] as const) {
      expect(ana.refusal(type, { objection })?.code).toBe('not-your-own')
      const forced = ben.sayAnyway(type, { objection })
      expect(ben.circle.refused.get(forced)?.refusal.code).toBe('not-your-own')
    }
    expect(stateOfObjection(ben, objection)).toBe('raised')
    const version = ana.amends(proposal, {}, undefined, [objection])
    expect(stateOfObjection(ana, objection)).toBe('offered')
    const next = ana.opensRound(proposal, version)
    together(...people)
    for (const person of [ana, ben]) person.consents(next)
    together(...people)
    expect(stateOfObjection(ana, objection)).toBe('offered')
    expect(ana.refusal('round.closed', ana.closing(next))?.code).toBe('not-consented')
    cleo.consents(next)
    together(...people)
    expect(stateOfObjection(ana, objection)).toBe('integrated')
    expect(ana.refusal('proposal.amended', amendment(proposal, version, ['ab'.repeat(32)]))?.code).toBe(
      'no-such-objection',
    )
  })

  it('[O1] is not integrated by its author consenting to a sibling that neither follows nor offers', () => {
    const { people, proposal } = asked()
    const [ana, ben, cleo] = people
    const [left, right] = [ana.amends(proposal, { text: 'Left.' }), ben.amends(proposal, { text: 'Right.' })]
    together(...people)
    const objection = cleo.objects(cleo.opensRound(proposal, left))
    together(...people)
    const other = ben.opensRound(proposal, right)
    cleo.hears(ben)
    cleo.consents(other)
    expect(stateOfObjection(cleo, objection)).toBe('raised')
  })

  it('[O1] withdrawing is no consent: the round still waits for its author', () => {
    const { people, round } = asked()
    const [ana, ben, cleo] = people
    const objection = cleo.objects(round)
    cleo.say('objection.withdrawn', { objection })
    expect(cleo.refusal('objection.reframed', { objection })?.code).toBe('objection-resolved')
    for (const person of [ana, ben]) person.consents(round)
    together(...people)
    expect(stateOfObjection(ana, objection)).toBe('withdrawn')
    expect(ana.refusal('round.closed', ana.closing(round))).toEqual({
      code: 'not-consented',
      about: { people: [cleo.id] },
    })
  })

  it('[O2] is understood by others than its author, guests too', () => {
    const { people, round } = asked()
    const [ana, , cleo] = people
    const objection = cleo.objects(round)
    together(...people)
    expect(cleo.refusal('objection.understood', { objection })?.code).toBe('own-objection')
    ana.say('objection.understood', { objection })
    expect(stateOfObjection(ana, objection)).toBe('understood')
  })

  it('[O3] [D2.7] reframed by its author it becomes a concern with the same words', () => {
    const { people, proposal, round } = asked()
    const [ana, , cleo] = people
    const objection = cleo.objects(round, 'the pots are heavy')
    const reframed = cleo.say('objection.reframed', { objection })
    together(...people)
    expect(stateOfObjection(ana, objection)).toBe('reframed')
    expect(ana.proposal(proposal).concerns).toMatchObject([
      { id: reframed, person: cleo.id, text: 'the pots are heavy' },
    ])
  })
})

const amendment = (proposal: string, parent: string, integrates: string[]) => ({
  proposal,
  parents: [parent],
  content: words(),
  integrates,
})

import { describe, expect, it } from 'vitest'
import { objectionState } from '../../src/domain/rounds/queries.ts'
import { agree, agreed, circleOf, expectSameCircle, together } from '../helpers/circles.ts'
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

  it('[O1] to an agreement ends once its author has consented to what took its place, and not before', () => {
    const people = circleOf('ana', 'ben', 'cleo') as Three
    const [ana, , cleo] = people
    const standing = (close: string) => ana.agreementOf(close)
    const first = agreed(people, {})
    const objection = cleo.say('agreement.objected', { agreement: standing(first), reason: 'it is loud' })
    together(...people)
    const proposal = ana.presents({ changes: standing(first), text: 'Quietly.' })
    const round = ana.opensRound(proposal)
    together(...people)
    cleo.consents(round)
    expect(stateOfObjection(cleo, objection)).toBe('raised')
    const changed = agree(round, ...people)
    for (const person of people) expect(stateOfObjection(person, objection)).toBe('integrated')
    expectSameCircle(...people)
    // The same words again, by its author too: they gave it up.
    const again = cleo.say('agreement.objected', { agreement: standing(changed), reason: 'it is late' })
    together(...people)
    agreed(people, { changes: standing(changed), text: 'Quietly.' })
    expect(stateOfObjection(ana, again)).toBe('withdrawn')
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

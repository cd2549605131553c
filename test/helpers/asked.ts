import { agreementState, contestsOf } from '../../src/domain/agreements/queries.ts'
import { circleOf, together } from './circles.ts'
import type { Person } from './people.ts'

export type Three = [Person, Person, Person]

/** Ana has presented, opened a round on it, and all three have heard of it. */
export function asked(): { people: Three; proposal: string; round: string } {
  const people = circleOf('ana', 'ben', 'cleo') as Three
  const proposal = people[0].presents()
  const round = people[0].opensRound(proposal)
  together(...people)
  return { people, proposal, round }
}

/** What an agreement is in somebody's eyes, by one of its closes. */
export function stateOf(person: Person, close: string): string {
  const agreement = person.circle.agreements.get(person.agreementOf(close))
  return agreement === undefined ? 'unknown' : agreementState(person.circle, agreement)
}

export const contests = (person: Person, close: string) => {
  const agreement = person.circle.agreements.get(person.agreementOf(close))
  return agreement === undefined ? [] : contestsOf(person.circle, agreement)
}

import { agreementState, contestsOf } from '../../src/domain/agreements/queries.ts'
import { expect } from 'vitest'
import { circleOf, expectSameCircle, foldOf, together } from './circles.ts'
import { Dice } from './dice.ts'
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

/** Whatever order the events come in, the circle is the one that these know. */
export function expectSameInAnyOrder(...people: readonly [Person, ...Person[]]): void {
  together(...people)
  const { stateHash } = expectSameCircle(...people)
  const events = [...people[0].known.values()]
  for (const seed of [1, 2, 3, 4, 5]) {
    const fold = foldOf(people[0].circleId, new Dice(seed).shuffled(events))
    const again = Object.assign(Object.create(Object.getPrototypeOf(people[0])), people[0], { fold }) as Person
    expect(again.stateHash().stateHash).toBe(stateHash)
  }
}

/**
 * Two rounds closed apart by people who gave their words in different orders, so that neither close is the later (D3 row 8):
 * Ana and Cleo answered the first before the second, Ben the second before the first. Answers with both closes.
 */
export function closedInNoOrder([ana, ben, cleo]: Three, first: string, second: string): [string, string] {
  ben.consents(second)
  ana.consents(first)
  cleo.consents(first)
  cleo.hears(ana, ben)
  ben.hears(ana, cleo)
  ben.consents(first)
  const closeFirst = ben.closes(first)
  ana.consents(second)
  cleo.consents(second)
  cleo.hears(ana)
  return [closeFirst, cleo.closes(second)]
}

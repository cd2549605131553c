import type { Circle, ProposalRecord, ResponseRecord, RoundRecord } from '../circle.ts'
import { byCodeUnit } from '../canonical.ts'
import { newest, pastOf, type Past } from '../causality.ts'
import type { Body } from '../events.ts'
import { deciding } from '../members/cuts.ts'
import { personOfSlot } from '../members/belonging.ts'
import { memberState } from '../members/queries.ts'
import { mustHaveRights } from '../members/rules.ts'
import { refusal, type Refusal } from '../refusal.ts'
import { agreedWay } from '../ways/queries.ts'
import { isWaySlot } from '../ways/way.ts'
import { isResolvedByAuthor, standingOf } from './queries.ts'

/** Fewer than this say nothing about whether an objection qualifies: of two people, neither speaks for the other. */
const FEWEST_OTHERS = 2

/** [W5] The agreement by which objections are tested here, in a past; null where only their authors end them. */
export function testingWay(circle: Circle, past: Past): string | null {
  return agreedWay(circle, 'qualifying', past)?.agreement ?? null
}

/** [O4] Whom the round asked, besides its author, says whether an objection qualifies: where the circle has that way. */
export function testingCounts(circle: Circle, past: Past, id: string, by: string): Refusal | null {
  const objection = circle.responses.get(id)
  if (objection === undefined || objection.answer !== 'objection' || !past.has(objection.stamp))
    return refusal('no-such-objection')
  if (objection.person === by) return refusal('own-objection')
  const round = circle.rounds.get(objection.round)
  if (objection.late !== null || round === undefined || !mayTest(circle, past, round)) return refusal('no-such-way')
  return round.electorate.includes(by) ? mustHaveRights(circle, past, by) : refusal('not-asked')
}

/**
 * [O4] The tests by which somebody's objection is set aside in a past: everyone else whom the round asked said with a
 * reason that it does not qualify, and said nothing else since. Null where it holds the close. Nobody's objection is set
 * aside in what is about a person, about the circle's ways, or about whether it goes on.
 */
export function asideTests(circle: Circle, past: Past, round: RoundRecord, person: string): string[] | null {
  const proposal = circle.proposals.get(round.proposal)
  if (proposal === undefined || !mayTest(circle, past, round) || !isTestable(proposal)) return null
  const others = round.electorate.filter((one) => one !== person && memberState(circle, past, one) !== 'removed')
  const standing = standingOf(proposal, past, person)
  const objects = (one: ResponseRecord) =>
    one.answer === 'objection' && one.round === round.id && !isResolvedByAuthor(one, past)
  if (others.length < FEWEST_OTHERS || standing.length === 0 || !standing.every(objects)) return null
  const tests = standing.flatMap((objection) => others.map((other) => lastTests(objection, past, other)))
  const hold = tests.some((mine) => mine.length === 0 || mine.some(({ qualifies }) => qualifies))
  return hold ? null : tests.flatMap((mine) => mine.map(({ id }) => id)).sort(byCodeUnit)
}

/** All the tests that a close rests on, for those whom it names by the way of testing. */
export function testsFor(circle: Circle, past: Past, round: RoundRecord, people: readonly string[]): string[] {
  return people.flatMap((person) => asideTests(circle, past, round, person) ?? []).sort(byCodeUnit)
}

/** Whose objection a close sets aside. */
export function asideIn(circle: Circle, past: Past, { without = [] }: Body<'round.closed'>): string[] {
  const way = testingWay(circle, past)
  return without.filter(({ agreement }) => agreement === way).map(({ person }) => person)
}

/** The way is known to whoever opened the round, and stands: nobody is asked in one way and heard in another. */
function mayTest(circle: Circle, past: Past, round: RoundRecord): boolean {
  const way = testingWay(circle, past)
  return way !== null && testingWay(circle, pastOf(round.stamp)) === way
}

const isTestable = ({ slot: { id } }: ProposalRecord) => personOfSlot(id) === null && !isWaySlot(id) && id !== 'state'

function lastTests(objection: ResponseRecord, past: Past, person: string) {
  return newest(deciding(past, objection.tests).filter((test) => test.person === person))
}

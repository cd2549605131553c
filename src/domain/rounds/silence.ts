import type { Circle, ResponseRecord, RoundRecord } from '../circle.ts'
import type { Body } from '../events.ts'
import type { Effect } from '../proposals/effect.ts'
import { inPast, pastOf, saw, type Past } from '../causality.ts'
import { personOfSlot } from '../members/belonging.ts'
import { memberState } from '../members/queries.ts'
import { refusal, type Refusal } from '../refusal.ts'
import { agreedWay } from '../ways/queries.ts'
import { isWaySlot } from '../ways/way.ts'
import { byCodeUnit } from '../canonical.ts'
import { isClosed, isLaidAside, isReplaced, objectionState, standingOf } from './queries.ts'

export const DAY = 24 * 60 * 60 * 1000

/** [R9] The agreement under which silence counts: D3 rows 16 and 19. Nobody's silence sends anybody away, or changes a way. */
export function clauseProblem(circle: Circle, past: Past, body: Body<'round.opened'>, at: number): Refusal | null {
  const { clause } = body
  if (clause === undefined) return null
  const slot = circle.proposals.get(body.proposal)?.slot.id ?? ''
  const days = daysOf(circle, past, clause.agreement)
  if (days === null || !maySilenceCount(slot)) return refusal('no-such-way')
  // No clock that is behind what it builds on can shorten the time that the others have.
  const since = Math.max(at, circle.counted.get(body.version)?.time ?? 0)
  return clause.deadline < since + days * DAY ? refusal('not-yet-due', { days }) : null
}

/** [R9] In any matter but who belongs and what the circle's ways are. */
export function maySilenceCount(slot: string): boolean {
  return personOfSlot(slot) === null && !isWaySlot(slot)
}

/** [W4] How many days others have to answer under an agreement that a past knows as the circle's way; null where it is none. */
export function daysOf(circle: Circle, past: Past, agreement: string): number | null {
  const ways = [agreedWay(circle, 'absentee', past), agreedWay(circle, 'lazy', past)]
  return ways.find((one) => one?.agreement === agreement)?.way.days ?? null
}

/**
 * [R9] Whether somebody whom the round asks has said nothing on what it asks. What they once said in a round that is over
 * says nothing here: a consent to what stands today is no answer to what would change it.
 */
export function isSilent(circle: Circle, past: Past, round: RoundRecord, person: string): boolean {
  const proposal = circle.proposals.get(round.proposal)
  if (proposal === undefined || memberState(circle, past, person) === 'removed') return false
  return standingOf(proposal, past, person).every((word) => isSpent(circle, past, round, word))
}

/** [O1] An objection that its author has not ended holds on, also where the round is over in which it was raised. */
function isSpent(circle: Circle, past: Past, round: RoundRecord, word: ResponseRecord): boolean {
  if (!isOver(circle, round, word.round)) return false
  return word.answer === 'consent' || !['raised', 'understood', 'offered'].includes(objectionState(circle, word, past))
}

/** Whether whoever opened a round knew of another one as closed, replaced or laid aside, or took its place with this one. */
function isOver(circle: Circle, { stamp, proposal }: RoundRecord, other: string): boolean {
  const [earlier, past] = [circle.rounds.get(other), pastOf(stamp)]
  const its = circle.proposals.get(earlier?.proposal ?? '')
  if (earlier === undefined || its === undefined || earlier.stamp === stamp || !saw(stamp, earlier.stamp)) return false
  if (its.id === proposal) return true
  return isClosed(its, earlier, past) || isReplaced(its, earlier, past) || isLaidAside(its, earlier, past)
}

/** Whose silence a close counts. */
export function silentIn(round: Pick<RoundRecord, 'clause'>, { without = [] }: Body<'round.closed'>): string[] {
  return without.filter(({ agreement }) => agreement === round.clause?.agreement).map(({ person }) => person)
}

export function isPast({ clause }: RoundRecord, at: number): boolean {
  return clause !== undefined && at >= clause.deadline
}

/** D3 row 19: fewer than half of those whom the round asked and with whom the circle goes on. */
export function tooManySilent(round: RoundRecord, body: Body<'round.closed'>): boolean {
  const silent = silentIn(round, body).length
  const gone = (body.without?.length ?? 0) - silent
  return silent * 2 >= round.electorate.length - gone
}

/** What shows that the time is over: something signed past the deadline, and an answer from which its length is measured. */
interface Measure {
  readonly after: string
  readonly since: string
}

/**
 * D3 row 16: one bad clock cannot rush, also not by saying that the round was opened long ago. Somebody else whom the round
 * asked has signed something past its deadline; and on the clock of one who did not open it, of those two, all its days
 * have passed since an answer of theirs in this round. `unheard`: whom the close does not cite; a removed person's
 * clock shows nothing. Answers come first, since a certificate shows them.
 */
export function measuresIn(
  circle: Circle,
  past: Past,
  round: RoundRecord,
  close: { readonly by: string; readonly at: number },
  unheard: readonly string[],
): Measure[] {
  const proposal = circle.proposals.get(round.proposal)
  const answers = inPast(past, proposal?.responses ?? []).filter((one) => one.round === round.id && one.heard === null)
  const others = round.electorate.filter((person) => person !== close.by && !unheard.includes(person))
  const length = lengthOf(circle, round)
  const measured = (person: string, until: number) =>
    answers.filter((one) => one.person === person && one.at + length <= until).map(({ id }) => id)
  const acts = [...circle.counted.values()].filter(
    ({ person, at, stamp }) => others.includes(person) && isPast(round, at) && past.has(stamp),
  )
  const found = acts.flatMap(({ person, at, stamp }) => {
    const ids = person === round.person ? measured(close.by, close.at) : measured(person, at)
    return ids.map((since) => ({ after: stamp.id, since }))
  })
  const isAnswer = ({ after }: Measure) => Number(answers.some(({ id }) => id === after))
  return found.sort((a, b) => isAnswer(b) - isAnswer(a) || byCodeUnit(a.after, b.after) || byCodeUnit(a.since, b.since))
}

/** How long others have to answer, in milliseconds. */
function lengthOf(circle: Circle, { clause }: RoundRecord): number {
  const version = circle.agreements.get(clause?.agreement ?? '')?.version
  return silenceIn(circle.versions.get(version ?? '')?.content.effect ?? null) ?? Infinity
}

/** [W4] The length of a silence that counts by what was agreed, in milliseconds; null where it is about something else. */
export function silenceIn(effect: Effect | null): number | null {
  if (effect?.kind !== 'way') return null
  const { way } = effect
  return way.rule === 'absentee' || way.rule === 'lazy' ? way.days * DAY : null
}

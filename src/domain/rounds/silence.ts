import type { Circle, RoundRecord } from '../circle.ts'
import type { Body } from '../events.ts'
import type { Past } from '../causality.ts'
import { personOfSlot } from '../members/belonging.ts'
import { refusal, type Refusal } from '../refusal.ts'
import { agreedWay } from '../ways/queries.ts'
import { isWaySlot } from '../ways/way.ts'
import { standingOf } from './queries.ts'
import { byCodeUnit } from '../canonical.ts'

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

/**
 * D3 row 16: what somebody else whom the round asked has signed past its deadline: one bad clock cannot rush. Words on the
 * matter come first, since a certificate shows one of them.
 */
export function witnessesIn(
  circle: Circle,
  past: Past,
  round: RoundRecord,
  by: string,
  silent: readonly string[],
): string[] {
  const proposal = circle.proposals.get(round.proposal)
  const others = round.electorate.filter((person) => person !== by && !silent.includes(person))
  const words = others.flatMap((person) => (proposal === undefined ? [] : standingOf(proposal, past, person)))
  const onIt = new Set(words.map(({ id }) => id))
  const acts = [...circle.counted.values()].filter(
    ({ person, at, stamp }) => others.includes(person) && isPast(round, at) && past.has(stamp),
  )
  const ids = acts.map(({ stamp }) => stamp.id).sort(byCodeUnit)
  return [...ids.filter((id) => onIt.has(id)), ...ids.filter((id) => !onIt.has(id))]
}

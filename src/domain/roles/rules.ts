import type { Circle } from '../circle.ts'
import type { Past } from '../causality.ts'
import type { EffectOf } from '../proposals/effect.ts'
import { mustBeHere } from '../members/rules.ts'
import { refusal, type Refusal } from '../refusal.ts'
import { awaitedBeforeNominee, isRevealOpen, namedIn, selectionIn, selectionState } from '../selections/queries.ts'
import { holds, roleIn } from './queries.ts'
import type { RoleId } from './role.ts'

/** [H4] Only whoever holds a role lays it down. */
export function layingDownCounts(circle: Circle, past: Past, role: RoleId, by: string): Refusal | null {
  if (roleIn(circle, past, role) === null) return refusal('no-such-role')
  return holds(circle, role, by, past) ? null : refusal('not-the-holder')
}

/** [H2] A seat is of a role that stands, for somebody who is here; a selection that it names is one for this role. */
export function seatCounts(circle: Circle, past: Past, seat: EffectOf<'seat'>): Refusal | null {
  if (roleIn(circle, past, seat.role) === null) return refusal('no-such-role')
  const selection = seat.selection === null ? null : selectionIn(circle, past, seat.selection)
  if (seat.selection !== null && selection?.role !== seat.role) return refusal('no-such-selection')
  return seat.person === null ? null : mustBeHere(circle, past, seat.person)
}

/** [G5] One who was nominated is proposed, once the nominations are open. */
export function seatIsWise(circle: Circle, past: Past, seat: EffectOf<'seat'>, today: string): Refusal | null {
  if (seat.until !== null && seat.until <= today) return refusal('date-in-the-past', { date: seat.until })
  const selection = seat.selection === null ? null : selectionIn(circle, past, seat.selection)
  if (selection === null) return null
  const state = selectionState(circle, selection)
  if (state === 'selected' || state === 'none-suitable') return refusal('selection-over')
  if (!isRevealOpen(circle, selection)) return refusal('nominations-sealed')
  return seat.person !== null && namedIn(selection).includes(seat.person) ? null : refusal('not-nominated')
}

/** [G6] Whoever is proposed for a role is asked to hear the others first; said all the same, it counts. */
export function nomineeIsLast(circle: Circle, roundId: string, by: string): Refusal | null {
  const round = circle.rounds.get(roundId)
  const effect = circle.versions.get(round?.version ?? '')?.content.effect
  if (round === undefined || effect?.kind !== 'seat' || effect.person !== by) return null
  const people = awaitedBeforeNominee(circle, round, by)
  return people.length === 0 ? null : refusal('nominee-last', { people })
}

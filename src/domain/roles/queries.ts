import type { AgreementRecord, Circle, CloseRecord } from '../circle.ts'
import { byCodeUnit } from '../canonical.ts'
import { EVERYTHING, inPast, saw, type Past, type Stamp } from '../causality.ts'
import { removalsIn } from '../members/belonging.ts'
import { deciding } from '../members/cuts.ts'
import { memberState } from '../members/queries.ts'
import type { EffectOf } from '../proposals/effect.ts'
import { linkSeat, seatOfRole } from '../links/effects.ts'
import { seatsThere } from '../links/agreed.ts'
import { linkedCircles, ownLink } from '../links/queries.ts'
import { inEffect, undecidedIn } from '../proposals/slots.ts'
import { isStandard, roleSlot, seatSlot, STANDARD_ROLES, type RoleId } from './role.ts'

type LinkSeatOf = NonNullable<ReturnType<typeof seatOfRole>>
export type SeatState = 'vacant' | 'filled' | 'term-due' | 'apart'

export interface Role {
  readonly id: RoleId
  /** Null for a standard role that the circle has not described: the clients have words for it. */
  readonly described: EffectOf<'role'> | null
  readonly agreement: string | null
}

export interface Holder {
  readonly person: string
  readonly until: string | null
  readonly agreement: string
  readonly selection: string | null
}

export interface Seat {
  readonly role: RoleId
  /** Whoever acts: nobody, one, or both of two who were selected apart where nobody was settled before (D3 row 14). */
  readonly holders: readonly Holder[]
  /** [H5] Agreements made apart about this seat, none the later: the circle has to say more. */
  readonly undecided: readonly Holder[]
}

/** [H1] A role in a past: a standard one always, any other while its description stands. */
export function roleIn(circle: Circle, past: Past, id: RoleId): Role | null {
  const close = inEffect(circle.slots.get(roleSlot(id)), past)
  const effect = close?.effect
  const seat = seatOfRole(id)
  if (seat !== null) return seatRole(circle, past, id, seat)
  if (effect?.kind === 'role') return { id, described: effect, agreement: close?.agreement ?? null }
  return isStandard(id) ? { id, described: null, agreement: null } : null
}

/** [Q4] [Q9] The seat of a delegate is there while this circle consents to send somebody, and the other has not ended it. */
function seatRole(circle: Circle, past: Past, id: RoleId, { circle: other, seat }: LinkSeatOf): Role | null {
  const own = ownLink(circle, past, other)
  if (own === null || seat > seatsThere(circle, past, other)) return null
  const { aim } = own.terms
  const name = seatName(own.terms, seat)
  const nothing = { domain: null, accountabilities: [], qualities: [], months: null }
  return { id, described: { kind: 'role', standard: null, name, aim, ...nothing }, agreement: own.agreement }
}

/** What a circle calls one of its delegates, or would. */
export const seatName = ({ sends, seat }: EffectOf<'link'>, number: number): string =>
  sends > 1 ? `${seat} ${number}` : seat

/** The standard roles first, then the circle's own by their ids. */
export function roles(circle: Circle, past: Past = EVERYTHING): Role[] {
  const own = [...circle.slots.values()].filter(({ id, closes }) => closes.length > 0 && circle.proposals.has(id))
  const seats = linkedCircles(circle).flatMap((other) => {
    return Array.from({ length: seatsThere(circle, past, other) }, (_, index) => linkSeat(other, index + 1))
  })
  const ids: RoleId[] = [...STANDARD_ROLES, ...own.map(({ id }) => id).sort(byCodeUnit), ...seats]
  return ids.flatMap((id) => roleIn(circle, past, id) ?? [])
}

/** [H2] [H5] Who holds a role in a past: whoever the seat's standing agreement names, while they are here and have not laid it down. */
export function seatIn(circle: Circle, role: RoleId, past: Past = EVERYTHING): Seat {
  const slot = circle.slots.get(seatSlot(role))
  const settled = holderBy(circle, role, past, inEffect(slot, past))
  const undecided = undecidedIn(slot, past).flatMap((close) => holderBy(circle, role, past, close) ?? [])
  const distinct = undecided.filter((one, at) => undecided.findIndex(({ person }) => person === one.person) === at)
  return { role, holders: settled === null ? distinct : [settled], undecided }
}

export function holds(circle: Circle, role: RoleId, person: string, past: Past = EVERYTHING): boolean {
  return seatIn(circle, role, past).holders.some((holder) => holder.person === person)
}

/** [H3] A term that is over is due, and empties no seat. `today` is a claim of this device's clock. */
export function seatState({ holders, undecided }: Seat, today: string): SeatState {
  if (undecided.length > 1) return 'apart'
  const [holder] = holders
  if (holder === undefined) return 'vacant'
  return holder.until !== null && holder.until <= today ? 'term-due' : 'filled'
}

/** [H4] Nobody where the agreement names nobody, or where its person has laid the role down, or gone, since. */
function holderBy(circle: Circle, role: RoleId, past: Past, close: CloseRecord | null): Holder | null {
  const effect = close?.effect
  if (close === null || effect?.kind !== 'seat' || effect.person === null) return null
  const { person, until, selection } = effect
  const state = memberState(circle, past, person)
  if (state === null || state === 'left' || state === 'removed') return null
  const agreement = circle.agreements.get(close.agreement)
  const closes = inPast(past, agreement?.closes ?? []).filter(({ problem }) => problem === null)
  const left = deciding(past, circle.members.get(person)?.departures ?? [])
  const laid = deciding(past, circle.laidDown.get(role) ?? []).filter((one) => one.person === person)
  const member = circle.members.get(person)
  const removed = member === undefined ? [] : removalsIn(circle, past, member)
  // Whoever knew of one certificate of a removal knew of it.
  const ends = [...[...left, ...laid].map((one) => [one]), ...removed]
  const isOver = ends.some((end) => !end.some(({ stamp }) => tookUpAfter(closes, person, stamp)))
  return isOver ? null : { person, until, agreement: close.agreement, selection }
}

/** Whether a person's own consent to hold it, or where they were not asked the close, came after that. */
function tookUpAfter(closes: AgreementRecord['closes'], person: string, stamp: Stamp): boolean {
  return closes.some((close) => saw((close.cited.find((one) => one.person === person)?.word ?? close).stamp, stamp))
}

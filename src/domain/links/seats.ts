import { inPast, saw, type Past, type Stamp } from '../causality.ts'
import type { Circle } from '../circle.ts'
import type { MemberRecord } from '../members/records.ts'
import { toldBy } from '../statements/queries.ts'
import type { SeatRecord, ToldRecord } from '../statements/record.ts'
import type { Statement } from '../statements/verify.ts'
import { agreedTerms } from './agreed.ts'
import { ownLink } from './queries.ts'

/**
 * [Q4] Whether somebody takes part here for a linked circle: both circles consented, theirs selected exactly this person,
 * and they said with both their keys who they are here. Then they are a member with consent rights, while the link lasts.
 */
export function isSeated(circle: Circle, past: Past, member: MemberRecord): boolean {
  return inPast(past, member.seats).some((seat) => isSitting(circle, past, seat))
}

/** The circles that somebody takes part here for. */
export function seatedFor(circle: Circle, past: Past, member: MemberRecord): string[] {
  const sitting = inPast(past, member.seats).filter((seat) => isSitting(circle, past, seat))
  return [...new Set(sitting.map(({ statement }) => statement.from))]
}

function isSitting(circle: Circle, past: Past, { statement }: SeatRecord): boolean {
  const { from, seat, about } = statement
  const agreed = agreedTerms(circle, past, from)
  // Whoever consents to take in fewer takes in fewer at once.
  if (agreed === null || seat > Math.min(agreed.receives, ownLink(circle, past, from)?.terms.receives ?? 0))
    return false
  if (seatIsOver(circle, past, statement)) return false
  return seatHeads(circle, past, from, seat).every((one) => one.about === about)
}

/** D3 row 14: what the other circle last said of a seat; several where it selected apart, and none knew of the other. */
export function seatHeads(circle: Circle, past: Past, from: string, seat: number): Statement[] {
  const said = toldBy(circle, past, from).flatMap(({ statement }) =>
    statement.kind === 'delegate' && statement.seat === seat ? [statement] : [],
  )
  return said.filter((one) => !said.some((other) => other !== one && followed(one, other)))
}

/** Its certificate is no older, and it knew of this one: a claim, by which nobody can put a newer one aside. */
function followed(one: Statement, later: Statement): boolean {
  return later.issued >= one.issued && later.after.includes(one.agreement)
}

export const seatIsOver = (circle: Circle, past: Past, seat: Statement): boolean =>
  enders(circle, past, seat).length > 0

/** What ended a seat: the end of the link over there, somebody else in the seat, or that they are no more of that circle. */
function enders(circle: Circle, past: Past, seat: Statement): ToldRecord[] {
  return toldBy(circle, past, seat.from).filter(({ statement: one }) => {
    if (one.issued < seat.issued) return false
    if (one.kind === 'unlink') return true
    if (one.kind === 'recall') return one.about === seat.about
    return one.kind === 'delegate' && one.seat === seat.seat && one.about !== seat.about && followed(seat, one)
  })
}

/** Each thing that ended a seat of theirs, with everyone's telling of it in a past: whoever knew one knew of it. */
export function seatEnds(circle: Circle, past: Past, member: MemberRecord): readonly (readonly Stamp[])[] {
  const ended = inPast(past, member.seats).flatMap(({ statement }) => enders(circle, past, statement))
  return [...new Set(ended)].map(({ tellings }) => inPast(past, tellings).map(({ stamp }) => stamp))
}

/** Whether this statement ends a seat of theirs, in a past. */
export function endsSeat(circle: Circle, past: Past, member: MemberRecord, statement: string): boolean {
  return inPast(past, member.seats).some((seat) =>
    enders(circle, past, seat.statement).some((one) => one.statement.id === statement),
  )
}

/** The admissions that outlast the ends of their seats: who was let in knowing of an end came for something else. */
export function outlasting<T extends { readonly stamp: Stamp }>(
  circle: Circle,
  past: Past,
  member: MemberRecord,
  admissions: readonly T[],
): T[] {
  const ends = seatEnds(circle, past, member)
  return admissions.filter(({ stamp }) => ends.every((tellings) => tellings.some((telling) => saw(stamp, telling))))
}

/** [Q4] Who takes part for a linked circle, and for nothing else: they came as a guest, and no agreement here admits them. */
export function isHereByLink(past: Past, member: MemberRecord): boolean {
  if (inPast(past, member.seats).length === 0) return false
  const isNative = inPast(past, member.admissions).some((one) => !one.asGuest)
  return !isNative && inPast(past, member.admittedBy).length === 0
}

/** [Q5] The ends of seats by which somebody has gone from here, each with everyone's telling of it. */
export function linkLeavings(circle: Circle, past: Past, member: MemberRecord): readonly (readonly Stamp[])[] {
  return isHereByLink(past, member) ? seatEnds(circle, past, member) : []
}

/** [Q3] [Q5] Whether somebody who is gone went with a link, whichever circle ended it: nobody removed them. */
export function linkOverFor(circle: Circle, past: Past, person: string): boolean {
  const member = circle.members.get(person)
  if (member === undefined || !isHereByLink(past, member)) return false
  const removals = inPast(past, member.removals)
  return removals.every(({ effect }) => effect?.kind !== 'remove')
}

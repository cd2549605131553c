import { EVERYTHING, inPast, saw, type Stamp } from '../causality.ts'
import type { Circle } from '../circle.ts'
import { belongs, hasGone } from '../members/queries.ts'
import { seatIn } from '../roles/queries.ts'
import { toldBy } from '../statements/queries.ts'
import type { Statement } from '../statements/verify.ts'
import { linkSeat } from './effects.ts'
import { unlinksOf } from './queries.ts'
import { isSeated, seatHeads, seatIsOver } from './seats.ts'

/** A seat in the other circle, and who of this one is to sit in it. */
export interface SentSeat {
  readonly seat: number
  /** Two who were selected apart, until the circle has said more. */
  readonly people: readonly string[]
  /** That they take part there, as they said here. */
  readonly hasArrived: boolean
  /** [Q10] They took part there and do no more; the circle has not selected anybody since it heard that. */
  readonly hasLeft: boolean
}

/** A seat here for the other circle: whom it selected, and who that is here. */
export interface ReceivedSeat {
  readonly seat: number
  readonly statements: readonly Statement[]
  /** Whom it had selected, and who is here for it no more. */
  readonly over: readonly Statement[]
  /** Who sits here with consent rights. */
  readonly person: string | null
}

export function sentSeats(circle: Circle, other: string, seats: number): SentSeat[] {
  return Array.from({ length: seats }, (_, index) => {
    const seat = index + 1
    const { holders } = seatIn(circle, linkSeat(other, seat))
    const [only] = holders
    const people = holders.map(({ person }) => person)
    if (only === undefined || people.length > 1) return { seat, people, hasArrived: false, hasLeft: false }
    const isThere = hasArrived(circle, other, seat, only.person)
    const chosen = circle.agreements.get(only.agreement)?.closes ?? []
    const isNews = (stamps: readonly Stamp[]) =>
      !chosen.some((close) => stamps.some((stamp) => saw(close.stamp, stamp)))
    const hasLeft = !isThere && leavingsThere(circle, other, seat, only.person).some(isNews)
    return { seat, people, hasArrived: isThere, hasLeft }
  })
}

/** [Q4] They said that they take part there; not what they said before an end, by either circle, that they did not know of. */
export function hasArrived(circle: Circle, other: string, seat: number, person: string): boolean {
  const theirs = toldBy(circle, EVERYTHING, other).filter(({ statement }) => statement.kind === 'unlink')
  const ends = [
    ...unlinksOf(circle, EVERYTHING, other).map(({ stamp }) => [stamp]),
    ...theirs.map(({ tellings }) => tellings.map(({ stamp }) => stamp)),
    ...leavingsThere(circle, other, seat, person),
  ]
  return circle.statements.arrived.some(
    (one) =>
      one.circle === other &&
      one.seat === seat &&
      one.person === person &&
      ends.every((stamps) => stamps.some((stamp) => saw(one.stamp, stamp))),
  )
}

/** [Q10] What says that somebody went from a seat over there: the other circle's word that it removed them, or their own. */
function leavingsThere(circle: Circle, other: string, seat: number, person: string): readonly (readonly Stamp[])[] {
  const removals = toldBy(circle, EVERYTHING, other)
    .filter(({ statement }) => statement.kind === 'recall' && statement.seat === seat)
    .map(({ tellings }) => inPast(EVERYTHING, tellings).map(({ stamp }) => stamp))
  const own = circle.statements.gone.filter((one) => one.circle === other && one.seat === seat && one.person === person)
  return [...removals, ...inPast(EVERYTHING, own).map(({ stamp }) => [stamp])]
}

export function receivedSeats(circle: Circle, other: string, seats: number): ReceivedSeat[] {
  return Array.from({ length: seats }, (_, index) => {
    const seat = index + 1
    const heads = seatHeads(circle, EVERYTHING, other, seat)
    const over = heads.filter((one) => isOver(circle, one))
    const sitting = [...circle.members.values()].find(
      (member) =>
        inPast(EVERYTHING, member.seats).some(({ statement }) => statement.from === other && statement.seat === seat) &&
        belongs(circle, EVERYTHING, member.person) &&
        isSeated(circle, EVERYTHING, member),
    )
    return { seat, statements: heads.filter((one) => !over.includes(one)), over, person: sitting?.person ?? null }
  })
}

/** Their circle removed them, or they sat here and have gone. */
function isOver(circle: Circle, statement: Statement): boolean {
  if (statement.about === null || statement.as === null) return false
  return seatIsOver(circle, EVERYTHING, statement) || hasGone(circle, EVERYTHING, statement.as)
}

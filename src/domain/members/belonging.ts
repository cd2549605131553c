import type { Circle, CloseRecord } from '../circle.ts'
import type { MemberRecord } from './records.ts'
import { byCodeUnit } from '../canonical.ts'
import { isTooLate } from '../agreements/too-late.ts'
import { inPast, pastOf, saw, type Past } from '../causality.ts'
import { linkSlot, unlinkSlot } from '../links/effects.ts'
import { isHereByLink } from '../links/seats.ts'
import { isAllAfter, wordsCitedIn } from '../proposals/cited.ts'

const OF = 'belonging:'
const VOICE = 'voice:'

/**
 * [M9] [M10] Whether a person is in the circle, and asked, is one matter: of a removal and a rest only one can stand.
 * [D2.8] What one person alone does not read of another is no matter of the circle, and in no log.
 */
export function belongingSlot(person: string): string {
  return OF + person
}

/** [M13] With which device somebody goes on, after one of theirs went on in two ways. */
export const voiceSlot = (person: string): string => VOICE + person

/** Whose belonging or voice a slot is about; null where it is about something else. */
export function personOfSlot(slot: string): string | null {
  const kind = [OF, VOICE].find((one) => slot.startsWith(one))
  return kind === undefined ? null : slot.slice(kind.length)
}

/** One agreement on somebody's belonging, with all the certificates of it that a past holds. */
export type Agreed = readonly CloseRecord[]

/** [M9] The removals of a person that take effect in a past: what they have left behind there is where their words end. */
export function removalsIn(circle: Circle, past: Past, member: MemberRecord): Agreed[] {
  return member.removals.length === 0
    ? []
    : standingRemovals(past, member).filter(
        (one) => opposing(circle, past, member.person, one).length === 0 && !isUndone(circle, past, member, one),
      )
}

/** [M11] What was in suspense when the circle decided otherwise takes no effect later, whatever comes to light. */
function isUndone(circle: Circle, past: Past, member: MemberRecord, removal: Agreed): boolean {
  const otherwise = inPast(past, member.belonging.closes).filter(
    (close) => close.problem === null && close.effect?.kind !== 'remove' && isKnown([close], removal),
  )
  return otherwise.some(({ stamp }) => {
    const before = pastOf(stamp)
    const known = removal.filter((close) => before.has(close.stamp))
    return opposing(circle, before, member.person, known).length > 0
  })
}

/** [M10] */
export function isAtRest(past: Past, { rests, belonging }: MemberRecord): boolean {
  const waiting = rests.filter((one) => past.has(one.close.stamp) && !one.endings.some(({ stamp }) => past.has(stamp)))
  return waiting.some(({ close }) => isStanding(past, belonging.closes, [close]))
}

/**
 * [M11] D3 row 11: the removals of others that were closed apart from this one, where each of the two who would go
 * consented to go on without the other.
 */
export function opposing(circle: Circle, past: Past, person: string, removal: Agreed): Opposing[] {
  return [...circle.members.values()].flatMap((other) =>
    other.person === person || other.removals.length === 0
      ? []
      : standingRemovals(past, other)
          .filter((theirs) => isCited(removal, other.person) && isCited(theirs, person) && isApart(removal, theirs))
          .filter((theirs) => !cameTooLate(circle, past, removal, theirs))
          .map((closes) => ({ person: other.person, closes })),
  )
}

/** [A3] Never both ways: where each could be settled without the other, neither takes effect. */
function cameTooLate(circle: Circle, past: Past, removal: Agreed, other: Agreed): boolean {
  const late = (closes: Agreed, news: Agreed) => {
    const round = circle.rounds.get(closes[0]?.round ?? '')
    const stamps = news.map(({ stamp }) => stamp)
    return round !== undefined && isTooLate(circle, past, { round, closes }, stamps, [])
  }
  return late(removal, other) && !late(other, removal)
}

interface Opposing {
  readonly person: string
  readonly closes: Agreed
}

/** [M11] With whom a person stands opposed in a past, until the circle has decided on their belonging knowing of both. */
export function opponentsOf(circle: Circle, past: Past, person: string): string[] {
  const member = circle.members.get(person)
  if (member === undefined || member.removals.length === 0) return []
  const decided = inPast(past, member.belonging.closes).filter((close) => close.problem === null)
  const found = standingRemovals(past, member).flatMap((removal) =>
    opposing(circle, past, person, removal)
      .filter(({ closes }) => !decided.some((close) => isKnown([close], removal) && isKnown([close], closes)))
      .map((other) => other.person),
  )
  // Who went all the same, since the others had long said so, opposes nobody any more.
  const isHere = (other: string) => {
    const theirs = circle.members.get(other)
    return theirs === undefined || removalsIn(circle, past, theirs).length === 0
  }
  return [...new Set(found)].filter(isHere)
}

/** [Q3] Each circle decides on a link alone: whoever is here only for it is not asked. */
function delegatesIn(circle: Circle, past: Past, slot: string): string[] {
  const isOfIt = (member: MemberRecord) =>
    inPast(past, member.seats).some(({ statement }) => slot === unlinkSlot([]) || slot === linkSlot(statement.from))
  const members = [...circle.members.values()].filter((one) => isOfIt(one) && isHereByLink(past, one))
  return members.map(({ person }) => person)
}

const isLinkSlot = (slot: string) => slot.startsWith(linkSlot('')) || slot === unlinkSlot([])

/** [M9] [M11] Who takes no part in a matter: whom it is about, and with whom they stand opposed. */
export function recusedFrom(circle: Circle, past: Past, slot: string): string[] {
  const person = personOfSlot(slot)
  if (isLinkSlot(slot)) return delegatesIn(circle, past, slot)
  return person === null ? [] : [person, ...opponentsOf(circle, past, person)]
}

function standingRemovals(past: Past, { removals, belonging }: MemberRecord): Agreed[] {
  const byAgreement = new Map<string, CloseRecord[]>()
  for (const close of inPast(past, removals)) {
    const known = byAgreement.get(close.agreement)
    if (known === undefined) byAgreement.set(close.agreement, [close])
    else known.push(close)
  }
  return [...byAgreement.values()].filter((one) => isStanding(past, belonging.closes, one))
}

/** [A7] Whether it holds against everything else on the same belonging that was agreed apart from it. */
function isStanding(past: Past, closes: readonly CloseRecord[], one: Agreed): boolean {
  const others = inPast(past, closes).filter((close) => close.problem === null && isApart(one, [close]))
  return others.every((other) => isSame(one[0], other) || isAllAfter(wordsCitedIn(one), wordsCitedIn([other])))
}

function isSame(a: CloseRecord | undefined, b: CloseRecord): boolean {
  return a !== undefined && (a.agreement === b.agreement || (a.effect !== null && a.effect.kind === b.effect?.kind))
}

/** Neither knew of the other. Knowing one certificate of an agreement is knowing the agreement. */
function isApart(a: Agreed, b: Agreed): boolean {
  return isKnown(a, b) === isKnown(b, a)
}

/** Whether any of the first closes was made by someone who knew of any of the others. */
function isKnown(by: Agreed, closes: Agreed): boolean {
  return by.some((one) => closes.some((other) => one !== other && saw(one.stamp, other.stamp)))
}

function isCited(closes: Agreed, person: string): boolean {
  return closes.some(({ cited }) => cited.some((one) => one.person === person))
}

/** The agreement by which a person was removed in a past, the first by id; null where they were not. */
export function removalOf(circle: Circle, past: Past, person: string): string | null {
  const member = circle.members.get(person)
  const agreements =
    member === undefined ? [] : removalsIn(circle, past, member).map(([first]) => first?.agreement ?? '')
  return agreements.sort(byCodeUnit)[0] ?? null
}

/** Whether this agreement removes them, in a past. */
export function isRemovedBy(circle: Circle, past: Past, member: MemberRecord, agreement: string): boolean {
  return removalsIn(circle, past, member).some(([first]) => first?.agreement === agreement)
}

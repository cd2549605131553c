import { byCodeUnit } from '../canonical.ts'
import { EVERYTHING, inPast, newest, saw, type Past } from '../causality.ts'
import type { Circle, CloseRecord } from '../circle.ts'
import type { Effect } from '../proposals/effect.ts'
import { toldBy } from '../statements/queries.ts'
import type { ToldRecord } from '../statements/record.ts'
import type { Statement } from '../statements/verify.ts'
import { linkSlot, seatOfRole } from './effects.ts'
import { isMirrored, ownLink, theirWord, unlinksOf, type LinkTerms } from './queries.ts'

/** What one circle had consented to, from when to when by the clocks of those who closed it. Milliseconds. */
interface Consent {
  readonly terms: LinkTerms
  readonly from: number
  readonly to: number
}

/**
 * [Q1] [Q11] What both circles have consented to, as this one's own words; null where they have not. Where one of them has
 * consented to something newer, the last that they had at the same time goes on: neither has ended it.
 */
export function agreedTerms(circle: Circle, past: Past, other: string): LinkTerms | null {
  const own = standingLink(circle, past, other)
  const theirs = standingWord(circle, past, other)
  if (own === null || theirs === null || theirs.link === null) return null
  if (isMirrored(own.terms, theirs.link)) return own.terms
  const ours = consentsUpTo(circle, past, other, own.close)
  const said = offersOf(circle, past, other)
  const pairs = ours.flatMap((one) =>
    said.flatMap((two) =>
      isMirrored(one.terms, two.terms) && one.from < two.to && two.from < one.to
        ? [{ terms: one.terms, since: Math.max(one.from, two.from) }]
        : [],
    ),
  )
  return pairs.sort((a, b) => b.since - a.since)[0]?.terms ?? null
}

/** [Q1] D2.9: both have consented to the same. */
export function isLinked(circle: Circle, past: Past, other: string): boolean {
  return agreedTerms(circle, past, other) !== null
}

/** [Q9] The seats that this circle has over there: they are there with the link, and go with it, whichever circle ended it. */
export function seatsThere(circle: Circle, past: Past, other: string): number {
  return standingLink(circle, past, other)?.terms.sends ?? 0
}

/** [Q9] Whether what an agreement brought about has gone with a link: the consent to it, or a seat over there. */
export function isOverWithLink(circle: Circle, effect: Effect | null): boolean {
  if (effect?.kind === 'link') {
    const isOwn = ownLink(circle, EVERYTHING, effect.circle) !== null
    return isOwn && standingLink(circle, EVERYTHING, effect.circle) === null
  }
  const seat = effect?.kind === 'seat' ? seatOfRole(effect.role) : null
  return seat !== null && seat.seat > seatsThere(circle, EVERYTHING, seat.circle)
}

/** [Q3] This circle's own consent, where it knew of every end that is known by now: after an end each consents anew. */
export function standingLink(circle: Circle, past: Past, other: string) {
  const own = ownLink(circle, past, other)
  return own !== null && knewTheirEnds(circle, past, other, own.close) ? own : null
}

/** [Q3] The other circle's consent, where it knew of this one's last end: over there, too, what came before it is over. */
export function standingWord(circle: Circle, past: Past, other: string): Statement | null {
  const word = theirWord(circle, past, other)?.statement ?? null
  return word?.kind === 'link' && knowsOurEnds(circle, past, word) ? word : null
}

/** The last of them, or any of those that were made apart. */
function knowsOurEnds(circle: Circle, past: Past, { from, after }: Statement): boolean {
  const last = newest(unlinksOf(circle, past, from))
  return last.length === 0 || last.some(({ agreement }) => after.includes(agreement))
}

/** Each as it was told: by itself, or by a consent that followed it. */
function knewTheirEnds(circle: Circle, past: Past, other: string, { stamp }: CloseRecord): boolean {
  const own = new Set(unlinksOf(circle, past, other).map(({ agreement }) => agreement))
  const tellings = new Map<string, ToldRecord['tellings'][number][]>()
  for (const { statement, tellings: told } of toldBy(circle, past, other))
    for (const end of endsIn(statement))
      if (!own.has(end)) tellings.set(end, [...(tellings.get(end) ?? []), ...inPast(past, told)])
  return [...tellings.values()].every((told) => told.some((telling) => saw(stamp, telling.stamp)))
}

/** The agreements by which a link had ended when this was said. */
export const endsIn = ({ kind, agreement, after }: Statement): readonly string[] =>
  kind === 'unlink' ? [agreement] : kind === 'link' ? after : []

/** This circle's consents that lead to the one in effect; none from before an end. */
function consentsUpTo(circle: Circle, past: Past, other: string, last: CloseRecord): Consent[] {
  const ends = unlinksOf(circle, past, other)
  const all = inPast(past, circle.slots.get(linkSlot(other))?.closes ?? []).filter(
    (one) =>
      one.problem === null &&
      saw(last.stamp, one.stamp) &&
      ends.every((end) => saw(one.stamp, end.stamp)) &&
      knewTheirEnds(circle, past, other, one),
  )
  return inTurn(all.flatMap(({ id, at, effect }) => (effect?.kind === 'link' ? [{ id, from: at, terms: effect }] : [])))
}

/** What the other circle has offered since its last end and ours. */
function offersOf(circle: Circle, past: Past, other: string): Consent[] {
  const said = toldBy(circle, past, other).map(({ statement }) => statement)
  const ended = Math.max(0, ...said.filter(({ kind }) => kind === 'unlink').map(({ issued }) => issued))
  return inTurn(
    said.flatMap((one) =>
      one.link !== null && one.issued > ended && knowsOurEnds(circle, past, one)
        ? [{ id: one.agreement, from: one.issued, terms: one.link }]
        : [],
    ),
  )
}

/** Each until the next. */
function inTurn(all: readonly { id: string; from: number; terms: LinkTerms }[]): Consent[] {
  const sorted = all.toSorted((a, b) => a.from - b.from || byCodeUnit(a.id, b.id))
  return sorted.map(({ from, terms }, index) => ({ from, terms, to: sorted[index + 1]?.from ?? Infinity }))
}

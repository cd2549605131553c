import { byCodeUnit, encodeCanonical } from '../canonical.ts'
import { EVERYTHING, inPast, saw, type Past } from '../causality.ts'
import type { Circle, CloseRecord } from '../circle.ts'
import type { Effect, EffectOf } from '../proposals/effect.ts'
import { inEffect } from '../proposals/slots.ts'
import { newestOn, toldBy } from '../statements/queries.ts'
import type { ToldRecord } from '../statements/record.ts'
import { linkSlot, seatOfRole } from './effects.ts'

export type LinkTerms = EffectOf<'link'>

/** This circle's own consent to a link, in a past. */
export interface OwnLink {
  readonly close: CloseRecord
  readonly agreement: string
  readonly terms: LinkTerms
}

/** The valid closes by which this circle ended its link with another, in a past. */
export function unlinksOf(circle: Circle, past: Past, other: string): CloseRecord[] {
  const closes = circle.unlinks.filter(({ effect }) => effect?.kind === 'unlink' && effect.circles.includes(other))
  return inPast(past, closes)
}

/**
 * [Q1] What this circle consented to have with another; null where it did not, or ended it. Whoever consents to an end ends
 * it at once: only a consent that knew of the end goes on [Q3].
 */
export function ownLink(circle: Circle, past: Past, other: string): OwnLink | null {
  const close = inEffect(circle.slots.get(linkSlot(other)), past)
  if (close?.effect?.kind !== 'link') return null
  const isEnded = unlinksOf(circle, past, other).some((end) => !saw(close.stamp, end.stamp))
  return isEnded ? null : { close, agreement: close.agreement, terms: close.effect }
}

/** What the other circle last said of the link: that it consents, or that it has ended it. */
export function theirWord(circle: Circle, past: Past, other: string): ToldRecord | null {
  return newestOn(circle, past, other, 'link')
}

/** [Q3] The other circle has ended it, and this one has not consented again knowing of that. */
export function isEndedThere(circle: Circle, past: Past, other: string): boolean {
  const word = theirWord(circle, past, other)
  if (word?.statement.kind !== 'unlink') return false
  const own = ownLink(circle, past, other)
  return own === null || !inPast(past, word.tellings).some(({ stamp }) => saw(own.close.stamp, stamp))
}

/** [Q9] The seats that this circle has over there: they are there with the link, and go with it, whichever circle ended it. */
export function seatsThere(circle: Circle, past: Past, other: string): number {
  const own = ownLink(circle, past, other)
  return own === null || isEndedThere(circle, past, other) ? 0 : own.terms.sends
}

/** [Q9] Whether what an agreement brought about has gone with a link: the consent to it, or a seat over there. */
export function isOverWithLink(circle: Circle, effect: Effect | null): boolean {
  if (effect?.kind === 'link') return isEndedThere(circle, EVERYTHING, effect.circle)
  const seat = effect?.kind === 'seat' ? seatOfRole(effect.role) : null
  return seat !== null && seat.seat > seatsThere(circle, EVERYTHING, seat.circle)
}

/** [Q1] D2.9: both have consented to the same. */
export function isLinked(circle: Circle, past: Past, other: string): boolean {
  const own = ownLink(circle, past, other)
  const theirs = own === null ? null : (theirWord(circle, past, other)?.statement.link ?? null)
  return own !== null && theirs !== null && isMirrored(own.terms, theirs)
}

/** What one side says, as it reads from the other: how they call things is each side's own. */
export function isMirrored(own: LinkTerms, theirs: LinkTerms): boolean {
  return sharedTerms(own) === sharedTerms(mirrored(theirs))
}

/** The same link from the other side; names are for that side to choose. */
export function mirrored(terms: LinkTerms): LinkTerms {
  const as = terms.as === 'above' ? 'below' : terms.as === 'below' ? 'above' : 'beside'
  return { ...terms, as, sends: terms.receives, receives: terms.sends }
}

function sharedTerms({ as, aim, sends, receives, until, shares }: LinkTerms): string {
  return encodeCanonical({ as, aim, sends, receives, until, shares })
}

/** Every circle with which this one has, had, wants or is offered a link. */
export function linkedCircles(circle: Circle): string[] {
  const own = [...circle.slots.values()].flatMap(({ id }) => (id.startsWith('link:') ? [id.slice(5)] : []))
  const others = [...circle.statements.byCircle.keys()].filter((from) =>
    toldBy(circle, EVERYTHING, from).some(
      ({ statement }) => statement.subject === 'link' && statement.to === circle.id,
    ),
  )
  return [...new Set([...own, ...others])].sort(byCodeUnit)
}

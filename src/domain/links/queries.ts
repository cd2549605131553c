import { byCodeUnit, encodeCanonical } from '../canonical.ts'
import { EVERYTHING, inPast, saw, type Past } from '../causality.ts'
import type { Circle, CloseRecord } from '../circle.ts'
import type { EffectOf } from '../proposals/effect.ts'
import { inEffect } from '../proposals/slots.ts'
import { newestOn, toldBy } from '../statements/queries.ts'
import type { ToldRecord } from '../statements/record.ts'
import { linkSlot } from './effects.ts'

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

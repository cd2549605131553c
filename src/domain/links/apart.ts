import { concurrent, EVERYTHING, inPast, saw } from '../causality.ts'
import type { Circle, CloseRecord } from '../circle.ts'
import { linkSlot } from './effects.ts'
import { ownLink, theirWord, unlinksOf } from './queries.ts'

/**
 * What was done about a link by some who did not know of others:
 * `ended-over-renewal` this circle consented to it and ended it; `ended-over-consent` the other consented, this one had ended;
 * `consented-unaware` this one consented, the other had ended; `ended-twice` each, or two parts of this one, ended it.
 */
export type ApartKind = 'ended-over-renewal' | 'ended-over-consent' | 'consented-unaware' | 'ended-twice'

export interface DoneApart {
  readonly kind: ApartKind
  /** This circle's agreements that it concerns. */
  readonly agreements: readonly string[]
  /** Whether it explains how the link stands now, and not only how it once came about. */
  readonly isNow: boolean
}

/** [Q3] Why the link with another circle stands as it does, where acts on it were made apart: said where that is read. */
export function doneApart(circle: Circle, other: string): DoneApart[] {
  const own = ownLink(circle, EVERYTHING, other)
  const ends = unlinksOf(circle, EVERYTHING, other)
  const found: DoneApart[] = []
  const add = (kind: ApartKind, closes: readonly CloseRecord[]) => {
    const agreements = [...new Set(closes.map(({ agreement }) => agreement))]
    const isNow = kind === 'consented-unaware' || own === null
    if (agreements.length > 0) found.push({ kind, agreements, isNow })
  }
  add('ended-over-renewal', renewalsApart(circle, other, ends))
  const last = theirWord(circle, EVERYTHING, other)
  const tellings = inPast(EVERYTHING, last?.tellings ?? []).map(({ stamp }) => stamp)
  const isNewsTo = (close: CloseRecord) => tellings.every((stamp) => !saw(close.stamp, stamp))
  if (last?.statement.kind === 'link') add('ended-over-consent', own === null && ends.every(isNewsTo) ? ends : [])
  if (last?.statement.kind === 'unlink') {
    const { issued } = last.statement
    // The other's order is known by clocks alone: a consent from before their end was no surprise to anybody.
    if (own !== null && isNewsTo(own.close) && own.close.at > issued) add('consented-unaware', [own.close])
  }
  const isTwice = ends.some((one) =>
    ends.some((two) => one.agreement !== two.agreement && concurrent(one.stamp, two.stamp)),
  )
  const isByBoth = last?.statement.kind === 'unlink' && ends.every(isNewsTo)
  add('ended-twice', isTwice || isByBoth ? ends : [])
  return found
}

function renewalsApart(circle: Circle, other: string, ends: readonly CloseRecord[]): CloseRecord[] {
  const consents = inPast(EVERYTHING, circle.slots.get(linkSlot(other))?.closes ?? []).filter(
    ({ problem, effect }) => problem === null && effect?.kind === 'link',
  )
  const pairs = consents.flatMap((one) => ends.flatMap((end) => (concurrent(one.stamp, end.stamp) ? [one, end] : [])))
  return [...new Set(pairs)]
}

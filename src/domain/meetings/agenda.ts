import { byCodeUnit } from '../canonical.ts'
import { EVERYTHING, inPast, newest, saw, type Past } from '../causality.ts'
import type { AgendaTopic } from './events.ts'
import type { AgendaItemRecord, MeetingRecord } from './records.ts'

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'

/**
 * [T2] A place between two others (either may be open): places are fractions in base 36, so that there is always one
 * between, and two who place apart disturb nobody else's.
 */
export function placeBetween(before: string | null, after: string | null): string {
  const low = before ?? ''
  for (let place = '', index = 0; ; index++) {
    const from = DIGITS.indexOf(low[index] ?? '0')
    const isBound = after !== null && after.startsWith(place)
    const to = isBound ? DIGITS.indexOf(after[index] ?? '0') : DIGITS.length
    if (to - from > 1) return place + DIGITS.charAt((from + to) >> 1)
    place += DIGITS.charAt(from)
  }
}

/** The items as they stand, in order; of two in one place, the first by id. */
export function agendaOf(meeting: MeetingRecord, past: Past = EVERYTHING): AgendaItemRecord[] {
  const items = inPast(past, meeting.items).filter((item) => removalOf(item, past) === null)
  return inPlace(items, past)
}

export function inPlace(items: readonly AgendaItemRecord[], past: Past = EVERYTHING): AgendaItemRecord[] {
  return [...items].sort((a, b) => byCodeUnit(positionOf(a, past), positionOf(b, past)) || byCodeUnit(a.id, b.id))
}

export function positionOf(item: AgendaItemRecord, past: Past = EVERYTHING): string {
  return newest(inPast(past, item.places)).sort((a, b) => byCodeUnit(a.id, b.id))[0]?.position ?? ''
}

/** What it is about; changed apart, the first by id, and the others beside it. */
export function topicsOf(item: AgendaItemRecord, past: Past = EVERYTHING): [AgendaTopic, ...AgendaTopic[]] {
  const heads = newest(inPast(past, item.topics)).sort((a, b) => byCodeUnit(a.id, b.id))
  const [first, ...others] = heads.map(({ topic }) => topic)
  return [first ?? { kind: 'report', title: '', minutes: 1, owner: null, about: null }, ...others]
}

/** [T2] How it left the agenda, until somebody who knew of that places it anew. */
export function removalOf(
  item: AgendaItemRecord,
  past: Past = EVERYTHING,
): AgendaItemRecord['removals'][number] | null {
  const placed = inPast(past, item.places)
  const standing = inPast(past, item.removals).filter((one) => !placed.some((place) => saw(place.stamp, one.stamp)))
  return standing.sort((a, b) => byCodeUnit(a.as, b.as) || byCodeUnit(a.id, b.id))[0] ?? null
}

/** [T6] Every outcome that nobody wrote over: two written apart both stand. */
export function outcomesOf(item: AgendaItemRecord, past: Past = EVERYTHING): AgendaItemRecord['outcomes'] {
  return newest(inPast(past, item.outcomes)).sort((a, b) => byCodeUnit(a.id, b.id))
}

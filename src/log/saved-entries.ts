import { FORMAT, type CircleEvent } from '../domain/event.ts'
import type { RefusalCode } from '../domain/refusal.ts'
import type { LogEntry } from './view-entry.ts'

/**
 * What places of an order came to, as they are saved: each writer is written once, and what is the same in every event of a
 * circle not at all.
 */
export type SavedEntries = { readonly writers: readonly string[]; readonly places: readonly SavedPlace[] }
type SavedPlace = readonly [writer: number, position: number, size: number, SavedEvent | RefusalCode, kept?: unknown]
type SavedEvent = Omit<CircleEvent, 'format' | 'circle' | 'writer'> & { readonly circle?: null }

/**
 * What to keep in place of an event's body (undefined: the body itself), and the body that is made of it again (undefined:
 * it cannot be, and the place has to be read). It stands beside the event, so that nothing in a log can pass for it.
 */
export type Keeping = {
  readonly instead: (event: CircleEvent) => unknown
  readonly back: (kept: unknown) => unknown
}

/** What waits for a key is not saved: the place may come to something else tomorrow. */
export const isSavable = (entry: LogEntry): boolean => !('unreadable' in entry)

export function toSaved(entries: readonly LogEntry[], { instead }: Keeping): SavedEntries {
  const writers = [...new Set(entries.map(({ writer }) => writer))]
  const numbers = new Map(writers.map((writer, number) => [writer, number]))
  const places = entries.map((entry): SavedPlace => {
    if ('unreadable' in entry) throw new TypeError('what waits for a key is not saved')
    const { writer, position, size } = entry
    const number = numbers.get(writer) ?? 0
    if ('refused' in entry) return [number, position, size, entry.refused]
    const kept = instead(entry.event)
    if (kept === undefined) return [number, position, size, savedEvent(entry.event)]
    return [number, position, size, savedEvent({ ...entry.event, body: null }), kept]
  })
  return { writers, places }
}

/** `undefined` where not all of it can be made again. */
export function fromSaved(
  { writers, places }: SavedEntries,
  circle: string,
  { back }: Keeping,
): LogEntry[] | undefined {
  const entries: LogEntry[] = []
  for (const [number, position, size, what, kept] of places) {
    const writer = writers[number] ?? ''
    if (typeof what === 'string') {
      entries.push({ writer, position, size, refused: what })
      continue
    }
    const body = kept === undefined ? what.body : back(kept)
    if (body === undefined) return undefined
    entries.push({ writer, position, size, event: eventOf(what, body, circle, writer) })
  }
  return entries
}

function eventOf(saved: SavedEvent, body: unknown, ofCircle: string, writer: string): CircleEvent {
  const { at, device, id, prev, seen, seq, type, circle = ofCircle } = saved
  return { at, body, circle, device, format: FORMAT, prev, seen, seq, type, id, writer }
}

function savedEvent({ at, body, device, id, prev, seen, seq, type, circle }: CircleEvent): SavedEvent {
  const own = { at, body, device, id, prev, seen, seq, type }
  return circle === null ? { ...own, circle } : own
}

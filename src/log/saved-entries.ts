import { FORMAT, type CircleEvent } from '../domain/event.ts'
import type { RefusalCode } from '../domain/refusal.ts'
import type { LogEntry } from './view-entry.ts'

/**
 * What places of an order came to, as they are saved: each writer is written once, and what is the same in every event of a
 * circle not at all.
 */
export type SavedEntries = { readonly writers: readonly string[]; readonly places: readonly SavedPlace[] }
type SavedPlace = readonly [writer: number, position: number, size: number, SavedEvent | RefusalCode]
type SavedEvent = Omit<CircleEvent, 'format' | 'circle' | 'writer'> & { readonly circle?: null }

/** What waits for a key is not saved: the place may come to something else tomorrow. */
export const isSavable = (entry: LogEntry): boolean => !('unreadable' in entry)

export function toSaved(entries: readonly LogEntry[]): SavedEntries {
  const writers = [...new Set(entries.map(({ writer }) => writer))]
  const numbers = new Map(writers.map((writer, number) => [writer, number]))
  const places = entries.map((entry): SavedPlace => {
    if ('unreadable' in entry) throw new TypeError('what waits for a key is not saved')
    const { writer, position, size } = entry
    return [numbers.get(writer) ?? 0, position, size, 'event' in entry ? savedEvent(entry.event) : entry.refused]
  })
  return { writers, places }
}

export function fromSaved({ writers, places }: SavedEntries, ofCircle: string): LogEntry[] {
  return places.map(([number, position, size, what]) => {
    const writer = writers[number] ?? ''
    if (typeof what === 'string') return { writer, position, size, refused: what }
    const { at, body, device, id, prev, seen, seq, type, circle = ofCircle } = what
    return {
      writer,
      position,
      size,
      event: { at, body, circle, device, format: FORMAT, prev, seen, seq, type, id, writer },
    }
  })
}

function savedEvent({ at, body, device, id, prev, seen, seq, type, circle }: CircleEvent): SavedEvent {
  const own = { at, body, device, id, prev, seen, seq, type }
  return circle === null ? { ...own, circle } : own
}

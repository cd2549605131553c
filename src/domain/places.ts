import type { Circle } from './circle.ts'
import { clockAfter, inPast, type Past, type Stamp } from './causality.ts'
import type { CircleEvent } from './event.ts'
import { deviceOf } from './members/cuts.ts'
import { noteForks } from './members/forks.ts'
import { eventBodies } from './events.ts'
import { refusal, type Refusal } from './refusal.ts'

/**
 * Where each event stands. Clocks count per branch: the chain of a device, and a branch of its own for whatever forks
 * from it ([E8]), so that nothing is ever taken to have seen both sides of a fork where it saw one.
 */
export interface Places {
  readonly known: Map<string, Place>
  /** The last event of each branch. */
  readonly ends: string[]
}

export interface Place {
  readonly device: string
  readonly seq: number
  readonly writer: string
  /** What it could know and, where it was stamped, itself. */
  clock: readonly number[]
  /** See `Act`. */
  readonly time: number
  readonly depth: number
}

export function parentsOf(event: CircleEvent): readonly string[] {
  return event.prev === null ? event.seen : [event.prev, ...event.seen]
}

/** [E3] What belongs to another circle builds on nothing here: nobody waits for its past. */
export function isForeign(circle: Circle, event: CircleEvent): boolean {
  return event.circle === null ? event.id !== circle.id : event.circle !== circle.id
}

/** [E4] The same event can be found in several logs; only its own device's log makes it one. */
export function copyOf(event: CircleEvent): string {
  return `${event.id} in ${event.writer}`
}

/** [E5] A device's events form one chain. */
export function chainProblem(places: Places, event: CircleEvent): Refusal | null {
  const prev = event.prev === null ? null : places.known.get(event.prev)
  const good = prev === null ? event.seq === 1 : prev?.device === event.device && prev.seq === event.seq - 1
  return good ? null : refusal('out-of-sequence')
}

/** [E4] An event counts only where its device writes; a copy in another log is nothing, and stands in nobody's way. */
export function isElsewhere(circle: Circle, past: Past, event: CircleEvent, person: string | null): boolean {
  if (event.id === circle.id) {
    const body = eventBodies['circle.created'].safeParse(event.body)
    return body.success && body.data.device.writer !== event.writer
  }
  if (person === null || isForeign(circle, event)) return false
  const bindings = inPast(past, circle.devices.get(event.device)?.bindings ?? [])
  return !bindings.some((binding) => binding.keys.writer === event.writer)
}

/** [E8] Whatever is not the next of a branch begins one. */
export function stampOf(circle: Circle, places: Places, event: CircleEvent, past: readonly number[]): Stamp {
  const { id, seq, prev } = event
  const before = prev === null ? undefined : circle.stamps.get(prev)
  const follows = before !== undefined && places.ends[before.device] === prev && before.seq === seq - 1
  const branch = follows ? before.device : places.ends.length
  places.ends[branch] = id
  const clock = clockAfter([{ clock: past }], branch, seq)
  const by = deviceOf(circle, event.device)
  const stamp = { id, by, device: branch, seq, clock }
  noteForks(by, stamp)
  const place = places.known.get(id)
  if (place !== undefined) place.clock = clock
  circle.stamps.set(id, stamp)
  return stamp
}

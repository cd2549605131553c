import { createCircle, type Circle } from './circle.ts'
import { clockAfter, inPast, type Past, type Stamp } from './causality.ts'
import { eventBodies, isEventType, type Body, type EventType } from './events.ts'
import type { CircleEvent } from './event.ts'
import { kinds, type Tools } from './kinds.ts'
import { circleCreated, endLeaves } from './members/reducer.ts'
import { holderOf } from './members/queries.ts'
import { attestationProblem } from './members/rules.ts'
import { refusal, type Refusal } from './refusal.ts'
import { tellStory } from './story.ts'

/** The one fold: a set of verified events in, a circle out. */
export interface Fold {
  readonly circle: Circle
  /** Total: nothing an event can hold makes it throw. Idempotent; an event whose past is not here yet waits ([E7]). */
  add(event: CircleEvent): void
  /** Ids of the events that wait for something they build on. */
  waiting(): string[]
}

export function createFold(circleId: string, tools: Tools): Fold {
  const circle = createCircle(circleId)
  const places: Places = { known: new Map(), ends: [] }
  const waiting = new Map<string, CircleEvent>()
  const waitingFor = new Map<string, CircleEvent[]>()

  const missingOf = (event: CircleEvent) =>
    isForeign(circle, event) ? undefined : parentsOf(event).find((id) => !places.known.has(id))
  const add = (first: CircleEvent) => {
    const ready = [first]
    for (let event = ready.pop(); event !== undefined; event = ready.pop()) {
      const missing = missingOf(event)
      if (missing !== undefined) {
        waiting.set(copyOf(event), event)
        const others = waitingFor.get(missing)
        if (others === undefined) waitingFor.set(missing, [event])
        else others.push(event)
        continue
      }
      waiting.delete(copyOf(event))
      place(circle, places, event, tools)
      if (!places.known.has(event.id)) continue
      for (const next of waitingFor.get(event.id) ?? []) ready.push(next)
      waitingFor.delete(event.id)
    }
  }
  return {
    circle,
    add: (event) => (waiting.has(copyOf(event)) ? undefined : add(event)),
    waiting: () => [...new Set([...waiting.values()].map((event) => event.id))],
  }
}

/**
 * Where each event stands. Clocks count per branch: the chain of a device, and a branch of its own for whatever forks
 * from it ([E8]), so that nothing is ever taken to have seen both sides of a fork where it saw one.
 */
interface Places {
  readonly known: Map<string, Place>
  /** The last event of each branch. */
  readonly ends: string[]
}

interface Place {
  readonly device: string
  readonly seq: number
  readonly writer: string
  /** What it could know and, where it was stamped, itself. */
  readonly clock: readonly number[]
}

function parentsOf(event: CircleEvent): readonly string[] {
  return event.prev === null ? event.seen : [event.prev, ...event.seen]
}

/** [E3] What belongs to another circle builds on nothing here: nobody waits for its past. */
function isForeign(circle: Circle, event: CircleEvent): boolean {
  return event.circle === null ? event.id !== circle.id : event.circle !== circle.id
}

/** [E4] The same event can be found in several logs; only its own device's log makes it one. */
function copyOf(event: CircleEvent): string {
  return `${event.id} in ${event.writer}`
}

type Refuse = (why: Refusal, person: string | null) => void

function place(circle: Circle, places: Places, event: CircleEvent, tools: Tools): void {
  const { id, device, seq, type, at, writer } = event
  const known = places.known.get(id)
  if (known !== undefined && (known.writer === writer || isForeign(circle, event))) return
  const clock = isForeign(circle, event) ? [] : clockAfter(parentsOf(event).map((one) => places.known.get(one)))
  const past: Past = { has: (stamp) => (clock[stamp.device] ?? 0) >= stamp.seq }
  const person = holderOf(circle, past, device)
  const refuse: Refuse = (why, by) => circle.refused.set(id, { refusal: why, type, device, person: by, at })
  if (isElsewhere(circle, past, event, person)) {
    circle.copies.add(copyOf(event))
    if (known === undefined) refuse(refusal('wrong-log'), person)
    return
  }
  if (known !== undefined) return
  circle.refused.delete(id)
  places.known.set(id, { device, seq, writer, clock })

  if (isForeign(circle, event)) return refuse(refusal('other-circle'), null)
  if (event.circle === null) return placeGenesis(circle, places, event, tools, refuse)
  // [E6] A device speaks only after someone who belongs let it in.
  if (person === null) return refuse(refusal('not-admitted'), null)
  const why = chainProblem(places, event)
  if (why !== null) return refuse(why, person)
  const stamp = stampOf(circle, places, event, clock)
  const problem = step(circle, past, event, stamp, person, tools)
  if (problem !== null) refuse(problem, person)
}

/** [E5] A device's events form one chain. */
function chainProblem(places: Places, event: CircleEvent): Refusal | null {
  const prev = event.prev === null ? null : places.known.get(event.prev)
  const good = prev === null ? event.seq === 1 : prev?.device === event.device && prev.seq === event.seq - 1
  return good ? null : refusal('out-of-sequence')
}

/** [E4] An event counts only where its device writes; a copy in another log is nothing, and stands in nobody's way. */
function isElsewhere(circle: Circle, past: Past, event: CircleEvent, person: string | null): boolean {
  if (event.id === circle.id) {
    const body = eventBodies['circle.created'].safeParse(event.body)
    return body.success && body.data.device.writer !== event.writer
  }
  if (person === null || isForeign(circle, event)) return false
  const bindings = inPast(past, circle.bindings.get(event.device) ?? [])
  return !bindings.some((binding) => binding.keys.writer === event.writer)
}

/** [E8] Whatever is not the next of a branch begins one. */
function stampOf(circle: Circle, places: Places, event: CircleEvent, past: readonly number[]): Stamp {
  const { id, device, seq, prev } = event
  const before = prev === null ? undefined : circle.stamps.get(prev)
  const follows = before !== undefined && places.ends[before.device] === prev && before.seq === seq - 1
  const branch = follows ? before.device : places.ends.length
  places.ends[branch] = id
  const clock = clockAfter([{ clock: past }], branch, seq)
  const stamp = { id, device: branch, seq, clock }
  places.known.set(id, { device, seq, writer: event.writer, clock })
  circle.stamps.set(id, stamp)
  return stamp
}

/** [E1] The circle's id is the id of its genesis, which binds its founder. */
function placeGenesis(circle: Circle, places: Places, event: CircleEvent, tools: Tools, refuse: Refuse): void {
  if (event.id !== circle.id) return refuse(refusal('other-circle'), null)
  const body = eventBodies['circle.created'].safeParse(event.body)
  const isFirst = event.seq === 1 && event.prev === null && event.seen.length === 0
  if (event.type !== 'circle.created' || !body.success || !isFirst) return refuse(refusal('malformed'), null)
  const { person, nonce, device } = body.data
  if (device.sign !== event.device) return refuse(refusal('bad-attestation'), person)
  const problem = attestationProblem(person, nonce, device, tools.verify)
  if (problem !== null) return refuse(problem, person)
  const stamp = stampOf(circle, places, event, [])
  circleCreated(circle, stamp, body.data)
  count(circle, event, 'circle.created', stamp, person)
}

/** Asks the rule of the event's kind on its own past, and adds it where it counts. */
function step(
  circle: Circle,
  past: Past,
  event: CircleEvent,
  stamp: Stamp,
  person: string,
  tools: Tools,
): Refusal | null {
  const type = event.type
  // [E2] Of a type or a shape that these rules do not know: kept, shown, and without effect.
  if (!isEventType(type) || type === 'circle.created') return refusal('unknown-type')
  const parsed = eventBodies[type].safeParse(event.body)
  if (!parsed.success) return refusal('malformed')
  // One kind's body belongs to that kind's functions; the compiler cannot pair them across the union.
  const kind = kinds[type] as (typeof kinds)['close.seen']
  const body = parsed.data as Body<'close.seen'>
  const why = kind.counts({ circle, past, event, body, by: person, tools })
  if (why !== null) return why
  endLeaves(circle, event, type, stamp, person)
  kind.add(circle, { id: event.id, stamp, person }, body, tools)
  count(circle, event, type, stamp, person)
  tellStory(circle, event.id, type, parsed.data)
  return null
}

function count(circle: Circle, event: CircleEvent, type: EventType, stamp: Stamp, person: string): void {
  const { id, device, seq, at } = event
  circle.counted.set(id, { stamp, type, person, device, at })
  circle.tips.set(stamp.device, { device, stamp })
  const latest = circle.latest.get(device)
  if (latest === undefined || latest.seq < seq || (latest.seq === seq && id < latest.id))
    circle.latest.set(device, stamp)
}

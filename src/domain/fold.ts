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
  /** Total: nothing an event can hold makes it throw. Idempotent; an event whose past is not here yet waits. */
  add(event: CircleEvent): void
  /** Ids of the events that wait for something they build on. */
  waiting(): string[]
}

export function createFold(circleId: string, tools: Tools): Fold {
  const circle = createCircle(circleId)
  const places: Places = { known: new Map(), devices: new Map() }
  const waiting = new Map<string, CircleEvent>()
  const waitingFor = new Map<string, CircleEvent[]>()

  const missingOf = (event: CircleEvent) => parentsOf(event).find((id) => !places.known.has(id))
  const add = (first: CircleEvent) => {
    if (places.known.has(first.id) || waiting.has(first.id)) return
    const ready = [first]
    for (let event = ready.pop(); event !== undefined; event = ready.pop()) {
      const missing = missingOf(event)
      if (missing !== undefined) {
        waiting.set(event.id, event)
        const others = waitingFor.get(missing)
        if (others === undefined) waitingFor.set(missing, [event])
        else others.push(event)
        continue
      }
      waiting.delete(event.id)
      place(circle, places, event, tools)
      ready.push(...(waitingFor.get(event.id) ?? []))
      waitingFor.delete(event.id)
    }
  }
  return { circle, add, waiting: () => [...waiting.keys()] }
}

/** Where each event stands: its device and sequence, and the index each admitted device has in this fold's clocks. */
interface Places {
  readonly known: Map<string, { readonly device: string; readonly seq: number }>
  readonly devices: Map<string, number>
}

function parentsOf(event: CircleEvent): readonly string[] {
  return event.prev === null ? event.seen : [event.prev, ...event.seen]
}

function place(circle: Circle, places: Places, event: CircleEvent, tools: Tools): void {
  const { id, device, seq, type, at } = event
  const parents = parentsOf(event).flatMap((parent) => circle.stamps.get(parent) ?? [])
  const problem = chainProblem(places, event)
  places.known.set(id, { device, seq })
  const refuse = (why: Refusal, person: string | null) =>
    circle.refused.set(id, { refusal: why, type, device, person, at })

  if (event.circle === null) return void placeGenesis(circle, places, event, tools, refuse)
  if (event.circle !== circle.id) return void refuse(refusal('other-circle'), null)
  const clock = clockAfter(parents, 0, 0)
  const past: Past = { has: (stamp) => (clock[stamp.device] ?? 0) >= stamp.seq }
  const person = holderOf(circle, past, device)
  if (person === null) return void refuse(refusal('not-admitted'), null)
  if (!isOwnLog(circle, past, event)) return void refuse(refusal('wrong-log'), person)
  if (problem !== null) return void refuse(problem, person)

  const stamp = stampOf(circle, places, event, parents)
  const why = step(circle, past, event, stamp, person, tools)
  if (why !== null) refuse(why, person)
}

/** [E5] A device's events form one chain. */
function chainProblem(places: Places, event: CircleEvent): Refusal | null {
  const prev = event.prev === null ? null : places.known.get(event.prev)
  const good = prev === null ? event.seq === 1 : prev?.device === event.device && prev.seq === event.seq - 1
  return good ? null : refusal('out-of-sequence')
}

/** [E4] An event counts only where its device writes; a copy in another log is nothing. */
function isOwnLog(circle: Circle, past: Past, event: CircleEvent): boolean {
  const bindings = inPast(past, circle.bindings.get(event.device) ?? [])
  return bindings.some((binding) => binding.keys.writer === event.writer)
}

function stampOf(circle: Circle, places: Places, event: CircleEvent, parents: readonly Stamp[]): Stamp {
  const index = places.devices.get(event.device) ?? places.devices.size
  places.devices.set(event.device, index)
  const stamp = { id: event.id, device: index, seq: event.seq, clock: clockAfter(parents, index, event.seq) }
  circle.stamps.set(event.id, stamp)
  return stamp
}

/** [E1] The circle's id is the id of its genesis, which binds its founder. */
function placeGenesis(
  circle: Circle,
  places: Places,
  event: CircleEvent,
  tools: Tools,
  refuse: (why: Refusal, person: string | null) => void,
): void {
  if (event.id !== circle.id) return refuse(refusal('other-circle'), null)
  const body = eventBodies['circle.created'].safeParse(event.body)
  const isFirst = event.seq === 1 && event.prev === null && event.seen.length === 0
  if (event.type !== 'circle.created' || !body.success || !isFirst) return refuse(refusal('malformed'), null)
  const { person, nonce, device } = body.data
  if (device.sign !== event.device || device.writer !== event.writer) return refuse(refusal('wrong-log'), person)
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
  circle.counted.set(event.id, { stamp, type, person, device: event.device, at: event.at })
  const latest = circle.latest.get(event.device)
  if (latest === undefined || latest.seq < stamp.seq) circle.latest.set(event.device, stamp)
}

import { createCircle, type Act, type Circle } from './circle.ts'
import { clockAfter, type Past } from './causality.ts'
import { eventBodies, isEventType, type Body } from './events.ts'
import type { CircleEvent } from './event.ts'
import { carriedEvent, isProven } from './evidence/record.ts'
import type { Tools } from './kind.ts'
import { kinds } from './kinds.ts'
import { circleCreated, endLeaves } from './members/reducer.ts'
import { isGone } from './members/cuts.ts'
import { forkProblem } from './members/forks.ts'
import { voiceProblem } from './members/voice.ts'
import { holderOf } from './members/queries.ts'
import { attestationProblem } from './members/rules.ts'
import { closedProblem } from './standing/closed.ts'
import { refusal, type Refusal } from './refusal.ts'
import { chainProblem, copyOf, isElsewhere, isForeign, parentsOf, stampOf, type Places } from './places.ts'
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
      if (waiting.size > 0) waiting.delete(copyOf(event))
      place(circle, places, event, tools)
      if (!places.known.has(event.id)) continue
      for (const next of waitingFor.get(event.id) ?? []) ready.push(next)
      waitingFor.delete(event.id)
    }
  }
  return {
    circle,
    add: (event) => {
      // What is carried may be what its carrier waits for.
      const all = [event, ...carriedBy(circle, event, tools)]
      const fresh = waiting.size === 0 ? all : all.filter((one) => !waiting.has(copyOf(one)))
      for (const one of fresh) add(one)
    },
    waiting: () => [...new Set([...waiting.values()].map((event) => event.id))],
  }
}

/** [E9] What came in it stands where its own device's chain has it, whoever carried it: the signature is its device's. */
function carriedBy(circle: Circle, { type, body }: CircleEvent, tools: Tools): CircleEvent[] {
  const carried = type === 'word.carried' ? eventBodies[type].safeParse(body).data : undefined
  return carried === undefined || !isProven(circle, carried, tools.verify) ? [] : [carriedEvent(carried, tools.hash)]
}

type Refuse = (why: Refusal, person: string | null) => void

function place(circle: Circle, places: Places, event: CircleEvent, tools: Tools): void {
  const { id, device, seq, type, at, writer } = event
  const known = places.known.get(id)
  if (known !== undefined && (known.writer === writer || isForeign(circle, event))) return
  const parents = isForeign(circle, event) ? [] : parentsOf(event).flatMap((one) => places.known.get(one) ?? [])
  const clock = clockAfter(parents)
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
  const time = parents.reduce((latest, parent) => Math.max(latest, parent.time), at)
  const depth = parents.reduce((deepest, parent) => Math.max(deepest, parent.depth + 1), 0)
  places.known.set(id, { device, seq, writer, clock, time, depth })

  if (isForeign(circle, event)) return refuse(refusal('other-circle'), null)
  if (event.circle === null) return placeGenesis(circle, places, event, tools, refuse)
  // [E6] A device speaks only after someone who belongs let it in.
  if (person === null) return refuse(refusal('not-admitted'), null)
  // [M8] Whoever knows that the device is gone hears nothing more from it.
  if (isGone(circle, past, device)) return refuse(refusal('device-gone'), person)
  const why = chainProblem(places, event)
  if (why !== null) return refuse(why, person)
  const stamp = stampOf(circle, places, event, clock)
  const frozen = forkProblem(circle, past, device, type) ?? voiceProblem(circle, past, device, type)
  const problem = frozen ?? step(circle, past, event, { stamp, person, device, at, time, depth }, tools)
  if (problem !== null) refuse(problem, person)
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
  const { device: by, at } = event
  count(circle, { stamp, type: 'circle.created', person, device: by, at, time: at, depth: 0 })
}

/** Asks the rule of the event's kind on its own past, and adds it where it counts. */
function step(circle: Circle, past: Past, event: CircleEvent, spoken: Omit<Act, 'type'>, tools: Tools): Refusal | null {
  const { stamp, person } = spoken
  const type = event.type
  // [E2] Of a type or a shape that these rules do not know: kept, shown, and without effect.
  if (!isEventType(type) || type === 'circle.created') return refusal('unknown-type')
  const parsed = eventBodies[type].safeParse(event.body)
  if (!parsed.success) return refusal('malformed')
  // One kind's body belongs to that kind's functions; the compiler cannot pair them across the union.
  const kind = kinds[type] as (typeof kinds)['close.seen']
  const body = parsed.data as Body<'close.seen'>
  const why =
    closedProblem(circle, past, type, parsed.data) ?? kind.counts({ circle, past, event, body, by: person, tools })
  if (why !== null) return why
  endLeaves(circle, event, type, stamp, person)
  kind.add(circle, { id: event.id, stamp, person, at: event.at }, body, tools)
  count(circle, { ...spoken, type })
  tellStory(circle, event.id, type, parsed.data)
  return null
}

function count(circle: Circle, act: Act): void {
  const { stamp, device } = act
  circle.counted.set(stamp.id, act)
  circle.tips.set(stamp.device, { device, stamp })
  const latest = circle.latest.get(device)
  const isNewer = latest === undefined || latest.seq < stamp.seq || (latest.seq === stamp.seq && stamp.id < latest.id)
  if (isNewer) circle.latest.set(device, stamp)
}

import type { Circle, Spoken } from './circle.ts'
import type { Past } from './causality.ts'
import type { CircleEvent, HashText, VerifyText } from './event.ts'
import type { Body, EventType } from './events.ts'
import type { Refusal } from './refusal.ts'

/** What the domain cannot do by itself and is handed. */
export interface Tools {
  readonly hash: HashText
  readonly verify: VerifyText
  /** Facts that this device found true before and need not find out again; only ever of what cannot change. */
  readonly known?: Known
}

export interface Known {
  has(fact: string): boolean
  add(fact: string): void
}

export interface Asked<T extends EventType> {
  readonly circle: Circle
  /** All that a rule may look at. */
  readonly past: Past
  readonly event: CircleEvent
  readonly body: Body<T>
  readonly by: string
  readonly tools: Tools
}

/** What would count, looked at once more before it is said: with all that this node knows, and its clock. */
export interface Considered<T extends EventType> {
  readonly circle: Circle
  /** What the person was looking at. */
  readonly past: Past
  readonly body: Body<T>
  readonly by: string
  /** The author's today, as YYYY-MM-DD: a clock advises the author, it never decides (D2.1). */
  readonly today: string
}

/** One kind of event: whether it counts in its past, and what it then adds to the circle. */
export interface Kind<T extends EventType> {
  counts(asked: Asked<T>): Refusal | null
  add(circle: Circle, spoken: Spoken, body: Body<T>, tools: Tools): void
  /** Why it helps nobody to say it now, though it would count. */
  wise?(considered: Considered<T>): Refusal | null
}

/** The kinds of one concept, each under its type's name. */
export type Kinds<T extends EventType> = { readonly [K in T]: Kind<K> }

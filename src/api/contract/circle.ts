import { z } from 'zod'
import { command, query } from './procedure.ts'
import { AsOf, At, Id, listOf, Practice, Ref, Text } from './shapes.ts'
import { CircleState, MemberState } from './states.ts'

const Profile = { person: Id, device: Id, name: z.string() }
export const profile = {
  /** `phrase`: the 24 words that bring this person back on another device; said this once, kept nowhere else. */
  create: command({ name: Text }, { ...Profile, phrase: z.string().optional() }),
  show: query({}, z.object(Profile)),
}

const CircleLine = z.object({
  circle: Id,
  name: z.string(),
  aim: z.string(),
  practice: Practice,
  /** How many belong to it now. */
  members: z.number(),
  state: CircleState,
})

const CirclePage = z.object({
  circle: Id,
  name: z.string(),
  aim: z.string(),
  domain: z.string().nullable(),
  practice: Practice,
  state: CircleState,
  members: z.array(z.object({ person: Id, name: z.string(), state: MemberState })),
  /** Who I am in this circle. */
  me: Id.nullable().optional(),
  /** Null while something is not readable or complete here. */
  stateHash: z.string().nullable(),
  /** Hash of the sorted clock of counted events: two nodes compare `stateHash` only where this is equal. */
  at: z.string(),
  /** How many events are here but not readable or complete. */
  waiting: z.number(),
  /** All of it is here, also what everybody wrote before this device came: it needs nobody to show it. */
  whole: z.boolean(),
  /** How many words the order that was handed on to this device left out or changed, and its authors' logs put right. */
  leftOut: z.number(),
  asOf: AsOf,
})

export const circle = {
  create: command({ name: Text, aim: Text, domain: Text.optional() }, { circle: Id }),
  list: query({}, z.array(CircleLine)),
  show: query({ circle: Ref }, CirclePage),
}

export const member = {
  /** Steps back for a while, or (`end`) comes back. */
  leaveOfAbsence: command({ circle: Ref, end: z.boolean().optional() }, { person: Id, state: MemberState }),
}

const LogLine = z.object({
  event: Id,
  type: z.string(),
  person: Id.nullable(),
  device: Id.nullable(),
  at: At.nullable(),
  counted: z.boolean(),
  /** What the circle calls the person. */
  name: z.string().nullable().optional(),
  /** The code of the refusal where it did not count. */
  refusal: z.string().nullable(),
})
export const log = { list: query({ circle: Ref }, listOf(LogLine)) }

import { z } from 'zod'
import { command, query } from './procedure.ts'
import { AsOf, At, Day, Extent, Id, listOf, Practice, Ref, Text } from './shapes.ts'
import { roleLine } from './role.ts'
import { CircleReach, CircleState, MemberState } from './states.ts'

const Profile = { person: Id, device: Id, name: z.string() }
export const profile = {
  /** `phrase`: the 24 words that bring this person back on another device; said this once, kept nowhere else. */
  create: command({ name: Text }, { ...Profile, phrase: z.string().optional() }),
  /** The same person on a new device. Its circles have to let it in. */
  restore: command({ name: Text, phrase: Text }, Profile),
  /**
   * Where the folder was copied from another, and the program was started all the same: makes a new device of it. Everything
   * else is refused with `store-copied` until then.
   */
  adoptCopy: command({}, { rejoin: z.array(z.object({ circle: Id, name: z.string() })) }),
  /** `rejoin`: circles of this person that this device, from a copied folder, is still to be let into; "" for no name. */
  show: query({}, z.object({ ...Profile, rejoin: z.array(z.object({ circle: Id, name: z.string() })).optional() })),
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

const StateToBe = z.enum(['active', 'dormant', 'closed'])

const CirclePage = z.object({
  circle: Id,
  name: z.string(),
  aim: z.string(),
  domain: z.string().nullable(),
  practice: Practice,
  state: CircleState,
  /** While it rests: whether any member wakes it. */
  anyoneWakes: z.boolean(),
  /** Whether it has more people than decide well together; how many it agreed on at most, if it did. */
  size: z.enum(['fine', 'large', 'too-large']),
  most: z.number().nullable(),
  /** The organisation that it stands for, what of it shows here, and the agreement that says so. */
  standsFor: z.object({ of: z.string(), shows: z.array(z.string()), agreement: Id }).nullable(),
  members: z.array(
    z.object({
      person: Id,
      name: z.string(),
      state: MemberState,
      /** The linked circles that they take part here for, by name. */
      speaksFor: z.array(z.string()),
      /** Gone with a link that ended: they were here for it alone. */
      linkOver: z.boolean(),
    }),
  ),
  /** Every role, and who holds it. */
  roles: z.array(z.object(roleLine)).optional(),
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
  copy: Extent,
  /** How many words the order that was handed on to this device left out or changed, and its authors' logs put right. */
  leftOut: z.number(),
  /** People a device of whom said two things at one place, as one that was restored from a copy does: it is frozen there. */
  forked: z.array(Id),
  /** Of these, who has a new device with which they go on once the circle consents. */
  unvoiced: z.array(Id),
  /** Who may find this device for the circle. Of this device alone: the others do not see it. */
  reach: CircleReach.optional(),
  asOf: AsOf,
})

export const circle = {
  create: command({ name: Text, aim: Text, domain: Text.optional() }, { circle: Id }),
  /** Some go on as another circle, after meetings that failed; the answer is that one's id. */
  fork: command(
    { circle: Ref, name: Text, aim: Text.optional(), reason: Text, tried: z.array(Text) },
    { circle: Id, forkOf: Id },
  ),
  list: query({}, z.array(CircleLine)),
  show: query({ circle: Ref }, CirclePage),
  /** A proposal that it rests, works again or is closed. */
  state: command(
    { circle: Ref, state: StateToBe, anyoneWakes: z.boolean().optional(), title: Text, text: Text, review: Day },
    { proposal: Id, version: Id },
  ),
  wake: command({ circle: Ref }, { state: CircleState }),
  /** Who may find this device for the circle: nobody, its people in the same local network, or also on the internet. */
  reach: command({ circle: Ref, reach: CircleReach }, { circle: Id, reach: CircleReach }),
}

export const member = {
  /** What this person is called in the circle from now on. */
  rename: command({ circle: Ref, name: Text }, { person: Id, name: z.string() }),
  /** Steps back for a while, or (`end`) comes back. */
  leaveOfAbsence: command({ circle: Ref, end: z.boolean().optional() }, { person: Id, state: MemberState }),
  /** Leaves for good: who comes again comes as anybody new does. What they said stays. */
  leave: command({ circle: Ref }, { person: Id, state: MemberState }),
  /** Everyone who is or was in it; `blocked`: only those whose words this person does not read here. */
  list: query(
    { circle: Ref, blocked: z.boolean().optional() },
    listOf(z.object({ person: Id, name: z.string(), state: MemberState, blocked: z.boolean() })),
  ),
  /** Those whose words this person does not read, over all circles. */
  notRead: query({}, z.object({ people: z.array(Id) })),
  /** Folds somebody's words away on this device alone; in decisions they count as before. Nobody is told. */
  block: command({ circle: Ref, person: Ref }, { person: Id, name: z.string() }),
  unblock: command({ circle: Ref, person: Ref }, { person: Id, name: z.string() }),
}

const DeviceLine = z.object({
  device: Id,
  person: Id,
  /** What the circle calls the person. */
  name: z.string(),
  /** Whose device it is in truth, where this person has a key of their own on somebody else's. */
  borrowedFrom: z.string().nullable().optional(),
  /** The device that this node is. */
  isThis: z.boolean(),
  /** Its person said that it is gone. */
  gone: z.boolean(),
  /** When it was let in, and by whom; null for the founder's first. */
  since: At,
  letInBy: z.string().nullable(),
})

export const device = {
  /** Everyone's. */
  list: query({ circle: Ref }, listOf(DeviceLine)),
  /** Says that one of this person's own devices is gone. What is known of it here by now stands. */
  revoke: command({ circle: Ref, device: Ref }, { device: Id }),
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

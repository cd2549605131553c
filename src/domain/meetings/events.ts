import { z } from 'zod'
import { Id } from '../event.ts'
import { RoleId } from '../roles/role.ts'
import { Name, Words } from '../words.ts'

/** Somebody at a meeting: a person of the circle, or a guest of the evening by their name. */
export const Who = z.union([z.strictObject({ person: Id }), z.strictObject({ guest: Name })])
export type Who = z.infer<typeof Who>

const Minutes = z.int().min(1).max(1440)

/** [T9] How often people meet again. */
const Rhythm = z.strictObject({ unit: z.enum(['day', 'week', 'month']), every: z.int().min(1).max(99) })

const plan = {
  title: Name,
  /** Milliseconds since 1970. */
  starts: z.int().min(0).max(8.64e15),
  minutes: Minutes,
  place: Words.nullable(),
  note: Words.nullable(),
  /** Absent where it is held once. */
  rhythm: Rhythm.optional(),
}
export const MeetingPlan = z.strictObject(plan)
export type MeetingPlan = z.infer<typeof MeetingPlan>

/** What an item of the agenda is about. */
const About = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['proposal', 'agreement', 'driver', 'minutes']), id: Id }),
  /** [H1] Also one of the four that every circle has, by its name. */
  z.strictObject({ kind: z.literal('role'), id: RoleId }),
])

const topic = {
  kind: z.enum(['report', 'explore', 'decide']),
  title: Name,
  minutes: Minutes,
  owner: Id.nullable(),
  about: About.nullable(),
}
export const AgendaTopic = z.strictObject(topic)
export type AgendaTopic = z.infer<typeof AgendaTopic>

/** A place between two others, as the text between theirs: see `agenda.ts`. */
const Position = z.string().regex(/^[0-9a-z]{0,63}[1-9a-z]$/)

export const MeetingStep = z.enum(['opening', 'admin', 'agenda', 'item', 'closing'])
export type MeetingStep = z.infer<typeof MeetingStep>

export const meetingEvents = {
  'meeting.scheduled': z.strictObject({
    ...plan,
    /** The meeting that this one follows: its minutes are consented to here. */
    follows: Id.nullable(),
  }),
  'meeting.moved': z.strictObject({ meeting: Id, ...plan }),
  'meeting.cancelled': z.strictObject({ meeting: Id, reason: Words }),
  'meeting.started': z.strictObject({ meeting: Id }),
  'meeting.ended': z.strictObject({ meeting: Id }),
  'meeting.led': z.strictObject({ meeting: Id, as: z.enum(['facilitator', 'secretary']), who: Who }),
  /** Whether somebody is in the room, and whether they have a device of their own there. */
  'meeting.attended': z.strictObject({ meeting: Id, who: Who, here: z.boolean(), device: z.boolean() }),
  'meeting.steered': z.strictObject({ meeting: Id, step: MeetingStep, item: Id.nullable() }),
  'meeting.noted': z.strictObject({
    meeting: Id,
    item: Id.nullable(),
    kind: z.enum(['information', 'note', 'backlog']),
    text: Words,
  }),
  'meeting.evaluated': z.strictObject({
    meeting: Id,
    who: Who,
    content: Words.nullable(),
    process: Words.nullable(),
    people: Words.nullable(),
  }),
  'agenda.added': z.strictObject({ meeting: Id, ...topic, position: Position }),
  'agenda.changed': z.strictObject({ item: Id, ...topic }),
  'agenda.placed': z.strictObject({ item: Id, position: Position }),
  /** Taken off, or handed back to go on between meetings. */
  'agenda.removed': z.strictObject({
    item: Id,
    as: z.enum(['removed', 'handed-back']),
    reason: Words.nullable(),
  }),
  /** A yes to the agenda as it stood, item by item, or what to change in it. */
  'agenda.answered': z.strictObject({
    meeting: Id,
    who: Who,
    items: z.array(Id).max(256),
    change: Words.nullable(),
  }),
  'outcome.written': z.strictObject({ item: Id, text: Words }),
  'speaking.opened': z.strictObject({
    meeting: Id,
    step: MeetingStep,
    item: Id.nullable(),
    prompt: Words.nullable(),
    order: z.array(Who).min(1).max(256),
  }),
  'speaking.taken': z.strictObject({
    speaking: Id,
    who: Who,
    as: z.enum(['done', 'pass', 'again']),
    text: Words.nullable(),
  }),
  'minutes.written': z.strictObject({ meeting: Id, parents: z.array(Id).max(16), text: Words }),
} as const

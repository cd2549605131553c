import { z } from 'zod'
import { ActionLine } from './action.ts'
import { command, query } from './procedure.ts'
import { AsOf, At, Day, Id, listOf, Practice, Ref, Text } from './shapes.ts'
import { AgendaKind, MeetingState, MeetingStep } from './states.ts'

/** Somebody at a meeting: a person of the circle, or a guest of the evening by name. */
const Who = z.union([z.strictObject({ person: Ref }), z.strictObject({ guest: Text })])
/** `key` is the same for the same person or guest; a guest is no `person`. */
const WhoShown = z.object({ key: z.string(), person: Id.nullable(), name: z.string() })

export const Rhythm = z.strictObject({ unit: z.enum(['day', 'week', 'month']), every: z.int().min(1).max(99) })
const plan = {
  title: z.string(),
  starts: At,
  minutes: z.number(),
  place: z.string().nullable(),
  note: z.string().nullable(),
  /** How often people meet again; absent where it is held once. */
  rhythm: Rhythm.optional(),
}
const line = {
  meeting: Id,
  circle: Id,
  ...plan,
  /** Whose words the title is. */
  titleBy: Id.optional(),
  state: MeetingState,
}

const AboutKind = z.enum(['proposal', 'agreement', 'role', 'driver', 'minutes'])
const topic = {
  kind: AgendaKind,
  title: z.string(),
  minutes: z.number(),
  owner: Id.nullable(),
  ownerName: z.string().nullable(),
  about: z.object({ kind: AboutKind, id: Id, title: z.string() }).nullable(),
}
const Item = z.object({
  item: Id,
  ...topic,
  /** What others made of it apart from this. */
  others: z.array(z.object(topic)),
  /** More than one where they were written apart. */
  outcomes: z.array(z.object({ text: z.string(), name: z.string() })),
  left: z.enum(['removed', 'handed-back']).nullable(),
  reason: z.string().nullable(),
})

const Turn = z.object({ who: WhoShown, as: z.enum(['done', 'pass']), text: z.string().nullable() })
const Note = z.object({
  note: Id,
  /** Who wrote it down. */
  person: Id.optional(),
  item: Id.nullable(),
  kind: z.enum(['information', 'note', 'backlog']),
  text: z.string(),
  name: z.string(),
})
const Evaluation = z.object({
  who: WhoShown,
  content: z.string().nullable(),
  process: z.string().nullable(),
  people: z.string().nullable(),
})

const SpokenLine = z.object({
  spoken: Id,
  who: WhoShown,
  /** Who wrote it down. */
  by: z.object({ person: Id, name: z.string() }),
  kind: z.enum(['consent', 'objection', 'words']),
  text: z.string().nullable(),
  item: Id.nullable(),
  /** What it answers. */
  proposal: Id.nullable(),
  witnesses: z.array(z.object({ person: Id, name: z.string() })),
  /** How many witnesses the circle's way asks for; null where it lets no such word stand as an answer. */
  needed: z.number().nullable(),
  confirmed: z.boolean(),
  disputed: z.string().nullable(),
  /** Whether it stands now as the person's answer. */
  stands: z.boolean(),
  mayWitness: z.boolean(),
  mine: z.boolean(),
  at: At,
})

const Point = z.object({ step: MeetingStep, item: Id.nullable() })
const MinutesText = z.object({ minutes: Id, text: z.string(), name: z.string(), at: At })
const MinutesStanding = z.object({
  /** The texts that nobody wrote over. */
  drafts: z.array(MinutesText),
  /** The text that the circle consented to. */
  agreed: MinutesText.nullable(),
  /** The proposal to consent to one of them, while it is under way. */
  proposal: Id.nullable(),
})

const page = {
  ...line,
  circleName: z.string(),
  practice: Practice,
  me: Id,
  /** Plans made apart from this one. */
  others: z.array(z.object(plan)),
  follows: z.object({ meeting: Id, title: z.string() }).nullable(),
  next: z.array(z.object(line)),
  facilitator: z.array(WhoShown),
  secretary: z.array(WhoShown),
  attendance: z.array(z.object({ who: WhoShown, here: z.boolean(), device: z.boolean() })),
  members: z.array(z.object({ person: Id, name: z.string() })),
  point: Point,
  /** When the meeting went there: a claim of whose device said so. */
  since: At.nullable(),
  after: Point.nullable(),
  agenda: z.array(Item),
  left: z.array(Item),
  accepted: z.boolean(),
  waitsFor: z.array(WhoShown),
  changes: z.array(z.object({ who: WhoShown, text: z.string() })),
  /** The round of speaking at this point. */
  speaking: z
    .object({ speaking: Id, prompt: z.string().nullable(), turns: z.array(Turn), left: z.array(WhoShown), since: At })
    .nullable(),
  notes: z.array(Note),
  evaluations: z.array(Evaluation),
  actions: z.array(ActionLine),
  spoken: z.array(SpokenLine),
  standing: MinutesStanding,
  /** The proposals on which the circle agreed while it went on. */
  decided: z.array(Id),
  asOf: AsOf,
}

const Round = z.object({ prompt: z.string().nullable(), turns: z.array(Turn) })
/** With who wrote it down. */
const Noted = z.object({ person: Id, text: z.string() })
/** `text`: the words that were agreed, so that they are on the paper that people take home. */
const Decision = z.object({ agreement: Id, title: z.string(), text: z.string(), review: Day })
const minutesPage = {
  ...line,
  circleName: z.string(),
  practice: Practice,
  began: At.nullable(),
  ended: At.nullable(),
  facilitator: z.array(WhoShown),
  secretary: z.array(WhoShown),
  present: z.array(z.object({ who: WhoShown, device: z.boolean() })),
  absent: z.array(z.string()),
  accepted: z.boolean(),
  opening: z.array(Round),
  information: z.array(Noted),
  agenda: z.array(
    Item.extend({
      notes: z.array(Noted),
      rounds: z.array(Round),
      decisions: z.array(Decision),
      actions: z.array(ActionLine),
    }),
  ),
  notes: z.array(Noted),
  backlog: z.array(Noted),
  decisions: z.array(Decision),
  actions: z.array(ActionLine),
  spoken: z.array(SpokenLine),
  closing: z.array(Round),
  evaluations: z.array(Evaluation),
  next: z.array(z.object(line)),
  standing: MinutesStanding,
  asOf: AsOf,
}

const When = { title: Text, starts: At, minutes: z.int() }
const where = {
  place: Text.nullable().optional(),
  note: Text.nullable().optional(),
  rhythm: Rhythm.nullable().optional(),
}
const about = { meeting: Ref }
const stateNow = { meeting: Id, state: MeetingState }

export const meeting = {
  /** Not said, the rhythm is that of the meeting it follows; null: once. */
  schedule: command({ circle: Ref, ...When, ...where, follows: Ref.optional() }, { meeting: Id }),
  /** What is not said stays as it is. */
  move: command(
    { ...about, title: Text.optional(), starts: At.optional(), minutes: z.int().optional(), ...where },
    stateNow,
  ),
  cancel: command({ ...about, reason: Text }, stateNow),
  start: command(about, stateNow),
  end: command(about, stateNow),
  list: query({ circle: Ref }, listOf(z.object(line))),
  show: query(about, z.object(page)),
  lead: command({ ...about, as: z.enum(['facilitator', 'secretary']), who: Who }, { meeting: Id }),
  /** `device`: whether they have a device of their own there. */
  attend: command(
    { ...about, who: Who.optional(), here: z.boolean(), device: z.boolean().optional() },
    { meeting: Id },
  ),
  /** To a step of the meeting or an item of its agenda; to the next one where nothing is said. */
  steer: command(
    { ...about, step: MeetingStep.optional(), item: Ref.optional() },
    { meeting: Id, point: Point, title: z.string().nullable() },
  ),
  note: command(
    { ...about, item: Ref.optional(), kind: z.enum(['information', 'note', 'backlog']), text: Text },
    { note: Id },
  ),
  evaluate: command(
    { ...about, who: Who.optional(), content: Text.optional(), process: Text.optional(), people: Text.optional() },
    { meeting: Id },
  ),
  /** A round of speaking where the meeting is: everyone here, or whoever is named, in this order. */
  ask: command({ ...about, prompt: Text.optional(), order: z.array(Who).optional() }, { speaking: Id }),
  /** A turn in the round of speaking that goes on: of whoever is next where nobody is named. */
  turn: command(
    { ...about, who: Who.optional(), as: z.enum(['done', 'pass', 'again']), text: Text.optional() },
    { left: z.array(WhoShown) },
  ),
}

const topicSaid = {
  kind: AgendaKind,
  title: Text,
  minutes: z.int(),
  owner: Ref.nullable().optional(),
  about: z.object({ kind: AboutKind, id: Ref }).nullable().optional(),
}
export const agenda = {
  add: command({ meeting: Ref, ...topicSaid }, { item: Id }),
  change: command(
    {
      item: Ref,
      kind: AgendaKind.optional(),
      title: Text.optional(),
      minutes: z.int().optional(),
      owner: Ref.nullable().optional(),
    },
    { item: Id },
  ),
  /** Under another item of its agenda, or (null) first. */
  place: command({ item: Ref, under: Ref.nullable() }, { item: Id }),
  remove: command({ item: Ref, reason: Text.optional() }, { item: Id }),
  /** A yes to the agenda as it was shown, or (`change`) what to change in it. */
  answer: command({ meeting: Ref, who: Who.optional(), change: Text.optional() }, { accepted: z.boolean() }),
  outcome: command({ item: Ref, text: Text }, { item: Id }),
  /** Takes a proposal into a meeting: the one named, else the next of its circle. */
  take: command({ proposal: Ref, meeting: Ref.optional(), minutes: z.int().optional() }, { meeting: Id, item: Id }),
  /** Hands it back to go on between meetings. */
  handBack: command({ item: Ref, reason: Text.optional() }, { item: Id }),
}

export const minutes = {
  show: query({ meeting: Ref }, z.object(minutesPage)),
  /** In place of all texts there are, or of the one named. */
  write: command({ meeting: Ref, text: Text, from: Ref.optional() }, { minutes: Id }),
  /** Brings a text before the circle, to consent to. `title` is the proposal's. */
  propose: command({ meeting: Ref, minutes: Ref.optional(), title: Text, review: Day }, { proposal: Id }),
}

export const spoken = {
  /** What somebody said who is there without a device of their own: words, or an answer in the round of a proposal. */
  write: command(
    {
      meeting: Ref,
      who: Who,
      proposal: Ref.optional(),
      answer: z.enum(['consent', 'object']).optional(),
      /** Which words it is about, where several rounds are open. */
      version: Ref.optional(),
      text: Text.optional(),
      item: Ref.optional(),
    },
    { spoken: Id },
  ),
  witness: command({ spoken: Ref }, { spoken: Id }),
  confirm: command({ spoken: Ref }, { spoken: Id }),
  dispute: command({ spoken: Ref, reason: Text }, { spoken: Id }),
}

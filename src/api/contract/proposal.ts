import { z } from 'zod'
import type { Effect } from '../../domain/proposals/effect.ts'
import type { Way } from '../../domain/ways/way.ts'
import { command, query } from './procedure.ts'
import { AsOf, At, Day, Id, listOf, OnAgenda, Practice, Ref, StoryLine, Text } from './shapes.ts'
import { Became, ObjectionState, ProposalState, PutAway } from './states.ts'

const EffectShape = z.custom<Effect>((value) => typeof value === 'object' && value !== null)

const Version = z.object({
  version: Id,
  /** 1 for the first, then by depth: siblings share a number. */
  number: z.number(),
  title: z.string(),
  text: z.string(),
  review: Day,
  criteria: z.array(z.string()),
  effect: EffectShape.nullable(),
  person: Id,
  parents: z.array(Id),
  integrates: z.array(Id),
  at: At,
})

const Question = z.object({
  question: Id,
  person: Id,
  text: z.string(),
  state: z.enum(['open', 'answered']),
  answers: z.array(z.object({ answer: Id, person: Id, text: z.string(), at: At })),
})

/** The standing responses of the open round. */
const Response = z.object({
  person: Id,
  answer: z.enum(['consent', 'object']),
  reason: z.string().nullable(),
  version: Id,
  /** Spoken in a room and not said from a device of their own: who wrote it down, and who signed that they heard it. */
  spoken: z.object({ by: Id, witnesses: z.array(Id) }).optional(),
  /** Said with a key of their own on somebody else's device: whose. */
  borrowedFrom: Id.optional(),
})

const Objection = z.object({
  objection: Id,
  person: Id,
  reason: z.string(),
  state: ObjectionState,
  /** What others said of it, the last of each. */
  tests: z.array(z.object({ person: Id, qualifies: z.boolean(), reason: z.string() })).optional(),
  /** Whether the circle tests objections, and this one can be. */
  testable: z.boolean().optional(),
})

const Round = z.object({
  round: Id,
  version: Id,
  asked: z.array(Id),
  /** Steps not gone through before it, and (`missing`) who had not gone through each. */
  skipped: z.array(z.string()),
  missing: z.record(z.string(), z.array(Id)).optional(),
  at: At,
  open: z.boolean(),
  /** From when on silence counts, where the circle's way lets it. */
  deadline: At.optional(),
})

/** An open round: what it asks about, and who said what. */
const asked = {
  round: Id,
  version: Id,
  awaiting: z.array(Id),
  /** Who of them has left meanwhile: the round never hears them, and is opened again without them. */
  left: z.array(Id).optional(),
  responses: z.array(Response),
  /** Whose objection holds the close no more: everyone else said that it does not qualify. */
  aside: z.array(Id).optional(),
}

const Ended = z.object({
  as: PutAway,
  person: Id,
  at: At,
  reason: z.string(),
  until: Day.nullable(),
  /** Who carries it where more people are concerned. */
  carriers: z.array(Id),
  /** The helping circle that has it. */
  helping: z.object({ helping: Id, name: z.string() }).nullable(),
})

const summary = {
  proposal: Id,
  circle: Id,
  title: z.string(),
  state: ProposalState,
  ...asked,
  /** The version before the circle: of the open round, else the newest. */
  version: Id,
  /** The open round: of several begun apart the first by id. */
  round: Id.nullable(),
  /** The others. */
  alsoOpen: z.array(z.object({ ...asked, title: z.string(), review: Day })).optional(),
  objections: z.array(Objection),
  questions: z.array(Question),
  /** Other versions that nobody has built on. */
  siblings: z.array(Id),
}

const page = {
  ...summary,
  practice: Practice,
  driver: z.string().nullable(),
  /** The driver that it answers, and what that says. */
  answers: z.object({ driver: Id, statement: z.string() }).nullable(),
  criteria: z.array(z.string()),
  review: Day,
  /** That it no longer holds after that day, unless it is renewed before. */
  lapses: z.boolean().optional(),
  owner: Id.nullable(),
  /** The guest whom this would make a member. */
  admits: Id.nullable(),
  /** The ways under which silence may count in a round about it; `matters`: what lazy consent is for. */
  silence: z
    .array(z.object({ rule: z.enum(['absentee', 'lazy']), days: z.number(), matters: z.string().nullable() }))
    .optional(),
  /** The agreement that it would renew, change or end. */
  changes: Id.nullable(),
  /** What it would do to that agreement, and the words that it has now. */
  means: z.object({ agreement: Id, how: Became, title: z.string(), text: z.string() }).nullable(),
  /** What else comes into force with these words. */
  effect: EffectShape.nullable(),
  /** What the role is called that it gives to somebody: of one that the circle has not described, its id. */
  seat: z.string().optional(),
  /** How it was put away or handed on, while nobody took it up again. */
  ended: Ended.optional(),
  /** Where it is on the agenda of a meeting that is to come or goes on. */
  onAgenda: OnAgenda.optional(),
  versions: z.array(Version),
  /** Null text: passed. */
  reactions: z.array(z.object({ reaction: Id, person: Id, text: z.string().nullable(), at: At })),
  understood: z.array(Id),
  rounds: z.array(Round),
  concerns: z.array(z.object({ concern: Id, person: Id, text: z.string(), at: At })),
  story: z.array(StoryLine),
  /** Names of everyone who appears above. */
  names: z.record(z.string(), z.string()),
  /** The agreement it became. */
  agreement: Id.nullable(),
  asOf: AsOf,
}

const terms = {
  title: Text,
  text: Text,
  review: Day,
  driver: Text.optional(),
  criteria: z.array(Text).optional(),
  owner: Ref.optional(),
  admits: Ref.optional(),
  /** Whom the circle would go on without. */
  removes: Ref.optional(),
  /** Who would not be asked until they speak again. */
  rests: Ref.optional(),
  /** Who would go on with their new device, after one of theirs said two things at one place. */
  rekeys: Ref.optional(),
  /** One of the circle's own ways. */
  way: z.custom<Way>((value) => typeof value === 'object' && value !== null).optional(),
  /** The address of a keeper that is to keep the circle's things. */
  keeper: Text.optional(),
  /** The address of a relay that is to pass on the circle's packets. */
  relay: Text.optional(),
  /** The circle's own name, aim and domain from then on. */
  purpose: z.object({ name: Text, aim: Text, domain: Text.optional() }).optional(),
  /** That it no longer holds after its review date. */
  lapses: z.boolean().optional(),
  /** The driver that it answers. */
  answers: Ref.optional(),
  /** The agreement that these words would take the place of. */
  changes: Ref.optional(),
  /** That it ends, with nothing in its place. */
  ends: z.boolean().optional(),
}
/** What is not said stays as it was. */
const amendment = {
  text: Text.optional(),
  title: Text.optional(),
  review: Day.optional(),
  /** All of them, in place of those that there were. */
  criteria: z.array(Text).optional(),
  /** Parts of what else comes into force, as `{until: '2030-01-31'}` of who holds a role; null takes a part away. */
  effect: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string()), z.null()])).optional(),
  from: z.array(Ref).optional(),
  integrates: z.array(Ref).optional(),
}
/** Handed on: `to` the members who carry it where more people are concerned, or to a helping circle that was agreed. */
const ending = {
  as: PutAway,
  until: Day.optional(),
  reason: Text,
  to: z.array(Ref).optional(),
  helping: Ref.optional(),
}

export const proposal = {
  present: command({ circle: Ref, ...terms }, { proposal: Id, version: Id }),
  show: query({ proposal: Ref }, z.object(page)),
  list: query({ circle: Ref }, listOf(z.object({ ...summary, names: z.record(z.string(), z.string()) }))),
  ask: command({ proposal: Ref, text: Text }, { question: Id }),
  answer: command({ question: Ref, text: Text }, { answer: Id }),
  understood: command({ proposal: Ref }, { state: ProposalState }),
  /** A null text passes. */
  react: command({ proposal: Ref, text: Text.nullable() }, { reaction: Id }),
  amend: command({ proposal: Ref, ...amendment }, { proposal: Id, version: Id }),
  end: command({ proposal: Ref, ...ending }, { proposal: Id, state: ProposalState }),
}

/** `version` says which words it is about, `round` which of several open rounds; without them, what is open. */
const meant = { version: Ref.optional(), round: Ref.optional() }

export const round = {
  /** `silence`: the circle's way under which it counts; `days`: more of them than that says. */
  open: command(
    {
      proposal: Ref,
      version: Ref.optional(),
      silence: z.enum(['absentee', 'lazy']).optional(),
      days: z.int().min(1).max(365).optional(),
    },
    { round: Id, skipped: z.array(z.string()) },
  ),
  close: command({ proposal: Ref, ...meant }, { agreement: Id }),
}

export const response = {
  consent: command({ proposal: Ref, ...meant }, { response: Id }),
  object: command({ proposal: Ref, reason: Text, ...meant }, { objection: Id }),
}

const settled = { objection: Id, state: ObjectionState }
export const objection = {
  understood: command({ objection: Ref }, settled),
  withdraw: command({ objection: Ref }, settled),
  reframe: command({ objection: Ref }, settled),
  /** Where the circle tests objections. */
  test: command({ objection: Ref, qualifies: z.boolean(), reason: Text }, settled),
}

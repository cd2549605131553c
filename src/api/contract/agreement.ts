import { z } from 'zod'
import type { Effect } from '../../domain/proposals/effect.ts'
import { command, query } from './procedure.ts'
import { AsOf, At, Day, Id, listOf, OnAgenda, Practice, Ref, StoryLine, Text } from './shapes.ts'
import { AgreementState, Became, ContestKind, Due, HowWell, ObjectionState } from './states.ts'

const line = {
  agreement: Id,
  title: z.string(),
  state: AgreementState,
  review: Day,
  /** When the round was closed. */
  at: At,
  owner: Id.nullable(),
  /** Null for what does not stand, and for what only says that something has ended. */
  due: Due.nullable(),
  /** Whether it says that another has ended, with nothing in its place. */
  ends: z.boolean(),
  /** That the link it is about has ended: the other circle ended it, or a seat went with it. */
  linkOver: z.literal(true).optional(),
  /** What took its place first, and what it became by that. */
  became: z.object({ agreement: Id, how: Became, title: z.string() }).nullable(),
}

const Result = z.object({ criterion: z.string(), well: HowWell, text: z.string().nullable() })
export const Evaluation = z.object({
  evaluation: Id,
  person: Id,
  at: At,
  results: z.array(Result),
  note: z.string().nullable(),
})

const page = {
  ...line,
  circle: Id,
  practice: Practice,
  proposal: Id,
  version: Id,
  text: z.string(),
  driver: z.string().nullable(),
  criteria: z.array(z.string()),
  /** What came into force with these words. */
  effect: z.custom<Effect>((value) => typeof value === 'object' && value !== null).nullable(),
  /** What the role is called that it gives to somebody: of one that the circle has not described, its id. */
  seat: z.string().optional(),
  /** The certificate's id. */
  certificate: Id,
  consents: z.array(Id),
  /** Asked and silent, where the circle had agreed that silence counts; asked and removed before the close. */
  absent: z.array(Id).optional(),
  /** While it is in force and not settled: who has still to see it for that. */
  unseen: z.array(Id).optional(),
  gone: z.array(Id).optional(),
  /** Consents that were said with a key of one's own on somebody else's device: whose. */
  borrowed: z.array(z.object({ person: Id, from: Id })).optional(),
  /** Consents that were spoken in a room, with who wrote them down and who signed that they heard them. */
  heard: z.array(z.object({ person: Id, by: Id, witnesses: z.array(Id), confirmed: z.boolean() })).optional(),
  /** What contests it, in both sides' words: said or done by someone who had not seen the close. */
  contests: z.array(z.object({ event: Id, kind: ContestKind, person: Id, reason: z.string().nullable(), at: At })),
  concerns: z.array(z.object({ concern: Id, person: Id, text: z.string(), at: At })),
  /** Concerns that are no criterion yet: whoever renews or changes it may take them up. */
  offered: z.array(z.string()),
  /** How it does, as people said at different times; the newest first. */
  evaluations: z.array(Evaluation),
  /** Objections of people who knew that it was agreed: it stands, and they are to be talked about. */
  objections: z.array(z.object({ objection: Id, person: Id, reason: z.string(), state: ObjectionState, at: At })),
  /** Who takes the next step with it; null where it is anyone's. */
  caredForBy: Id.nullable(),
  /** The agreement in whose place it came. */
  replaced: z.object({ agreement: Id, title: z.string() }).nullable(),
  /** Open proposals that would take its place. */
  underWay: z.array(z.object({ proposal: Id, title: z.string(), how: Became })),
  story: z.array(StoryLine),
  onAgenda: OnAgenda.optional(),
  names: z.record(z.string(), z.string()),
  asOf: AsOf,
}

const made = { proposal: Id, version: Id }
/** What is not said stays as it was. */
const anew = {
  agreement: Ref,
  /** Without it, a term of the circle's from today. */
  review: Day.optional(),
  /** All of them, in place of those that there were. */
  criteria: z.array(Text).optional(),
  /** Takes the concerns beside it up as criteria. */
  concerns: z.boolean().optional(),
  /** Why it is brought again, in place of the reason that there was. */
  driver: Text.optional(),
  owner: Ref.optional(),
}

export const agreement = {
  list: query({ circle: Ref }, listOf(z.object(line))),
  /** Being shown it counts as having seen the close. */
  show: query({ agreement: Ref }, z.object(page)),
  object: command({ agreement: Ref, reason: Text }, { item: Id }),
  /** Says how it does: by its criteria (each by its text, or its number from 1), in own words, or both. */
  evaluate: command(
    {
      agreement: Ref,
      results: z.array(z.strictObject({ criterion: Text, well: HowWell, text: Text.optional() })).optional(),
      note: Text.optional(),
    },
    { evaluation: Id },
  ),
  /** Proposes the same words again, with a new review date. */
  renew: command(anew, made),
  /** Proposes other words in its place. */
  change: command({ ...anew, title: Text.optional(), text: Text }, made),
  /** Proposes that it ends, with nothing in its place. */
  end: command({ agreement: Ref, reason: Text, review: Day.optional() }, made),
}

export const concern = {
  /** On a proposal or an agreement. */
  add: command({ about: Ref, text: Text }, { concern: Id }),
}

const Named = z.object({ person: Id, name: z.string() })
const Spoken = z.object({ by: z.string(), witnesses: z.array(z.string()) })
const Verdict = z.discriminatedUnion('valid', [
  z.object({
    valid: z.literal(true),
    circle: Id,
    circleName: z.string(),
    practice: Practice,
    agreement: Id,
    title: z.string(),
    text: z.string(),
    review: z.string(),
    version: Id,
    asked: z.array(Named),
    consents: z.array(Named.extend({ at: z.string(), spoken: Spoken.optional(), borrowedFrom: z.string().optional() })),
    absent: z.array(Named),
    gone: z.array(Named),
    aside: z.array(Named.extend({ reason: z.string() })),
    asOf: z.string(),
  }),
  z.object({
    valid: z.literal(false),
    why: z.enum([
      'not-a-certificate',
      'changed',
      'bad-signature',
      'other-circle',
      'broken-admission',
      'not-by-a-member',
      'not-these-words',
      'not-everyone-consented',
    ]),
  }),
])

export const certificate = {
  /** The canonical text; the client keeps it where its person wants it. */
  export: command({ agreement: Ref }, { certificate: z.string() }),
  /**
   * Checks one, by its text or by the path of a file that the node can read; needs no profile and no circle. `circle`: the
   * one that it must come from.
   */
  verify: query({ certificate: z.string().optional(), file: z.string().optional(), circle: Id.optional() }, Verdict),
}

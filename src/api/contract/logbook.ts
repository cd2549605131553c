import { z } from 'zod'
import { query } from './procedure.ts'
import { Evaluation } from './agreement.ts'
import { AsOf, At, Day, Id, Practice, Ref } from './shapes.ts'
import { AgreementState, Became, ContestKind, Due, LinkApart, ObjectionState, PutAway } from './states.ts'

/** What is kept of a circle. `agreement` is what was agreed and is none of the other kinds. */
export const LogbookKind = z.enum([
  'founded',
  'purpose',
  'way',
  'link',
  'role',
  'belonging',
  'plan',
  'helping',
  'sub-circle',
  'state',
  'driver',
  'minutes',
  'agreement',
  'ending',
  'evaluation',
  'objection',
  'passed-on',
  'answer',
  'joined',
])
/** By how it stands now; what does not stand has no state but `replaced` or `ended`. */
export const LogbookState = z.enum(['standing', 'due-soon', 'overdue', 'contested', 'replaced', 'ended'])
export const LogbookOrder = z.enum(['newest', 'oldest', 'title', 'review', 'owner'])

const Entry = z.object({
  /** The agreement's id, or the event's. */
  entry: Id,
  kind: LogbookKind,
  at: At,
  title: z.string(),
  /** Whose words the title is, where it is what somebody noticed and not what a thing is called. */
  titleBy: Id.optional(),
  /** Of what went along links: the circles on its whole way, by name, as far as it is known here. */
  way: z.array(z.string()).optional(),
  /** Of an agreement about a link: what was done apart from it that explains it. */
  apart: z.array(LinkApart).optional(),
  /** The agreement that it is about. */
  agreement: Id.nullable(),
  state: AgreementState.nullable(),
  due: Due.nullable(),
  review: Day.nullable(),
  became: Became.nullable(),
  /** Who looks after it. */
  owner: Id.nullable(),
  /** Who brought or said it. */
  person: Id.nullable(),
  /** Where words that were looked for stand, if not in the title. */
  found: z.string().nullable(),
  /** Whose words those are, where somebody said them and nobody consented to them. */
  foundBy: Id.optional(),
  /** Its words, criteria and reason whole, where they were asked for. */
  text: z.string().nullable(),
  driver: z.string().nullable(),
  criteria: z.array(z.string()),
  consents: z.array(Id),
  /** Which of them came from somebody else's device, and whose. */
  borrowed: z.array(z.object({ person: Id, from: Id })),
})

const Answer = { person: Id, text: z.string(), at: At }
const said = { event: Id, at: At, person: Id }
const Change = z.object({ version: Id, person: Id, at: At, before: z.string(), after: z.string() })

/** One thing that happened on the way; a client says it in a plain sentence. */
const WhyLine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('presented'), ...said, text: z.string(), review: Day }),
  z.object({ kind: z.literal('asked'), ...said, text: z.string(), answers: z.array(z.object(Answer)) }),
  z.object({ kind: z.literal('reacted'), ...said, text: z.string() }),
  z.object({
    kind: z.literal('amended'),
    ...said,
    before: z.string(),
    after: z.string(),
    /** Whose objections it means to take care of. */
    integrates: z.array(Id),
  }),
  z.object({ kind: z.literal('round'), ...said, asked: z.array(Id), skipped: z.array(z.string()) }),
  z.object({
    kind: z.literal('objected'),
    ...said,
    reason: z.string(),
    fate: ObjectionState,
    /** The words that took care of it: its author consented to them. */
    integration: Change.nullable(),
    /** To something that was agreed already, and that they knew of. */
    toAgreement: z.boolean(),
  }),
  z.object({
    kind: z.literal('agreed'),
    ...said,
    agreement: Id,
    state: AgreementState,
    certificate: Id,
    consents: z.array(z.object({ person: Id, at: At })),
  }),
  z.object({ kind: z.literal('contested'), ...said, contest: ContestKind, reason: z.string().nullable() }),
  z.object({
    kind: z.literal('laid-aside'),
    ...said,
    as: PutAway,
    until: Day.nullable(),
    reason: z.string(),
  }),
  z.object({ kind: z.literal('concern'), ...said, text: z.string() }),
  z.object({ kind: z.literal('evaluated'), ...said, evaluation: Evaluation }),
])

const Chapter = z.object({
  proposal: Id,
  title: z.string(),
  driver: z.string().nullable(),
  /** What somebody had noticed, and this answers. */
  noticed: z.object({ driver: Id, statement: z.string(), person: Id, at: At }).nullable(),
  criteria: z.array(z.string()),
  review: Day,
  owner: Id.nullable(),
  /** What it meant to do to the agreement before it; null for the first. */
  means: Became.nullable(),
  /** The agreement that came of it and still says so; null where none did. */
  agreement: Id.nullable(),
  state: AgreementState.nullable(),
  became: Became.nullable(),
  lines: z.array(WhyLine),
})

export const logbook = {
  /** Everything that was agreed and done, searched by any words in it, whatever their marks and case. */
  list: query(
    {
      circle: Ref,
      search: z.string().max(200).optional(),
      kinds: z.array(LogbookKind).optional(),
      state: LogbookState.optional(),
      owner: Ref.optional(),
      /** Days, both included. */
      since: Day.optional(),
      until: Day.optional(),
      order: LogbookOrder.optional(),
      /** How many, and from which on: 0 is the first. */
      limit: z.int().min(1).max(1000).optional(),
      from: z.int().min(0).optional(),
      /** With the words themselves. */
      whole: z.boolean().optional(),
    },
    z.object({
      asOf: AsOf,
      items: z.array(Entry),
      /** How many there are in all, beyond the limit too. */
      total: z.number(),
      names: z.record(z.string(), z.string()),
    }),
  ),
  /** Why an agreement is as it is: all that led to it, what it replaced and what replaced it. */
  why: query(
    { agreement: Ref },
    z.object({
      agreement: Id,
      title: z.string(),
      circle: Id,
      circleName: z.string(),
      practice: Practice,
      chapters: z.array(Chapter),
      underWay: z.array(z.object({ proposal: Id, title: z.string(), how: Became })),
      names: z.record(z.string(), z.string()),
      asOf: AsOf,
    }),
  ),
}

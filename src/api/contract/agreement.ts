import { z } from 'zod'
import { command, query } from './procedure.ts'
import { AsOf, At, Day, Id, listOf, Practice, Ref, StoryLine, Text } from './shapes.ts'
import { AgreementState, ContestKind } from './states.ts'

const line = { agreement: Id, title: z.string(), state: AgreementState, review: Day }

const page = {
  ...line,
  circle: Id,
  practice: Practice,
  proposal: Id,
  version: Id,
  text: z.string(),
  driver: z.string().nullable(),
  criteria: z.array(z.string()),
  owner: Id.nullable(),
  /** The certificate's id. */
  certificate: Id,
  consents: z.array(Id),
  /** What contests it, in both sides' words: said or done by someone who had not seen the close. */
  contests: z.array(z.object({ event: Id, kind: ContestKind, person: Id, reason: z.string().nullable(), at: At })),
  concerns: z.array(z.object({ concern: Id, person: Id, text: z.string(), at: At })),
  story: z.array(StoryLine),
  names: z.record(z.string(), z.string()),
  asOf: AsOf,
}

export const agreement = {
  list: query({ circle: Ref }, listOf(z.object(line))),
  /** Being shown it counts as having seen the close. */
  show: query({ agreement: Ref }, z.object(page)),
  object: command({ agreement: Ref, reason: Text }, { item: Id }),
}

export const concern = {
  /** On a proposal or an agreement. */
  add: command({ about: Ref, text: Text }, { concern: Id }),
}

export const certificate = {
  /** The canonical text; the client keeps it where its person wants it. */
  export: command({ agreement: Ref }, { certificate: z.string() }),
}

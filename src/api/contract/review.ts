import { z } from 'zod'
import { command, query } from './procedure.ts'
import { AsOf, At, Day, Id, Practice, Ref, Text } from './shapes.ts'
import { ProposalState, ReviewState } from './states.ts'

const Kind = z.enum(['appreciation', 'improvement'])

const page = {
  review: Id,
  circle: Id,
  practice: Practice,
  role: z.string(),
  name: z.string().nullable(),
  state: ReviewState,
  about: Id,
  person: Id,
  reviewers: z.array(Id),
  /** Who has not said anything yet; while its role-holder has not, only they. */
  awaiting: z.array(Id),
  said: z.array(z.object({ said: Id, person: Id, as: Kind, text: z.string(), at: At })),
  plans: z.array(z.object({ proposal: Id, title: z.string(), state: ProposalState })),
  /** The plan agreed on, and when to look again. */
  agreement: Id.nullable(),
  next: Day.nullable(),
  me: Id,
  names: z.record(z.string(), z.string()),
  asOf: AsOf,
}

export const review = {
  /** Of whoever holds the role, by all others, where nothing else is said. */
  open: command({ circle: Ref, role: Ref, person: Ref.optional(), reviewers: z.array(Ref).optional() }, { review: Id }),
  show: query({ review: Ref }, z.object(page)),
  say: command({ review: Ref, as: Kind, text: Text }, { said: Id }),
  /** Proposes the development plan; `next` is when to look again. */
  plan: command({ review: Ref, title: Text, text: Text, next: Day }, { proposal: Id }),
  end: command({ review: Ref }, { review: Id, state: ReviewState }),
}

import { z } from 'zod'
import { command, query } from './procedure.ts'
import { AsOf, At, Day, Id, listOf, OnAgenda, Practice, Ref, Text } from './shapes.ts'
import { ProposalState, ReviewState, SeatState, SelectionState } from './states.ts'

const Holder = z.object({
  person: Id,
  name: z.string(),
  until: Day.nullable(),
  agreement: Id,
  selection: Id.nullable(),
})

export const roleLine = {
  /** `facilitator`, `secretary`, `leader` or `delegate`, which every circle has; any other is an id. */
  role: z.string(),
  /** Null for one of those four while the circle has not described it: the client has the words. */
  name: z.string().nullable(),
  state: SeatState,
  /** Nobody, one, or both of two who were selected apart. */
  holders: z.array(Holder),
  /** The selection under way. */
  selection: z.object({ selection: Id, state: SelectionState }).nullable(),
}

const description = {
  aim: z.string(),
  domain: z.string().nullable(),
  accountabilities: z.array(z.string()),
  qualities: z.array(z.string()),
}

const Past = z.object({
  what: z.enum(['held', 'emptied', 'laid-down']),
  person: Id.nullable(),
  at: At,
  until: Day.nullable(),
  agreement: Id.nullable(),
  reason: z.string().nullable(),
})

const page = {
  ...roleLine,
  circle: Id,
  practice: Practice,
  described: z.object(description).nullable(),
  /** The agreement on its description. */
  agreement: Id.nullable(),
  /** How long somebody is selected for. */
  months: z.number(),
  /** Those named by agreements made apart, of which none is the later. */
  undecided: z.array(Holder),
  /** Under way, about its description or who holds it. */
  proposals: z.array(z.object({ proposal: Id, title: z.string(), state: ProposalState })),
  /** The newest first. */
  history: z.array(Past),
  reviews: z.array(z.object({ review: Id, about: Id, state: ReviewState, at: At, next: Day.nullable() })),
  me: Id,
  onAgenda: OnAgenda.optional(),
  names: z.record(z.string(), z.string()),
  asOf: AsOf,
}

const proposed = { proposal: Id }

export const role = {
  list: query({ circle: Ref }, listOf(z.object(roleLine))),
  show: query({ circle: Ref, role: Ref }, z.object(page)),
  /** Proposes what a role is: a new one, or (`role`) other words for one that there is. */
  describe: command(
    {
      circle: Ref,
      role: Ref.optional(),
      name: Text,
      aim: Text,
      domain: Text.optional(),
      accountabilities: z.array(Text).optional(),
      qualities: z.array(Text).optional(),
      months: z.int().min(1).max(120).optional(),
      text: Text.optional(),
      review: Day,
    },
    proposed,
  ),
  /** Proposes who holds it, without a selection; null for nobody. Until the end of its term where nothing is said. */
  seat: command(
    { circle: Ref, role: Ref, person: Ref.nullable(), title: Text, text: Text, until: Day.optional() },
    proposed,
  ),
  layDown: command({ circle: Ref, role: Ref, reason: Text.optional() }, { role: z.string() }),
}

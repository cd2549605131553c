import { z } from 'zod'
import { command, query } from './procedure.ts'
import { AsOf, At, Day, Id, listOf, Practice, Ref, Text } from './shapes.ts'
import { ProposalState, SelectionState } from './states.ts'

const line = {
  selection: Id,
  role: z.string(),
  /** Of the role; null where the client has words for it. */
  name: z.string().nullable(),
  state: SelectionState,
  at: At,
}

const Reason = z.object({
  person: Id,
  reason: z.string(),
  at: At,
  /** Said in the change round. */
  changed: z.boolean(),
})

const page = {
  ...line,
  circle: Id,
  practice: Practice,
  person: Id,
  asked: z.array(Id),
  /** Who has nominated or passed, while nobody knows what. */
  sealed: z.array(Id),
  /** Whom it waits for: to nominate, then in the change round. */
  awaiting: z.array(Id),
  /** Sealed, and not opened yet by the device that knows what is in it. */
  unopened: z.array(Id),
  /** What this device sealed for its person; only they see it. */
  mine: z.object({ nominee: Id.nullable(), reason: z.string().nullable() }).nullable(),
  isOpen: z.boolean(),
  mayOpen: z.boolean(),
  /** By whom was named, in the order of their names. There is no number of anything here, on purpose. */
  nominees: z.array(z.object({ person: Id, reasons: z.array(Reason) })),
  passed: z.array(Id),
  information: z.array(z.object({ information: Id, person: Id, text: z.string(), at: At })),
  proposals: z.array(z.object({ proposal: Id, title: z.string(), state: ProposalState, nominee: Id.nullable() })),
  agreement: Id.nullable(),
  ended: z.object({ person: Id, reason: z.string(), at: At }).nullable(),
  /** When the term would end. */
  until: Day,
  me: Id,
  names: z.record(z.string(), z.string()),
  asOf: AsOf,
}

const nominating = { selection: Ref, nominee: Ref.nullable(), reason: Text.optional() }
const state = { selection: Id, state: SelectionState }

export const selection = {
  open: command({ circle: Ref, role: Ref }, { selection: Id }),
  list: query({ circle: Ref }, listOf(z.object(line))),
  show: query({ selection: Ref }, z.object(page)),
  /** Sealed until the nominations open. A null nominee passes. */
  nominate: command(nominating, { nomination: Id }),
  /** Opens the nominations before everyone has nominated. */
  reveal: command({ selection: Ref }, state),
  inform: command({ selection: Ref, text: Text }, { information: Id }),
  change: command(nominating, { nomination: Id }),
  keep: command({ selection: Ref }, state),
  propose: command({ selection: Ref, person: Ref, title: Text, text: Text, until: Day.optional() }, { proposal: Id }),
  end: command({ selection: Ref, reason: Text }, state),
}

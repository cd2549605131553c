import { z } from 'zod'
import { command, query } from './procedure.ts'
import { At, Day, Id, Practice, Ref, Text } from './shapes.ts'
import { ActionState } from './states.ts'

const content = {
  text: z.string(),
  owner: Id.nullable(),
  ownerName: z.string().nullable(),
  due: Day.nullable(),
  waitingFor: z.string().nullable(),
}

export const ActionLine = z.object({
  action: Id,
  circle: Id,
  circleName: z.string(),
  practice: Practice,
  ...content,
  state: ActionState,
  /** Whether it is this person's. */
  mine: z.boolean(),
  /** Its day has come or passed, and it is open. */
  isDue: z.boolean(),
  /** What others made of it apart from this: somebody has to say which holds. */
  others: z.array(z.object(content)),
  /** Who ended it, when, and what they said about it. */
  ending: z.object({ name: z.string(), at: At, text: z.string().nullable() }).nullable(),
  /** What it comes from. */
  from: z
    .object({
      kind: z.enum(['meeting', 'item', 'agreement', 'proposal']),
      id: Id,
      title: z.string(),
      meeting: Id.nullable(),
    })
    .nullable(),
  at: At,
})

const said = {
  owner: Ref.nullable().optional(),
  due: Day.nullable().optional(),
  waitingFor: Text.nullable().optional(),
}
const ended = { action: Id, state: ActionState }

export const action = {
  note: command(
    {
      circle: Ref,
      text: Text,
      ...said,
      from: z.object({ kind: z.enum(['meeting', 'item', 'agreement', 'proposal']), id: Ref }).optional(),
    },
    { action: Id },
  ),
  /** What is not said stays as it is. */
  change: command({ action: Ref, text: Text.optional(), ...said }, { action: Id }),
  done: command({ action: Ref, note: Text.optional() }, ended),
  drop: command({ action: Ref, reason: Text }, ended),
  reopen: command({ action: Ref, reason: Text }, ended),
  /** Of one circle or of all; open ones, what is due first, unless `all`. */
  list: query(
    { circle: Ref.optional(), mine: z.boolean().optional(), all: z.boolean().optional() },
    z.array(ActionLine),
  ),
}

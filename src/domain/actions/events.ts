import { z } from 'zod'
import { Id } from '../event.ts'
import { Day, Words } from '../words.ts'

/** [F1] A next step, whole each time, so that two who changed it apart can be shown side by side. */
const content = {
  text: Words,
  /** Who does it; null while nobody has taken it on. */
  owner: Id.nullable(),
  due: Day.nullable(),
  /** What it cannot go on without. */
  waitingFor: Words.nullable(),
}

export const ActionContent = z.strictObject(content)
export type ActionContent = z.infer<typeof ActionContent>

/** Where it was noted: in a meeting, or for an agreement or a proposal. */
const From = z.strictObject({ kind: z.enum(['meeting', 'item', 'agreement', 'proposal']), id: Id })

export const actionEvents = {
  'action.noted': z.strictObject({ ...content, from: From.nullable() }),
  'action.changed': z.strictObject({ action: Id, ...content }),
  'action.done': z.strictObject({ action: Id, note: Words.nullable() }),
  'action.dropped': z.strictObject({ action: Id, reason: Words }),
  'action.reopened': z.strictObject({ action: Id, reason: Words }),
} as const

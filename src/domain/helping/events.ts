import { z } from 'zod'
import { Id } from '../event.ts'
import { Words } from '../words.ts'

/** `helping`: the agreement by which the helping circle has its task. */
export const helpingEvents = {
  'helping.noted': z.strictObject({ helping: Id, text: Words }),
  'helping.reported': z.strictObject({ helping: Id, text: Words }),
  'helping.dissolved': z.strictObject({ helping: Id, reason: Words.nullable() }),
} as const

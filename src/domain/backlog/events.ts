import { z } from 'zod'
import { Id } from '../event.ts'
import { Words } from '../words.ts'

/** What an item of the backlog is called: items are derived at every look, so that their names say what they are about. */
const Item = z
  .string()
  .max(200)
  .regex(/^[0-9a-z:-]+$/u)

/** One thing at a time, so that what two people note apart both stands. */
export const BacklogNote = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('owner'), owner: Id.nullable() }),
  /** How much of a meeting it is likely to take. */
  z.strictObject({ what: z.literal('minutes'), minutes: z.int().min(1).max(600).nullable() }),
  z.strictObject({ what: z.literal('next'), next: Words.nullable() }),
])
export type BacklogNote = z.infer<typeof BacklogNote>

export const backlogEvents = {
  /** Under the first of these that is still in the list: the nearest stands first, none means on top. */
  'backlog.placed': z.strictObject({ item: Item, under: z.array(Item).max(8) }),
  'backlog.noted': z.strictObject({ item: Item, note: BacklogNote }),
} as const

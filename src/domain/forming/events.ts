import { z } from 'zod'
import { Id } from '../event.ts'
import { Words } from '../words.ts'

/** What people gather on a driver before there is a proposal: each thing by itself, so that all of it merges. */
export const FormingItem = z.discriminatedUnion('kind', [
  /** A question that the matter has: what any answer has to say something on. */
  z.strictObject({ kind: z.literal('dimension'), text: Words }),
  /** What to bear in mind; to one of the questions, or to the whole. */
  z.strictObject({ kind: z.literal('consideration'), text: Words, about: Id.nullable() }),
  z.strictObject({ kind: z.literal('idea'), text: Words, about: Id.nullable() }),
])
export type FormingItem = z.infer<typeof FormingItem>

export const formingEvents = {
  'forming.added': z.strictObject({ driver: Id, item: FormingItem }),
  'forming.answered': z.strictObject({ dimension: Id, text: Words }),
  /** An item, or an answer to a question. */
  'forming.taken-back': z.strictObject({ said: Id }),
  'tuners.named': z.strictObject({ driver: Id, people: z.array(Id).min(1).max(8) }),
  'tuners.objected': z.strictObject({ tuners: Id, reason: Words }),
} as const

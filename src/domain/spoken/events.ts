import { z } from 'zod'
import { Id } from '../event.ts'
import { Who } from '../meetings/events.ts'
import { Words } from '../words.ts'

/** What somebody without a device of their own said in the room. */
const Says = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('consent'), round: Id, version: Id }),
  z.strictObject({ kind: z.literal('objection'), round: Id, version: Id, reason: Words }),
  z.strictObject({ kind: z.literal('words'), item: Id.nullable(), text: Words }),
])
export type Says = z.infer<typeof Says>

export const spokenEvents = {
  'words.spoken': z.strictObject({ meeting: Id, who: Who, says: Says }),
  'words.witnessed': z.strictObject({ spoken: Id }),
  'words.confirmed': z.strictObject({ spoken: Id }),
  'words.disputed': z.strictObject({ spoken: Id, reason: Words }),
} as const

import { z } from 'zod'
import { EventContent, Id, Signature } from '../event.ts'

/** What one device signed, as it stood in its own log: enough for anyone to see that it did. */
const Carried = z.strictObject({ event: EventContent, signature: Signature, writer: Id })
export type Carried = z.infer<typeof Carried>

export const evidenceEvents = {
  /** Words that others built on and that are not in the logs that are here. */
  'word.missing': z.strictObject({ ids: z.array(Id).min(1).max(64) }),
  'word.carried': Carried,
} as const

import { z } from 'zod'
import { Id } from '../event.ts'
import { Words } from '../words.ts'

/** How far a criterion was met; "unsure" is an answer too. */
export const HowWell = z.enum(['met', 'partly', 'not', 'unsure'])

const Result = z.strictObject({ criterion: Words, well: HowWell, text: Words.nullable() })
export type Result = z.infer<typeof Result>

export const agreementEvents = {
  /** Written when a person was shown a close, never by a machine on sync (architecture.md, "Seen"). */
  'close.seen': z.strictObject({ close: Id }),
  'concern.added': z.strictObject({ proposal: Id, agreement: Id.nullable(), text: Words }),
  'agreement.objected': z.strictObject({ agreement: Id, reason: Words }),
  /** [L2] What came of it, by criterion and in words; the criteria whole, so that one event is enough to read it. */
  'agreement.evaluated': z
    .strictObject({ agreement: Id, results: z.array(Result).max(64), note: Words.nullable() })
    .refine(({ results, note }) => results.length > 0 || note !== null)
    .refine(({ results }) => new Set(results.map(({ criterion }) => criterion)).size === results.length),
} as const

import { z } from 'zod'
import { Id } from '../event.ts'
import { Words } from '../words.ts'

export const agreementEvents = {
  /** Written when a person was shown a close, never by a machine on sync (architecture.md, "Seen"). */
  'close.seen': z.strictObject({ close: Id }),
  'concern.added': z.strictObject({ proposal: Id, agreement: Id.nullable(), text: Words }),
  'agreement.objected': z.strictObject({ agreement: Id, reason: Words }),
} as const

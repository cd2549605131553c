import { z } from 'zod'
import { Id } from '../event.ts'
import { Words } from '../words.ts'

export const roundEvents = {
  /** The electorate is frozen here; a response signs this event's id, so each respondent attests who was asked. */
  'round.opened': z.strictObject({ proposal: Id, version: Id, electorate: z.array(Id).min(1).max(256) }),
  'consent.given': z.strictObject({ round: Id, version: Id }),
  'objection.raised': z.strictObject({ round: Id, version: Id, reason: Words }),
  'objection.understood': z.strictObject({ objection: Id }),
  'objection.withdrawn': z.strictObject({ objection: Id }),
  'objection.reframed': z.strictObject({ objection: Id }),
  'round.closed': z.strictObject({
    round: Id,
    version: Id,
    consents: z.array(z.strictObject({ person: Id, response: Id })).max(256),
  }),
} as const

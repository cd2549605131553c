import { z } from 'zod'
import { Id } from '../event.ts'
import { Words } from '../words.ts'

export const roundEvents = {
  /** The electorate is frozen here; a response signs this event's id, so each respondent attests who was asked. */
  'round.opened': z.strictObject({
    proposal: Id,
    version: Id,
    electorate: z.array(Id).min(1).max(256),
    /** [R9] The agreement under which silence counts, and from when, in milliseconds: not before its days are over. */
    clause: z.strictObject({ agreement: Id, deadline: z.int().min(0) }).optional(),
  }),
  'consent.given': z.strictObject({ round: Id, version: Id }),
  'objection.raised': z.strictObject({ round: Id, version: Id, reason: Words }),
  'objection.understood': z.strictObject({ objection: Id }),
  'objection.withdrawn': z.strictObject({ objection: Id }),
  'objection.reframed': z.strictObject({ objection: Id }),
  'objection.tested': z.strictObject({ objection: Id, qualifies: z.boolean(), reason: Words }),
  'round.closed': z.strictObject({
    round: Id,
    version: Id,
    consents: z.array(z.strictObject({ person: Id, response: Id })).max(256),
    /** Who is not heard, and by which agreement: the one that removed them, or the one under which silence counts. */
    without: z
      .array(z.strictObject({ person: Id, agreement: Id }))
      .min(1)
      .max(256)
      .optional(),
    /** [R9] Where silence counts: what somebody else whom the round asked has signed past the deadline. */
    after: Id.optional(),
    /** [R9] And an answer of theirs, or of the closer where they opened the round, since which all its days have passed. */
    since: Id.optional(),
    /** [V6] Where a consent came from a device that is another's: how those devices said so, sorted. */
    borrowed: z.array(Id).min(1).max(256).optional(),
    /** [V5] Where words spoken in a room are cited: the agreement that lets them stand. */
    spoken: Id.optional(),
    /** [O4] Where objections are tested: what the others said of those that are set aside. */
    tested: z.array(Id).min(1).max(256).optional(),
  }),
} as const

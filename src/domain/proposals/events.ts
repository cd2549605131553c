import { z } from 'zod'
import { Id } from '../event.ts'
import { Effect } from './effect.ts'
import { Day, Name, Words } from '../words.ts'

/** The words people consent to, whole in every version, so that one event is enough to read them years later. */
export const VersionContent = z.strictObject({
  title: Name,
  text: Words,
  driver: Words.nullable(),
  /** The driver that these words answer, where the circle noticed it. */
  answers: Id.nullable(),
  review: Day,
  criteria: z.array(Words).max(64),
  owner: Id.nullable(),
  /** The agreement that this would renew, change or end: of the two only one can stand. */
  changes: Id.nullable(),
  /** [L6] Only where the circle says so: past its review date it no longer holds. */
  lapses: z.literal(true).optional(),
  /** What else comes into force with these words. */
  effect: Effect.nullable(),
})
export type VersionContent = z.infer<typeof VersionContent>

export const proposalEvents = {
  'proposal.presented': z.strictObject({ content: VersionContent }),
  'proposal.amended': z.strictObject({
    proposal: Id,
    parents: z.array(Id).min(1).max(16),
    content: VersionContent,
    integrates: z.array(Id).max(64),
  }),
  'proposal.ended': z.strictObject({
    proposal: Id,
    as: z.enum(['withdrawn', 'tabled', 'escalated', 'to-helping-circle']),
    until: Day.nullable(),
    reason: Words,
    /** [P11] Escalated: the members who carry it on, where the reason says. */
    carriers: z.array(Id).min(1).max(16).optional(),
    /** [P11] The agreement of the helping circle that takes it up. */
    helping: Id.optional(),
  }),
  'question.asked': z.strictObject({ proposal: Id, text: Words }),
  'question.answered': z.strictObject({ question: Id, text: Words }),
  'proposal.understood': z.strictObject({ proposal: Id }),
  'reaction.given': z.strictObject({ proposal: Id, text: Words.nullable() }),
} as const

import { z } from 'zod'
import { Id } from '../event.ts'
import { RoleId } from '../roles/role.ts'
import { Words } from '../words.ts'

export const reviewEvents = {
  'review.opened': z.strictObject({ role: RoleId, person: Id, reviewers: z.array(Id).min(1).max(64) }),
  'review.said': z.strictObject({ review: Id, as: z.enum(['appreciation', 'improvement']), text: Words }),
  /** It ends without a plan. */
  'review.ended': z.strictObject({ review: Id }),
} as const

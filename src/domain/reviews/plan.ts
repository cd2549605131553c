import { z } from 'zod'
import { Id } from '../event.ts'

/** [Y3] The development plan that a review led to; the words' own review date is when to look again. */
export const PlanEffect = z.strictObject({ kind: z.literal('plan'), review: Id })

export function planSlot(review: string): string {
  return `plan:${review}`
}

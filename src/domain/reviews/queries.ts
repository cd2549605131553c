import type { Circle, ProposalRecord } from '../circle.ts'
import { byCodeUnit } from '../canonical.ts'
import { EVERYTHING, type Past } from '../causality.ts'
import { deciding, uncut } from '../members/cuts.ts'
import { endOf } from '../proposals/queries.ts'
import { inEffect } from '../proposals/slots.ts'
import { planSlot } from './plan.ts'
import type { ReviewRecord } from './records.ts'

export type ReviewState = 'opened' | 'speaking' | 'planned' | 'agreed' | 'ended'

export function reviewIn(circle: Circle, past: Past, id: string): ReviewRecord | null {
  const review = circle.reviews.get(id)
  return review !== undefined && past.has(review.stamp) ? review : null
}

/** Open until its role-holder speaks; over when the circle agreed on a plan, or when it was ended without one. */
export function reviewState(circle: Circle, review: ReviewRecord, past: Past = EVERYTHING): ReviewState {
  if (inEffect(circle.slots.get(planSlot(review.id)), past) !== null) return 'agreed'
  if (deciding(past, review.ends).length > 0) return 'ended'
  if (plansFrom(circle, review, past).some((plan) => endOf(plan, past) === null)) return 'planned'
  return hasHolderSpoken(review, past) ? 'speaking' : 'opened'
}

/** [Y2] */
export function hasHolderSpoken(review: ReviewRecord, past: Past = EVERYTHING): boolean {
  return uncut(past, review.said).some(({ person }) => person === review.about)
}

/** Proposals of a development plan out of this review. */
export function plansFrom(circle: Circle, { id }: ReviewRecord, past: Past = EVERYTHING): ProposalRecord[] {
  const plans = [...circle.proposals.values()].filter(({ slot, stamp }) => slot.id === planSlot(id) && past.has(stamp))
  return plans.sort((a, b) => byCodeUnit(a.id, b.id))
}

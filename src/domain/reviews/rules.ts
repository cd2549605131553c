import type { Circle } from '../circle.ts'
import type { Body } from '../events.ts'
import type { Past } from '../causality.ts'
import { mustBeHere, mustBelong, mustHaveRights } from '../members/rules.ts'
import { refusal, type Refusal } from '../refusal.ts'
import { holds, roleIn } from '../roles/queries.ts'
import { hasHolderSpoken, reviewIn, reviewState } from './queries.ts'

/** [Y1] About somebody's holding of a role, by others who are here. */
export function openingCounts(circle: Circle, past: Past, body: Body<'review.opened'>, by: string): Refusal | null {
  if (roleIn(circle, past, body.role) === null) return refusal('no-such-role')
  if (!holds(circle, body.role, body.person, past)) return refusal('not-the-holder')
  if (new Set(body.reviewers).size < body.reviewers.length) return refusal('malformed')
  if (body.reviewers.includes(body.person)) return refusal('not-a-reviewer')
  const strangers = body.reviewers.flatMap((person) => mustBeHere(circle, past, person) ?? [])
  return mustHaveRights(circle, past, by) ?? strangers[0] ?? null
}

export function sayingCounts(circle: Circle, past: Past, body: Body<'review.said'>, by: string): Refusal | null {
  const review = reviewIn(circle, past, body.review)
  if (review === null) return refusal('no-such-review')
  if (by !== review.about && !review.reviewers.includes(by)) return refusal('not-a-reviewer')
  return mustBelong(circle, past, by) ?? mustGoOn(circle, past, body.review)
}

/** [Y2] Whoever holds the role speaks first about it. */
export function sayingIsWise(circle: Circle, past: Past, id: string, by: string): Refusal | null {
  const review = reviewIn(circle, past, id)
  if (review === null || by === review.about || hasHolderSpoken(review)) return null
  return refusal('holder-first', { people: [review.about] })
}

/** Ended by whom it is about, or by whoever opened it. */
export function endingCounts(circle: Circle, past: Past, id: string, by: string): Refusal | null {
  const review = reviewIn(circle, past, id)
  if (review === null) return refusal('no-such-review')
  if (by !== review.about && by !== review.person) return refusal('not-your-own')
  return mustBelong(circle, past, by) ?? mustGoOn(circle, past, id)
}

/** [Y3] A plan comes out of a review that the circle knows. */
export function planCounts(circle: Circle, past: Past, review: string): Refusal | null {
  return reviewIn(circle, past, review) === null ? refusal('no-such-review') : null
}

function mustGoOn(circle: Circle, past: Past, id: string): Refusal | null {
  const review = reviewIn(circle, past, id)
  const state = review === null ? 'ended' : reviewState(circle, review, past)
  return state === 'agreed' || state === 'ended' ? refusal('review-over') : null
}

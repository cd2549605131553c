import type { Circle } from '../circle.ts'
import { byCodeUnit } from '../canonical.ts'
import { reviewState } from './queries.ts'

/** What the state hash says of the reviews. */
export function reviewsMeaning(circle: Circle) {
  const reviews = [...circle.reviews.values()].sort((a, b) => byCodeUnit(a.id, b.id))
  return reviews.map((review) => ({
    id: review.id,
    state: reviewState(circle, review),
    said: review.said.map(({ id }) => id).sort(byCodeUnit),
    ends: review.ends.map(({ id }) => id).sort(byCodeUnit),
  }))
}

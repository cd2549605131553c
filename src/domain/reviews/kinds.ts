import type { Kinds } from '../kind.ts'
import * as rules from './rules.ts'

export const reviewKinds: Kinds<'review.opened' | 'review.said' | 'review.ended'> = {
  'review.opened': {
    counts: ({ circle, past, body, by }) => rules.openingCounts(circle, past, body, by),
    add: (circle, spoken, { role, person, reviewers }) => {
      circle.reviews.set(spoken.id, { ...spoken, role, about: person, reviewers, said: [], ends: [] })
    },
  },
  'review.said': {
    counts: ({ circle, past, body, by }) => rules.sayingCounts(circle, past, body, by),
    add: (circle, spoken, { review, as, text }) => {
      circle.reviews.get(review)?.said.push({ ...spoken, as, text })
    },
    wise: ({ circle, past, body, by }) => rules.sayingIsWise(circle, past, body.review, by),
  },
  'review.ended': {
    counts: ({ circle, past, body, by }) => rules.endingCounts(circle, past, body.review, by),
    add: (circle, spoken, { review }) => {
      circle.reviews.get(review)?.ends.push(spoken)
    },
  },
}

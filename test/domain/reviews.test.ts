import { expect, it } from 'vitest'
import { reviewState } from '../../src/domain/reviews/queries.ts'
import { agreed, expectSameCircle, together } from '../helpers/circles.ts'
import type { Three } from '../helpers/asked.ts'
import { seated, three } from '../helpers/selecting.ts'

function opened(): { people: Three; review: string } {
  const people = three()
  const [ana, ben, cleo] = people
  seated(people, 'facilitator', ben)
  const review = ben.say('review.opened', { role: 'facilitator', person: ben.id, reviewers: [ana.id, cleo.id] })
  together(...people)
  return { people, review }
}

it('[Y1] a review is about how somebody holds a role, by others who are here', () => {
  const { people, review } = opened()
  const [ana, ben, cleo] = people
  const body = { role: 'facilitator', person: ben.id, reviewers: [ana.id] }
  expect(ana.refusal('review.opened', { ...body, person: cleo.id })).toMatchObject({ code: 'not-the-holder' })
  expect(ana.refusal('review.opened', { ...body, reviewers: [ben.id] })).toMatchObject({ code: 'not-a-reviewer' })
  const dan = ana.admits('dan')
  expect(dan.refusal('review.said', { review, as: 'appreciation', text: 'so' })).toMatchObject({
    code: 'not-a-reviewer',
  })
})

it('[Y2] whoever holds the role speaks first; said all the same, it counts', () => {
  const { people, review } = opened()
  const [ana, ben] = people
  const word = { review, as: 'improvement', text: 'shorter rounds' } as const
  expect(ana.refusal('review.said', word)).toMatchObject({ code: 'holder-first', about: { people: [ben.id] } })
  ben.say('review.said', { ...word, as: 'appreciation', text: 'I kept the time' })
  together(...people)
  ana.say('review.said', word)
  expect(reviewState(ana.circle, ana.circle.reviews.get(review)!)).toBe('speaking')
})

it('[Y3] it leads to a plan that everyone consents to, or ends without one', () => {
  const { people, review } = opened()
  const [ana, ben] = people
  ben.say('review.said', { review, as: 'improvement', text: 'I speak too much' })
  together(...people)
  const state = () => reviewState(ana.circle, ana.circle.reviews.get(review)!)
  const plan = { kind: 'plan', review } as const
  const proposal = ana.presents({ title: 'A plan', effect: plan })
  expect(state()).toBe('planned')
  ana.ends(proposal, 'withdrawn')
  together(...people)
  expect(state()).toBe('speaking')
  agreed(people, { title: 'A better plan', effect: plan })
  expect(state()).toBe('agreed')
  expect(ben.refusal('review.ended', { review })).toMatchObject({ code: 'review-over' })
  const other = ben.say('review.opened', { role: 'facilitator', person: ben.id, reviewers: [ana.id] })
  together(...people)
  expect(people[2].refusal('review.ended', { review: other })).toMatchObject({ code: 'not-your-own' })
  ben.say('review.ended', { review: other })
  expect(reviewState(ben.circle, ben.circle.reviews.get(other)!)).toBe('ended')
  together(...people)
  expectSameCircle(...people)
})

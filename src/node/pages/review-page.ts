import type { OutputOf } from '../../api/node-port.ts'
import type { Procedures } from '../../api/contract.ts'
import { EVERYTHING } from '../../domain/causality.ts'
import type { Circle } from '../../domain/circle.ts'
import { purpose } from '../../domain/purpose.ts'
import { inEffect } from '../../domain/proposals/slots.ts'
import { planSlot } from '../../domain/reviews/plan.ts'
import { hasHolderSpoken, plansFrom, reviewState } from '../../domain/reviews/queries.ts'
import type { ReviewRecord } from '../../domain/reviews/records.ts'
import { inStoryOrder } from '../../domain/story.ts'
import { proposalState, versionShown } from './proposal-page.ts'
import { roleNamed } from './role-items.ts'
import { asOfText, namesOf, timeOf } from './shown.ts'

type Page = OutputOf<Procedures['review']['show']>

export function reviewPage(circle: Circle, review: ReviewRecord, me: string): Page {
  const { id, role, about, person, reviewers } = review
  const plan = inEffect(circle.slots.get(planSlot(id)), EVERYTHING)
  return {
    review: id,
    circle: circle.id,
    practice: purpose(circle).practice,
    role,
    name: roleNamed(circle, role),
    state: reviewState(circle, review),
    about,
    person,
    reviewers: [...reviewers],
    awaiting: awaitedIn(circle, review),
    said: inStoryOrder(circle, review.said).map((one) => {
      return { said: one.id, person: one.person, as: one.as, text: one.text, at: timeOf(circle, one.id) }
    }),
    plans: plansFrom(circle, review).map((one) => {
      return { proposal: one.id, title: versionShown(one).content.title, state: proposalState(circle, one) }
    }),
    agreement: plan?.agreement ?? null,
    next: circle.versions.get(plan?.version ?? '')?.content.review ?? null,
    me,
    names: namesOf(circle),
    asOf: asOfText(circle),
  }
}

/** [Y2] Whoever holds the role speaks first. */
function awaitedIn(circle: Circle, review: ReviewRecord): string[] {
  const state = reviewState(circle, review)
  if (state === 'agreed' || state === 'ended') return []
  if (!hasHolderSpoken(review)) return [review.about]
  return review.reviewers.filter((one) => !review.said.some(({ person }) => person === one))
}

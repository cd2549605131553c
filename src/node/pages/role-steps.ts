import type { Circle } from '../../domain/circle.ts'
import { nameOf } from '../../domain/members/queries.ts'
import { reviewState } from '../../domain/reviews/queries.ts'
import type { ReviewRecord } from '../../domain/reviews/records.ts'
import { roles, seatIn, seatState } from '../../domain/roles/queries.ts'
import { notHeardInChange, notSealedBy, selectionState } from '../../domain/selections/queries.ts'
import type { SelectionRecord } from '../../domain/selections/records.ts'
import { isUnderWay, roleTitle } from './role-items.ts'
import { timeOf } from './shown.ts'
import type { Step } from './waiting-on.ts'

/** What selections, terms and reviews ask of this person. */
export function fromRoles(circle: Circle, me: string, today: string): Step[] {
  return [
    ...[...circle.selections.values()].flatMap((one) => fromSelection(circle, one, me)),
    ...[...circle.reviews.values()].flatMap((one) => fromReview(circle, one, me)),
    ...fromTerms(circle, me, today),
  ]
}

function fromSelection(circle: Circle, selection: SelectionRecord, me: string): Step[] {
  const { id, role, person } = selection
  const of = { selection: id, role, title: roleTitle(circle, role), person: nameOf(circle, person) }
  const since = timeOf(circle, id)
  const state = selectionState(circle, selection)
  if (state === 'nominating')
    return notSealedBy(circle, selection).includes(me) ? [{ ...of, kind: 'nominate', since }] : []
  if (state !== 'revealed' && state !== 'changing' && state !== 'returned') return []
  const waiting = notHeardInChange(circle, selection)
  if (waiting.includes(me) && state !== 'returned') return [{ ...of, kind: 'change-round', since }]
  const { holders } = seatIn(circle, 'facilitator')
  const leads = holders.length === 0 ? person === me : holders.some((holder) => holder.person === me)
  return leads && (waiting.length === 0 || state === 'returned') ? [{ ...of, kind: 'choose', since }] : []
}

function fromReview(circle: Circle, review: ReviewRecord, me: string): Step[] {
  const { id, role, about } = review
  const of = { review: id, role, title: roleTitle(circle, role), person: nameOf(circle, about), mine: about === me }
  const since = timeOf(circle, id)
  const state = reviewState(circle, review)
  if (state === 'opened') return about === me ? [{ ...of, kind: 'review-begin', since }] : []
  if (state !== 'speaking') return []
  const silent = review.reviewers.filter((one) => !review.said.some(({ person }) => person === one))
  if (silent.includes(me)) return [{ ...of, kind: 'review-say', since }]
  return about === me && silent.length === 0 ? [{ ...of, kind: 'review-plan', since }] : []
}

/** [H3] */
function fromTerms(circle: Circle, me: string, today: string): Step[] {
  return roles(circle).flatMap(({ id }): Step[] => {
    const seat = seatIn(circle, id)
    const [holder] = seat.holders
    if (holder === undefined || seatState(seat, today) !== 'term-due' || isUnderWay(circle, id)) return []
    const of = { role: id, title: roleTitle(circle, id), person: nameOf(circle, holder.person) }
    return [{ ...of, kind: 'term-due', mine: holder.person === me, since: Date.parse(holder.until ?? today) }]
  })
}

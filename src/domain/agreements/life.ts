import type { AgreementRecord, Circle, EvaluationRecord } from '../circle.ts'
import { EVERYTHING } from '../causality.ts'
import { isOverWithLink } from '../links/agreed.ts'
import { hasConsentRights } from '../members/queries.ts'
import type { VersionContent } from '../proposals/events.ts'
import { agreementState, knewOf, supersedersOf, type AgreementState } from './queries.ts'

export type Due = 'current' | 'due-soon' | 'overdue' | 'lapsed'
export type Became = 'renewed' | 'changed' | 'ended'

const DAY_MS = 24 * 60 * 60 * 1000
const SOON_DAYS = 14

/** [L1] How near a review date is, in the eyes of whoever looks on that day (both YYYY-MM-DD). */
export function dueOn(review: string, today: string): Due {
  if (review <= today) return 'overdue'
  return Date.parse(review) - Date.parse(today) <= SOON_DAYS * DAY_MS ? 'due-soon' : 'current'
}

/** [L1] How near its review is; null for what does not stand, says only that something has ended, or has gone with a link. */
export function dueOf(
  circle: Circle,
  agreement: AgreementRecord,
  today: string,
  state: AgreementState = agreementState(circle, agreement),
): Due | null {
  const content = contentOf(circle, agreement)
  if (content === null || isEnding(content) || isOverWithLink(circle, content.effect)) return null
  if (state === 'superseded' || state === 'invalid') return null
  const due = dueOn(content.review, today)
  // [L6] D3 row 18: safer than to vanish, overdue it stays in force, unless its own words say otherwise.
  return due === 'overdue' && content.lapses === true ? 'lapsed' : due
}

/** [L4] What took an agreement's place first, and what the agreement became by that; null while it stands. */
export function becameOf(
  circle: Circle,
  agreement: AgreementRecord,
): { readonly agreement: AgreementRecord; readonly how: Became } | null {
  const later = supersedersOf(circle, agreement)
  const next = later.find((one) => !later.some((other) => other !== one && knewOf(one, other) && !knewOf(other, one)))
  const [before, after] = [contentOf(circle, agreement), next === undefined ? null : contentOf(circle, next)]
  if (next === undefined || before === null || after === null) return null
  return { agreement: next, how: howItBecomes(before, after) }
}

/** [L4] What words mean to do to the agreement that they name; null where they name none. */
export function meansOf(
  circle: Circle,
  content: VersionContent,
): { readonly agreement: AgreementRecord; readonly how: Became } | null {
  const agreement = circle.agreements.get(content.changes ?? '')
  const before = agreement === undefined ? null : contentOf(circle, agreement)
  return agreement === undefined || before === null ? null : { agreement, how: howItBecomes(before, content) }
}

function howItBecomes(before: VersionContent, after: VersionContent): Became {
  if (isEnding(after)) return 'ended'
  return after.text === before.text && after.title === before.title ? 'renewed' : 'changed'
}

/** [L4] [Q3] Whether words say no more than that something has ended. */
export const isEnding = ({ effect }: VersionContent): boolean => effect?.kind === 'end' || effect?.kind === 'unlink'

/** [L3] Concerns beside an agreement that are no criterion yet, in the order they came. */
export function offeredCriteria(circle: Circle, agreement: AgreementRecord): string[] {
  const criteria = contentOf(circle, agreement)?.criteria ?? []
  const concerns = circle.proposals.get(agreement.proposal)?.concerns ?? []
  return [...new Set(concerns.map(({ text }) => text))].filter((text) => !criteria.includes(text))
}

/** [L5] Who takes the next step with an agreement; null where it is anyone's. */
export function caredForBy(circle: Circle, agreement: AgreementRecord): string | null {
  const people = [contentOf(circle, agreement)?.owner, circle.proposals.get(agreement.proposal)?.author]
  return people.find((person) => typeof person === 'string' && hasConsentRights(circle, EVERYTHING, person)) ?? null
}

export function evaluationsOf(circle: Circle, agreement: AgreementRecord): readonly EvaluationRecord[] {
  return circle.evaluations.get(agreement.id) ?? []
}

export function contentOf(circle: Circle, { version }: AgreementRecord): VersionContent | null {
  return circle.versions.get(version)?.content ?? null
}

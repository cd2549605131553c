import type { AgreementRecord, Circle } from '../../domain/circle.ts'
import { agreementState } from '../../domain/agreements/queries.ts'
import { byCodeUnit } from '../../domain/canonical.ts'
import { objectionsTo, objectionState } from '../../domain/rounds/queries.ts'
import type { OutputOf } from '../../api/node-port.ts'
import type { Procedures } from '../../api/contract.ts'
import { agreementLine } from './agreement-page.ts'

export type BacklogItem = OutputOf<Procedures['backlog']['list']>['items'][number]

/** What waits for the circle. Derived at every look, never written down by a node (architecture.md, "Seen"). */
export function backlogOf(circle: Circle, today: string): BacklogItem[] {
  const agreements = [...circle.agreements.values()].sort((a, b) => byCodeUnit(a.id, b.id))
  return agreements.flatMap((agreement) => [
    ...reconciling(circle, agreement),
    ...objectionItems(circle, agreement),
    ...reviews(circle, agreement, today),
  ])
}

/** D3 row 2: an agreement contested by a merge is on the backlog by itself. */
function reconciling(circle: Circle, agreement: AgreementRecord): BacklogItem[] {
  if (agreementState(circle, agreement) !== 'contested') return []
  return [{ item: agreement.id, kind: 'reconcile', about: agreement.id, title: agreementLine(circle, agreement).title }]
}

/** D3 row 3: an objection to an agreement waits until its author is content or another agreement takes its place. */
function objectionItems(circle: Circle, agreement: AgreementRecord): BacklogItem[] {
  const proposal = circle.proposals.get(agreement.proposal)
  if (proposal === undefined || agreementState(circle, agreement) === 'superseded') return []
  return objectionsTo(proposal)
    .filter((one) => one.late === agreement.id)
    .filter((one) => !['withdrawn', 'reframed', 'integrated'].includes(objectionState(circle, one)))
    .map(({ id, reason }) => ({ item: id, kind: 'objection-to-agreement', about: agreement.id, title: reason ?? '' }))
}

function reviews(circle: Circle, agreement: AgreementRecord, today: string): BacklogItem[] {
  const { state, review, title } = agreementLine(circle, agreement)
  const due = (state === 'in-force' || state === 'settled') && review <= today
  return due ? [{ item: `review-${agreement.id}`, kind: 'review-due', about: agreement.id, title }] : []
}

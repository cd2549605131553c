import type { AgreementRecord, Circle } from '../../domain/circle.ts'
import { agreementState, type AgreementState } from '../../domain/agreements/queries.ts'
import { caredForBy, contentOf, dueOf } from '../../domain/agreements/life.ts'
import { byCodeUnit } from '../../domain/canonical.ts'
import { objectionState } from '../../domain/rounds/queries.ts'
import { backlogNotes, inBacklogOrder, nextNoter } from '../../domain/backlog/queries.ts'
import { nameOf } from '../../domain/members/queries.ts'
import { BacklogKind } from '../../api/contract/states.ts'
import type { OutputOf } from '../../api/node-port.ts'
import type { Procedures } from '../../api/contract.ts'
import { objectionsToAgreement, underWayFor } from './agreement-life.ts'
import { titleOf } from './agreement-page.ts'
import { driverItems, helpingItems, proposalItems, subCircleItems } from './backlog-waiting.ts'
import { linkItems } from './link-items.ts'
import { roleItems } from './role-items.ts'
import { meetingItems } from './meeting-waiting.ts'

export type BacklogItem = OutputOf<Procedures['backlog']['list']>['items'][number]

/** All that waits for the circle, in its order, with what was noted of each item. */
export function backlogLines(circle: Circle, today: string): BacklogItem[] {
  const items = [
    ...backlogOf(circle, today),
    ...[...circle.proposals.values()].flatMap((proposal) => proposalItems(circle, proposal, today)),
    ...meetingItems(circle, today),
    ...helpingItems(circle, today),
    ...subCircleItems(circle),
    ...linkItems(circle, today),
    ...[...circle.drivers.values()].flatMap((driver) => driverItems(circle, driver)),
    ...roleItems(circle, today),
  ]
  const byItem = new Map(items.map((item) => [item.item, item]))
  const order = inBacklogOrder(
    circle,
    [...byItem.values()].sort(byNeed).map(({ item }) => item),
  )
  return order.flatMap((item) => byItem.get(item) ?? []).map((item) => ({ ...item, ...notesOf(circle, item) }))
}

/** As it comes, before anybody put it in order: by kind, then by what is due first. */
function byNeed(a: BacklogItem, b: BacklogItem): number {
  const [kindA, kindB] = [a, b].map(({ kind }) => BacklogKind.options.indexOf(kind)) as [number, number]
  return kindA - kindB || byCodeUnit(a.due ?? '', b.due ?? '') || byCodeUnit(a.item, b.item)
}

function notesOf(circle: Circle, { item, due = null, owner: own = null }: BacklogItem) {
  const { owner: noted, minutes, next } = backlogNotes(circle, item)
  const owner = noted ?? own
  const by = next === null ? null : nextNoter(circle, item)
  const ownerName = owner === null ? null : nameOf(circle, owner)
  return { due, owner, ownerName, minutes, next, ...(by !== null && { nextBy: by }) }
}

/** What waits for the circle about its agreements; one that a merge contested is there by itself (D3 row 2). Derived at every look, never written down by a node (architecture.md, "Seen"). */
export function backlogOf(circle: Circle, today: string): BacklogItem[] {
  const agreements = [...circle.agreements.values()].sort((a, b) => byCodeUnit(a.id, b.id))
  return agreements.flatMap((agreement) => {
    const state = agreementState(circle, agreement)
    if (state === 'superseded') return []
    return [
      ...(state === 'contested' ? [itemOf(circle, agreement, 'reconcile', agreement.id)] : []),
      ...objectionItems(circle, agreement),
      ...(state === 'contested' ? [] : reviews(circle, agreement, state, today)),
    ]
  })
}

/** D3 row 3: an objection to an agreement waits until its author is content or another agreement takes its place. */
function objectionItems(circle: Circle, agreement: AgreementRecord): BacklogItem[] {
  return objectionsToAgreement(circle, agreement)
    .filter((one) => ['raised', 'understood', 'offered'].includes(objectionState(circle, one)))
    .map(({ id, person, reason }) => ({
      ...itemOf(circle, agreement, 'objection-to-agreement', id),
      title: reason ?? '',
      person,
    }))
}

/** [L1] Soon to be looked at again, or overdue. */
function reviews(circle: Circle, agreement: AgreementRecord, state: AgreementState, today: string): BacklogItem[] {
  // A seat has a term of its own (role-items.ts).
  if (contentOf(circle, agreement)?.effect?.kind === 'seat') return []
  const due = dueOf(circle, agreement, today, state)
  if (due === null || due === 'current') return []
  const kind = due === 'overdue' || due === 'lapsed' ? 'review-due' : 'review-soon'
  const review = contentOf(circle, agreement)?.review ?? null
  return [{ ...itemOf(circle, agreement, kind, `review-${agreement.id}`), due: review }]
}

/** [L5] An item says whose next step it is, and what is under way for it already. */
function itemOf(circle: Circle, agreement: AgreementRecord, kind: BacklogItem['kind'], item: string): BacklogItem {
  const owner = caredForBy(circle, agreement)
  return {
    item,
    kind,
    about: agreement.id,
    title: titleOf(circle, agreement),
    owner,
    proposal: underWayFor(circle, agreement)[0]?.proposal ?? null,
  }
}

import type { Circle, ProposalRecord } from '../../domain/circle.ts'
import { driverState } from '../../domain/drivers/queries.ts'
import type { DriverRecord } from '../../domain/drivers/record.ts'
import { endOf } from '../../domain/proposals/queries.ts'
import { helpingCircles } from '../../domain/helping/queries.ts'
import { kinOf } from '../../domain/standing/queries.ts'
import { subCircles } from './kin.ts'
import type { BacklogItem } from './backlog.ts'
import { proposalsOf, wordingShown } from './driver-page.ts'
import { proposalState, versionShown } from './proposal-page.ts'

/** A driver waits until the circle knows what becomes of it and, once accepted, until a proposal is under way for it. */
export function driverItems(circle: Circle, driver: DriverRecord): BacklogItem[] {
  const state = driverState(circle, driver)
  if (state !== 'noticed' && state !== 'accepted') return []
  const underWay = proposalsOf(circle, driver).some((one) => ['open', 'in-round', 'contested'].includes(one.state))
  if (underWay) return []
  const kind = state === 'noticed' ? ('driver' as const) : ('driver-accepted' as const)
  const { content, person } = wordingShown(driver)
  return [{ item: driver.id, kind, about: driver.id, title: content.statement, person }]
}

/** What is under way, and what was put aside until a day that has come. */
export function proposalItems(circle: Circle, proposal: ProposalRecord, today: string): BacklogItem[] {
  const state = proposalState(circle, proposal)
  const { title, owner } = versionShown(proposal).content
  const of = { about: proposal.id, title, owner: owner ?? proposal.author }
  if (state === 'open' || state === 'in-round') return [{ ...of, item: proposal.id, kind: 'proposal' }]
  const [carrier] = endOf(proposal)?.carriers ?? []
  if (state === 'escalated' && carrier !== undefined)
    return [{ ...of, item: `escalated-${proposal.id}`, kind: 'escalated', owner: carrier }]
  const until = state === 'tabled' ? (endOf(proposal)?.until ?? null) : null
  if (until === null || until > today) return []
  return [{ ...of, item: `tabled-${proposal.id}`, kind: 'tabled-due', due: until }]
}

/** A helping circle is due on its day, and when it has reported it is to be heard. */
export function helpingItems(circle: Circle, today: string): BacklogItem[] {
  return helpingCircles(circle).flatMap(
    ({ agreement: { id }, charter: { name, due, members }, state }): BacklogItem[] => {
      const of = { about: id, title: name, due, owner: members[0] ?? null }
      if (state === 'reported') return [{ ...of, item: `report-${id}`, kind: 'helping-report' }]
      return state === 'dissolved' || due > today ? [] : [{ ...of, item: `helping-${id}`, kind: 'helping-due' }]
    },
  )
}

/** What was agreed to be a circle of its own, until somebody founded it. */
export function subCircleItems(circle: Circle): BacklogItem[] {
  return subCircles(circle).flatMap(({ agreement, effect }): BacklogItem[] => {
    const isFounded = kinOf(circle).some((one) => one.agreement === agreement)
    if (effect.kind !== 'sub-circle' || isFounded) return []
    return [
      { item: `found-${agreement}`, kind: 'sub-circle', about: agreement, title: effect.name, owner: effect.founder },
    ]
  })
}

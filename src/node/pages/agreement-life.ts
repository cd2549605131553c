import { becameOf, contentOf, isEnding, meansOf } from '../../domain/agreements/life.ts'
import { agreementState } from '../../domain/agreements/queries.ts'
import type { AgreementRecord, Circle, ResponseRecord } from '../../domain/circle.ts'
import { objectionsTo } from '../../domain/rounds/queries.ts'
import { proposalState, versionShown } from './proposal-page.ts'

/** The agreement in whose place this one came; null where it is the first. */
export function replacedBy(circle: Circle, agreement: AgreementRecord): AgreementRecord | null {
  const slot = circle.proposals.get(agreement.proposal)?.slot
  const ids = new Set(slot?.closes.map((close) => close.agreement))
  const others = [...ids].flatMap((id) => circle.agreements.get(id) ?? [])
  return others.find((one) => becameOf(circle, one)?.agreement.id === agreement.id) ?? null
}

/** Proposals before the circle that would take the place of what stands in this agreement's slot. */
export function underWayFor(circle: Circle, agreement: AgreementRecord) {
  const own = circle.proposals.get(agreement.proposal)
  const open = [...circle.proposals.values()].filter((one) => {
    if (own === undefined || one.slot !== own.slot || one === own) return false
    return ['open', 'in-round'].includes(proposalState(circle, one))
  })
  return open.map((one) => {
    const { content } = versionShown(one)
    return { proposal: one.id, title: content.title, how: meansOf(circle, content)?.how ?? ('changed' as const) }
  })
}

/** D3 row 3: objections of people who knew of the agreement, as long as nobody has settled them. */
export function objectionsToAgreement(circle: Circle, agreement: AgreementRecord): ResponseRecord[] {
  const proposal = circle.proposals.get(agreement.proposal)
  return proposal === undefined ? [] : objectionsTo(proposal).filter((one) => one.late === agreement.id)
}

/** Whether it stands and says more than that something has ended. */
export function stands(circle: Circle, agreement: AgreementRecord): boolean {
  const state = agreementState(circle, agreement)
  const content = contentOf(circle, agreement)
  return state !== 'superseded' && state !== 'invalid' && !(content !== null && isEnding(content))
}

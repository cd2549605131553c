import type { AgreementRecord, Circle } from '../circle.ts'
import type { Past } from '../causality.ts'

/** What was agreed in a past; null where a valid close of it is not in it. It need not stand any more. */
export function agreementIn(circle: Circle, past: Past, id: string): AgreementRecord | null {
  const agreement = circle.agreements.get(id)
  const isAgreed = agreement?.closes.some((close) => close.problem === null && past.has(close.stamp))
  return agreement !== undefined && isAgreed === true ? agreement : null
}

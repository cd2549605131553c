import type { CloseRecord, ProposalRecord, RoundRecord } from '../circle.ts'
import { EVERYTHING, saw } from '../causality.ts'
import { deciding } from '../members/cuts.ts'
import type { Contest } from './contest.ts'

/** [O4] That an objection does qualify after all, said by somebody asked who did not know of the close that set it aside. */
export function contestingTests(
  proposal: ProposalRecord,
  round: RoundRecord,
  closes: readonly CloseRecord[],
): Contest[] {
  const tested = new Set(closes.flatMap((close) => close.tested ?? []))
  if (tested.size === 0) return []
  const aside = proposal.responses.filter(({ tests }) => tests.some(({ id }) => tested.has(id)))
  return aside.flatMap(({ id, tests }) =>
    deciding(EVERYTHING, tests)
      .filter((one) => one.qualifies && round.electorate.includes(one.person))
      .filter((one) => !closes.some((close) => saw(close.stamp, one.stamp) || saw(one.stamp, close.stamp)))
      .map(({ person, stamp }): Contest => ({ kind: 'objection', id, person, stamp })),
  )
}

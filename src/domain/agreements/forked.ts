import type { Circle, CloseRecord, RoundRecord } from '../circle.ts'
import type { Fork } from '../members/records.ts'
import { EVERYTHING, saw } from '../causality.ts'
import { forkOver } from '../members/forks.ts'
import type { Contest } from './contest.ts'

/**
 * D3 row 13: every certificate rests on a consent that its person's device gave after it had gone on in two ways. The
 * certificates hold; which way is the person's, is for the circle to ask. A close that knows all sides answers it.
 */
export function contestingForks(circle: Circle, round: RoundRecord, closes: readonly CloseRecord[]): Contest[] {
  const forksOn = (close: CloseRecord) =>
    close.cited.flatMap(({ person, word }) => {
      const fork = forkOver(EVERYTHING, word.stamp)
      return fork === undefined ? [] : [{ person, fork }]
    })
  const each = closes.map(forksOn)
  if (each.some((forks) => forks.length === 0)) return []
  const open = each.flat().filter(({ fork }) => !isSettledApart(circle, round, closes, fork))
  const contests = open.flatMap(({ person, fork }) =>
    fork.sides
      .filter((side) => !closes.every((close) => saw(close.stamp, side)))
      .map((stamp) => ({ kind: 'device-forked' as const, id: stamp.id, person, stamp })),
  )
  return [...new Map(contests.map((contest) => [contest.id, contest])).values()]
}

/** Everyone asked has said something after the close that knew nothing of the fork: a fork put back afterwards marks nothing. */
function isSettledApart(circle: Circle, round: RoundRecord, closes: readonly CloseRecord[], fork: Fork): boolean {
  const settled = new Set<string>()
  for (const { person, stamp } of circle.counted.values()) {
    const knows = fork.sides.filter((side) => saw(stamp, side)).length > 1
    if (!knows && closes.some((close) => saw(stamp, close.stamp))) settled.add(person)
  }
  return round.electorate.every((person) => settled.has(person))
}

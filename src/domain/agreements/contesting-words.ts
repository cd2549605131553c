import type { Circle, ProposalRecord, ResponseRecord } from '../circle.ts'
import { EVERYTHING, newest, saw } from '../causality.ts'
import { decides, isBeyondCut } from '../members/cuts.ts'
import { wasHeardInTime } from '../spoken/queries.ts'
import type { Contest } from './contest.ts'
import { isOfTheAsked } from './asked.ts'
import { heardByAll } from './seen.ts'
import type { Decision, Removal } from './too-late.ts'

/** D3 rows 2 and 4: in time means not having known of a close (D2.5); the last such word of each person is what stands. */
export function contestingWords(
  circle: Circle,
  proposal: ProposalRecord,
  decision: Decision,
  out: readonly Removal[],
): Contest[] {
  const { round, closes } = decision
  const known = heardByAll(circle, decision, out)
  const inTime = proposal.slot.responses.filter(
    (one) =>
      one.late === null &&
      decides(known, one.stamp) &&
      !closes.some((close) => saw(one.stamp, close.stamp)) &&
      isOfTheAsked(round, closes, one.stamp) &&
      wasHeardInTime(one, round, closes),
  )
  const standing = round.electorate.flatMap((person) => {
    const theirs = inTime.filter((one) => one.person === person)
    const here = newest(theirs.filter((one) => one.proposal === proposal.id))
    // A consent to something else in the slot takes back what was said here; an objection to that says nothing of this.
    const elsewhere = newest(theirs).filter((one) => one.proposal !== proposal.id && one.answer === 'consent')
    return [...here, ...elsewhere]
  })
  const isResolved = (one: ResponseRecord) =>
    [...one.withdrawn, ...one.reframed].some(({ stamp }) => !isBeyondCut(known, stamp))
  return standing
    .filter((one) => !closes.some((close) => saw(close.stamp, one.stamp)) && decides(EVERYTHING, one.stamp))
    .filter((one) => (one.answer === 'objection' ? !isResolved(one) : one.version !== round.version))
    .map((one: ResponseRecord) => ({
      kind: one.answer === 'objection' ? 'objection' : 'other-consent',
      id: one.id,
      person: one.person,
      stamp: one.stamp,
    }))
}

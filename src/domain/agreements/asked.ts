import type { CloseRecord, RoundRecord } from '../circle.ts'
import type { DeviceBinding } from '../members/records.ts'
import { saw, type Stamp } from '../causality.ts'
import { doorsOf } from '../members/forks.ts'

/**
 * [A3] Whether everyone who has heard all that the asked said after the close also knows of the device behind a word. One
 * that somebody else let in apart from the close may speak for its person anywhere but against what was closed: nobody
 * could have waited for it.
 */
export function isOfTheAsked(round: RoundRecord, closes: readonly CloseRecord[], word: Stamp): boolean {
  const doors = doorsOf(word)
  const isKnown = (door: Stamp) => closes.some((close) => saw(close.stamp, door))
  return (
    doors.length === 0 ||
    doors.some(
      ({ stamp, by }) => isKnown(stamp) || (round.electorate.includes(by) && isOfTheAsked(round, closes, stamp)),
    )
  )
}

export function isDoorOfTheAsked(
  round: RoundRecord,
  closes: readonly CloseRecord[],
  { stamp, by }: DeviceBinding,
): boolean {
  if (closes.some((close) => saw(close.stamp, stamp))) return true
  return round.electorate.includes(by) && isOfTheAsked(round, closes, stamp)
}

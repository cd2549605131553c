import type { Circle, CloseRecord, RoundRecord } from '../circle.ts'
import { saw, type Stamp } from '../causality.ts'
import { doorsOf } from '../members/forks.ts'
import { devicesOf } from '../members/queries.ts'

/**
 * [A2] Whether a person's devices can say nothing more that knows none of these closes: each that is not gone has said
 * something after one of them, or was let in by someone who knew of it. Somebody must have been shown it: at least one
 * word after it is theirs.
 */
export function hasSeen(circle: Circle, person: string, closes: readonly CloseRecord[]): boolean {
  const after = (stamp: Stamp) => closes.some((close) => saw(stamp, close.stamp))
  const theirs = new Map((circle.members.get(person)?.devices ?? []).map(({ key }) => [key, { spoke: 0, after: 0 }]))
  // A chain that forks has two ends, and each must have come after.
  for (const { device, stamp } of circle.tips.values()) {
    const ends = theirs.get(device)
    if (ends === undefined) continue
    ends.spoke += 1
    if (after(stamp)) ends.after += 1
  }
  if (![...theirs.values()].some((ends) => ends.after > 0)) return false
  return devicesOf(circle, person).every(({ key, bindings }) => {
    const { spoke = 0, after: later = 0 } = theirs.get(key) ?? {}
    return (spoke > 0 && spoke === later) || bindings.every(({ stamp }) => after(stamp))
  })
}

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

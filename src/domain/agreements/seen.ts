import type { Circle } from '../circle.ts'
import { EVERYTHING, saw, type Past, type Stamp } from '../causality.ts'
import { isOfTheAsked } from './asked.ts'
import { awaitedDevices, isTooLate, type Decision, type Removal } from './too-late.ts'

/**
 * [A2] Whether a person's devices can say nothing more that knows none of these closes: each that is awaited has said
 * something after one of them. Somebody must have been shown it: at least one word after it is theirs.
 */
export function hasSeen(circle: Circle, person: string, { closes }: Decision, out: readonly Removal[]): boolean {
  const after = (stamp: Stamp) => closes.some((close) => saw(stamp, close.stamp))
  const theirs = new Map((circle.members.get(person)?.devices ?? []).map(({ key }): [string, Stamp[]] => [key, []]))
  for (const { device, stamp } of circle.tips.values()) theirs.get(device)?.push(stamp)
  if (![...theirs.values()].some((ends) => ends.some(after))) return false
  return awaitedDevices(circle, EVERYTHING, person, closes, out).every(({ key }) => {
    const ends = endsOf(theirs.get(key) ?? [])
    return ends.length > 0 && ends.every(after)
  })
}

/**
 * A chain that forks has two ends, and each must have come after. Where one side of a fork did not count, that side has
 * none, and what stands before the fork is the end of neither.
 */
function endsOf(tips: readonly Stamp[]): Stamp[] {
  return tips.filter((tip) => !tips.some((other) => other !== tip && saw(other, tip)))
}

/**
 * [A2] What can bring back what somebody gave up: said by someone who was asked and who knew nothing of the close. A cut
 * that comes later takes words away, and lets no older ones contest again, or what is settled would not stay so.
 */
export function heardByAll(circle: Circle, decision: Decision, out: readonly Removal[]): Past {
  const { round, closes } = decision
  return {
    has: (stamp) =>
      !closes.some((close) => saw(stamp, close.stamp)) &&
      round.electorate.includes(circle.counted.get(stamp.id)?.person ?? '') &&
      isOfTheAsked(round, closes, stamp) &&
      !isTooLate(circle, EVERYTHING, decision, [stamp], out),
  }
}

import type { Act, Circle, CloseRecord, RoundRecord } from '../circle.ts'
import type { DeviceBinding, DeviceRecord } from '../members/records.ts'
import { concurrent, inPast, saw, type Past, type Stamp } from '../causality.ts'
import { isBeyondGone, isGone } from '../members/cuts.ts'
import { isBeyondFork, isFrozen } from '../members/forks.ts'
import { isDoorOfTheAsked } from './asked.ts'

/** What was agreed: whom it asked, and the certificates of it that are looked at. */
export interface Decision {
  readonly round: RoundRecord
  readonly closes: readonly CloseRecord[]
}

/** Somebody whom the circle goes on without, for good. */
export interface Removal {
  readonly person: string
  readonly closes: readonly CloseRecord[]
}

/**
 * [A3] Whether something came to light too late to contest what was agreed: everyone whom that asked had said something
 * after its close, on each of their devices, and knew nothing of the news. So what was settled stays settled, also where a
 * removal turns out to be mutual, or a device to be gone; and only one of two agreements made apart can be so settled
 * where anybody was asked by both (D4); where nobody was, `others-alone.ts` says who else has to hear. `out`: whom the circle goes on without for good.
 */
export function isTooLate(
  circle: Circle,
  past: Past,
  decision: Decision,
  news: readonly Stamp[],
  out: readonly Removal[],
): boolean {
  const { round, closes } = decision
  const heard = [...circle.counted.values()].filter(
    ({ stamp }) => past.has(stamp) && isAfter(stamp, closes) && !news.some((one) => saw(stamp, one)),
  )
  return whoMustHear(decision).every((person) => {
    if (out.some((one) => one.person === person)) return true
    const awaited = awaitedDevices(circle, past, person, closes, out, (door) => isDoorOfTheAsked(round, closes, door))
    const theirs = heard.filter((act) => act.person === person)
    return theirs.length > 0 && awaited.every(({ key }) => theirs.some(({ device }: Act) => device === key))
  })
}

/** [M11] Of two, neither speaks for the circle: whom one alone sends away has to have heard of it. */
export function whoMustHear({ round, closes }: Decision): readonly string[] {
  const effect = closes[0]?.effect
  const consenting = new Set(closes.flatMap(({ cited }) => cited.map(({ person }) => person)))
  return effect?.kind === 'remove' && consenting.size < 2 ? [...round.electorate, effect.person] : round.electorate
}

/**
 * [A2] The devices whose next word could still know nothing of a close, in a past: none that are gone or frozen, none that
 * were let in by someone who knew of it, and none that the circle has gone on without.
 */
export function awaitedDevices(
  circle: Circle,
  past: Past,
  person: string,
  closes: readonly CloseRecord[],
  out: readonly Removal[],
  isOfConcern: (door: DeviceBinding) => boolean = () => true,
): DeviceRecord[] {
  const isOpen = (door: DeviceBinding) =>
    !isAfter(door.stamp, closes) && isOfConcern(door) && !isLost(past, door) && !out.some((one) => isShutBy(one, door))
  return (circle.members.get(person)?.devices ?? []).filter(
    ({ key, bindings }) =>
      !isGone(circle, past, key) && !isFrozen(circle, past, key) && inPast(past, bindings).some(isOpen),
  )
}

/** Let in by a device that was gone by then, or that went on in two ways. */
function isLost(past: Past, { as, stamp }: DeviceBinding): boolean {
  return as === 'device' && (isBeyondGone(past, stamp) || isBeyondFork(past, stamp))
}

function isShutBy({ person, closes }: Removal, door: DeviceBinding): boolean {
  if (door.person === person) return !isAfter(door.stamp, closes)
  return door.by === person && door.as === 'device' && closes.every(({ stamp }) => concurrent(stamp, door.stamp))
}

function isAfter(stamp: Stamp, closes: readonly CloseRecord[]): boolean {
  return closes.some((close) => saw(stamp, close.stamp))
}

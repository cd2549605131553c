import type { Circle } from '../circle.ts'
import { byCodeUnit } from '../canonical.ts'
import { EVERYTHING, inPast, saw, type Past, type Stamp } from '../causality.ts'
import { removalsIn } from '../members/belonging.ts'
import { deciding } from '../members/cuts.ts'
import { linkLeavings } from '../links/seats.ts'
import { belongs, devicesOf } from '../members/queries.ts'

/** [Z1] The epochs in which one may write, in a past: no other was opened after them. Two where they were opened apart. */
export function currentEpochs(circle: Circle, past: Past = EVERYTHING): string[] {
  const opened = inPast(past, circle.epochs)
  const before = new Set(opened.flatMap(({ parents }) => parents))
  return [...new Set(opened.map(({ epoch }) => epoch))].filter((epoch) => !before.has(epoch)).sort(byCodeUnit)
}

/** How many epochs came before one. */
export function epochTurn({ epochs }: Circle, epoch: string): number {
  const before = new Set<string>()
  for (const open = [epoch]; open.length > 0;) {
    const one = open.pop()
    for (const { parents } of epochs.filter((opening) => opening.epoch === one))
      for (const parent of parents)
        if (!before.has(parent)) {
          before.add(parent)
          open.push(parent)
        }
  }
  return before.size
}

/** [Z2] The devices that may read what is said next, in a past: of everyone who belongs, as long as they are not gone. */
export function entitledDevices(circle: Circle, past: Past): string[] {
  const people = [...circle.members.keys()].filter((person) => belongs(circle, past, person))
  return people.flatMap((person) => devicesOf(circle, person, past).map(({ key }) => key)).sort(byCodeUnit)
}

/**
 * [Z3] Whether a new epoch is due in a past: somebody was removed or left, or a device is gone, and the newest epoch was opened by
 * who did not know; or two were opened apart; or a device was let in apart from the newest and has not its key.
 */
export function isEpochDue(circle: Circle, past: Past = EVERYTHING): boolean {
  const current = currentEpochs(circle, past)
  const [only] = current
  if (current.length !== 1) return current.length > 1
  const openings = inPast(past, circle.epochs).filter(({ epoch }) => epoch === only)
  const isKnown = (stamp: Stamp) => openings.some((opening) => saw(opening.stamp, stamp))
  const removals = [...circle.members.values()].flatMap((member) => removalsIn(circle, past, member))
  if (removals.some((closes) => !closes.some(({ stamp }) => isKnown(stamp)))) return true
  const departures = [...circle.members.values()].flatMap((member) => deciding(past, member.departures))
  if (departures.some(({ stamp }) => !isKnown(stamp))) return true
  // [Q5] Who went with a link reads nothing more, as who was removed.
  const leavings = [...circle.members.values()].flatMap((member) => linkLeavings(circle, past, member))
  if (leavings.some((tellings) => !tellings.some(isKnown))) return true
  const devices = [...circle.devices.values()]
  const gone = devices.flatMap(({ cuts }) => inPast(past, cuts).filter(({ why }) => why === 'device-gone'))
  if (gone.some(({ stamp }) => !isKnown(stamp))) return true
  const reached = new Set(openings.flatMap(({ boxes }) => boxes.map(({ device }) => device)))
  const isGiven = (device: string) => {
    const doors = inPast(past, circle.devices.get(device)?.bindings ?? [])
    return doors.some(({ stamp }) => openings.some((opening) => opening.stamp === stamp || saw(stamp, opening.stamp)))
  }
  return entitledDevices(circle, past).some((device) => !reached.has(device) && !isGiven(device))
}

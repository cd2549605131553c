import type { Circle } from '../circle.ts'
import type { Cut, DeviceBinding, DeviceRecord } from './records.ts'
import { concurrent, inPast, type Past, type Stamp } from '../causality.ts'
import { doorsOf, isBeyondFork } from './forks.ts'

/**
 * Where the words of a device end (D3 row 12). A cut is what its author had heard: that stands. What the device said apart
 * from it counted where it was said and is kept, but nothing is decided by it any more. No rule may ask this of anything
 * but its own past, and a certificate that is valid stays so: a cut is asked about sets, never about a single event.
 */
export function isBeyondCut(past: Past, word: Stamp): boolean {
  return cutsOver(past, word).length > 0
}

/** The cuts that put a word beyond them: those of its device, else those of whoever let that device in. */
export function cutsOver(past: Past, word: Stamp): readonly Cut[] {
  const own = word.by.cuts.filter((cut) => past.has(cut.stamp) && isOver(past, cut, word))
  if (own.length > 0) return own
  const shut = doorsOf(word).map((door) => (door.as === 'device' ? cutsOver(past, door.stamp) : []))
  return shut.every((cuts) => cuts.length > 0) ? shut.flat() : []
}

/** The same, of devices that are gone only: whatever becomes of a removal, they stay so. */
export function isBeyondGone(past: Past, word: Stamp): boolean {
  const isOverIt = (cut: Cut) => cut.why === 'device-gone' && past.has(cut.stamp) && concurrent(cut.stamp, word)
  if (word.by.cuts.some(isOverIt)) return true
  const doors = doorsOf(word)
  return doors.length > 0 && doors.every((door) => door.as === 'device' && isBeyondGone(past, door.stamp))
}

/** D3 row 9: a removal is cut where none of its certificates had heard more. */
function isOver(past: Past, cut: Cut, word: Stamp): boolean {
  if (!concurrent(cut.stamp, word)) return false
  const { removal } = cut
  if (removal === undefined) return true
  const same = word.by.cuts.filter((one) => one.removal?.agreement === removal.agreement && past.has(one.stamp))
  return same.every((one) => concurrent(one.stamp, word)) && removal.holds(past)
}

/** The records whose words stand in a past. */
export function uncut<T extends { readonly stamp: Stamp }>(past: Past, records: readonly T[]): T[] {
  return inPast(past, records).filter((record) => !isBeyondCut(past, record.stamp))
}

/** The records whose words stand in a past, and decide: also none from where a device went on in two ways. */
export function deciding<T extends { readonly stamp: Stamp }>(past: Past, records: readonly T[]): T[] {
  return inPast(past, records).filter(({ stamp }) => decides(past, stamp))
}

export function decides(past: Past, word: Stamp): boolean {
  return !isBeyondCut(past, word) && !isBeyondFork(past, word)
}

/** [M8] Who knows that a device is gone hears nothing more from it. */
export function isGone(circle: Circle, past: Past, device: string): boolean {
  return inPast(past, circle.devices.get(device)?.cuts ?? []).some(({ why }) => why === 'device-gone')
}

/** Who was let in as a person stays; a device that was let in by one beyond its cut has no more voice than that one. */
export function isShut(past: Past, door: DeviceBinding): boolean {
  return door.as === 'device' && (isBeyondCut(past, door.stamp) || isBeyondFork(past, door.stamp))
}

export function deviceOf(circle: Circle, key: string): DeviceRecord {
  const known = circle.devices.get(key)
  if (known !== undefined) return known
  const device: DeviceRecord = { key, bindings: [], cuts: [], said: new Map(), forks: [], borrowed: [] }
  circle.devices.set(key, device)
  return device
}

import type { Circle } from '../circle.ts'
import type { DeviceBinding, DeviceRecord, Fork } from './records.ts'
import { saw, type Past, type Stamp } from '../causality.ts'
import type { EventType } from '../events.ts'
import { refusal, type Refusal } from '../refusal.ts'

/**
 * [E8] A device whose chain goes on in two ways is frozen at the first place where they part: nobody can tell which of
 * them is its person (D3 row 13). What it said from there on counted where it was said; no new decision rests on it.
 * As with cuts, no event is asked this of anything but its own past. What such words gave up stays given up: a fork that
 * was put far back must not bring back what was settled.
 */
export function isBeyondFork(past: Past, word: Stamp): boolean {
  return forkOver(past, word) !== undefined
}

/** The first fork at or before a word: of its device, or of the one that let that device in. */
export function forkOver(past: Past, word: Stamp): Fork | undefined {
  const own = firstFork(past, word.by)
  if (own !== undefined && own.seq <= word.seq) return own
  const doors = doorsOf(word).map((door) => (door.as === 'device' ? forkOver(past, door.stamp) : undefined))
  return doors.every((fork) => fork !== undefined) ? doors[0] : undefined
}

function firstFork(past: Past, device: DeviceRecord): Fork | undefined {
  if (device.forks.length === 0) return undefined
  const known = device.forks.filter(({ sides }) => sides.filter((side) => past.has(side)).length > 1)
  return known.reduce<Fork | undefined>(
    (first, fork) => (first === undefined || fork.seq < first.seq ? fork : first),
    undefined,
  )
}

/** How the device behind a word was let in, as far as the word knew. The founder's came in by itself. */
export function doorsOf(word: Stamp): DeviceBinding[] {
  return word.by.bindings.filter((door) => door.stamp.id !== word.id && saw(word, door.stamp))
}

/** To be called for everything a device says in its own chain. */
export function noteForks(device: DeviceRecord, stamp: Stamp): void {
  const first = device.said.get(stamp.seq)
  if (first === undefined) {
    device.said.set(stamp.seq, stamp)
    return
  }
  const fork = device.forks.find(({ seq }) => seq === stamp.seq)
  if (fork === undefined) device.forks.push({ seq: stamp.seq, sides: [first, stamp] })
  else fork.sides.push(stamp)
}

export function isFrozen(circle: Circle, past: Past, device: string): boolean {
  const known = circle.devices.get(device)
  return known !== undefined && firstFork(past, known) !== undefined
}

/** Words of reason are kept for all to read, as concerns are (D2.7). */
const KEPT: ReadonlySet<EventType> = new Set(['concern.added', 'objection.raised', 'agreement.objected'])

/** [E8] A device that knows that it forked has nothing more to decide. */
export function forkProblem(circle: Circle, past: Past, device: string, type: string): Refusal | null {
  const kept: ReadonlySet<string> = KEPT
  return !kept.has(type) && isFrozen(circle, past, device) ? refusal('device-forked') : null
}

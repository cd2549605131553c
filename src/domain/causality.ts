import type { DeviceRecord } from './members/records.ts'

/**
 * Our own causality (architecture.md, "The log"). A stamp places a verified event among all others: `clock[d]` is the
 * highest sequence of branch `d` in its past, itself included. A device's events are one branch; where they fork, each
 * side has its own. Clocks are computed here, never taken from a sender; the indexes belong to one fold and are never
 * stored or compared between nodes.
 */
export interface Stamp {
  readonly id: string
  /** The device that said it: live, shared by all its stamps. Says which of its words stand (`members/cuts.ts`). */
  readonly by: DeviceRecord
  /** Index of its branch. */
  readonly device: number
  readonly seq: number
  readonly clock: readonly number[]
}

/** Anything a rule may look at: what counts only has its own past, what may be appended has all that this node knows. */
export interface Past {
  has(stamp: Stamp): boolean
}

export const EVERYTHING: Past = { has: () => true }

/** Whether whoever wrote `later` had `earlier` before them. An event saw itself. */
export function saw(later: Stamp, earlier: Stamp): boolean {
  return (later.clock[earlier.device] ?? 0) >= earlier.seq
}

export function concurrent(a: Stamp, b: Stamp): boolean {
  return !saw(a, b) && !saw(b, a)
}

/** What an event could know: everything below it, not the event itself. */
export function pastOf(stamp: Stamp): Past {
  return { has: (other) => other.id !== stamp.id && saw(stamp, other) }
}

export function inPast<T extends { readonly stamp: Stamp }>(past: Past, records: readonly T[]): T[] {
  return records.filter((record) => past.has(record.stamp))
}

/** The records that no other record of the list came after. Quick where the list is in an order of causes, as records are. */
export function newest<T extends { readonly stamp: Stamp }>(records: readonly T[]): T[] {
  const maybe: T[] = []
  for (const one of [...records].reverse()) if (!maybe.some((later) => saw(later.stamp, one.stamp))) maybe.push(one)
  return maybe.reverse().filter((one) => !maybe.some((other) => other !== one && saw(other.stamp, one.stamp)))
}

/** The clock of an event: the maximum of its parents' clocks and, where given, itself. */
export function clockAfter(
  parents: readonly ({ readonly clock: readonly number[] } | undefined)[],
  device = 0,
  seq = 0,
): readonly number[] {
  const clock: number[] = []
  for (const parent of parents) {
    if (parent === undefined) continue
    // Called twice for each event of a circle: by index it is much quicker than by an iterator.
    for (let index = 0; index < parent.clock.length; index += 1) {
      const known = parent.clock[index] ?? 0
      if (index >= clock.length) clock.push(known)
      else if (known > (clock[index] ?? 0)) clock[index] = known
    }
  }
  while (clock.length <= device) clock.push(0)
  clock[device] = Math.max(clock[device] ?? 0, seq)
  return clock
}

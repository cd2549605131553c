import type { Act, Circle } from './circle.ts'
import { saw } from './causality.ts'

const TOLERANCE = 24 * 60 * 60 * 1000

export interface Told {
  /** What its author's clock said; where that cannot be, the nearest that the others' clocks allow. In milliseconds. */
  readonly at: number
  /** D3 row 17: shown as unsure. The event counts as any other. */
  readonly isUnsure: boolean
}

/**
 * [S3] D2.1: when something was said, as far as clocks tell. Unsure where the author's clock says a time before their own
 * earlier words, or differs by more than a day from what most others' clocks leave room for: not before most had said
 * what it builds on, not after most had said what builds on it.
 */
export function toldTime(circle: Circle, act: Act): Told {
  const { at, stamp, person } = act
  const before = new Map<string, number>()
  const after = new Map<string, number>()
  let own = 0
  for (const other of circle.counted.values()) {
    if (other.stamp.id === stamp.id) continue
    if (saw(stamp, other.stamp)) {
      if (other.device === act.device) own = Math.max(own, other.at)
      else if (other.person !== person) before.set(other.person, Math.max(before.get(other.person) ?? 0, other.at))
    } else if (saw(other.stamp, stamp) && other.person !== person) {
      after.set(other.person, Math.min(after.get(other.person) ?? Infinity, other.at))
    }
  }
  const [earliest, latest] = [median(before, 0), median(after, Infinity)]
  if (at >= own && at >= earliest - TOLERANCE && at <= latest + TOLERANCE) return { at, isUnsure: false }
  return { at: Math.max(earliest, Math.min(latest, Math.max(at, own))), isUnsure: true }
}

/** The middle of what the others' clocks say: of two in the middle the one that leaves more room. */
function median(times: ReadonlyMap<string, number>, none: number): number {
  const sorted = [...times.values()].sort((a, b) => a - b)
  const middle = none === 0 ? Math.floor((sorted.length - 1) / 2) : Math.floor(sorted.length / 2)
  return sorted[middle] ?? none
}

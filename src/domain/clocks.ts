import type { Act, Circle } from './circle.ts'
import { saw, type Stamp } from './causality.ts'

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
  for (const branch of branchesOf(circle)) {
    const last = branch.lastBefore(stamp)
    if (branch.device === act.device) own = Math.max(own, last ?? 0)
    if (branch.person === person) continue
    if (last !== null) before.set(branch.person, Math.max(before.get(branch.person) ?? 0, last))
    const first = branch.firstAfter(stamp)
    if (first !== null) after.set(branch.person, Math.min(after.get(branch.person) ?? Infinity, first))
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

/** One person's device, or one side of it where it forked, and what its clock said. */
interface Branch {
  readonly person: string
  readonly device: string
  /** The latest time it told among what this event saw, itself left out. */
  lastBefore(stamp: Stamp): number | null
  /** The earliest time it told among what saw this event. */
  firstAfter(stamp: Stamp): number | null
}

/** A story asks for the time of each of its lines, and a circle may be years old: all is looked through once. */
const known = new WeakMap<Circle['counted'], { readonly size: number; readonly branches: readonly Branch[] }>()

function branchesOf({ counted }: Circle): readonly Branch[] {
  const before = known.get(counted)
  if (before?.size === counted.size) return before.branches
  const acts = new Map<number, [Act, ...Act[]]>()
  for (const act of counted.values()) {
    const said = acts.get(act.stamp.device)
    if (said === undefined) acts.set(act.stamp.device, [act])
    else said.push(act)
  }
  const branches = [...acts.values()].map(branchOf)
  known.set(counted, { size: counted.size, branches })
  return branches
}

function branchOf(unsorted: readonly [Act, ...Act[]]): Branch {
  const [{ person, device }] = unsorted
  const acts = [...unsorted].sort((a, b) => a.stamp.seq - b.stamp.seq)
  const latest = acts.map(({ at }) => at)
  for (let index = 1; index < latest.length; index += 1)
    latest[index] = Math.max(latest[index] ?? 0, latest[index - 1] ?? 0)
  const earliest = acts.map(({ at }) => at)
  for (let index = earliest.length - 2; index >= 0; index -= 1)
    earliest[index] = Math.min(earliest[index] ?? 0, earliest[index + 1] ?? Infinity)
  return {
    person,
    device,
    lastBefore: (stamp) =>
      latest[countWhile(acts, (one) => one.stamp.id !== stamp.id && saw(stamp, one.stamp)) - 1] ?? null,
    firstAfter: (stamp) => earliest[countWhile(acts, (one) => !saw(one.stamp, stamp))] ?? null,
  }
}

/** How many there are at the beginning of which this holds: it holds for none after the first of which it does not. */
function countWhile(acts: readonly Act[], holds: (act: Act) => boolean): number {
  let [from, to] = [0, acts.length]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    const one = acts[middle]
    if (one !== undefined && holds(one)) from = middle + 1
    else to = middle
  }
  return from
}

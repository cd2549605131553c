import type { z } from 'zod'
import type { Rhythm as Shape } from './contract/meeting.ts'

export type Rhythm = z.infer<typeof Shape>

/** [T9] When the next one is by a rhythm, on this computer's clock: after the one before, and not in the past. */
export function nextByRhythm(starts: number, rhythm: Rhythm, now: number): number {
  let [next, times] = [starts, 0]
  while (next <= starts || next < now) next = later(starts, rhythm.unit, rhythm.every * ++times)
  return next
}

/** At the same time of day, also where clocks were put on in between; of a month that is too short, its last day. */
function later(starts: number, unit: Rhythm['unit'], count: number): number {
  const at = new Date(starts)
  const day = at.getDate()
  if (unit !== 'month') return at.setDate(day + count * (unit === 'week' ? 7 : 1))
  at.setMonth(at.getMonth() + count, 1)
  const last = new Date(at.getFullYear(), at.getMonth() + 1, 0).getDate()
  return at.setDate(Math.min(day, last))
}

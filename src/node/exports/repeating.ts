import type { TimeZone } from './time-zone.ts'

const DAY_MS = 24 * 60 * 60_000

/** How often again. */
export interface Repeats {
  readonly unit: 'day' | 'week' | 'month'
  readonly every: number
}
/** One of the times that a rule tells, and when it really is. */
export interface Moved {
  readonly told: number
  readonly starts: number
}

/**
 * [T9] What a rule in UTC tells wrongly until then, in ms: clocks are put on and back where people meet, and they meet at
 * the same time of day.
 */
export function movedFrom(starts: number, repeats: Repeats, zone: TimeZone, until: number): Moved[] {
  const offset = (ms: number) => moment(zone.wall(ms)) - ms
  const wall = starts + offset(starts)
  const moved: Moved[] = []
  for (let times = 0; ; times += 1) {
    const told = later(starts, repeats, times)
    if (told > until) return moved
    const there = later(wall, repeats, times)
    const about = there - offset(there - offset(starts))
    const really = there - offset(about)
    if (really !== told && tells(starts, repeats, told)) moved.push({ told, starts: really })
  }
}

/** A rule says nothing of a February that lacks its day; of a 31st it tells the last day of each month. */
function tells(starts: number, { unit }: Repeats, told: number): boolean {
  const day = new Date(starts).getUTCDate()
  return unit !== 'month' || day === 31 || new Date(told).getUTCDate() === day
}

/** Of a month that is too short its last day, as in `nextByRhythm`. */
function later(starts: number, { unit, every }: Repeats, times: number): number {
  if (unit !== 'month') return starts + times * every * (unit === 'week' ? 7 : 1) * DAY_MS
  const at = new Date(starts)
  const day = at.getUTCDate()
  at.setUTCMonth(at.getUTCMonth() + times * every, 1)
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate()
  return at.setUTCDate(Math.min(day, last))
}

/** `20260301T193000`, as if it were in UTC. */
const moment = (wall: string): number =>
  Date.parse(wall.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)$/u, '$1-$2-$3T$4:$5:$6Z'))

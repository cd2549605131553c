const HOUR_MS = 60 * 60_000
const MINUTE_MS = 60_000
const DAY_MS = 24 * HOUR_MS

/** A time zone by its name, as a calendar has it: what a clock on a wall there shows, and when it is put on or back. */
export interface TimeZone {
  readonly name: string
  /** `20260301T193000` */
  wall(ms: number): string
  /** A VTIMEZONE that holds for all moments from the first to the last. */
  lines(first: number, last: number): string[]
}

/** Null for UTC, which needs no zone, and for a name that nobody knows. */
export function timeZone(name: string): TimeZone | null {
  const offset = offsetsOf(name)
  if (offset === null || /^(?:UTC|Etc\/(?:UTC|GMT)|GMT)$/u.test(name)) return null
  const wall = (ms: number) => stamp(ms + offset(ms))
  return {
    name,
    wall,
    lines: (first, last) => [
      'BEGIN:VTIMEZONE',
      `TZID:${name}`,
      ...changes(offset, first - 370 * DAY_MS, last + 370 * DAY_MS).flatMap(({ at, from, to }) => {
        const part = to > from ? 'DAYLIGHT' : 'STANDARD'
        // Written as the clock shows it before it is changed.
        const begins = stamp(at + from)
        return [
          `BEGIN:${part}`,
          `DTSTART:${begins}`,
          `TZOFFSETFROM:${signed(from)}`,
          `TZOFFSETTO:${signed(to)}`,
          `END:${part}`,
        ]
      }),
      'END:VTIMEZONE',
    ],
  }
}

type Change = { readonly at: number; readonly from: number; readonly to: number }

/** What holds first, and each time that it changes. */
function changes(offset: (ms: number) => number, first: number, last: number): Change[] {
  const found: Change[] = [{ at: wholeHour(first), from: offset(first), to: offset(first) }]
  for (let at = wholeHour(first); at < last; at += DAY_MS) {
    const [from, to] = [offset(at), offset(at + DAY_MS)]
    if (from !== to) found.push({ at: turnOf(offset, at, at + DAY_MS), from, to })
  }
  return found
}

const wholeHour = (ms: number) => Math.floor(ms / HOUR_MS) * HOUR_MS

/** To the minute. */
function turnOf(offset: (ms: number) => number, before: number, after: number): number {
  let [from, to] = [before / MINUTE_MS, after / MINUTE_MS]
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2)
    if (offset(middle * MINUTE_MS) === offset(before)) from = middle
    else to = middle
  }
  return to * MINUTE_MS
}

function offsetsOf(name: string): ((ms: number) => number) | null {
  const known = new Map<number, number>()
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    return (ms) => {
      const before = known.get(ms)
      if (before !== undefined) return before
      const parts = new Map(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]))
      const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
      const [year, month, day] = [part('year'), part('month') - 1, part('day')]
      const there = Date.UTC(year, month, day, part('hour'), part('minute'), part('second'))
      const offset = there - Math.floor(ms / 1000) * 1000
      known.set(ms, offset)
      return offset
    }
  } catch {
    return null
  }
}

const stamp = (ms: number): string => new Date(ms).toISOString().slice(0, 19).replace(/[-:]/gu, '')

function signed(ms: number): string {
  const minutes = Math.abs(Math.round(ms / MINUTE_MS))
  const two = (value: number) => String(value).padStart(2, '0')
  return `${ms < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`
}

import type { Moved, Repeats } from './repeating.ts'
import type { TimeZone } from './time-zone.ts'

/** A rule, and those that are at another time than it tells. */
export type Repeating = Repeats & { readonly until: number | null; readonly moved: readonly Moved[] }

/** One entry of a calendar. Times in ms since 1970, days as YYYY-MM-DD. */
export interface CalendarEntry {
  readonly uid: string
  /** When it was last changed, and how often it was. */
  readonly stamp: number
  readonly sequence: number
  readonly summary: string
  readonly when: { readonly starts: number; readonly minutes: number } | { readonly day: string }
  /** How often again, and until when, where the rule does not hold for ever; null for once. */
  readonly repeats: Repeating | null
  readonly category: string
  readonly status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED'
  readonly location: string | null
  readonly description: string | null
  /** How many days before to remind of it. */
  readonly remind: number | null
}

const LONGEST_LINE = 75
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * RFC 5545: the few properties that every calendar program understands. Without a zone its times are in UTC, which says
 * nothing of where anybody is.
 */
export function icalOf(name: string, entries: readonly CalendarEntry[], zone: TimeZone | null = null): string {
  const moments = entries.flatMap(({ when }) => ('starts' in when ? [when.starts] : []))
  // What comes again goes on for long: its clocks are put on and back in years to come too.
  const isLong = entries.some(({ repeats }) => repeats !== null)
  const last = Math.max(...moments) + (isLong ? 5 * 365 * DAY_MS : 0)
  const used = zone === null || moments.length === 0 ? [] : zone.lines(Math.min(...moments), last)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Next Step Together//Calendar//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${text(name)}`,
    ...used,
    ...entries.flatMap((entry) => [...entryLines(entry, zone), ...movedLines(entry)]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** Those that are at another time: the same entry, told apart by when its rule would have it. */
function movedLines(entry: CalendarEntry): string[] {
  const { when, repeats } = entry
  if ('day' in when || repeats === null) return []
  return repeats.moved.flatMap(({ told, starts }) =>
    entryLines({ ...entry, when: { ...when, starts }, repeats: null }, null, told),
  )
}

function entryLines(entry: CalendarEntry, zone: TimeZone | null, told?: number): string[] {
  const { when, location, description, remind } = entry
  const isDay = 'day' in when
  return [
    'BEGIN:VEVENT',
    `UID:${entry.uid}`,
    `DTSTAMP:${moment(entry.stamp)}`,
    `SEQUENCE:${entry.sequence}`,
    ...(isDay
      ? [
          `DTSTART;VALUE=DATE:${compact(when.day)}`,
          `DTEND;VALUE=DATE:${compact(dayAfter(when.day))}`,
          'TRANSP:TRANSPARENT',
        ]
      : [
          ...(told === undefined ? [] : [`RECURRENCE-ID:${moment(told)}`]),
          start(when.starts, zone),
          `DURATION:PT${when.minutes}M`,
          ...again(entry.repeats, when.starts, zone),
        ]),
    `SUMMARY:${text(entry.summary)}`,
    `CATEGORIES:${text(entry.category)}`,
    `STATUS:${entry.status}`,
    ...(location === null ? [] : [`LOCATION:${text(location)}`]),
    ...(description === null ? [] : [`DESCRIPTION:${text(description)}`]),
    ...(remind === null ? [] : alarm(entry.summary, remind)),
    'END:VEVENT',
  ]
}

const FREQUENCY = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY' } as const

/** [T9] What is on a 31st is on the last day of every month, where a bare rule would leave the shorter ones out. */
function again(repeats: Repeating | null, starts: number, zone: TimeZone | null): string[] {
  if (repeats === null) return []
  const { unit, every, until } = repeats
  const end = until === null ? '' : `;UNTIL=${moment(until)}`
  const day = Number((zone?.wall(starts) ?? moment(starts)).slice(6, 8))
  const last = unit === 'month' && day === 31 ? ';BYMONTHDAY=-1' : ''
  return [`RRULE:FREQ=${FREQUENCY[unit]};INTERVAL=${every}${end}${last}`]
}

function alarm(summary: string, days: number): string[] {
  return ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${text(summary)}`, `TRIGGER:-P${days}D`, 'END:VALARM']
}

/** What people wrote cannot end its line: it would begin a property of its own. */
function text(of: string): string {
  return of
    .replace(/\r\n|[\r\u0085\u2028\u2029]/gu, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .replace(/[\\;,]/gu, '\\$&')
    .replaceAll('\n', '\\n')
}

/** At most 75 bytes a line, and no character is cut. */
function folded(line: string): string {
  let [done, now, bytes] = ['', '', 0]
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (bytes + size > LONGEST_LINE) {
      done += `${now}\r\n `
      now = ''
      bytes = 1
    }
    now += character
    bytes += size
  }
  return done + now
}

const start = (ms: number, zone: TimeZone | null): string =>
  zone === null ? `DTSTART:${moment(ms)}` : `DTSTART;TZID=${zone.name}:${zone.wall(ms)}`
const moment = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/gu, '')}Z`
const compact = (day: string): string => day.replaceAll('-', '')
const dayAfter = (day: string): string => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10)

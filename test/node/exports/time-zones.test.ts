import { spawnSync } from 'node:child_process'
import ICAL from 'ical.js'
import { expect, it } from 'vitest'
import { icalOf, type CalendarEntry } from '../../../src/node/exports/ical.ts'
import { timeZone } from '../../../src/node/exports/time-zone.ts'

const DAY_MS = 24 * 60 * 60_000
const BEGINS = Date.UTC(2026, 0, 3, 17, 30)
const entry = (at: number): CalendarEntry => ({
  uid: `${at}@nst.invalid`,
  stamp: BEGINS,
  sequence: 0,
  summary: 'نطبخ معًا; kitchen, 2nd floor \\ back — '.repeat(4),
  when: { starts: at, minutes: 90 },
  category: 'المطبخ',
  status: 'CONFIRMED',
  location: 'Café\nÜber uns',
  description: null,
  remind: null,
  repeats: null,
})
// Through two years, the nights in which clocks are changed among them.
const moments = Array.from({ length: 90 }, (_, at) => BEGINS + at * 8.1 * DAY_MS).map(
  (ms) => Math.round(ms / 60_000) * 60_000,
)
const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
]
const calendar = (zone: string) => icalOf('Kitchen', moments.map(entry), timeZone(zone))

it.each(ZONES)('a calendar in %s says the moments that were meant, to a parser of its own', (zone) => {
  const whole = new ICAL.Component(ICAL.parse(calendar(zone)) as unknown[])
  const known = new ICAL.Timezone(whole.getFirstSubcomponent('vtimezone'))
  const found = whole.getAllSubcomponents('vevent').map((one) => {
    const start = one.getFirstPropertyValue('dtstart') as ICAL.Time
    start.zone = known
    return start.toUnixTime() * 1000
  })
  expect(found).toEqual(moments)
})

it('needs no zone in UTC, and does not invent one', () => {
  for (const name of ['UTC', 'Etc/UTC', 'No/Where']) expect(timeZone(name)).toBeNull()
  expect(icalOf('Kitchen', moments.map(entry), null)).not.toContain('TZID')
  expect(icalOf('Kitchen', [], timeZone('Europe/Berlin'))).not.toContain('VTIMEZONE')
})

const READ = `
import sys, json, icalendar, vobject
text = sys.stdin.buffer.read()
other = vobject.readOne(text.decode('utf-8'))
one = icalendar.Calendar.from_ical(text)
print(json.dumps([
    [int(e.decoded('dtstart').timestamp()) * 1000, str(e['summary']), str(e['location']), o.summary.value, int(o.dtstart.value.timestamp()) * 1000]
    for e, o in zip(one.walk('VEVENT'), other.vevent_list)
]))`
const python = (text: string, script = READ) =>
  spawnSync('/usr/bin/python3', ['-c', script], { input: text, encoding: 'utf8' })
const isThere = python('', 'import icalendar, vobject').status === 0

it.skipIf(!isThere)('a calendar is read alike by two more programs, where this machine has them', () => {
  const ran = python(calendar('Europe/Berlin'))
  expect(ran.stderr).toBe('')
  const told = moments.map((at) => {
    const { summary, location } = entry(at)
    return [at, summary, location, summary, at]
  })
  expect(JSON.parse(ran.stdout)).toEqual(told)
})

import { afterAll, expect, it, vi } from 'vitest'
import ICAL from 'ical.js'
import { hashText } from '../../../src/log/crypto.ts'
import { calendarOf } from '../../../src/node/exports/calendar.ts'
import { timeZone } from '../../../src/node/exports/time-zone.ts'
import { circleOf } from '../../helpers/circles.ts'
import { TODAY, type Person } from '../../helpers/people.ts'

vi.stubEnv('TZ', 'UTC')
afterAll(() => void vi.unstubAllEnvs())

function written(zone = 'Europe/Berlin') {
  const [ana] = circleOf('ana', 'ben') as [Person, Person]
  const plan = (starts: string) => ({ title: starts, starts: Date.parse(starts), minutes: 90, place: null, note: null })
  const events = (details = false) => {
    const asked = { language: 'en', today: TODAY, details, hash: hashText, zone: timeZone(zone) } as const
    const all = new ICAL.Component(ICAL.parse(calendarOf(ana.circle, asked)) as unknown[])
    const [rules, moved] = [false, true].map((isMoved) =>
      all.getAllSubcomponents('vevent').filter((one) => one.hasProperty('recurrence-id') === isMoved),
    )
    return (rules ?? []).map((rule) => {
      const uid = rule.getFirstPropertyValue('uid')
      const exceptions = (moved ?? []).filter((one) => one.getFirstPropertyValue('uid') === uid)
      return new ICAL.Event(rule, { exceptions: exceptions as unknown as ICAL.Event[] })
    })
  }
  return { ana, plan, events }
}

function times(event: ICAL.Event | undefined, count: number): ICAL.Time[] {
  const iterator = event?.iterator()
  const told = Array.from({ length: count }, () => iterator?.next()).filter((time) => time instanceof ICAL.Time)
  return told.flatMap((time) => event?.getOccurrenceDetails(time).startDate ?? [])
}

const days = (event: ICAL.Event | undefined, count: number) => times(event, count).map(String)
const wallInBerlin = new Intl.DateTimeFormat('de', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' })

const twoWeeks = { rhythm: { unit: 'week', every: 2 } } as const

it('[T9] another parser repeats a meeting by its rhythm, and one that is held once not at all', () => {
  const { ana, plan, events } = written()
  ana.say('meeting.scheduled', { ...plan('2026-03-16T18:30:00Z'), ...twoWeeks, follows: null })
  ana.say('meeting.scheduled', { ...plan('2026-03-20T18:30:00Z'), follows: null })
  const [often, once] = events()
  expect(days(often, 3)).toEqual(['2026-03-16T18:30:00Z', '2026-03-30T17:30:00Z', '2026-04-13T17:30:00Z'])
  expect(once?.isRecurring()).toBe(false)
  // With the zone it stays at half past seven in the evening, after the clocks were put on.
  expect(days(events(true)[0], 2)).toEqual(['2026-03-16T19:30:00', '2026-03-30T19:30:00'])
  const [, second] = [events(true)[0]?.iterator()].flatMap((all) => [all?.next(), all?.next()])
  expect(second?.toJSDate().toISOString()).toBe('2026-03-30T17:30:00.000Z')
})

it('[T9] without a word of the zone it stays at its time of day through every change of clocks of a year', () => {
  const { ana, plan, events } = written()
  ana.say('meeting.scheduled', { ...plan('2026-03-16T18:30:00Z'), ...twoWeeks, follows: null })
  const all = times(events()[0], 40)
  expect(all).toHaveLength(27)
  expect(new Set(all.map((time) => wallInBerlin.format(time.toJSDate())))).toEqual(new Set(['19:30']))
  expect(new Set(all.map(({ zone }) => zone.tzid))).toEqual(new Set(['UTC']))
})

it('[T9] where nobody puts a clock on, the rule holds for ever', () => {
  const { ana, plan, events } = written('Africa/Dakar')
  ana.say('meeting.scheduled', { ...plan('2026-03-16T18:30:00Z'), ...twoWeeks, follows: null })
  expect(days(events()[0], 60)).toHaveLength(60)
  expect(events()[0]?.component.getFirstPropertyValue('rrule')?.toString()).not.toContain('UNTIL')
})

it('[T9] the next one that is called takes the rhythm over: no evening stands there twice', () => {
  const { ana, plan, events } = written()
  const first = ana.say('meeting.scheduled', { ...plan('2026-03-16T18:30:00Z'), ...twoWeeks, follows: null })
  const before = events()[0]
  // A day later than the rhythm would have it.
  const next = ana.say('meeting.scheduled', { ...plan('2026-03-31T18:30:00Z'), ...twoWeeks, follows: first })
  const [held, follows] = events()
  expect([held?.uid, held?.isRecurring()]).toEqual([before?.uid, false])
  expect(held?.sequence).toBe(1)
  expect(days(follows, 2)).toEqual(['2026-03-31T18:30:00Z', '2026-04-14T18:30:00Z'])
  ana.say('meeting.cancelled', { meeting: next, reason: 'rain' })
  expect(events().map((one) => one.isRecurring())).toEqual([false, false])
})

it('[T9] every month on the 31st is on the last day of a shorter one', () => {
  const { ana, plan, events } = written()
  const monthly = { rhythm: { unit: 'month', every: 1 } } as const
  ana.say('meeting.scheduled', { ...plan('2026-01-31T18:30:00Z'), ...monthly, follows: null })
  const monthlyIn = (details: boolean) => days(events(details)[0], 4).map((day) => day.slice(0, 10))
  for (const details of [false, true])
    expect(monthlyIn(details)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'])
  expect(times(events()[0], 4).map((time) => wallInBerlin.format(time.toJSDate()))).toEqual(Array(4).fill('19:30'))
})

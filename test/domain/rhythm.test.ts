import { afterAll, expect, it, vi } from 'vitest'
import { nextByRhythm } from '../../src/api/rhythm.ts'
import { decodeCanonical, encodeCanonical } from '../../src/domain/canonical.ts'
import { meetingEvents } from '../../src/domain/meetings/events.ts'
import { plansOf } from '../../src/domain/meetings/queries.ts'
import { circleOf, expectSameCircle, together } from '../helpers/circles.ts'
import { calls, meetingAt } from '../helpers/meeting-words.ts'
import type { Person } from '../helpers/people.ts'

vi.stubEnv('TZ', 'Europe/Berlin')
afterAll(() => void vi.unstubAllEnvs())
const at = (text: string) => new Date(text).getTime()
const next = (from: string, unit: 'day' | 'week' | 'month', every: number, now = from) =>
  nextByRhythm(at(from), { unit, every }, at(now))

it('[T9] the next one is at the same time of day, after the one before and not in the past', () => {
  expect(next('2026-03-25T19:00', 'week', 1)).toBe(at('2026-04-01T19:00'))
  expect(next('2026-03-25T19:00', 'week', 2, '2026-04-20T12:00')).toBe(at('2026-04-22T19:00'))
  expect(next('2026-03-25T19:00', 'day', 10, '2020-01-01T00:00')).toBe(at('2026-04-04T19:00'))
  expect(next('2026-12-05T19:00', 'month', 1)).toBe(at('2027-01-05T19:00'))
})

it('[T9] a month without such a day has it on its last, and the one after that on the day itself', () => {
  expect(next('2026-01-31T19:00', 'month', 1)).toBe(at('2026-02-28T19:00'))
  expect(next('2026-01-31T19:00', 'month', 1, '2026-03-01T00:00')).toBe(at('2026-03-31T19:00'))
})

it('[T9] a rhythm is part of the plan: moved with it, and absent from the bytes where there is none', () => {
  const people = circleOf('ana', 'ben') as [Person, Person]
  const [ana, ben] = people
  const meeting = calls(ana)
  const [plan] = plansOf(meetingAt(ana, meeting))
  expect(encodeCanonical(plan)).not.toContain('rhythm')
  ana.say('meeting.moved', { meeting, ...plan, rhythm: { unit: 'week', every: 2 } })
  together(...people)
  expect(plansOf(meetingAt(ben, meeting))[0].rhythm).toEqual({ unit: 'week', every: 2 })
  ben.say('meeting.moved', { meeting, ...plan })
  together(...people)
  expect(plansOf(meetingAt(ana, meeting))[0]).toEqual(plan)
  expectSameCircle(...people)
})

it('[T9] what is no rhythm is no plan', () => {
  const { 'meeting.scheduled': shape } = meetingEvents
  const body = { title: 'Evening', starts: 0, minutes: 60, place: null, note: null, follows: null }
  const isPlan = (rhythm: unknown) => shape.safeParse({ ...body, rhythm }).success
  const text = encodeCanonical(body)
  expect(shape.safeParse(decodeCanonical(text)).success).toBe(true)
  expect(isPlan({ unit: 'month', every: 1 })).toBe(true)
  for (const wrong of [null, { unit: 'year', every: 1 }, { unit: 'week', every: 0 }, { unit: 'week', every: 1.5 }])
    expect(isPlan(wrong)).toBe(false)
})

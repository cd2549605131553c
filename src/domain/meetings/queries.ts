import type { Circle, Spoken } from '../circle.ts'
import { byCodeUnit } from '../canonical.ts'
import { EVERYTHING, inPast, newest, saw, type Past } from '../causality.ts'
import { effectIn } from '../proposals/slots.ts'
import { keyOf, lastOfEach } from './attendance.ts'
import { agendaOf, inPlace } from './agenda.ts'
import { MeetingStep, type MeetingPlan, type Who } from './events.ts'
import type { MeetingRecord, MinutesRecord, SpeakingRecord, Turn } from './records.ts'

export type MeetingState = 'planned' | 'running' | 'ended' | 'cancelled'

/** What is planned; moved apart, the first by id, and the others beside it. */
export function plansOf(meeting: MeetingRecord, past: Past = EVERYTHING): [MeetingPlan, ...MeetingPlan[]] {
  const heads = newest(inPast(past, meeting.plans)).sort((a, b) => byCodeUnit(a.id, b.id))
  const [first, ...others] = heads.map(({ plan }) => plan)
  return [first ?? { title: '', starts: 0, minutes: 1, place: null, note: null }, ...others]
}

/** Whose words the plan is that is shown first. */
export function plannerOf(meeting: MeetingRecord): string | undefined {
  return newest(meeting.plans).sort((a, b) => byCodeUnit(a.id, b.id))[0]?.person
}

/**
 * [T1] Where people sit together the meeting runs, whoever cancelled it apart from that. It has ended until somebody who
 * knew of the end goes on.
 */
export function meetingState(meeting: MeetingRecord, past: Past = EVERYTHING): MeetingState {
  const starts = inPast(past, meeting.starts)
  const isOver = (end: Spoken, again: readonly Spoken[]) => !again.some((one) => saw(one.stamp, end.stamp))
  if (starts.length > 0) return inPast(past, meeting.ends).some((end) => isOver(end, starts)) ? 'ended' : 'running'
  const moves = inPast(past, meeting.plans)
  return inPast(past, meeting.cancelled).some((end) => isOver(end, moves)) ? 'cancelled' : 'planned'
}

/** [T5] Who leads: the last named; named apart, all of them. */
export function leadingIn(meeting: MeetingRecord, as: 'facilitator' | 'secretary', past: Past = EVERYTHING): Who[] {
  const heads = newest(inPast(past, meeting.led).filter((one) => one.as === as))
  const byKey = new Map(heads.map(({ who }) => [keyOf(who), who]))
  return [...byKey].sort(([a], [b]) => byCodeUnit(a, b)).map(([, who]) => who)
}

export interface MeetingPoint {
  readonly step: MeetingStep
  readonly item: string | null
  /** The event that went there; null before anybody steered. */
  readonly event: string | null
}

/** [T5] Where the meeting is: the last step anybody took; of steps taken apart, the one furthest along. */
export function pointOf(meeting: MeetingRecord, past: Past = EVERYTHING): MeetingPoint {
  const order = inPlace(meeting.items, past).map(({ id }) => id)
  const steps = MeetingStep.options
  const heads = newest(inPast(past, meeting.steered)).sort(
    (a, b) =>
      steps.indexOf(b.step) - steps.indexOf(a.step) ||
      order.indexOf(b.item ?? '') - order.indexOf(a.item ?? '') ||
      byCodeUnit(a.id, b.id),
  )
  const [last] = heads
  return last === undefined
    ? { step: 'opening', item: null, event: null }
    : { step: last.step, item: last.item, event: last.id }
}

/** The point after this one; null after the last. */
export function pointAfter(meeting: MeetingRecord, { step, item }: MeetingPoint): Omit<MeetingPoint, 'event'> | null {
  const items = agendaOf(meeting).map(({ id }) => id)
  if (step === 'closing') return null
  if (step === 'opening') return { step: 'admin', item: null }
  if (step === 'admin') return { step: 'agenda', item: null }
  const next = step === 'agenda' ? items[0] : items[items.indexOf(item ?? '') + 1]
  const isGone = step === 'item' && !items.includes(item ?? '')
  return next === undefined || isGone ? { step: 'closing', item: null } : { step: 'item', item: next }
}

export interface Speaking {
  readonly record: SpeakingRecord
  readonly turns: readonly Turn[]
  /** Who has not spoken yet, in order: the first is next. */
  readonly left: readonly Who[]
}

/** [T5] A round of speaking: a turn is taken once however often it is said, until it is given back. */
export function speakingNow(speaking: SpeakingRecord, past: Past = EVERYTHING): Speaking {
  const last = lastOfEach(inPast(past, speaking.turns))
  const taken = last.flatMap((heads) => heads.find(({ as }) => as !== 'again') ?? [])
  const done = new Set(taken.map(({ who }) => keyOf(who)))
  return { record: speaking, turns: taken, left: speaking.order.filter((who) => !done.has(keyOf(who))) }
}

/** The round that is going on at a point; null where none was opened there. */
export function speakingAt(
  meeting: MeetingRecord,
  { step, item }: Pick<MeetingPoint, 'step' | 'item'>,
  past: Past = EVERYTHING,
): SpeakingRecord | null {
  const there = inPast(past, meeting.speakings).filter((one) => one.step === step && one.item === item)
  return newest(there).sort((a, b) => byCodeUnit(a.id, b.id))[0] ?? null
}

/** [T8] D3 row 22: the texts of the minutes that nobody wrote over. Two written apart both stand. */
export function minutesDrafts(meeting: MeetingRecord, past: Past = EVERYTHING): MinutesRecord[] {
  const all = inPast(past, meeting.minutes)
  const before = new Set(all.flatMap(({ parents }) => parents))
  return all.filter(({ id }) => !before.has(id)).sort((a, b) => byCodeUnit(a.id, b.id))
}

/** [T8] The text that the circle consented to; null before that. */
export function agreedMinutes(circle: Circle, meeting: string, past: Past = EVERYTHING): MinutesRecord | null {
  const effect = effectIn(circle, `minutes:${meeting}`, past, 'minutes')
  return circle.meetings.minutes.get(effect?.minutes ?? '') ?? null
}

/** The meetings that were scheduled as following this one. */
export function followersOf(circle: Circle, meeting: string): MeetingRecord[] {
  const all = [...circle.meetings.meetings.values()].filter(({ follows }) => follows === meeting)
  return all.sort((a, b) => plansOf(a)[0].starts - plansOf(b)[0].starts || byCodeUnit(a.id, b.id))
}

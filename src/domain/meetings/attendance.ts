import { byCodeUnit } from '../canonical.ts'
import { EVERYTHING, inPast, newest, type Past } from '../causality.ts'
import type { Who } from './events.ts'
import type { AgendaAnswer, MeetingRecord } from './records.ts'
import { agendaOf } from './agenda.ts'

/** Persons and guests in one list: no id of a person begins like a guest's. */
export const keyOf = (who: Who): string => ('person' in who ? who.person : `guest:${who.guest}`)

export interface Attendance {
  readonly who: Who
  readonly here: boolean
  /** Whether they speak for themselves, with a device of their own. */
  readonly device: boolean
}

/** [T3] Everyone noted, by key. Of what was noted apart, being here counts, and so does an own device. */
export function attendanceOf(meeting: MeetingRecord, past: Past = EVERYTHING): Attendance[] {
  return lastOfEach(inPast(past, meeting.attended)).map(([first, ...others]) => {
    const heads = [first, ...others]
    const here = heads.filter((one) => one.here)
    return { who: first.who, here: here.length > 0, device: here.some((one) => one.device && 'person' in one.who) }
  })
}

export function isHere(meeting: MeetingRecord, past: Past, who: Who): Attendance | null {
  return attendanceOf(meeting, past).find((one) => one.here && keyOf(one.who) === keyOf(who)) ?? null
}

/** The newest of each person or guest; more than one where they were said apart. */
export function lastOfEach<T extends { readonly id: string; readonly who: Who } & Parameters<typeof newest>[0][number]>(
  said: readonly T[],
): [T, ...T[]][] {
  const byKey = new Map<string, T[]>()
  for (const one of said) byKey.set(keyOf(one.who), [...(byKey.get(keyOf(one.who)) ?? []), one])
  return [...byKey]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .flatMap(([, all]) => {
      const [first, ...others] = newest(all).sort((a, b) => byCodeUnit(a.id, b.id))
      return first === undefined ? [] : [[first, ...others]]
    })
}

export interface AgendaConsent {
  /** Everyone here said yes to the agenda as it is now. */
  readonly accepted: boolean
  /** Who is here and has not said anything, or said it to another agenda. */
  readonly waitsFor: readonly Who[]
  readonly changes: readonly AgendaAnswer[]
}

/** [T4] The light consent to an agenda: a yes is to the items as they stood; what changes later asks again. */
export function agendaConsent(meeting: MeetingRecord, past: Past = EVERYTHING): AgendaConsent {
  const items = agendaOf(meeting, past).map(({ id }) => id)
  const answers = lastOfEach(inPast(past, meeting.answers))
  const here = attendanceOf(meeting, past).filter((one) => one.here)
  const saysYes = (who: Who) =>
    answers
      .find(([{ who: whose }]) => keyOf(whose) === keyOf(who))
      ?.every((one) => one.change === null && one.items.join() === items.join()) ?? false
  const waitsFor = here.map(({ who }) => who).filter((who) => !saysYes(who))
  const changes = answers.flat().filter((one) => one.change !== null)
  return { accepted: here.length > 0 && waitsFor.length === 0, waitsFor, changes }
}

import type { Circle, Spoken } from '../circle.ts'
import { byCodeUnit } from '../canonical.ts'
import { agendaConsent, attendanceOf, keyOf } from './attendance.ts'
import { agendaOf, outcomesOf, removalOf, topicsOf } from './agenda.ts'
import { agreedMinutes, leadingIn, meetingState, minutesDrafts, plansOf, pointOf, speakingNow } from './queries.ts'
import type { AgendaItemRecord, MeetingRecord } from './records.ts'

/** What the circle's meetings mean, for the state hash. */
export function meetingsMeaning(circle: Circle) {
  return sorted([...circle.meetings.meetings.values()]).map((meeting) => meetingMeaning(circle, meeting))
}

function meetingMeaning(circle: Circle, meeting: MeetingRecord) {
  return {
    id: meeting.id,
    state: meetingState(meeting),
    plans: plansOf(meeting),
    facilitator: leadingIn(meeting, 'facilitator'),
    secretary: leadingIn(meeting, 'secretary'),
    attendance: attendanceOf(meeting),
    agenda: agendaOf(meeting).map(({ id }) => id),
    agreed: agendaConsent(meeting).accepted,
    items: sorted(meeting.items).map(itemMeaning),
    point: pointOf(meeting),
    speakings: sorted(meeting.speakings).map((one) => ({ id: one.id, left: speakingNow(one).left.map(keyOf) })),
    notes: ids(meeting.notes),
    evaluations: ids(meeting.evaluations),
    minutes: ids(minutesDrafts(meeting)),
    agreedMinutes: agreedMinutes(circle, meeting.id)?.id ?? null,
  }
}

function itemMeaning(item: AgendaItemRecord) {
  const { id } = item
  return { id, topics: topicsOf(item), removed: removalOf(item)?.id ?? null, outcomes: ids(outcomesOf(item)) }
}

function sorted<T extends { readonly id: string }>(records: readonly T[]): T[] {
  return [...records].sort((a, b) => byCodeUnit(a.id, b.id))
}

const ids = (records: readonly Spoken[]): string[] => sorted(records).map(({ id }) => id)

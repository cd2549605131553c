import type { Circle, Spoken } from '../circle.ts'
import type { Body } from '../events.ts'
import type { AgendaItemRecord, MeetingRecord, MinutesRecord, SpeakingRecord } from './records.ts'

const meetingOf = (circle: Circle, id: string): MeetingRecord | undefined => circle.meetings.meetings.get(id)
const itemOf = (circle: Circle, id: string): AgendaItemRecord | undefined => circle.meetings.items.get(id)

export function meetingScheduled(circle: Circle, spoken: Spoken, body: Body<'meeting.scheduled'>): void {
  const { follows, ...plan } = body
  circle.meetings.meetings.set(spoken.id, {
    ...spoken,
    follows,
    plans: [{ ...spoken, plan }],
    cancelled: [],
    starts: [],
    ends: [],
    led: [],
    attended: [],
    steered: [],
    notes: [],
    evaluations: [],
    answers: [],
    items: [],
    speakings: [],
    minutes: [],
  })
}

export function meetingMoved(circle: Circle, spoken: Spoken, { meeting, ...plan }: Body<'meeting.moved'>): void {
  meetingOf(circle, meeting)?.plans.push({ ...spoken, plan })
}

/** What is only said of a meeting, and kept as it was said. */
export const saidOf =
  <L extends 'cancelled' | 'starts' | 'ends' | 'led' | 'attended' | 'steered' | 'notes' | 'evaluations' | 'answers'>(
    list: L,
  ) =>
  (
    circle: Circle,
    spoken: Spoken,
    { meeting, ...rest }: { readonly meeting: string } & Omit<MeetingRecord[L][number], keyof Spoken>,
  ): void => {
    const said = meetingOf(circle, meeting)?.[list] as (Spoken & typeof rest)[] | undefined
    said?.push({ ...spoken, ...rest })
  }

export function agendaAdded(circle: Circle, spoken: Spoken, body: Body<'agenda.added'>): void {
  const { meeting, position, ...topic } = body
  const item: AgendaItemRecord = {
    ...spoken,
    meeting,
    topics: [{ ...spoken, topic }],
    places: [{ ...spoken, position }],
    removals: [],
    outcomes: [],
  }
  circle.meetings.items.set(item.id, item)
  meetingOf(circle, meeting)?.items.push(item)
}

export function agendaChanged(circle: Circle, spoken: Spoken, { item, ...topic }: Body<'agenda.changed'>): void {
  itemOf(circle, item)?.topics.push({ ...spoken, topic })
}

export function agendaPlaced(circle: Circle, spoken: Spoken, { item, position }: Body<'agenda.placed'>): void {
  itemOf(circle, item)?.places.push({ ...spoken, position })
}

export function agendaRemoved(circle: Circle, spoken: Spoken, { item, as, reason }: Body<'agenda.removed'>): void {
  itemOf(circle, item)?.removals.push({ ...spoken, as, reason })
}

export function outcomeWritten(circle: Circle, spoken: Spoken, { item, text }: Body<'outcome.written'>): void {
  itemOf(circle, item)?.outcomes.push({ ...spoken, text })
}

export function speakingOpened(circle: Circle, spoken: Spoken, body: Body<'speaking.opened'>): void {
  const speaking: SpeakingRecord = { ...spoken, ...body, turns: [] }
  circle.meetings.speakings.set(speaking.id, speaking)
  meetingOf(circle, body.meeting)?.speakings.push(speaking)
}

export function speakingTaken(circle: Circle, spoken: Spoken, { speaking, ...turn }: Body<'speaking.taken'>): void {
  circle.meetings.speakings.get(speaking)?.turns.push({ ...spoken, ...turn })
}

export function minutesWritten(circle: Circle, spoken: Spoken, body: Body<'minutes.written'>): void {
  const minutes: MinutesRecord = { ...spoken, ...body }
  circle.meetings.minutes.set(minutes.id, minutes)
  meetingOf(circle, body.meeting)?.minutes.push(minutes)
}

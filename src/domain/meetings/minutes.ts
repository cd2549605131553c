import type { ActionRecord } from '../actions/records.ts'
import type { AgreementRecord, Circle } from '../circle.ts'
import { byCodeUnit } from '../canonical.ts'
import { EVERYTHING, pastOf, saw, type Stamp } from '../causality.ts'
import { memberState, people } from '../members/queries.ts'
import { inOrder } from '../story.ts'
import { inPlace, outcomesOf, removalOf, topicsOf } from './agenda.ts'
import { agendaConsent, attendanceOf, keyOf, lastOfEach, type Attendance } from './attendance.ts'
import type { AgendaTopic, MeetingPlan, Who } from './events.ts'
import { followersOf, leadingIn, meetingState, plansOf, speakingNow, type MeetingState } from './queries.ts'
import type { AgendaItemRecord, Evaluation, MeetingNote, MeetingRecord, SpeakingRecord, Turn } from './records.ts'

/** What happened at a meeting, for whoever puts it into words. Times are claims of those who noted them. */
export interface Minutes {
  readonly meeting: string
  readonly plan: MeetingPlan
  readonly state: MeetingState
  readonly began: number | null
  readonly ended: number | null
  readonly facilitator: readonly Who[]
  readonly secretary: readonly Who[]
  readonly present: readonly Attendance[]
  /** Members whom nobody noted as present. */
  readonly absent: readonly string[]
  readonly agendaAccepted: boolean
  readonly opening: readonly MinutesRound[]
  readonly information: readonly MeetingNote[]
  readonly items: readonly MinutesItem[]
  /** For the backlog, from whichever item. */
  readonly backlog: readonly MeetingNote[]
  readonly notes: readonly MeetingNote[]
  /** Closed while the meeting ran, and about no item. */
  readonly decisions: readonly string[]
  readonly actions: readonly string[]
  readonly closing: readonly MinutesRound[]
  readonly evaluations: readonly Evaluation[]
  /** The meetings that follow. */
  readonly next: readonly string[]
}

export interface MinutesItem {
  readonly item: string
  readonly topic: AgendaTopic
  readonly left: 'removed' | 'handed-back' | null
  readonly reason: string | null
  readonly outcomes: readonly string[]
  readonly notes: readonly MeetingNote[]
  readonly rounds: readonly MinutesRound[]
  readonly decisions: readonly string[]
  readonly actions: readonly string[]
}

export interface MinutesRound {
  readonly prompt: string | null
  readonly turns: readonly Turn[]
}

/** [T8] The minutes write themselves: a function of what was noted, the same for everyone who has the same. */
export function minutesOf(circle: Circle, meeting: MeetingRecord): Minutes {
  const attendance = attendanceOf(meeting).filter(({ here }) => here)
  const keys = new Set(attendance.map(({ who }) => keyOf(who)))
  const items = inPlace(meeting.items).map((item) => itemMinutes(circle, meeting, item))
  const told = new Set(items.flatMap(({ decisions }) => decisions))
  const notes = (kind: MeetingNote['kind'], item?: null) =>
    inTime(circle, meeting.notes).filter((one) => one.kind === kind && (item === undefined || one.item === item))
  return {
    meeting: meeting.id,
    plan: plansOf(meeting)[0],
    state: meetingState(meeting),
    began: timesOf(circle, meeting.starts)[0] ?? null,
    ended: timesOf(circle, meeting.ends).at(-1) ?? null,
    facilitator: leadingIn(meeting, 'facilitator'),
    secretary: leadingIn(meeting, 'secretary'),
    present: attendance,
    absent: absentFrom(circle, meeting, keys),
    agendaAccepted: agendaConsent(meeting).accepted,
    opening: roundsAt(circle, meeting, ({ step }) => step !== 'item' && step !== 'closing'),
    information: notes('information'),
    items,
    backlog: notes('backlog'),
    notes: notes('note', null),
    decisions: decidedIn(circle, meeting)
      .map(({ id }) => id)
      .filter((id) => !told.has(id)),
    actions: actionsFrom(circle, meeting.id),
    closing: roundsAt(circle, meeting, ({ step }) => step === 'closing'),
    evaluations: lastOfEach(meeting.evaluations).flat(),
    next: followersOf(circle, meeting.id).map(({ id }) => id),
  }
}

function itemMinutes(circle: Circle, meeting: MeetingRecord, item: AgendaItemRecord): MinutesItem {
  const [topic] = topicsOf(item)
  const removal = removalOf(item)
  const proposal = topic.about?.kind === 'proposal' ? topic.about.id : null
  return {
    item: item.id,
    topic,
    left: removal?.as ?? null,
    reason: removal?.reason ?? null,
    outcomes: outcomesOf(item).map(({ text }) => text),
    notes: inTime(circle, meeting.notes).filter((one) => one.item === item.id && one.kind === 'note'),
    rounds: roundsAt(circle, meeting, (one) => one.item === item.id),
    decisions: decidedIn(circle, meeting)
      .filter((one) => one.proposal === proposal)
      .map(({ id }) => id),
    actions: actionsFrom(circle, item.id),
  }
}

/** Agreements with a close that knew of the meeting's beginning, and of no end of it. */
export function decidedIn(circle: Circle, meeting: MeetingRecord): AgreementRecord[] {
  const knows = (stamp: Stamp, marks: readonly { readonly stamp: Stamp }[]) =>
    marks.some((mark) => saw(stamp, mark.stamp))
  const isHere = (stamp: Stamp) => knows(stamp, meeting.starts) && !knows(stamp, meeting.ends)
  const closed = circle.adoptions.filter(({ stamp }) => isHere(stamp)).map(({ agreement }) => agreement)
  return [...new Set(closed)].sort(byCodeUnit).flatMap((id) => circle.agreements.get(id) ?? [])
}

function actionsFrom(circle: Circle, id: string): string[] {
  const noted = [...circle.actions.values()].filter(({ from }) => from?.id === id)
  return inTime(circle, noted).map((action: ActionRecord) => action.id)
}

function roundsAt(circle: Circle, meeting: MeetingRecord, isWanted: (one: SpeakingRecord) => boolean): MinutesRound[] {
  return inTime(circle, meeting.speakings.filter(isWanted)).map((speaking) => {
    const { turns } = speakingNow(speaking)
    const order = speaking.order.map(keyOf)
    const sorted = [...turns].sort((a, b) => order.indexOf(keyOf(a.who)) - order.indexOf(keyOf(b.who)))
    return { prompt: speaking.prompt, turns: sorted }
  })
}

/** Members when it ended: who came to the circle later was not missed. */
function absentFrom(circle: Circle, meeting: MeetingRecord, present: ReadonlySet<string>): string[] {
  const [end] = [...meeting.ends].sort((a, b) => byCodeUnit(a.id, b.id))
  const past = end === undefined ? EVERYTHING : pastOf(end.stamp)
  const members = people(circle).filter(({ person }) => memberState(circle, past, person) === 'joined')
  return members.map(({ person }) => person).filter((person) => !present.has(person))
}

function inTime<T extends { readonly id: string }>(circle: Circle, said: readonly T[]): T[] {
  const acts = inOrder(said.flatMap(({ id }) => circle.counted.get(id) ?? []))
  const byId = new Map(said.map((one) => [one.id, one]))
  return acts.flatMap(({ stamp }) => byId.get(stamp.id) ?? [])
}

function timesOf(circle: Circle, said: readonly { readonly id: string }[]): number[] {
  return inTime(circle, said).map(({ id }) => circle.counted.get(id)?.at ?? 0)
}

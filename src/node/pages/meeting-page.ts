import type { OutputOf } from '../../api/node-port.ts'
import type { Procedures } from '../../api/contract.ts'
import { EVERYTHING } from '../../domain/causality.ts'
import type { Circle } from '../../domain/circle.ts'
import { agendaOf, inPlace, removalOf } from '../../domain/meetings/agenda.ts'
import { agendaConsent, attendanceOf, lastOfEach } from '../../domain/meetings/attendance.ts'
import { decidedIn } from '../../domain/meetings/minutes.ts'
import {
  followersOf,
  leadingIn,
  plansOf,
  pointAfter,
  pointOf,
  speakingAt,
  speakingNow,
} from '../../domain/meetings/queries.ts'
import type { MeetingRecord } from '../../domain/meetings/records.ts'
import { memberState, nameOf, people } from '../../domain/members/queries.ts'
import { purpose } from '../../domain/purpose.ts'
import { inStoryOrder } from '../../domain/story.ts'
import { actionLine, inDueOrder } from './action-lines.ts'
import {
  evaluationShown,
  itemShown,
  meetingLine,
  minutesStanding,
  turnShown,
  whoShown,
  wordsAt,
  type MeetingPage,
} from './meeting-parts.ts'
import { asOfText, timeOf } from './shown.ts'

type Line = OutputOf<Procedures['meeting']['list']>['items'][number]

/** What is to come first, the nearest first; then what was, the last first. */
export function meetingLines(circle: Circle): Line[] {
  const lines = [...circle.meetings.meetings.values()].map((meeting) => meetingLine(circle, meeting))
  const isOver = ({ state }: Line) => state === 'ended' || state === 'cancelled'
  return lines.sort(
    (a, b) => Number(isOver(a)) - Number(isOver(b)) || (isOver(a) ? b.starts - a.starts : a.starts - b.starts),
  )
}

export function meetingPage(circle: Circle, meeting: MeetingRecord, me: string, today: string): MeetingPage {
  const { name, practice } = purpose(circle)
  const who = (one: Parameters<typeof whoShown>[1]) => whoShown(circle, one)
  const follows = circle.meetings.meetings.get(meeting.follows ?? '')
  const { accepted, waitsFor, changes } = agendaConsent(meeting)
  const { event, ...point } = pointOf(meeting)
  return {
    ...meetingLine(circle, meeting),
    circleName: name,
    practice,
    me,
    others: plansOf(meeting).slice(1),
    follows: follows === undefined ? null : { meeting: follows.id, title: plansOf(follows)[0].title },
    next: followersOf(circle, meeting.id).map((one) => meetingLine(circle, one)),
    facilitator: leadingIn(meeting, 'facilitator').map(who),
    secretary: leadingIn(meeting, 'secretary').map(who),
    attendance: attendanceOf(meeting).map((one) => ({ ...one, who: who(one.who) })),
    members: people(circle)
      .filter(({ person }) => ['joined', 'on-leave', 'guest'].includes(memberState(circle, EVERYTHING, person) ?? ''))
      .map(({ person, name: called }) => ({ person, name: called })),
    point,
    since: event === null ? null : timeOf(circle, event),
    after: pointAfter(meeting, { ...point, event }),
    agenda: agendaOf(meeting).map((item) => itemShown(circle, item)),
    left: inPlace(meeting.items)
      .filter((item) => removalOf(item) !== null)
      .map((item) => itemShown(circle, item)),
    accepted,
    waitsFor: waitsFor.map(who),
    changes: changes.map((one) => ({ who: who(one.who), text: one.change ?? '' })),
    speaking: speakingShown(circle, meeting),
    notes: inStoryOrder(circle, meeting.notes).map(({ id, item, kind, text, person }) => ({
      note: id,
      person,
      item,
      kind,
      text,
      name: nameOf(circle, person),
    })),
    evaluations: lastOfEach(meeting.evaluations)
      .flat()
      .map((one) => evaluationShown(circle, one)),
    actions: actionsOfMeeting(circle, meeting, me, today),
    spoken: wordsAt(circle, meeting.id, me),
    standing: minutesStanding(circle, meeting),
    decided: decidedIn(circle, meeting).map(({ proposal }) => proposal),
    asOf: asOfText(circle),
  }
}

function speakingShown(circle: Circle, meeting: MeetingRecord): MeetingPage['speaking'] {
  const record = speakingAt(meeting, pointOf(meeting))
  if (record === null) return null
  const { turns, left } = speakingNow(record)
  return {
    speaking: record.id,
    prompt: record.prompt,
    turns: turns.map((turn) => turnShown(circle, turn)),
    left: left.map((who) => whoShown(circle, who)),
    since: Math.max(timeOf(circle, record.id), ...turns.map(({ id }) => timeOf(circle, id))),
  }
}

function actionsOfMeeting(circle: Circle, meeting: MeetingRecord, me: string, today: string) {
  const from = new Set([meeting.id, ...meeting.items.map(({ id }) => id)])
  const actions = [...circle.actions.values()].filter((action) => from.has(action.from?.id ?? ''))
  return inDueOrder(actions.map((action) => actionLine(circle, action, me, today)))
}

import { actionContents, actionState } from '../../domain/actions/queries.ts'
import type { Circle } from '../../domain/circle.ts'
import { isHere } from '../../domain/meetings/attendance.ts'
import { EVERYTHING } from '../../domain/causality.ts'
import { agreedMinutes, leadingIn, meetingState, plannerOf, plansOf } from '../../domain/meetings/queries.ts'
import type { MeetingRecord } from '../../domain/meetings/records.ts'
import { nameOf } from '../../domain/members/queries.ts'
import { dayOf } from '../clock.ts'
import type { BacklogItem } from './backlog.ts'
import { minutesStanding, spokenLine, whoShown } from './meeting-parts.ts'
import { timeOf } from './shown.ts'
import type { Step } from './waiting-on.ts'

const DAY = 86_400_000

/** Meetings that come within two days, minutes that nobody has consented to, and next steps whose day has come. */
export function meetingItems(circle: Circle, today: string): BacklogItem[] {
  const meetings = [...circle.meetings.meetings.values()]
  return [
    ...meetings.filter((meeting) => isSoon(meeting, today)).map((meeting) => itemOf('meeting-soon', meeting)),
    ...meetings
      .filter((meeting) => wantsMinutes(circle, meeting))
      .map((meeting) => ({ ...itemOf('minutes-due', meeting), item: `minutes-${meeting.id}` })),
    ...dueActions(circle, today).map(({ action, content }) => ({
      item: action,
      kind: 'action-due' as const,
      about: action,
      title: content.text,
      owner: content.owner,
      due: content.due,
    })),
  ]
}

/** What of its meetings and next steps waits for this person. */
export function fromMeetings(circle: Circle, me: string, today: string): Step[] {
  return [
    ...[...circle.meetings.meetings.values()].flatMap((meeting) => ofMeeting(circle, meeting, me, today)),
    ...ofWords(circle, me),
    ...dueActions(circle, today)
      .filter(({ content }) => content.owner === me)
      .map(({ action, content }) => ({
        kind: 'action-due' as const,
        title: content.text,
        mine: true,
        action,
        since: Date.parse(content.due ?? today),
      })),
  ]
}

function ofMeeting(circle: Circle, meeting: MeetingRecord, me: string, today: string): Step[] {
  const [{ title, starts }] = plansOf(meeting)
  const of = { meeting: meeting.id, title, since: starts }
  const state = meetingState(meeting)
  // Whoever sits there needs no telling.
  if (state === 'running')
    return isHere(meeting, EVERYTHING, { person: me }) === null ? [{ ...of, kind: 'meeting-now' }] : []
  if (isSoon(meeting, today)) return [{ ...of, kind: 'meeting-soon' }]
  const writes = leadingIn(meeting, 'secretary').some((who) => 'person' in who && who.person === me)
  return writes && wantsMinutes(circle, meeting) ? [{ ...of, kind: 'minutes' }] : []
}

/** My own words as others wrote them down, and answers of others that I heard. */
function ofWords(circle: Circle, me: string): Step[] {
  return [...circle.words.values()].flatMap((word): Step[] => {
    const { who, person, says } = word
    const line = spokenLine(circle, word, me)
    const about = { meeting: word.meeting, proposal: line.proposal, text: line.text, since: timeOf(circle, word.id) }
    const title = circle.versions.get('version' in says ? says.version : '')?.content.title ?? ''
    if (line.mine && !line.confirmed && word.disputed.length === 0)
      return [{ ...about, title, kind: 'confirm-words', person: nameOf(circle, person) }]
    const isWanted = line.kind !== 'words' && line.mayWitness && line.needed !== null && !line.stands
    return isWanted ? [{ ...about, title, kind: 'witness', person: whoShown(circle, who).name }] : []
  })
}

function isSoon(meeting: MeetingRecord, today: string): boolean {
  const { starts } = plansOf(meeting)[0]
  const until = Date.parse(today) + 2 * DAY
  return meetingState(meeting) === 'planned' && dayOf(starts) >= today && Date.parse(dayOf(starts)) < until
}

function wantsMinutes(circle: Circle, meeting: MeetingRecord): boolean {
  if (meetingState(meeting) !== 'ended' || agreedMinutes(circle, meeting.id) !== null) return false
  return minutesStanding(circle, meeting).proposal === null
}

function dueActions(circle: Circle, today: string) {
  return [...circle.actions.values()]
    .filter((action) => actionState(action) === 'open')
    .map((action) => ({ action: action.id, content: actionContents(action)[0] }))
    .filter(({ content }) => content.due !== null && content.due <= today)
}

function itemOf(kind: BacklogItem['kind'], meeting: MeetingRecord): BacklogItem {
  const person = plannerOf(meeting)
  const of = { item: meeting.id, kind, about: meeting.id, title: plansOf(meeting)[0].title }
  return person === undefined ? of : { ...of, person }
}

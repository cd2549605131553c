import type { Circle } from '../circle.ts'
import type { Past } from '../causality.ts'
import type { Body } from '../events.ts'
import { mustBeHere, mustBelong, mustHaveRights } from '../members/rules.ts'
import { refusal, type Refusal } from '../refusal.ts'
import { roleIn } from '../roles/queries.ts'
import { isHere } from './attendance.ts'
import type { AgendaTopic, Who } from './events.ts'
import { meetingState } from './queries.ts'
import { areMinutesOf, type AgendaItemRecord, type MeetingRecord } from './records.ts'

export function meetingIn(circle: Circle, past: Past, id: string): MeetingRecord | null {
  const meeting = circle.meetings.meetings.get(id)
  return meeting !== undefined && past.has(meeting.stamp) ? meeting : null
}

export function itemIn(circle: Circle, past: Past, id: string): AgendaItemRecord | null {
  const item = circle.meetings.items.get(id)
  return item !== undefined && past.has(item.stamp) ? item : null
}

/** [T1] Any member calls a meeting. */
export function schedulingCounts(
  circle: Circle,
  past: Past,
  { follows }: Body<'meeting.scheduled'>,
  by: string,
): Refusal | null {
  if (follows !== null && meetingIn(circle, past, follows) === null) return refusal('no-such-meeting')
  return mustHaveRights(circle, past, by)
}

/** [T1] [T5] What any member does to a meeting: the facilitator steers, and everyone can. */
export function steeringCounts(circle: Circle, past: Past, meeting: string, by: string): Refusal | null {
  if (meetingIn(circle, past, meeting) === null) return refusal('no-such-meeting')
  return mustHaveRights(circle, past, by)
}

/** [T1] A meeting ends once it has begun. */
export function endingCounts(circle: Circle, past: Past, id: string, by: string): Refusal | null {
  const meeting = meetingIn(circle, past, id)
  if (meeting === null) return refusal('no-such-meeting')
  if (meetingState(meeting, past) !== 'running') return refusal('meeting-not-running')
  return mustHaveRights(circle, past, by)
}

/** [T5] A point of the meeting is one of its own items, or none. */
export function pointCounts(
  circle: Circle,
  past: Past,
  { meeting, item }: { readonly meeting: string; readonly item: string | null },
  by: string,
): Refusal | null {
  if (item !== null && itemIn(circle, past, item)?.meeting !== meeting) return refusal('no-such-item')
  return steeringCounts(circle, past, meeting, by)
}

/** [T3] Who is here may be noted by anyone who belongs: by themselves, or by whoever keeps the list. */
export function presenceCounts(
  circle: Circle,
  past: Past,
  { meeting, who }: { readonly meeting: string; readonly who: Who },
  by: string,
): Refusal | null {
  if (meetingIn(circle, past, meeting) === null) return refusal('no-such-meeting')
  return mustBelong(circle, past, by) ?? ('person' in who ? mustBeHere(circle, past, who.person) : null)
}

/** [T4] [T7] What somebody says at a meeting they say themselves, unless they are there without a device of their own. */
export function sayingCounts(
  circle: Circle,
  past: Past,
  { meeting, who }: { readonly meeting: string; readonly who: Who },
  by: string,
): Refusal | null {
  const why = presenceCounts(circle, past, { meeting, who }, by)
  const record = meetingIn(circle, past, meeting)
  if (why !== null || record === null || ('person' in who && who.person === by)) return why
  const here = isHere(record, past, who)
  if (here === null) return refusal('not-present')
  return here.device ? refusal('not-your-own') : null
}

/** [T2] An item: any member's, with somebody of the circle to lead it, about something that is there. */
export function topicCounts(
  circle: Circle,
  past: Past,
  meeting: string,
  topic: Pick<AgendaTopic, 'owner' | 'about'>,
  by: string,
): Refusal | null {
  const owner = topic.owner === null ? null : mustBeHere(circle, past, topic.owner)
  return steeringCounts(circle, past, meeting, by) ?? owner ?? aboutProblem(circle, past, topic.about)
}

/** [T2] [T6] */
export function itemCounts(circle: Circle, past: Past, id: string, by: string): Refusal | null {
  return itemIn(circle, past, id) === null ? refusal('no-such-item') : mustHaveRights(circle, past, by)
}

export function turnCounts(circle: Circle, past: Past, body: Body<'speaking.taken'>, by: string): Refusal | null {
  const speaking = circle.meetings.speakings.get(body.speaking)
  if (speaking === undefined || !past.has(speaking.stamp)) return refusal('no-such-speaking')
  return mustBelong(circle, past, by)
}

/** [T8] Any member writes minutes, from texts of the same meeting. */
export function minutesCount(circle: Circle, past: Past, body: Body<'minutes.written'>, by: string): Refusal | null {
  const foreign = body.parents.find((id) => !areMinutesOf(circle, past, id, body.meeting))
  if (foreign !== undefined) return refusal('no-such-minutes')
  return steeringCounts(circle, past, body.meeting, by)
}

function aboutProblem(circle: Circle, past: Past, about: AgendaTopic['about']): Refusal | null {
  if (about === null) return null
  const isKnown = (one: { readonly stamp: Parameters<Past['has']>[0] } | undefined) =>
    one !== undefined && past.has(one.stamp)
  switch (about.kind) {
    case 'proposal':
      return isKnown(circle.proposals.get(about.id)) ? null : refusal('no-such-proposal')
    case 'agreement':
      return circle.agreements.get(about.id)?.closes.some(isKnown) === true ? null : refusal('no-such-agreement')
    case 'minutes':
      return isKnown(circle.meetings.meetings.get(about.id)) ? null : refusal('no-such-meeting')
    case 'driver':
      return isKnown(circle.drivers.get(about.id)) ? null : refusal('no-such-driver')
    default:
      return roleIn(circle, past, about.id) === null ? refusal('no-such-role') : null
  }
}

import type { Kinds } from '../kind.ts'
import type { meetingEvents } from './events.ts'
import * as meetings from './reducer.ts'
import * as meetingRules from './rules.ts'

type MeetingEvent = keyof typeof meetingEvents

export const meetingKinds: Kinds<MeetingEvent> = {
  'meeting.scheduled': {
    counts: ({ circle, past, body, by }) => meetingRules.schedulingCounts(circle, past, body, by),
    add: meetings.meetingScheduled,
  },
  'meeting.moved': {
    counts: ({ circle, past, body, by }) => meetingRules.steeringCounts(circle, past, body.meeting, by),
    add: meetings.meetingMoved,
  },
  'meeting.cancelled': {
    counts: ({ circle, past, body, by }) => meetingRules.steeringCounts(circle, past, body.meeting, by),
    add: meetings.saidOf('cancelled'),
  },
  'meeting.started': {
    counts: ({ circle, past, body, by }) => meetingRules.steeringCounts(circle, past, body.meeting, by),
    add: meetings.saidOf('starts'),
  },
  'meeting.ended': {
    counts: ({ circle, past, body, by }) => meetingRules.endingCounts(circle, past, body.meeting, by),
    add: meetings.saidOf('ends'),
  },
  'meeting.led': {
    counts: ({ circle, past, body, by }) =>
      meetingRules.steeringCounts(circle, past, body.meeting, by) ??
      meetingRules.presenceCounts(circle, past, body, by),
    add: meetings.saidOf('led'),
  },
  'meeting.attended': {
    counts: ({ circle, past, body, by }) => meetingRules.presenceCounts(circle, past, body, by),
    add: meetings.saidOf('attended'),
  },
  'meeting.steered': {
    counts: ({ circle, past, body, by }) => meetingRules.pointCounts(circle, past, body, by),
    add: meetings.saidOf('steered'),
  },
  'meeting.noted': {
    counts: ({ circle, past, body, by }) => meetingRules.pointCounts(circle, past, body, by),
    add: meetings.saidOf('notes'),
  },
  'meeting.evaluated': {
    counts: ({ circle, past, body, by }) => meetingRules.sayingCounts(circle, past, body, by),
    add: meetings.saidOf('evaluations'),
  },
  'agenda.added': {
    counts: ({ circle, past, body, by }) => meetingRules.topicCounts(circle, past, body.meeting, body, by),
    add: meetings.agendaAdded,
  },
  'agenda.changed': {
    counts: ({ circle, past, body, by }) => {
      const meeting = circle.meetings.items.get(body.item)?.meeting ?? ''
      return (
        meetingRules.itemCounts(circle, past, body.item, by) ??
        meetingRules.topicCounts(circle, past, meeting, body, by)
      )
    },
    add: meetings.agendaChanged,
  },
  'agenda.placed': {
    counts: ({ circle, past, body, by }) => meetingRules.itemCounts(circle, past, body.item, by),
    add: meetings.agendaPlaced,
  },
  'agenda.removed': {
    counts: ({ circle, past, body, by }) => meetingRules.itemCounts(circle, past, body.item, by),
    add: meetings.agendaRemoved,
  },
  'agenda.answered': {
    counts: ({ circle, past, body, by }) => meetingRules.sayingCounts(circle, past, body, by),
    add: meetings.saidOf('answers'),
  },
  'outcome.written': {
    counts: ({ circle, past, body, by }) => meetingRules.itemCounts(circle, past, body.item, by),
    add: meetings.outcomeWritten,
  },
  'speaking.opened': {
    counts: ({ circle, past, body, by }) => meetingRules.pointCounts(circle, past, body, by),
    add: meetings.speakingOpened,
  },
  'speaking.taken': {
    counts: ({ circle, past, body, by }) => meetingRules.turnCounts(circle, past, body, by),
    add: meetings.speakingTaken,
  },
  'minutes.written': {
    counts: ({ circle, past, body, by }) => meetingRules.minutesCount(circle, past, body, by),
    add: meetings.minutesWritten,
  },
}

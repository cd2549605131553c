import { actionContents } from '../domain/actions/queries.ts'
import type { ActionRecord } from '../domain/actions/records.ts'
import { removalOf, topicsOf } from '../domain/meetings/agenda.ts'
import { meetingState, plansOf } from '../domain/meetings/queries.ts'
import type { AgendaItemRecord, MeetingRecord } from '../domain/meetings/records.ts'
import type { SpokenWord } from '../domain/spoken/records.ts'
import type { CircleSession } from './circle-session.ts'
import type { Named } from './find.ts'

/** What is still to come or going on goes before: a meeting that comes back every month is found by its title. */
export const meetingsOf = ({ circle }: CircleSession): Named<MeetingRecord>[] =>
  [...circle.meetings.meetings.values()].map((it) => {
    const names = [plansOf(it)[0].title]
    return { id: it.id, called: isOver(it) ? [] : names, formerly: isOver(it) ? names : [], it }
  })

export const itemsOf = ({ circle }: CircleSession): Named<AgendaItemRecord>[] =>
  [...circle.meetings.items.values()].map((it) => {
    const meeting = circle.meetings.meetings.get(it.meeting)
    const isPast = removalOf(it) !== null || (meeting !== undefined && isOver(meeting))
    const names = [topicsOf(it)[0].title]
    return { id: it.id, called: isPast ? [] : names, formerly: isPast ? names : [], it }
  })

const isOver = (meeting: MeetingRecord) => ['ended', 'cancelled'].includes(meetingState(meeting))

export const actionsOf = ({ circle }: CircleSession): Named<ActionRecord>[] =>
  [...circle.actions.values()].map((it) => ({ id: it.id, called: [actionContents(it)[0].text], it }))

export const wordsOf = ({ circle }: CircleSession): Named<SpokenWord>[] =>
  [...circle.words.values()].map((it) => ({ id: it.id, called: [], it }))

import type { OutputOf } from '../../api/node-port.ts'
import type { Procedures } from '../../api/contract.ts'
import type { Circle } from '../../domain/circle.ts'
import { minutesOf, type MinutesItem, type MinutesRound } from '../../domain/meetings/minutes.ts'
import type { MeetingNote, MeetingRecord } from '../../domain/meetings/records.ts'
import { nameOf } from '../../domain/members/queries.ts'
import { purpose } from '../../domain/purpose.ts'
import { actionLine } from './action-lines.ts'
import {
  evaluationShown,
  itemShown,
  meetingLine,
  minutesStanding,
  turnShown,
  whoShown,
  wordsAt,
} from './meeting-parts.ts'
import { asOfText } from './shown.ts'

type Page = OutputOf<Procedures['minutes']['show']>
type Looker = { readonly circle: Circle; readonly me: string; readonly today: string }

export function minutesPage(circle: Circle, meeting: MeetingRecord, me: string, today: string): Page {
  const looker = { circle, me, today }
  const told = minutesOf(circle, meeting)
  const { name, practice } = purpose(circle)
  const texts = (notes: readonly MeetingNote[]) => notes.map(({ person, text }) => ({ person, text }))
  const lines = (ids: readonly string[]) => ids.flatMap((id) => circle.meetings.meetings.get(id) ?? [])
  return {
    ...meetingLine(circle, meeting),
    circleName: name,
    practice,
    began: told.began,
    ended: told.ended,
    facilitator: told.facilitator.map((who) => whoShown(circle, who)),
    secretary: told.secretary.map((who) => whoShown(circle, who)),
    present: told.present.map(({ who, device }) => ({ who: whoShown(circle, who), device })),
    absent: told.absent.map((person) => nameOf(circle, person)),
    accepted: told.agendaAccepted,
    opening: told.opening.map((one) => roundShown(circle, one)),
    information: texts(told.information),
    agenda: told.items.flatMap((item) => itemTold(looker, item)),
    notes: texts(told.notes),
    backlog: texts(told.backlog),
    decisions: decisions(circle, told.decisions),
    actions: actions(looker, told.actions),
    spoken: wordsAt(circle, meeting.id, me),
    closing: told.closing.map((one) => roundShown(circle, one)),
    evaluations: told.evaluations.map((one) => evaluationShown(circle, one)),
    next: lines(told.next).map((one) => meetingLine(circle, one)),
    standing: minutesStanding(circle, meeting),
    asOf: asOfText(circle),
  }
}

function itemTold(looker: Looker, item: MinutesItem): Page['agenda'] {
  const { circle } = looker
  const record = circle.meetings.items.get(item.item)
  if (record === undefined) return []
  return [
    {
      ...itemShown(circle, record),
      notes: item.notes.map(({ person, text }) => ({ person, text })),
      rounds: item.rounds.map((one) => roundShown(circle, one)),
      decisions: decisions(circle, item.decisions),
      actions: actions(looker, item.actions),
    },
  ]
}

function roundShown(circle: Circle, { prompt, turns }: MinutesRound) {
  return { prompt, turns: turns.map((turn) => turnShown(circle, turn)) }
}

function decisions(circle: Circle, ids: readonly string[]): Page['decisions'] {
  return ids.flatMap((id) => {
    const content = circle.versions.get(circle.agreements.get(id)?.version ?? '')?.content
    if (content === undefined) return []
    const { title, text, review } = content
    return [{ agreement: id, title, text, review }]
  })
}

function actions({ circle, me, today }: Looker, ids: readonly string[]) {
  return ids.flatMap((id) => circle.actions.get(id) ?? []).map((action) => actionLine(circle, action, me, today))
}

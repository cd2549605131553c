import type { InputOf, NodePort } from '../../api/node-port.ts'
import type { Procedures } from '../../api/contract.ts'
import { byCodeUnit } from '../../domain/canonical.ts'
import type { Circle } from '../../domain/circle.ts'
import { plansOf } from '../../domain/meetings/queries.ts'
import type { MeetingRecord } from '../../domain/meetings/records.ts'
import { purpose } from '../../domain/purpose.ts'
import { refuse, type Outcome } from '../../domain/refusal.ts'
import { hashText } from '../../log/crypto.ts'
import { dayOf } from '../clock.ts'
import type { Desk } from '../desk.ts'
import { calendarOf } from '../exports/calendar.ts'
import { csvOf, jsonOf } from '../exports/csv.ts'
import type { Document } from '../exports/document.ts'
import { fileName } from '../exports/file-name.ts'
import { htmlOf } from '../exports/html.ts'
import { logbookDocument } from '../exports/logbook-document.ts'
import { markdownOf } from '../exports/markdown.ts'
import { minutesDocument } from '../exports/minutes-document.ts'
import { TABLES } from '../exports/tables.ts'
import { findOne } from '../find.ts'
import { answering, must } from './answering.ts'

type Asked = InputOf<Procedures['exports']['write']>

export function exportCommands(desk: Desk): NodePort['exports'] {
  return {
    write: answering((asked) => {
      const { circle } = must(desk.session(asked.circle))
      const { text, about } = textOf(circle, asked, dayOf(desk.clock()))
      return { name: fileName(about, asked.form), text }
    }),
    show: answering(({ about, ...asked }) => {
      const { circle } = must(desk.session(asked.circle))
      return documentOf(circle, about, asked, dayOf(desk.clock()))
    }),
  }
}

function textOf(circle: Circle, asked: Asked, today: string): { readonly text: string; readonly about: string } {
  const { form, language = 'en', details = false } = asked
  const about = purpose(circle).name
  const [subject, writing] = form.split('.') as [string, string]
  if (form === 'calendar.ics') return { about, text: calendarOf(circle, { language, today, details, hash: hashText }) }
  if (subject === 'logbook' || subject === 'minutes') {
    const document = documentOf(circle, subject, asked, today)
    return { about, text: writing === 'md' ? markdownOf(document) : htmlOf(document) }
  }
  const table = TABLES[subject as keyof typeof TABLES](circle, language, today)
  return { about, text: writing === 'csv' ? csvOf(table) : jsonOf(subject, table) }
}

function documentOf(
  circle: Circle,
  about: 'logbook' | 'minutes',
  { meeting, language = 'en' }: Pick<Asked, 'meeting' | 'language'>,
  today: string,
): Document {
  if (about === 'logbook') return logbookDocument(circle, language, today)
  return minutesDocument(circle, must(meetingIn(circle, meeting)), language)
}

/** The one that is meant; without a word, the last that has begun. */
function meetingIn(circle: Circle, ref: string | undefined): Outcome<MeetingRecord> {
  const meetings = [...circle.meetings.meetings.values()]
  if (ref === undefined) {
    const begun = meetings.filter(({ starts }) => starts.length > 0)
    const last = begun.sort((a, b) => plansOf(b)[0].starts - plansOf(a)[0].starts || byCodeUnit(a.id, b.id))[0]
    return last === undefined ? refuse('no-such-meeting') : { ok: true, value: last }
  }
  const named = meetings.map((it) => ({ id: it.id, called: plansOf(it).map(({ title }) => title), it }))
  return findOne(named, ref, 'no-such-meeting')
}

import type { InputOf, NodePort } from '../../api/node-port.ts'
import type { Procedures } from '../../api/contract.ts'
import { byCodeUnit } from '../../domain/canonical.ts'
import type { MeetingRecord } from '../../domain/meetings/records.ts'
import { purpose } from '../../domain/purpose.ts'
import { refuse, type Outcome } from '../../domain/refusal.ts'
import { hashText } from '../../log/crypto.ts'
import { dayOf } from '../clock.ts'
import type { CircleSession } from '../circle-session.ts'
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
import { timeZone } from '../exports/time-zone.ts'
import { answering, must } from './answering.ts'

type Asked = InputOf<Procedures['exports']['write']>

export function exportCommands(desk: Desk): NodePort['exports'] {
  return {
    write: answering((asked) => {
      const { text, about } = textOf(desk, must(desk.session(asked.circle)), asked)
      return { name: fileName(about, asked.form), text }
    }),
  }
}

function textOf(desk: Desk, session: CircleSession, asked: Asked): { readonly text: string; readonly about: string } {
  const { form, language = 'en', details = false, withBlocked = false } = asked
  const { circle } = session
  const today = dayOf(desk.clock())
  const about = purpose(circle).name
  const [subject, writing] = form.split('.') as [string, string]
  if (form === 'calendar.ics') {
    const zone = timeZone(Intl.DateTimeFormat().resolvedOptions().timeZone)
    return { about, text: calendarOf(circle, { language, today, details, hash: hashText, zone }) }
  }
  if (subject === 'logbook' || subject === 'minutes') {
    const document = documentOf(desk, session, subject, asked)
    return { about, text: writing === 'md' ? markdownOf(document) : htmlOf(document) }
  }
  const notRead = new Set(withBlocked ? [] : session.keys().notRead)
  const table = TABLES[subject as keyof typeof TABLES](circle, { language, today, notRead })
  return { about, text: writing === 'csv' ? csvOf(table) : jsonOf(subject, table) }
}

function documentOf(
  desk: Desk,
  session: CircleSession,
  about: 'logbook' | 'minutes',
  { meeting, language = 'en', withBlocked = false }: Asked,
): Document {
  const notRead = new Set(withBlocked ? [] : session.keys().notRead)
  if (about === 'logbook') return logbookDocument(session.circle, language, dayOf(desk.clock()), notRead)
  const it = must(meeting === undefined ? lastMeeting(session) : desk.meetingIn(session, meeting))
  return minutesDocument(session.circle, it, language, notRead)
}

const beganAt = ({ starts }: MeetingRecord) => Math.max(...starts.map(({ at }) => at))

/** The last that has begun, where nobody says which; when it was meant to begin says nothing of that. */
function lastMeeting({ circle }: CircleSession): Outcome<MeetingRecord> {
  const begun = [...circle.meetings.meetings.values()].filter(({ starts }) => starts.length > 0)
  const [last] = begun.sort((a, b) => beganAt(b) - beganAt(a) || byCodeUnit(a.id, b.id))
  return last === undefined ? refuse('no-such-meeting') : { ok: true, value: last }
}

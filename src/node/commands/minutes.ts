import type { NodePort } from '../../api/node-port.ts'
import { minutesDrafts } from '../../domain/meetings/queries.ts'
import type { MeetingRecord, MinutesRecord } from '../../domain/meetings/records.ts'
import { refuse } from '../../domain/refusal.ts'
import { dayOf } from '../clock.ts'
import type { Desk } from '../desk.ts'
import { findOne } from '../find.ts'
import { minutesPage } from '../pages/minutes-page.ts'
import { answering, must } from './answering.ts'
import { day, title, words } from './texts.ts'

export function minutesCommands(desk: Desk): NodePort['minutes'] {
  return {
    show: answering(({ meeting }) => {
      const { session, it } = must(desk.meeting(meeting))
      return minutesPage(session.circle, it, session.me, dayOf(desk.clock()))
    }),
    write: answering(async ({ meeting, text, from, asOf }) => {
      const { session, it } = must(desk.meeting(meeting))
      const drafts = minutesDrafts(it).map(({ id }) => id)
      const parents = from === undefined ? drafts : [textOf(it, from).id]
      const body = { meeting: it.id, parents, text: must(words(text, 'text')) }
      const { id, meanwhile } = must(await session.say({ type: 'minutes.written', body }, asOf))
      return { minutes: id, meanwhile }
    }),
    propose: answering(async ({ meeting, minutes, review, asOf, ...said }) => {
      const { session, it } = must(desk.meeting(meeting))
      const wanted = minutes === undefined ? onlyDraft(it) : textOf(it, minutes)
      const content = {
        title: must(title(said.title, 'title')),
        text: wanted.text,
        driver: null,
        answers: null,
        review: must(day(review)),
        criteria: [],
        owner: null,
        changes: null,
        effect: { kind: 'minutes' as const, meeting: it.id, minutes: wanted.id },
      }
      const { id, meanwhile } = must(await session.say({ type: 'proposal.presented', body: { content } }, asOf))
      return { proposal: id, meanwhile }
    }),
  }
}

function textOf(meeting: MeetingRecord, ref: string): MinutesRecord {
  const texts = meeting.minutes.map((it) => ({ id: it.id, called: [], it }))
  return must(findOne(texts, ref, 'no-such-minutes'))
}

/** D3 row 22: of texts written apart somebody has to say which. */
function onlyDraft(meeting: MeetingRecord): MinutesRecord {
  const drafts = minutesDrafts(meeting)
  const [only] = drafts
  if (only === undefined) return must(refuse('no-such-minutes'))
  return drafts.length === 1 ? only : must(refuse('siblings-open', { versions: drafts.map(({ id }) => id) }))
}

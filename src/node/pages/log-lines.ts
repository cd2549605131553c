import { nameOf } from '../../domain/members/queries.ts'
import type { LogEntry } from '../../log/view-entry.ts'
import type { CircleSession } from '../circle-session.ts'
import { holderOfWriter } from './forked.ts'
import type { OutputOf } from '../../api/node-port.ts'
import type { Procedures } from '../../api/contract.ts'

export type LogLine = OutputOf<Procedures['log']['list']>['items'][number]

/** All that stands in the circle's log, what counts and what does not, and where a log is damaged. */
export function logLines(session: CircleSession): LogLine[] {
  const lines = session.follower.entries.map((entry) => lineOf(session, entry))
  const damaged = session.log.damaged().map(({ writer, length, forked }): LogLine => {
    const person = holderOfWriter(session.circle, writer)
    const name = person === null ? null : nameOf(session.circle, person)
    const refusal = forked ? 'device-forked' : 'damaged-log'
    return {
      event: `${writer}:${length}`,
      type: 'damaged',
      person,
      name,
      device: null,
      at: null,
      counted: false,
      refusal,
    }
  })
  return [...lines, ...damaged]
}

function lineOf(session: CircleSession, entry: LogEntry): LogLine {
  if (!('event' in entry)) return unread(entry, 'refused' in entry ? entry.refused : 'unreadable')
  const { id, type, device, at } = entry.event
  const { counted, refused, copies } = session.circle
  const why = refused.get(id)
  const person = counted.get(id)?.person ?? why?.person ?? null
  const name = person === null ? null : nameOf(session.circle, person)
  const line = { event: id, type, person, name, device, at }
  // What counts in its own log does not count a second time here.
  if (copies.has(`${id} in ${entry.writer}`)) {
    return { ...line, counted: false, refusal: 'wrong-log' }
  }
  if (counted.has(id)) return { ...line, counted: true, refusal: null }
  return { ...line, counted: false, refusal: why?.refusal.code ?? 'unknown-past' }
}

/** What cannot be read has no id of its own: it is named by its place. */
function unread(entry: LogEntry, refusal: string): LogLine {
  const event = `${entry.writer}:${entry.position}`
  return { event, type: 'unknown', person: null, device: null, at: null, counted: false, refusal }
}

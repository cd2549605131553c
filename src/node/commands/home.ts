import type { NodePort } from '../../api/node-port.ts'
import type { Circle } from '../../domain/circle.ts'
import { purpose } from '../../domain/purpose.ts'
import { refuse } from '../../domain/refusal.ts'
import { isPast } from '../../domain/rounds/silence.ts'
import type { CircleSession } from '../circle-session.ts'
import { dayOf } from '../clock.ts'
import type { RunningNode } from '../node.ts'
import { found } from '../pages/found.ts'
import { newsOf, type News } from '../pages/meanwhile.ts'
import { asOfText, readAsOf } from '../pages/shown.ts'
import { withoutTheirs } from '../pages/unread-people.ts'
import { byUrgency, EMPTY, waitingIn, type Waiting } from '../pages/waiting.ts'
import { readMarksFile, type ReadMarks } from '../read-marks.ts'
import { answering, must } from './answering.ts'

export function homeCommands(node: RunningNode): NodePort['home'] {
  const file = readMarksFile(node.options.folder)
  const look = looker()
  return {
    show: answering(async () => {
      must(node.profile())
      const marks = (await file.read()) ?? {}
      const now = node.options.clock()
      const looks = node.sessions().map((session) => ({ session, ...look(session, marks, now) }))
      const joining = must(node.joining()).list()
      return {
        waiting: byUrgency(looks.flatMap(({ session, waiting }) => [...atTheDoor(session), ...waiting])),
        news: looks
          .filter(({ news }) => news.length > 0)
          .map(({ session, news }) => ({ ...headOf(session), asOf: asOfText(session.circle), items: news })),
        unread: looks
          .filter(({ session }) => marks[session.circle.id] === undefined)
          .map(({ session: { circle } }) => ({ circle: circle.id, asOf: asOfText(circle) })),
        circles: looks.length,
        joining: joining.filter(({ state }) => state === 'waiting' || state === 'confirmed').length,
      }
    }),
    read: answering(async ({ circles }) => {
      const read = circles.map(({ circle, asOf }) => {
        const session = must(node.desk.session(circle))
        return [session.circle.id, readAsOf(session.circle, asOf) ?? must(refuse('changed-meanwhile'))] as const
      })
      await file.update((now = {}) => ({ ...now, ...Object.fromEntries(read) }))
      node.changes.tell(null)
      return {}
    }),
  }
}

export function findCommands(node: RunningNode): NodePort['find'] {
  return {
    list: answering(({ text }) => {
      must(node.profile())
      return found(
        node.sessions().map(({ circle }) => circle),
        text,
        dayOf(node.options.clock()),
      )
    }),
  }
}

type Look = { readonly waiting: Waiting[]; readonly news: News[] }

/** Looks anew only at circles where something counted since: with fifty open, one change must not cost fifty looks. */
function looker() {
  const known = new WeakMap<Circle, Look & { readonly of: string }>()
  return (session: CircleSession, marks: ReadMarks, now: number): Look => {
    const { circle, me } = session
    const { notRead = [] } = session.keys()
    const today = dayOf(now)
    const mark = marks[circle.id]
    const of = `${circle.counted.size} ${today} ${mark?.join('.') ?? ''} ${notRead.join('.')} ${timesUp(circle, now)}`
    const before = known.get(circle)
    if (before?.of === of) return before
    const all = { waiting: waitingIn(circle, me, today, now), news: newsOf(circle, me, mark) }
    const look = { of, ...withoutTheirs(circle, notRead, all) }
    known.set(circle, look)
    return look
  }
}

/** How many rounds have seen their time go by: with no word from anyone, it changes what waits. */
function timesUp(circle: Circle, now: number): number {
  return [...circle.rounds.values()].filter((round) => isPast(round, now)).length
}

/** Those who took up an invite of mine and wait for my yes. */
function atTheDoor(session: CircleSession): Waiting[] {
  const open = session.keys().invites.filter(({ state }) => state === 'open')
  return open.flatMap(({ requests, invite }) =>
    requests
      .filter(({ state }) => state === 'waiting')
      .map(({ joiner }) => ({
        ...headOf(session),
        ...EMPTY,
        kind: 'confirm' as const,
        person: joiner.name,
        since: invite.expires,
      })),
  )
}

function headOf({ circle }: CircleSession) {
  const { name, practice } = purpose(circle)
  return { circle: circle.id, circleName: name, practice }
}

import type { NodePort } from '../../api/node-port.ts'
import type { BacklogNote } from '../../domain/backlog/events.ts'
import { accept, type Outcome } from '../../domain/refusal.ts'
import type { CircleSession } from '../circle-session.ts'
import { dayOf } from '../clock.ts'
import type { Desk } from '../desk.ts'
import { findOne } from '../find.ts'
import { backlogLines, type BacklogItem } from '../pages/backlog.ts'
import { asOfText } from '../pages/shown.ts'
import { answering, must } from './answering.ts'
import { words } from './texts.ts'

/** How many of the items above are named, so that the place is found when some of them are done. */
const MOST_ABOVE = 8

export function backlogCommands(desk: Desk): NodePort['backlog'] {
  const linesOf = ({ circle }: CircleSession) => backlogLines(circle, dayOf(desk.clock()))
  return {
    list: answering(({ circle, kind }) => {
      const session = must(desk.session(circle))
      const items = linesOf(session).filter((line) => kind === undefined || line.kind === kind)
      return { asOf: asOfText(session.circle), items }
    }),
    place: answering(async ({ circle, item, under, asOf }) => {
      const session = must(desk.session(circle))
      const lines = linesOf(session)
      const it = must(itemIn(lines, item)).item
      const place = under === null ? null : must(itemIn(lines, under)).item
      const body = { item: it, under: place === null ? [] : above(lines, place, it) }
      const { meanwhile } = must(await session.say({ type: 'backlog.placed', body }, asOf))
      return { item: it, meanwhile }
    }),
    note: answering(async ({ circle, item, asOf, ...said }) => {
      const session = must(desk.session(circle))
      const it = must(itemIn(linesOf(session), item)).item
      const notes: BacklogNote[] = []
      if (said.owner !== undefined)
        notes.push({ what: 'owner', owner: said.owner === null ? null : must(desk.person(session, said.owner)) })
      if (said.minutes !== undefined) notes.push({ what: 'minutes', minutes: said.minutes })
      if (said.next !== undefined) notes.push({ what: 'next', next: must(emptied(said.next)) })
      const [first, ...more] = notes.map((note) => ({ type: 'backlog.noted' as const, body: { item: it, note } }))
      if (first !== undefined) must(await session.say(first, asOf, more))
      return { item: it }
    }),
  }
}

function itemIn(lines: readonly BacklogItem[], ref: string): Outcome<BacklogItem> {
  const named = lines.map((it) => ({ id: it.item, called: it.title === undefined ? [] : [it.title], it }))
  return findOne(named, ref, 'no-such-item')
}

/** The item it goes under, and those above that, nearest first. */
function above(lines: readonly BacklogItem[], place: string, item: string): string[] {
  const others = lines.map((line) => line.item).filter((one) => one !== item)
  return others
    .slice(0, others.indexOf(place) + 1)
    .toReversed()
    .slice(0, MOST_ABOVE)
}

const emptied = (text: string | null) => (text === null || text.trim() === '' ? accept(null) : words(text, 'next'))

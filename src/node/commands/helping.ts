import type { NodePort } from '../../api/node-port.ts'
import { helpingState } from '../../domain/helping/queries.ts'
import type { Desk } from '../desk.ts'
import { helpingLines, helpingPage } from '../pages/helping-page.ts'
import { asOfText } from '../pages/shown.ts'
import { answering, must } from './answering.ts'
import { propose } from './proposing.ts'
import { day, optionalWords, title, words } from './texts.ts'

export function helpingCommands(desk: Desk): NodePort['helpingCircle'] {
  return {
    list: answering((input) => {
      const { circle } = must(desk.session(input.circle))
      return { asOf: asOfText(circle), items: helpingLines(circle) }
    }),
    show: answering(({ helping }) => {
      const { session, it } = must(desk.helping(helping))
      return helpingPage(session.circle, it)
    }),
    propose: answering(({ circle, asOf, members, ...of }) => {
      const session = must(desk.session(circle))
      const name = must(title(of.name, 'name'))
      const mandate = must(words(of.mandate, 'mandate'))
      const people = [...new Set(members.map((one) => must(desk.person(session, one))))].sort()
      const effect = { kind: 'helping-circle', name, mandate, members: people, due: must(day(of.due)) } as const
      return propose(session, { title: name, text: mandate, review: of.review }, effect, asOf)
    }),
    note: answering(async ({ helping, text, asOf }) => {
      const { session, it } = must(desk.helping(helping))
      const body = { helping: it.id, text: must(words(text, 'text')) }
      const { id, meanwhile } = must(await session.say({ type: 'helping.noted', body }, asOf))
      return { note: id, meanwhile }
    }),
    report: answering(async ({ helping, text, asOf }) => {
      const { session, it } = must(desk.helping(helping))
      const body = { helping: it.id, text: must(words(text, 'text')) }
      const { id, meanwhile } = must(await session.say({ type: 'helping.reported', body }, asOf))
      return { report: id, meanwhile }
    }),
    dissolve: answering(async ({ helping, reason, asOf }) => {
      const { session, it } = must(desk.helping(helping))
      const body = { helping: it.id, reason: must(optionalWords(reason, 'reason')) }
      const { meanwhile } = must(await session.say({ type: 'helping.dissolved', body }, asOf))
      return { state: helpingState(session.circle, it), meanwhile }
    }),
  }
}

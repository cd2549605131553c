import type { NodePort } from '../../api/node-port.ts'
import { dayOf } from '../clock.ts'
import type { Desk } from '../desk.ts'
import { logbookPage } from '../pages/logbook.ts'
import { asOfText, namesOf } from '../pages/shown.ts'
import { whyPage } from '../pages/why.ts'
import { answering, must } from './answering.ts'
import { day } from './texts.ts'

export function logbookCommands(desk: Desk): NodePort['logbook'] {
  return {
    list: answering(({ circle: ref, owner, ...asked }) => {
      const session = must(desk.session(ref))
      for (const date of [asked.since, asked.until]) if (date !== undefined) must(day(date))
      const person = owner === undefined ? {} : { owner: must(desk.person(session, owner)) }
      const { circle } = session
      const page = logbookPage(circle, { ...asked, ...person }, dayOf(desk.clock()))
      return { asOf: asOfText(circle), names: namesOf(circle), ...page }
    }),
    why: answering(({ agreement }) => {
      const { session, it } = must(desk.agreement(agreement))
      return whyPage(session.circle, it)
    }),
  }
}

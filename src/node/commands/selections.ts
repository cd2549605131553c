import type { NodePort } from '../../api/node-port.ts'
import { EVERYTHING } from '../../domain/causality.ts'
import { electorateIn, memberState } from '../../domain/members/queries.ts'
import { refuse } from '../../domain/refusal.ts'
import { roleIn } from '../../domain/roles/queries.ts'
import { selectionState } from '../../domain/selections/queries.ts'
import type { SelectionRecord } from '../../domain/selections/records.ts'
import type { CircleSession } from '../circle-session.ts'
import { dayOf } from '../clock.ts'
import type { Desk } from '../desk.ts'
import type { Nominations } from '../nominations.ts'
import { selectionLines, selectionPage } from '../pages/selection-page.ts'
import { asOfText } from '../pages/shown.ts'
import { answering, must } from './answering.ts'
import { proposes, termEnd, wordsOf } from './roles.ts'
import { day, words } from './texts.ts'

export function selectionCommands(
  desk: Desk,
  nominations: (session: CircleSession) => Nominations,
): NodePort['selection'] {
  return {
    ...hearing(desk),
    open: answering(async ({ circle, role, asOf }) => {
      const session = must(desk.session(circle))
      const { id: roleId } = must(desk.role(session, role))
      const electorate = electorateIn(session.circle, EVERYTHING, session.me)
      const said = must(await session.say({ type: 'selection.opened', body: { role: roleId, electorate } }, asOf))
      return { selection: said.id, meanwhile: said.meanwhile }
    }),
    list: answering((input) => {
      const { circle } = must(desk.session(input.circle))
      return { asOf: asOfText(circle), items: selectionLines(circle) }
    }),
    show: answering(async ({ selection }) => {
      const { session, it } = must(desk.selection(selection))
      const own = await nominations(session).own(it)
      const mine = own === undefined ? null : { nominee: own.nominee, reason: own.reason }
      return selectionPage(session.circle, it, { me: session.me, today: dayOf(desk.clock()), mine })
    }),
    nominate: answering(async ({ selection, asOf, ...named }) => {
      const { session, it } = must(desk.selection(selection))
      const { nominee, reason } = nominationOf(desk, session, named)
      const { id, meanwhile } = must(await nominations(session).seal(it.id, nominee, reason, asOf))
      // Mine may be the last that the others waited for.
      await nominations(session).revealDue()
      return { nomination: id, meanwhile }
    }),
    reveal: answering(async ({ selection, asOf }) => {
      const { session, it } = must(desk.selection(selection))
      const said = must(await session.say({ type: 'nominations.opened', body: { selection: it.id } }, asOf))
      await nominations(session).revealDue()
      return { ...stateNow(session, it), meanwhile: said.meanwhile }
    }),
  }
}

/** Once the nominations are open. */
function hearing(desk: Desk): Pick<NodePort['selection'], 'inform' | 'change' | 'keep' | 'propose' | 'end'> {
  return {
    inform: answering(async ({ selection, text, asOf }) => {
      const { session, it } = must(desk.selection(selection))
      const body = { selection: it.id, text: must(words(text, 'text')) }
      const { id, meanwhile } = must(await session.say({ type: 'selection.informed', body }, asOf))
      return { information: id, meanwhile }
    }),
    change: answering(async ({ selection, asOf, ...named }) => {
      const { session, it } = must(desk.selection(selection))
      const body = { selection: it.id, ...nominationOf(desk, session, named) }
      const { id, meanwhile } = must(await session.say({ type: 'nomination.changed', body }, asOf))
      return { nomination: id, meanwhile }
    }),
    keep: answering(async ({ selection, asOf }) => {
      const { session, it } = must(desk.selection(selection))
      const said = must(await session.say({ type: 'nomination.kept', body: { selection: it.id } }, asOf))
      return { ...stateNow(session, it), meanwhile: said.meanwhile }
    }),
    propose: answering(async ({ selection, person, until, asOf, ...said }) => {
      const { session, it } = must(desk.selection(selection))
      const role = roleIn(session.circle, EVERYTHING, it.role) ?? must(refuse('no-such-role'))
      const last = until === undefined ? termEnd(desk, session, role) : must(day(until))
      const who = must(desk.person(session, person))
      const effect = { kind: 'seat', role: it.role, person: who, until: last, selection: it.id } as const
      return proposes(session, { ...wordsOf(said), review: last }, effect, asOf)
    }),
    end: answering(async ({ selection, reason, asOf }) => {
      const { session, it } = must(desk.selection(selection))
      const body = { selection: it.id, reason: must(words(reason, 'reason')) }
      const said = must(await session.say({ type: 'selection.ended', body }, asOf))
      return { ...stateNow(session, it), meanwhile: said.meanwhile }
    }),
  }
}

/** Somebody who is here, and why; or nobody, to pass. A seal could not be refused for it later. */
function nominationOf(
  desk: Desk,
  session: CircleSession,
  { nominee, reason }: { nominee: string | null; reason?: string | undefined },
) {
  if (nominee === null) return { nominee: null, reason: null }
  const person = must(desk.person(session, nominee))
  const state = memberState(session.circle, EVERYTHING, person)
  if (state === 'left' || state === 'removed') must(refuse('no-such-person', { wanted: nominee.slice(0, 200) }))
  return { nominee: person, reason: must(words(reason ?? '', 'reason')) }
}

const stateNow = ({ circle }: CircleSession, it: SelectionRecord) => ({
  selection: it.id,
  state: selectionState(circle, it),
})

import type { NodePort } from '../../api/node-port.ts'
import { actionContents, actionState } from '../../domain/actions/queries.ts'
import type { ActionRecord } from '../../domain/actions/records.ts'
import type { ActionContent } from '../../domain/actions/events.ts'
import type { CircleSession } from '../circle-session.ts'
import { dayOf } from '../clock.ts'
import type { Desk } from '../desk.ts'
import type { RunningNode } from '../node.ts'
import { actionLine, inDueOrder } from '../pages/action-lines.ts'
import { answering, must } from './answering.ts'
import { day, optionalWords, words } from './texts.ts'

type Said = {
  readonly owner?: string | null | undefined
  readonly due?: string | null | undefined
  readonly waitingFor?: string | null | undefined
}

export function actionCommands(node: RunningNode): NodePort['action'] {
  const { desk } = node
  return {
    ...ending(desk),
    note: answering(async ({ circle, text, from, asOf, ...said }) => {
      const session = must(desk.session(circle))
      const content = { text: must(words(text, 'text')), owner: null, due: null, waitingFor: null }
      const body = { ...content, ...changed(desk, session, said), from: sourceOf(desk, session, from) }
      const { id, meanwhile } = must(await session.say({ type: 'action.noted', body }, asOf))
      return { action: id, meanwhile }
    }),
    change: answering(async ({ action, text, asOf, ...said }) => {
      const { session, it } = must(desk.action(action))
      const [before] = actionContents(it)
      const next = text === undefined ? {} : { text: must(words(text, 'text')) }
      const body = { action: it.id, ...before, ...next, ...changed(desk, session, said) }
      const { meanwhile } = must(await session.say({ type: 'action.changed', body }, asOf))
      return { action: it.id, meanwhile }
    }),
    list: answering(({ circle, mine, all }) => {
      must(node.profile())
      const sessions = circle === undefined ? node.sessions() : [must(desk.session(circle))]
      const today = dayOf(desk.clock())
      const lines = sessions.flatMap((session) =>
        [...session.circle.actions.values()].map((one) => actionLine(session.circle, one, session.me, today)),
      )
      const wanted = lines.filter((one) => (mine !== true || one.mine) && (all === true || one.state === 'open'))
      return inDueOrder(wanted)
    }),
  }
}

function ending(desk: Desk): Pick<NodePort['action'], 'done' | 'drop' | 'reopen'> {
  const now = (action: ActionRecord) => ({ action: action.id, state: actionState(action) })
  return {
    done: answering(async ({ action, note, asOf }) => {
      const { session, it } = must(desk.action(action))
      const body = { action: it.id, note: must(optionalWords(note, 'note')) }
      const { meanwhile } = must(await session.say({ type: 'action.done', body }, asOf))
      return { ...now(it), meanwhile }
    }),
    drop: answering(async ({ action, reason, asOf }) => {
      const { session, it } = must(desk.action(action))
      const body = { action: it.id, reason: must(words(reason, 'reason')) }
      const { meanwhile } = must(await session.say({ type: 'action.dropped', body }, asOf))
      return { ...now(it), meanwhile }
    }),
    reopen: answering(async ({ action, reason, asOf }) => {
      const { session, it } = must(desk.action(action))
      const body = { action: it.id, reason: must(words(reason, 'reason')) }
      const { meanwhile } = must(await session.say({ type: 'action.reopened', body }, asOf))
      return { ...now(it), meanwhile }
    }),
  }
}

/** Only what was said; null takes a part away. */
function changed(desk: Desk, session: CircleSession, { owner, due, waitingFor }: Said): Partial<ActionContent> {
  return {
    ...(owner === undefined ? {} : { owner: owner === null ? null : must(desk.person(session, owner)) }),
    ...(due === undefined ? {} : { due: due === null ? null : must(day(due)) }),
    ...(waitingFor === undefined ? {} : { waitingFor: must(optionalWords(waitingFor, 'waitingFor')) }),
  }
}

function sourceOf(
  desk: Desk,
  session: CircleSession,
  from: { readonly kind: 'meeting' | 'item' | 'agreement' | 'proposal'; readonly id: string } | undefined,
): ActionRecord['from'] {
  if (from === undefined) return null
  const { kind, id } = from
  if (kind === 'agreement') return { kind, id: must(desk.agreementIn(session, id)).id }
  if (kind === 'item') return { kind, id: must(desk.itemIn(session, id)).id }
  if (kind === 'meeting') return { kind, id: must(desk.meetingIn(session, id)).id }
  return { kind, id: must(desk.proposal(id)).it.id }
}

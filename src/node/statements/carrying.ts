import { EVERYTHING } from '../../domain/causality.ts'
import type { Circle } from '../../domain/circle.ts'
import { linkSeat } from '../../domain/links/effects.ts'
import { linkedCircles } from '../../domain/links/queries.ts'
import { hasArrived } from '../../domain/links/sitting.ts'
import { linkOf } from '../../domain/links/state.ts'
import { belongs, hasGone } from '../../domain/members/queries.ts'
import { purpose } from '../../domain/purpose.ts'
import type { Outcome } from '../../domain/refusal.ts'
import { holds } from '../../domain/roles/queries.ts'
import { isToldIn, toldBy } from '../../domain/statements/queries.ts'
import type { CircleSession } from '../circle-session.ts'
import { dayOf } from '../clock.ts'
import type { RunningNode } from '../node.ts'
import type { Intent } from './intents.ts'
import { outgoingTo } from './outgoing.ts'
import { takeIn } from './taking.ts'

/**
 * [Q2] A node that is in two linked circles tells each what the other says to it. Nobody has to press anything: what was
 * agreed to be told is told by whoever can. It writes only what is not there yet.
 */
export function keepCarrying(node: RunningNode, warn: (what: string, error: unknown) => void): () => Promise<void> {
  const stop = new AbortController()
  // One word that cannot be told stops no other: the next change tries again.
  const carries = async () =>
    carryAll(node, stop.signal).catch((error: unknown) => warn('could not tell one circle what another says', error))
  // From now on: what changes while the first of it is told is not missed.
  const changes = node.changes.listen(stop.signal)
  const work = (async () => {
    await carries()
    for await (const change of changes) if (change !== undefined && !stop.signal.aborted) await carries()
  })()
  return async () => {
    stop.abort()
    await work
  }
}

async function carryAll(node: RunningNode, signal: AbortSignal): Promise<void> {
  const sessions = node.sessions().filter((one) => maySpeak(one))
  const gone = node.sessions().filter(({ circle, me }) => hasGone(circle, EVERYTHING, me))
  for (const from of sessions)
    for (const to of gone) if (!signal.aborted) await whileThere(node, [from, to], async () => sayGone(from, to))
  if (sessions.length < 2) return
  for (const from of sessions) {
    const neighbours = new Set(linkedCircles(from.circle))
    for (const to of sessions) {
      if (signal.aborted) return
      if (from === to || !(neighbours.has(to.circle.id) || linkedCircles(to.circle).includes(from.circle.id))) continue
      await whileThere(node, [from, to], async () =>
        node.untold.note(from.circle.id, to.circle.id, await carry(from, to)),
      )
    }
  }
}

/** A circle that was forgotten meanwhile says nothing any more, and its log is closed: that is no fault. */
async function whileThere(
  node: RunningNode,
  circles: readonly CircleSession[],
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (circles.every((one) => node.sessions().includes(one))) throw error
  }
}

/** What is played for practice goes nowhere; nobody speaks where they are no more, or not wholly arrived. */
function maySpeak(session: CircleSession): boolean {
  const { circle, me } = session
  return session.belongs() && !purpose(circle).practice && belongs(circle, EVERYTHING, me)
}

async function carry(from: CircleSession, to: CircleSession): Promise<Outcome<unknown>[]> {
  const skip = {
    intent: (one: Intent) => isKnownThere(to.circle, from.circle.id, one),
    passage: ({ statement }: { statement: string }) =>
      isToldIn(to.circle, EVERYTHING, statement) || isOwn(to.circle, statement, from),
  }
  const said: Outcome<unknown>[] = []
  for (const { telling } of await outgoingTo(from, to.circle.id, to.me, skip))
    // What is refused there stays untold, and the page of the link says so.
    said.push(await takeIn(to, telling))
  await sayArrived(from, to)
  return said
}

function isKnownThere(circle: Circle, from: string, { agreement, says }: Intent): boolean {
  return toldBy(circle, EVERYTHING, from).some(({ statement, tellings }) => {
    if (statement.agreement !== agreement.id || statement.kind !== says.kind) return false
    if (says.kind === 'link') return says.meet === undefined || statement.meet?.key === says.meet.key
    if (says.kind !== 'delegate') return true
    return statement.as === says.as && (says.as === null || tellings.some(({ person }) => person === says.as))
  })
}

/** An objection goes back to nobody who made it. */
function isOwn(circle: Circle, statement: string, from: CircleSession): boolean {
  const told = from.circle.statements.told.get(statement)?.statement
  return told?.kind === 'objection' && told.from === circle.id
}

/** [Q4] Once a delegate sits there, they say so at home. */
async function sayArrived(from: CircleSession, to: CircleSession): Promise<void> {
  const there = linkOf(to.circle, from.circle.id, dayOf(to.now))
  for (const { seat, person } of there?.received ?? []) {
    const isSaid = hasArrived(from.circle, to.circle.id, seat, from.me)
    if (person !== to.me || isSaid || !holds(from.circle, linkSeat(to.circle.id, seat), from.me)) continue
    await from.say({ type: 'delegate.arrived', body: { circle: to.circle.id, seat } })
  }
}

/** [Q10] Once they have gone from there, they say that too: nobody at home sees it. */
async function sayGone(from: CircleSession, to: CircleSession): Promise<void> {
  const { id } = to.circle
  const sent = linkOf(from.circle, id, dayOf(from.now))?.sent ?? []
  for (const { seat, people, hasArrived: isThere } of sent)
    if (isThere && people[0] === from.me) await from.say({ type: 'delegate.gone', body: { circle: id, seat } })
}

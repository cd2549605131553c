import type { NodePort } from '../../api/node-port.ts'
import { encodeCanonical } from '../../domain/canonical.ts'
import { accept, refuse, type Outcome } from '../../domain/refusal.ts'
import { linkedCircles } from '../../domain/links/queries.ts'
import { linkOf } from '../../domain/links/state.ts'
import { StatementContent } from '../../domain/statements/statement.ts'
import type { CircleSession } from '../circle-session.ts'
import { dayOf } from '../clock.ts'
import { findOne } from '../find.ts'
import type { RunningNode } from '../node.ts'
import { toldLines } from '../pages/links.ts'
import { asOfText } from '../pages/shown.ts'
import { outgoingTo, type Telling } from '../statements/outgoing.ts'
import { takeIn, tellingIn } from '../statements/taking.ts'
import { answering, must } from './answering.ts'

/** More statements than any two circles have to say to each other at once. */
const MOST_LINES = 256
const EVERYTHING_IS_SAID = { intent: () => false, passage: () => false }

export function statementCommands(node: RunningNode): NodePort['statement'] {
  const { desk } = node
  return {
    list: answering((input) => {
      const { circle } = must(desk.session(input.circle))
      return { asOf: asOfText(circle), items: toldLines(circle) }
    }),
    export: answering(async ({ circle, other }) => {
      const session = must(desk.session(circle))
      const to = otherMeant(node, session, other)
      const there = node.sessions().find((one) => one.circle.id === to)
      const made = await outgoingTo(session, to, there?.me ?? null, EVERYTHING_IS_SAID)
      if (made.length === 0) return must(refuse('no-such-statement'))
      return { text: made.map(({ telling }) => `${encodeCanonical(telling)}\n`).join(''), statements: made.length }
    }),
    import: answering(async ({ text }) => {
      must(node.profile())
      const tellings = text.split('\n').filter((line) => line.trim() !== '')
      if (tellings.length === 0 || tellings.length > MOST_LINES)
        return must(refuse('bad-statement', { why: 'not-a-statement' }))
      const circles = new Set<string>()
      const count = { told: 0, known: 0 }
      for (const telling of tellings.map((line) => must(tellingIn(line)))) {
        const session = must(forWhom(node, telling))
        circles.add(session.circle.id)
        count[must(await takeIn(session, telling))] += 1
      }
      return { circles: [...circles], ...count }
    }),
  }
}

/** The circle of this node that it is for, or that it came through on its way. */
function forWhom(node: RunningNode, { statement, through }: Telling): Outcome<CircleSession> {
  // Whether it holds is looked at where it is written in.
  const content = StatementContent.safeParse(statement['statement'])
  if (!content.success) return refuse('bad-statement', { why: 'not-a-statement' })
  const { to, from, says } = content.data
  const { kind } = says
  const sessions = node.sessions()
  const named = through === null ? sessions.find(({ circle }) => circle.id === to) : undefined
  const onTheWay = sessions.find(
    ({ circle }) =>
      circle.id !== from &&
      linkedCircles(circle).includes(through ?? from) &&
      (kind === 'objection' || kind === 'answer'),
  )
  const session = named ?? onTheWay
  return session === undefined ? refuse('not-your-circle') : accept(session)
}

/** A circle that this one has to do with, by its name here or its id. */
function otherMeant(node: RunningNode, { circle }: CircleSession, ref: string): string {
  const today = dayOf(node.desk.clock())
  const known = linkedCircles(circle).map((id) => ({ id, called: [linkOf(circle, id, today)?.name ?? ''], it: id }))
  return must(findOne(known, ref, 'no-such-link'))
}

import type { Circle, Spoken } from '../circle.ts'
import type { Past } from '../causality.ts'
import type { Body } from '../events.ts'
import type { Kinds, Tools } from '../kind.ts'
import { linkSeat } from '../links/effects.ts'
import { isLinked } from '../links/agreed.ts'
import { cutSeats, memberOf } from '../members/reducer.ts'
import { mustBelong, mustHaveRights } from '../members/rules.ts'
import { refusal, type Refusal } from '../refusal.ts'
import { holds } from '../roles/queries.ts'
import { isToldIn, newestOn, statementIn } from './queries.ts'
import type { ToldRecord } from './record.ts'
import { verdictOf } from './verdicts.ts'
import type { Statement } from './verify.ts'

export const statementKinds: Kinds<'statement.told' | 'statement.passed' | 'delegate.arrived' | 'delegate.gone'> = {
  'statement.told': {
    counts: ({ circle, past, event, body, by, tools }) => {
      const verdict = verdictOf(body, tools, event.id)
      if (!verdict.valid) return refusal('bad-statement', { why: verdict.why })
      return mustBelong(circle, past, by) ?? tellingProblem(circle, past, verdict.statement, { body, by, at: event.at })
    },
    add: told,
  },
  'statement.passed': {
    counts: ({ circle, past, body, by }) => {
      const statement = statementIn(circle, past, body.statement)
      if (statement?.kind !== 'objection') return refusal('no-such-objection')
      if (body.to === statement.from || !isLinked(circle, past, body.to)) return refusal('no-such-link')
      return mustHaveRights(circle, past, by)
    },
    add: ({ statements }, spoken, body) => void statements.passed.push({ ...spoken, ...body }),
    wise: ({ circle, body }) =>
      circle.statements.passed.some((one) => one.statement === body.statement && one.to === body.to)
        ? refusal('already-done')
        : null,
  },
  'delegate.arrived': {
    counts: ({ circle, past, body, by }) =>
      holds(circle, linkSeat(body.circle, body.seat), by, past) ? null : refusal('not-the-holder'),
    add: ({ statements }, spoken, body) => void statements.arrived.push({ ...spoken, ...body }),
  },
  'delegate.gone': {
    counts: ({ circle, past, body, by }) =>
      holds(circle, linkSeat(body.circle, body.seat), by, past) ? null : refusal('not-the-holder'),
    add: ({ statements }, spoken, body) => void statements.gone.push({ ...spoken, ...body }),
  },
}

type Telling = { readonly body: Body<'statement.told'>; readonly by: string; readonly at: number }

/** [Q2] For this circle, in time by its teller's own clock, not told yet and with nothing newer on the same. */
function tellingProblem(circle: Circle, past: Past, statement: Statement, { body, by, at }: Telling): Refusal | null {
  if (statement.from === circle.id) return refusal('other-circle')
  if (at > statement.expires) return refusal('statement-expired')
  if (isToldIn(circle, past, statement.id) && !isOwnSeat(circle, past, statement, by)) return refusal('already-done')
  if (statement.subject === 'link') {
    const newest = newestOn(circle, past, statement.from, 'link')?.statement
    if (newest !== undefined && newest.issued > statement.issued) return refusal('statement-superseded')
  }
  return placeProblem(circle, past, statement, body)
}

/** [Q4] What anybody told of a delegate's seat, the delegate says themselves to take it. */
function isOwnSeat(circle: Circle, past: Past, { id, as }: Statement, by: string): boolean {
  const seats = circle.members.get(by)?.seats ?? []
  return as === by && !seats.some(({ statement, stamp }) => statement.id === id && past.has(stamp))
}

/** [Q6] [Q7] An objection comes along links, and its answer the same way home; all else is for the circle it names. */
function placeProblem(circle: Circle, past: Past, statement: Statement, body: Telling['body']): Refusal | null {
  const { kind, from, to } = statement
  if (kind === 'objection')
    return isLinked(circle, past, body.through ?? from) ? viaProblem(circle, statement, body) : refusal('no-such-link')
  if (to === circle.id) return null
  // The circles that it came through carry the answer back.
  const passed = kind === 'answer' && statementIn(circle, past, statement.objection ?? '') !== null
  return passed ? null : refusal('other-circle')
}

/** Straight from its circle where it is for this one; else through another, which it says. */
function viaProblem(circle: Circle, { to }: Statement, { through, hops }: Telling['body']): Refusal | null {
  const isStraight = through === null && hops.length === 0
  const isThrough = through !== null && hops.at(-1)?.circle === through
  return (to === circle.id ? isStraight : isThrough) ? null : refusal('other-circle')
}

/** [Q2] One statement, however many told it. */
function told(circle: Circle, spoken: Spoken, body: Body<'statement.told'>, tools: Tools): void {
  const verdict = verdictOf(body, tools)
  if (!verdict.valid) return
  const { statement } = verdict
  const { told: all, byCircle } = circle.statements
  const record: ToldRecord = all.get(statement.id) ?? { statement, tellings: [] }
  record.tellings.push({ ...spoken, through: body.through, hops: body.hops })
  if (!all.has(statement.id)) {
    all.set(statement.id, record)
    byCircle.set(statement.from, [...(byCircle.get(statement.from) ?? []), record])
  }
  if (statement.kind === 'delegate' && statement.as === spoken.person)
    memberOf(circle, spoken.person).seats.push({ ...spoken, statement: record.statement })
  for (const member of circle.members.values()) if (member.seats.length > 0) cutSeats(circle, member)
}

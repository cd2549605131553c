import type { Circle } from '../circle.ts'
import { byCodeUnit } from '../canonical.ts'
import { EVERYTHING, inPast, type Past } from '../causality.ts'
import type { Statement } from './verify.ts'
import type { MeetingKey } from './statement.ts'
import type { ToldRecord } from './record.ts'

/** What one circle has told in a past. */
export function toldBy({ statements }: Circle, past: Past, from: string): ToldRecord[] {
  return (statements.byCircle.get(from) ?? []).filter(({ tellings }) => inPast(past, tellings).length > 0)
}

/** [Q2] The newest on one subject: a foreign circle's order is only known by when its agreements were made. An end wins a tie. */
export function newestOn(circle: Circle, past: Past, from: string, subject: string): ToldRecord | null {
  const told = toldBy(circle, past, from).filter(({ statement }) => statement.subject === subject)
  return told.sort((a, b) => byAge(b.statement, a.statement))[0] ?? null
}

/** [Q8] By which the nodes of the other circle are met: what it said with its newest consent that says any. */
export function newestMeetingKey(circle: Circle, past: Past, from: string): MeetingKey | null {
  const told = toldBy(circle, past, from).flatMap(({ statement }) => (statement.meet === null ? [] : [statement]))
  return told.sort((a, b) => byAge(b, a))[0]?.meet ?? null
}

function byAge(a: Statement, b: Statement): number {
  const turns = (a.meet?.turn ?? -1) - (b.meet?.turn ?? -1)
  return a.issued - b.issued || byCodeUnit(a.kind, b.kind) || turns || byCodeUnit(a.id, b.id)
}

export function isToldIn(circle: Circle, past: Past, id: string): boolean {
  return inPast(past, circle.statements.told.get(id)?.tellings ?? []).length > 0
}

/** A statement that was written in here. */
export function statementIn(circle: Circle, past: Past, id: string): Statement | null {
  return isToldIn(circle, past, id) ? (circle.statements.told.get(id)?.statement ?? null) : null
}

/** For the state hash. */
export function statementsMeaning({ statements }: Circle) {
  const ids = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id).sort(byCodeUnit)
  return {
    told: [...statements.told.values()]
      .map(({ statement, tellings }) => ({ statement: statement.id, tellings: ids(inPast(EVERYTHING, tellings)) }))
      .sort((a, b) => byCodeUnit(a.statement, b.statement)),
    passed: ids(statements.passed),
    arrived: ids(statements.arrived),
    gone: ids(statements.gone),
  }
}

import type { Circle } from '../circle.ts'
import { EVERYTHING, type Past } from '../causality.ts'
import type { Body } from '../events.ts'
import { mustBeHere, mustBelong, mustHaveRights } from '../members/rules.ts'
import { refusal, type Refusal } from '../refusal.ts'
import { actionIn, actionState } from './queries.ts'

/** [F1] Any member notes a next step; whoever is to do it belongs to the circle. */
export function notingCounts(circle: Circle, past: Past, body: Body<'action.noted'>, by: string): Refusal | null {
  return mustHaveRights(circle, past, by) ?? fromProblem(circle, past, body.from) ?? ownerProblem(circle, past, body)
}

/** [F2] */
export function changingCounts(circle: Circle, past: Past, body: Body<'action.changed'>, by: string): Refusal | null {
  if (actionIn(circle, past, body.action) === null) return refusal('no-such-action')
  return mustHaveRights(circle, past, by) ?? ownerProblem(circle, past, body)
}

/** [F3] Everyone in the circle says what is done, dropped or to be taken up again: a guest can be its owner. */
export function endingCounts(circle: Circle, past: Past, action: string, by: string): Refusal | null {
  if (actionIn(circle, past, action) === null) return refusal('no-such-action')
  return mustBelong(circle, past, by)
}

export function reopeningCounts(circle: Circle, past: Past, action: string, by: string): Refusal | null {
  const why = endingCounts(circle, past, action, by)
  const record = circle.actions.get(action)
  return why ?? (record !== undefined && actionState(record, past) === 'open' ? refusal('action-open') : null)
}

/** [F3] What is over already needs no second end, and no change before somebody takes it up again. */
export function mustStillBeOpen(circle: Circle, id: string): Refusal | null {
  const action = actionIn(circle, EVERYTHING, id)
  return action !== null && actionState(action) !== 'open' ? refusal('already-done') : null
}

function ownerProblem(circle: Circle, past: Past, { owner }: { readonly owner: string | null }): Refusal | null {
  return owner === null ? null : mustBeHere(circle, past, owner)
}

function fromProblem(circle: Circle, past: Past, from: Body<'action.noted'>['from']): Refusal | null {
  if (from === null) return null
  const { kind, id } = from
  const knows = (stamps: readonly { readonly stamp: Parameters<Past['has']>[0] }[]) =>
    stamps.some(({ stamp }) => past.has(stamp))
  if (kind === 'agreement') return knows(circle.agreements.get(id)?.closes ?? []) ? null : refusal('no-such-agreement')
  if (kind === 'proposal') return knows(listed(circle.proposals.get(id))) ? null : refusal('no-such-proposal')
  if (kind === 'item') return knows(listed(circle.meetings.items.get(id))) ? null : refusal('no-such-item')
  return knows(listed(circle.meetings.meetings.get(id))) ? null : refusal('no-such-meeting')
}

const listed = <T>(one: T | undefined): T[] => (one === undefined ? [] : [one])

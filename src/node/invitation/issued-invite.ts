import { z } from 'zod'
import { Id } from '../../domain/event.ts'
import { accept, refuse, type Outcome } from '../../domain/refusal.ts'
import type { FinalRefusal } from './answer.ts'
import { isSameCode } from './code.ts'
import { Invite, inviteExpired, inviteId } from './invite.ts'
import { Joiner } from './request.ts'

/** Each request costs a slow hash and a line on a screen: a leaked invite must not buy more of them than this. */
const MOST_REQUESTS = 16

export const ReceivedRequest = z.strictObject({
  id: Id,
  state: z.enum(['waiting', 'confirmed', 'cancelled']),
  code: z.string(),
  joiner: Joiner,
  /** The sealed answer in hex, kept to be sent again; null until the admission is in the log. */
  answer: z
    .string()
    .regex(/^(?:[0-9a-f]{2})+$/)
    .nullable(),
})
export type ReceivedRequest = z.infer<typeof ReceivedRequest>

/** An invite on its inviter's side, kept for ever: so that a late joiner is told why, and a used one stays used. */
export const IssuedInvite = z.strictObject({
  id: Id,
  invite: Invite,
  state: z.enum(['open', 'used', 'revoked']),
  requests: z.array(ReceivedRequest),
})
export type IssuedInvite = z.infer<typeof IssuedInvite>

/** What the joiner gets to hear now. `admitting`: confirmed, and the admission is not in the log yet. */
export type Standing =
  | { readonly kind: 'waiting' | 'admitting' }
  | { readonly kind: 'answer'; readonly answer: string }
  | { readonly kind: 'refused'; readonly code: FinalRefusal }

export function issueInvite(invite: Invite): IssuedInvite {
  return { id: inviteId(invite), invite, state: 'open', requests: [] }
}

/** Why the invite admits nobody any more; `undefined` while it is open. */
export function closedBecause(issued: IssuedInvite, now: number): FinalRefusal | undefined {
  if (issued.state === 'used') return 'invite-used'
  if (issued.state === 'revoked') return 'invite-revoked'
  return inviteExpired(issued.invite, now) ? 'invite-expired' : undefined
}

/** To be asked before the code is computed. A request that is already here is welcome again, whatever became of it. */
export function mayReceive(issued: IssuedInvite, request: string, now: number): Outcome<'new' | 'known'> {
  if (findRequest(issued, request)) return accept('known')
  const closed = closedBecause(issued, now)
  if (closed !== undefined) return refuse(closed)
  return issued.requests.length < MOST_REQUESTS ? accept('new') : refuse('too-many-requests', { limit: MOST_REQUESTS })
}

export type Arrival = { readonly id: string; readonly joiner: Joiner; readonly code: string }

export function receiveRequest(issued: IssuedInvite, arrival: Arrival, now: number): Outcome<IssuedInvite> {
  const may = mayReceive(issued, arrival.id, now)
  if (!may.ok) return may
  if (may.value === 'known') return accept(issued)
  const { id, code, joiner } = arrival
  return accept({ ...issued, requests: [...issued.requests, { id, state: 'waiting', code, joiner, answer: null }] })
}

/**
 * Burns the invite for this one request; to be saved before anything is appended, so that no crash lets it be used
 * twice. Confirming the same request again is no error. `typed` is checked only where the person typed the words.
 */
export function confirmRequest(
  issued: IssuedInvite,
  request: string,
  { now, typed }: { readonly now: number; readonly typed?: string },
): Outcome<IssuedInvite> {
  const found = findRequest(issued, request)
  if (!found) return refuse('no-such-request')
  if (found.state === 'confirmed') return accept(issued)
  const closed = closedBecause(issued, now)
  if (closed !== undefined) return refuse(closed)
  if (found.state === 'cancelled') return refuse('request-cancelled')
  if (typed !== undefined && !isSameCode(typed, found.code)) return refuse('wrong-code')
  return accept({ ...endWaiting(issued, request), state: 'used' })
}

/** Keeps the sealed answer (hex) once the admission is in the log. */
export function recordAnswer(issued: IssuedInvite, request: string, answer: string): Outcome<IssuedInvite> {
  const found = findRequest(issued, request)
  if (found?.state !== 'confirmed') return refuse('no-such-request')
  return accept(replaceRequest(issued, { ...found, answer }))
}

/** The joiner stopped waiting. Too late once confirmed: they are in the circle then (`already-done`). */
export function cancelRequest(issued: IssuedInvite, request: string): Outcome<IssuedInvite> {
  const found = findRequest(issued, request)
  if (!found) return refuse('no-such-request')
  if (found.state === 'confirmed') return refuse('already-done')
  if (found.state === 'cancelled') return accept(issued)
  return accept(replaceRequest(issued, { ...found, state: 'cancelled' }))
}

/** Revoking twice, or after expiry, is no error; after use it is too late. */
export function revokeInvite(issued: IssuedInvite): Outcome<IssuedInvite> {
  if (issued.state === 'used') return refuse('invite-used')
  if (issued.state === 'revoked') return accept(issued)
  return accept({ ...endWaiting(issued, null), state: 'revoked' })
}

/** What people are told: in only once the admission is in the log, as there is no answer to hand on before. */
export function toldState({ state, answer }: ReceivedRequest): ReceivedRequest['state'] {
  return state === 'confirmed' && answer === null ? 'waiting' : state
}

export function standingOf(issued: IssuedInvite, request: string, now: number): Standing | undefined {
  const found = findRequest(issued, request)
  if (!found) return undefined
  if (found.answer !== null) return { kind: 'answer', answer: found.answer }
  if (found.state === 'confirmed') return { kind: 'admitting' }
  const code = closedBecause(issued, now) ?? (found.state === 'cancelled' ? 'request-cancelled' : undefined)
  return code === undefined ? { kind: 'waiting' } : { kind: 'refused', code }
}

export function findRequest(issued: IssuedInvite, request: string): ReceivedRequest | undefined {
  return issued.requests.find(({ id }) => id === request)
}

function replaceRequest(issued: IssuedInvite, changed: ReceivedRequest): IssuedInvite {
  return { ...issued, requests: issued.requests.map((each) => (each.id === changed.id ? changed : each)) }
}

/** Nobody waits at a closed invite: `confirmed` is let in, everyone else's wait is over. */
function endWaiting(issued: IssuedInvite, confirmed: string | null): IssuedInvite {
  const requests = issued.requests.map((each) => ({
    ...each,
    state: each.id === confirmed ? ('confirmed' as const) : ('cancelled' as const),
  }))
  return { ...issued, requests }
}

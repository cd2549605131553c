import { accept, refuse, type Outcome } from '../domain/refusal.ts'
import { bytesOfHex, toHex } from '../log/crypto.ts'
import type { KnockStatus } from '../network/knock-format.ts'
import type { Chance } from './chance.ts'
import type { CircleSession } from './circle-session.ts'
import type { Clock } from './clock.ts'
import { deviceKeys } from './identity.ts'
import { sealAnswer, type Answer, type FinalRefusal } from './invitation/answer.ts'
import { openCancel } from './invitation/cancel.ts'
import { requestCode } from './invitation/code.ts'
import * as issuing from './invitation/issued-invite.ts'
import { encodeInvite, decodeInvite, inviteId, newInvite } from './invitation/invite.ts'
import { openRequest } from './invitation/request.ts'

export type Reply = (status: KnockStatus, payload?: Uint8Array) => void

/** The inviter's side of letting somebody in, for one circle. */
export interface Inviting {
  create(addresses: readonly string[], lasts: number | undefined): Promise<{ invite: string; expires: number }>
  revoke(invite: string): Promise<Outcome<issuing.IssuedInvite>>
  confirm(request: string, typed: string | undefined): Promise<Outcome<string>>
  /** Someone holding an invite asks in, or no longer waits; `reply` is kept, so that they hear of a decision at once. */
  knocked(invite: string, sealed: Uint8Array, reply: Reply): Promise<void>
  /** Finishes what a crash left between the burnt invite and the answer. */
  resume(): Promise<void>
}

type Parts = { session: CircleSession; clock: Clock; chance: Chance; changed: () => void }

export function createInviting({ session, clock, chance, changed }: Parts): Inviting {
  const replies = new Map<string, Reply>()
  const find = (invite: string) => session.keys().invites.find(({ id }) => id === invite)
  const holding = (request: string) =>
    session.keys().invites.find((issued) => issuing.findRequest(issued, request) !== undefined)

  /** Changes one invite on disk; the outcome is the changed invite or why not. */
  const change = async (id: string, how: (now: issuing.IssuedInvite) => Outcome<issuing.IssuedInvite>) => {
    let outcome: Outcome<issuing.IssuedInvite> = refuse('no-such-invite')
    await session.changeKeys((keys) => {
      const issued = keys.invites.find((one) => one.id === id)
      outcome = issued === undefined ? refuse('no-such-invite') : how(issued)
      if (!outcome.ok || outcome.value === issued) return keys
      const next = outcome.value
      return { ...keys, invites: keys.invites.map((one) => (one.id === id ? next : one)) }
    })
    changed()
    return outcome as Outcome<issuing.IssuedInvite>
  }

  const tell = (issued: issuing.IssuedInvite, request: string) => {
    const reply = replies.get(request)
    if (reply !== undefined) answer(session, issued, request, clock(), reply)
  }
  const tellAll = (issued: issuing.IssuedInvite) => issued.requests.forEach(({ id }) => tell(issued, id))

  const admit = async (id: string, request: string): Promise<Outcome<string>> => {
    const received = find(id)?.requests.find((one) => one.id === request)
    if (received === undefined) return refuse('no-such-request')
    if (received.answer !== null) return accept(received.joiner.person)
    const admitted = await session.admit(received.joiner, request)
    if (!admitted.ok) return admitted
    const sealed = sealAnswer(
      admissionOf(session, request, admitted.value),
      received.joiner.device.box,
      signKey(session),
    )
    const kept = await change(id, (now) => issuing.recordAnswer(now, request, toHex(sealed)))
    if (!kept.ok) return kept
    tellAll(kept.value)
    return accept(received.joiner.person)
  }

  const cancelled = async (issued: issuing.IssuedInvite, sealed: Uint8Array) => {
    const keyOf = (request: string) => issuing.findRequest(issued, request)?.joiner.device.sign
    const request = openCancel(issued.invite, sealed, keyOf)
    if (request !== undefined) await change(issued.id, (now) => issuing.cancelRequest(now, request))
  }

  return {
    async create(addresses, lasts) {
      const { circle, device } = { circle: session.circle.id, device: session.device }
      const wish = { circle, device, addresses, now: clock(), ...(lasts === undefined ? {} : { lasts }) }
      const invite = newInvite(wish, chance)
      await session.changeKeys((keys) => ({ ...keys, invites: [...keys.invites, issuing.issueInvite(invite)] }))
      return { invite: encodeInvite(invite), expires: invite.expires }
    },
    async revoke(text) {
      const decoded = decodeInvite(text)
      const id = decoded.ok ? inviteId(decoded.value) : text
      const revoked = await change(id, issuing.revokeInvite)
      if (revoked.ok) tellAll(revoked.value)
      return revoked
    },
    async confirm(request, typed) {
      const issued = holding(request)
      const received = issued === undefined ? undefined : issuing.findRequest(issued, request)
      if (issued === undefined || received === undefined) return refuse('no-such-request')
      // Asked before the invite is burnt: an admission refused afterwards would leave the newcomer waiting for ever.
      const may = received.state === 'confirmed' ? null : session.mayAdmit(received.joiner, request)
      if (may !== null) return { ok: false, refusal: may }
      const options = { now: clock(), ...(typed === undefined ? {} : { typed }) }
      const confirmed = await change(issued.id, (now) => issuing.confirmRequest(now, request, options))
      return confirmed.ok ? admit(issued.id, request) : confirmed
    },
    async knocked(invite, sealed, reply) {
      const issued = find(invite)
      if (issued === undefined) return
      const opened = openRequest(issued.invite, sealed)
      if (!opened.ok) return cancelled(issued, sealed)
      const { id, joiner, signed } = opened.value
      const may = issuing.mayReceive(issued, id, clock())
      if (!may.ok) return deny(session, id, joiner.device.box, may.refusal.code, reply)
      replies.set(id, reply)
      const code = may.value === 'known' ? '' : await requestCode(issued.invite, signed)
      const received = await change(invite, (now) => issuing.receiveRequest(now, { id, joiner, code }, clock()))
      if (received.ok) answer(session, received.value, id, clock(), reply)
    },
    async resume() {
      for (const issued of session.keys().invites) {
        const open = issued.requests.filter(({ state, answer: sent }) => state === 'confirmed' && sent === null)
        for (const { id } of open) await admit(issued.id, id)
      }
    },
  }
}

function answer(
  session: CircleSession,
  issued: issuing.IssuedInvite,
  request: string,
  now: number,
  reply: Reply,
): void {
  const standing = issuing.standingOf(issued, request, now)
  const box = issuing.findRequest(issued, request)?.joiner.device.box
  if (standing === undefined || box === undefined) return
  if (standing.kind === 'answer') return reply('confirmed', bytesOfHex(standing.answer, standing.answer.length / 2))
  if (standing.kind === 'refused') return deny(session, request, box, standing.code, reply)
  reply('waiting')
}

const STATUS: Record<FinalRefusal, KnockStatus> = {
  'invite-used': 'used',
  'invite-expired': 'expired',
  'invite-revoked': 'revoked',
  'request-cancelled': 'cancelled',
}

/** A final "no" goes sealed and signed, like a yes; anything else leaves the newcomer waiting. */
function deny(session: CircleSession, request: string, box: string, code: string, reply: Reply): void {
  if (!(code in STATUS)) return reply('waiting')
  const final = code as FinalRefusal
  const denial = { kind: 'refused' as const, request, circle: session.circle.id, code: final }
  reply(STATUS[final], sealAnswer(denial, box, signKey(session)))
}

function admissionOf(session: CircleSession, request: string, admission: string): Answer {
  const { circle, baseKey, encryptionKey, keyring } = session.keys()
  return { kind: 'admitted', request, circle, baseKey, encryptionKey, keyring: [...keyring], admission }
}

const signKey = (session: CircleSession): Uint8Array => deviceKeys(session.keys().device).sign.secretKey

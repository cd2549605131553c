import type { Circle } from '../domain/circle.ts'
import { accept, refuse, type Outcome, type Refusal } from '../domain/refusal.ts'
import { toHex } from '../log/crypto.ts'
import type { KnockStatus } from '../network/knock-format.ts'
import type { Chance } from './chance.ts'
import type { CircleSession } from './circle-session.ts'
import type { Clock } from './clock.ts'
import { deviceKeys } from './identity.ts'
import { sealAnswer, type Answer, type FinalRefusal } from './invitation/answer.ts'
import { openCancel } from './invitation/cancel.ts'
import { requestCode, type Stretch } from './invitation/code.ts'
import * as issuing from './invitation/issued-invite.ts'
import { decodeInvite, encodeInvite, founderMark, inviteId, newInvite, type Invite } from './invitation/invite.ts'
import { openRequest, type OpenRequest } from './invitation/request.ts'

export type Reply = (status: KnockStatus, payload?: Uint8Array) => void
type Issued = issuing.IssuedInvite
type Created = { readonly invite: string; readonly id: string; readonly expires: number }
type Change = (now: Issued) => Outcome<Issued>

export interface InvitingParts {
  readonly session: CircleSession
  readonly clock: Clock
  readonly chance: Chance
  readonly stretch?: Stretch
  readonly changed: () => void
}

/** The inviter's side of letting somebody in, for one circle. */
export class Inviting {
  readonly #parts: InvitingParts
  readonly #session: CircleSession
  /** How those who asked in can be told, by request. */
  readonly #replies = new Map<string, Reply>()
  #knocks: Promise<void> = Promise.resolve()

  constructor(parts: InvitingParts) {
    this.#parts = parts
    this.#session = parts.session
  }

  /** `lasts` in ms. */
  async create(addresses: readonly string[], lasts: number | undefined): Promise<Created> {
    const { session, clock, chance } = this.#parts
    const lasting = lasts === undefined ? {} : { lasts }
    const { circle, device } = session
    const wish = { circle: circle.id, device, addresses, now: clock(), founding: foundingOf(circle), ...lasting }
    const invite = newInvite(wish, chance)
    const issued = issuing.issueInvite(invite)
    await session.changeKeys((keys) => ({ ...keys, invites: [...keys.invites, issued] }))
    this.#parts.changed()
    return { invite: encodeInvite(invite), id: issued.id, expires: invite.expires }
  }

  /** By its line of text or its id. */
  async revoke(text: string): Promise<Outcome<Issued>> {
    const decoded = decodeInvite(text)
    const revoked = await this.#change(decoded.ok ? inviteId(decoded.value) : text, issuing.revokeInvite)
    if (revoked.ok) this.#tellAll(revoked.value)
    return revoked
  }

  /** A person compared the words and says yes. Answers with whom they let in. */
  async confirm(request: string, typed: string | undefined): Promise<Outcome<string>> {
    const issued = this.#session.keys().invites.find((one) => issuing.findRequest(one, request) !== undefined)
    const received = issued === undefined ? undefined : issuing.findRequest(issued, request)
    if (issued === undefined || received === undefined) return refuse('no-such-request')
    // Asked before the invite is burnt: an admission refused afterwards would leave the newcomer waiting for ever.
    const may = received.state === 'confirmed' ? null : this.#session.mayAdmit(received.joiner, request)
    if (may !== null) return { ok: false, refusal: may }
    const options = { now: this.#parts.clock(), ...(typed === undefined ? {} : { typed }) }
    const confirmed = await this.#change(issued.id, (now) => issuing.confirmRequest(now, request, options))
    return confirmed.ok ? this.#admit(issued.id, request) : confirmed
  }

  /** Someone holding an invite asks in, or no longer waits; `reply` is kept, so that they hear of a decision at once. */
  knocked(invite: string, sealed: Uint8Array, reply: Reply): Promise<void> {
    // One after the other: each new request costs a slow hash, and only those before it say whether it is one too many.
    this.#knocks = this.#knocks.catch(() => undefined).then(() => this.#take(invite, sealed, reply))
    return this.#knocks
  }

  async #take(invite: string, sealed: Uint8Array, reply: Reply): Promise<void> {
    const issued = this.#find(invite)
    if (issued === undefined) return
    const opened = openRequest(issued.invite, sealed)
    if (opened.ok) await this.#asked(issued, opened.value, reply)
    else await this.#cancelled(issued, sealed)
  }

  /** Finishes what a crash left between the burnt invite and the answer; tells why, where it could not. */
  async finish(told: (error: unknown) => void): Promise<void> {
    const refused = await this.#resume().catch(told)
    for (const { code } of refused ?? []) told(new Error(code))
  }

  async #resume(): Promise<Refusal[]> {
    const refused: Refusal[] = []
    for (const issued of this.#session.keys().invites) {
      const open = issued.requests.filter(({ state, answer }) => state === 'confirmed' && answer === null)
      for (const { id } of open) {
        const admitted = await this.#admit(issued.id, id)
        if (!admitted.ok) refused.push(admitted.refusal)
      }
    }
    return refused
  }

  async #asked(issued: Issued, { id, joiner, signed }: OpenRequest, reply: Reply): Promise<void> {
    const { clock, stretch } = this.#parts
    const may = issuing.mayReceive(issued, id, clock())
    if (!may.ok) return this.#deny(id, joiner.device.box, may.refusal.code, reply)
    this.#replies.set(id, reply)
    const code = may.value === 'known' ? '' : await requestCode(issued.invite, signed, stretch)
    const received = await this.#change(issued.id, (now) => issuing.receiveRequest(now, { id, joiner, code }, clock()))
    if (received.ok) this.#tell(received.value, id)
  }

  async #cancelled(issued: Issued, sealed: Uint8Array): Promise<void> {
    const keyOf = (request: string) => issuing.findRequest(issued, request)?.joiner.device.sign
    const request = openCancel(issued.invite, sealed, keyOf)
    if (request === undefined) return
    this.#replies.delete(request)
    await this.#change(issued.id, (now) => issuing.cancelRequest(now, request))
  }

  async #admit(invite: string, request: string): Promise<Outcome<string>> {
    const received = this.#find(invite)?.requests.find((one) => one.id === request)
    if (received === undefined) return refuse('no-such-request')
    const { person, device } = received.joiner
    if (received.answer !== null) return accept(person)
    const admitted = await this.#session.admit(received.joiner, request)
    if (!admitted.ok) return admitted
    const sealed = sealAnswer(this.#answerWith(request, admitted.value), device.box, this.#signKey())
    const kept = await this.#change(invite, (now) => issuing.recordAnswer(now, request, toHex(sealed)))
    if (!kept.ok) return kept
    this.#tellAll(kept.value)
    return accept(person)
  }

  #find(invite: string): Issued | undefined {
    return this.#session.keys().invites.find(({ id }) => id === invite)
  }

  /** Changes one invite on disk. The outcome is the changed invite, or why not. */
  async #change(id: string, how: Change): Promise<Outcome<Issued>> {
    const outcome: { now: Outcome<Issued> } = { now: refuse('no-such-invite') }
    await this.#session.changeKeys((keys) => {
      const issued = keys.invites.find((one) => one.id === id)
      if (issued === undefined) return keys
      const changed = how(issued)
      outcome.now = changed
      if (!changed.ok || changed.value === issued) return keys
      return { ...keys, invites: keys.invites.map((one) => (one.id === id ? changed.value : one)) }
    })
    this.#parts.changed()
    return outcome.now
  }

  /** Also those who waited at the same door and were not let in. */
  #tellAll(issued: Issued): void {
    for (const { id } of issued.requests) this.#tell(issued, id)
  }

  #tell(issued: Issued, request: string): void {
    const reply = this.#replies.get(request)
    const standing = issuing.standingOf(issued, request, this.#parts.clock())
    const box = issuing.findRequest(issued, request)?.joiner.device.box
    if (reply === undefined || standing === undefined || box === undefined) return
    // Told once for all; whoever did not hear it knocks again, and is told at that door.
    if (standing.kind === 'answer' || standing.kind === 'refused') this.#replies.delete(request)
    if (standing.kind === 'answer') reply('confirmed', Buffer.from(standing.answer, 'hex'))
    else if (standing.kind === 'refused') this.#deny(request, box, standing.code, reply)
    else reply('waiting')
  }

  /** A final "no" goes sealed and signed, like a yes; anything else leaves the newcomer waiting. */
  #deny(request: string, box: string, code: string, reply: Reply): void {
    if (!isFinal(code)) return reply('waiting')
    const denial = { kind: 'refused' as const, request, circle: this.#session.circle.id, code }
    return reply(STATUS[code], sealAnswer(denial, box, this.#signKey()))
  }

  #answerWith(request: string, admission: string): Answer {
    const { circle, baseKey, encryptionKey, keyring } = this.#session.keys()
    return { kind: 'admitted', request, circle, baseKey, encryptionKey, keyring: [...keyring], admission }
  }

  #signKey(): Uint8Array {
    return deviceKeys(this.#session.keys().device).sign.secretKey
  }
}

/** For a founder who comes back with nothing but their recovery words. */
function foundingOf({ genesis, members }: Circle): Invite['founding'] {
  const founder = [...members.values()].find(({ admissions }) =>
    admissions.some(({ stamp }) => stamp === genesis?.stamp),
  )
  if (genesis === null || founder === undefined) return null
  return { nonce: genesis.nonce, mark: founderMark(genesis.nonce, founder.person) }
}

const STATUS: Record<FinalRefusal, KnockStatus> = {
  'invite-used': 'used',
  'invite-expired': 'expired',
  'invite-revoked': 'revoked',
  'request-cancelled': 'cancelled',
}

const isFinal = (code: string): code is FinalRefusal => Object.hasOwn(STATUS, code)

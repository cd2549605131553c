import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../../src/domain/refusal.ts'
import {
  cancelRequest,
  confirmRequest,
  issueInvite,
  mayReceive,
  receiveRequest,
  recordAnswer,
  revokeInvite,
  standingOf,
  toldState,
  IssuedInvite,
} from '../../../src/node/invitation/issued-invite.ts'
import { inviteOfAna, joinerNamed, minute, now } from './people.ts'

const ben = { id: 'b0'.repeat(32), joiner: joinerNamed('Ben').joiner, code: 'apple bring cat dog eager' }
const cleo = { id: 'c0'.repeat(32), joiner: joinerNamed('Cleo').joiner, code: 'fox goat hair ice job' }
const fresh = issueInvite(inviteOfAna())
const over = fresh.invite.expires

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}
const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'ok' : outcome.refusal.code)
const statesOf = (issued: IssuedInvite) => [issued.state, ...issued.requests.map((request) => request.state)]

const benWaits = valueOf(receiveRequest(fresh, ben, now))
const bothWait = valueOf(receiveRequest(benWaits, cleo, now))
const benIsIn = valueOf(confirmRequest(bothWait, ben.id, { now }))

describe('an invite on the side of its inviter', () => {
  it('lets in the one who is confirmed, and sends the same answer as often as asked', () => {
    expect(standingOf(benWaits, ben.id, now)).toEqual({ kind: 'waiting' })
    expect(standingOf(benIsIn, ben.id, now)).toEqual({ kind: 'admitting' })
    const answered = valueOf(recordAnswer(benIsIn, ben.id, 'abcd'))
    // Nobody is told that Ben is in before there is an answer to hand on to him.
    expect(benIsIn.requests.map(toldState)).toEqual(['waiting', 'cancelled'])
    expect(answered.requests.map(toldState)).toEqual(['confirmed', 'cancelled'])
    expect(standingOf(answered, ben.id, over + minute)).toEqual({ kind: 'answer', answer: 'abcd' })
    expect(IssuedInvite.parse(answered)).toEqual(answered)
  })

  it('lets in one only: others that waited are told it is used, and so are those who come later', () => {
    expect(statesOf(benIsIn)).toEqual(['used', 'confirmed', 'cancelled'])
    expect(codeOf(confirmRequest(benIsIn, cleo.id, { now }))).toBe('invite-used')
    expect(standingOf(benIsIn, cleo.id, now)).toEqual({ kind: 'refused', code: 'invite-used' })
    const used = valueOf(confirmRequest(benWaits, ben.id, { now }))
    expect(codeOf(receiveRequest(used, cleo, now))).toBe('invite-used')
    expect(codeOf(revokeInvite(used))).toBe('invite-used')
  })

  it('takes a request and a confirmation that come twice as one', () => {
    expect(valueOf(receiveRequest(bothWait, ben, now))).toBe(bothWait)
    expect(valueOf(receiveRequest(benIsIn, ben, over + minute))).toBe(benIsIn)
    expect(valueOf(confirmRequest(benIsIn, ben.id, { now: over + minute }))).toBe(benIsIn)
  })

  it('checks the expiry when a request comes, and again when it is confirmed', () => {
    expect(codeOf(receiveRequest(fresh, ben, over - 1))).toBe('ok')
    expect(codeOf(receiveRequest(fresh, ben, over))).toBe('invite-expired')
    expect(codeOf(confirmRequest(benWaits, ben.id, { now: over - 1 }))).toBe('ok')
    expect(codeOf(confirmRequest(benWaits, ben.id, { now: over }))).toBe('invite-expired')
    expect(standingOf(benWaits, ben.id, over)).toEqual({ kind: 'refused', code: 'invite-expired' })
  })

  it('revoked between request and confirmation admits nobody, and says so', () => {
    const revoked = valueOf(revokeInvite(bothWait))
    expect(statesOf(revoked)).toEqual(['revoked', 'cancelled', 'cancelled'])
    expect(codeOf(confirmRequest(revoked, ben.id, { now }))).toBe('invite-revoked')
    expect(standingOf(revoked, ben.id, now)).toEqual({ kind: 'refused', code: 'invite-revoked' })
    expect(codeOf(receiveRequest(revoked, { ...cleo, id: 'c9'.repeat(32) }, now))).toBe('invite-revoked')
    expect(valueOf(revokeInvite(revoked))).toBe(revoked)
    expect(codeOf(revokeInvite(fresh))).toBe('ok')
  })

  it('cancelled while it is confirmed: whichever came first holds', () => {
    const cancelled = valueOf(cancelRequest(benWaits, ben.id))
    expect(codeOf(confirmRequest(cancelled, ben.id, { now }))).toBe('request-cancelled')
    expect(standingOf(cancelled, ben.id, now)).toEqual({ kind: 'refused', code: 'request-cancelled' })
    expect(statesOf(cancelled)).toEqual(['open', 'cancelled'])
    expect(codeOf(cancelRequest(benIsIn, ben.id))).toBe('already-done')
    expect(valueOf(cancelRequest(cancelled, ben.id))).toBe(cancelled)
  })

  it('is still good for another after one cancelled; sent again, the cancelled one stays so', () => {
    const cancelled = valueOf(cancelRequest(benWaits, ben.id))
    expect(valueOf(receiveRequest(cancelled, ben, now))).toBe(cancelled)
    const then = valueOf(receiveRequest(cancelled, cleo, now))
    expect(statesOf(valueOf(confirmRequest(then, cleo.id, { now })))).toEqual(['used', 'cancelled', 'confirmed'])
  })

  it('checks the words where they were typed, and stays open where they were wrong', () => {
    expect(codeOf(confirmRequest(benWaits, ben.id, { now, typed: cleo.code }))).toBe('wrong-code')
    expect(codeOf(confirmRequest(benWaits, ben.id, { now, typed: '' }))).toBe('wrong-code')
    expect(codeOf(confirmRequest(benWaits, ben.id, { now, typed: `  ${ben.code.toUpperCase()}` }))).toBe('ok')
  })

  it('knows no request that never came', () => {
    expect(codeOf(confirmRequest(benWaits, cleo.id, { now }))).toBe('no-such-request')
    expect(codeOf(cancelRequest(benWaits, cleo.id))).toBe('no-such-request')
    expect(codeOf(recordAnswer(benWaits, cleo.id, 'ab'))).toBe('no-such-request')
    expect(codeOf(recordAnswer(benWaits, ben.id, 'ab'))).toBe('no-such-request')
    expect(standingOf(benWaits, cleo.id, now)).toBeUndefined()
  })

  it('takes so many requests and no more, cancelled ones counted', () => {
    let issued = fresh
    for (let i = 0; i < 16; i += 1) {
      const id = i.toString(16).padStart(64, '0')
      expect(mayReceive(issued, id, now)).toEqual({ ok: true, value: 'new' })
      issued = valueOf(cancelRequest(valueOf(receiveRequest(issued, { ...ben, id }, now)), id))
    }
    expect(codeOf(mayReceive(issued, cleo.id, now))).toBe('too-many-requests')
    expect(mayReceive(issued, '0'.repeat(64), now)).toEqual({ ok: true, value: 'known' })
  })

  it('admits at most one in any order of what can happen, and never un-admits', () => {
    const steps: ((issued: IssuedInvite) => Outcome<IssuedInvite>)[] = [
      (issued) => receiveRequest(issued, ben, now),
      (issued) => receiveRequest(issued, cleo, now),
      (issued) => confirmRequest(issued, ben.id, { now }),
      (issued) => confirmRequest(issued, cleo.id, { now }),
      (issued) => cancelRequest(issued, ben.id),
      (issued) => revokeInvite(issued),
      (issued) => confirmRequest(issued, ben.id, { now: over }),
    ]
    const confirmedIn = (issued: IssuedInvite) =>
      issued.requests.filter(({ state }) => state === 'confirmed').map(({ id }) => id)
    let reached = [fresh]
    for (let depth = 0; depth < 5; depth += 1) {
      const next = new Map<string, IssuedInvite>()
      for (const before of reached) {
        for (const step of steps) {
          const outcome = step(before)
          const after = outcome.ok ? outcome.value : before
          expect(confirmedIn(after).length).toBe(after.state === 'used' ? 1 : 0)
          expect(confirmedIn(after)).toEqual(expect.arrayContaining(confirmedIn(before)))
          next.set(JSON.stringify(after), after)
        }
      }
      reached = [...next.values()]
    }
    expect(reached.length).toBeGreaterThan(10)
  })
})

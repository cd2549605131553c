import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../../src/domain/refusal.ts'
import type { Answer } from '../../../src/node/invitation/answer.ts'
import { cancelJoin, completeJoin, Join, startJoin, takeAnswer } from '../../../src/node/invitation/join.ts'
import { newDeviceSeeds } from '../../../src/node/identity.ts'
import { chanceOf } from '../../helpers/chance.ts'
import { admissionFor, circle, inviteOfAna } from './people.ts'

const request = 'ab'.repeat(32)
const waiting = startJoin({
  request,
  invite: inviteOfAna(),
  code: 'apple bring cat dog eager',
  namespace: 'aa'.repeat(32),
  founder: false,
  device: newDeviceSeeds(chanceOf('ben')),
  sealed: '00',
})
const admitted = admissionFor(request)
const denied: Answer = { kind: 'refused', request, circle, code: 'invite-used' }

function valueOf(outcome: Outcome<Join>): Join {
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}
const codeOf = (outcome: Outcome<Join>): string => (outcome.ok ? outcome.value.state : outcome.refusal.code)

const confirmed = valueOf(takeAnswer(waiting, admitted))
const joined = valueOf(completeJoin(confirmed))
const refused = valueOf(takeAnswer(waiting, denied))
const cancelled = valueOf(cancelJoin(waiting))

describe('a join on the side of the joiner', () => {
  it('waits, is confirmed with its keys kept for a restart, and then is done and keeps none', () => {
    expect([waiting.state, confirmed.state, joined.state]).toEqual(['waiting', 'confirmed', 'joined'])
    expect([waiting.admission, confirmed.admission, joined.admission]).toEqual([null, admitted, null])
    for (const join of [waiting, confirmed, joined, refused, cancelled]) {
      expect(Join.parse(JSON.parse(JSON.stringify(join)))).toEqual(join)
    }
  })

  it('is refused with its reason, and says that reason when someone wants to cancel it', () => {
    expect([refused.state, refused.refusal]).toEqual(['refused', 'invite-used'])
    expect(codeOf(cancelJoin(refused))).toBe('invite-used')
    expect(codeOf(completeJoin(refused))).toBe('not-joined-yet')
    // The admission is in the log for good: it outweighs a refusal that was sent before it.
    expect(codeOf(takeAnswer(refused, admitted))).toBe('confirmed')
  })

  it('stays cancelled whatever comes later, and can be until the circle is open', () => {
    expect(codeOf(takeAnswer(cancelled, admitted))).toBe('join-cancelled')
    expect(codeOf(takeAnswer(cancelled, denied))).toBe('join-cancelled')
    expect(codeOf(completeJoin(cancelled))).toBe('join-cancelled')
    expect(valueOf(cancelJoin(cancelled))).toBe(cancelled)
    expect(valueOf(cancelJoin(confirmed))).toMatchObject({ state: 'cancelled', admission: null })
    expect(codeOf(cancelJoin(joined))).toBe('already-done')
  })

  it('takes an answer that comes twice as one, and no refusal after an admission', () => {
    expect(valueOf(takeAnswer(confirmed, admitted))).toBe(confirmed)
    expect(valueOf(takeAnswer(joined, admitted))).toBe(joined)
    expect(valueOf(takeAnswer(joined, denied))).toBe(joined)
    expect(valueOf(takeAnswer(confirmed, denied))).toBe(confirmed)
    expect(valueOf(completeJoin(joined))).toBe(joined)
  })

  it('takes no answer to another request, and is not done before it is confirmed', () => {
    expect(codeOf(takeAnswer(waiting, admissionFor('cd'.repeat(32))))).toBe('no-such-request')
    expect(codeOf(completeJoin(waiting))).toBe('not-joined-yet')
  })
})

import { expect, it } from 'vitest'
import type { Outcome } from '../../../src/domain/refusal.ts'
import { toHex } from '../../../src/log/crypto.ts'
import { openAnswer, sealAnswer } from '../../../src/node/invitation/answer.ts'
import { requestCode } from '../../../src/node/invitation/code.ts'
import { decodeInvite, encodeInvite } from '../../../src/node/invitation/invite.ts'
import {
  confirmRequest,
  issueInvite,
  mayReceive,
  receiveRequest,
  recordAnswer,
  standingOf,
} from '../../../src/node/invitation/issued-invite.ts'
import { completeJoin, takeAnswer, startJoin } from '../../../src/node/invitation/join.ts'
import { openRequest, sealRequest } from '../../../src/node/invitation/request.ts'
import { chanceOf } from '../../helpers/chance.ts'
import { admissionFor, ana, inviteOfAna, joinerNamed, now } from './people.ts'

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}

it('Ana invites Ben, both read the same words, and Ben has the keys of the circle', async () => {
  const issued = issueInvite(inviteOfAna())
  const line = encodeInvite(issued.invite)

  const bensInvite = valueOf(decodeInvite(line))
  const { joiner, keys } = joinerNamed('Ben')
  const asked = sealRequest(bensInvite, joiner, keys.sign.secretKey, chanceOf('ben'))
  const bensWords = await requestCode(bensInvite, asked.signed)

  const arrived = valueOf(openRequest(issued.invite, asked.sealed))
  expect(valueOf(mayReceive(issued, arrived.id, now))).toBe('new')
  const code = await requestCode(issued.invite, arrived.signed)
  const waiting = valueOf(receiveRequest(issued, { id: arrived.id, joiner: arrived.joiner, code }, now))
  const confirmed = valueOf(confirmRequest(waiting, arrived.id, { now, typed: bensWords }))
  const sealed = sealAnswer(admissionFor(arrived.id), arrived.joiner.device.box, ana.sign.secretKey)
  const answered = valueOf(recordAnswer(confirmed, arrived.id, toHex(sealed)))

  const standing = standingOf(answered, asked.id, now)
  if (standing?.kind !== 'answer') throw new Error('no answer')
  const answer = valueOf(openAnswer(bensInvite, asked.id, keys.box, Buffer.from(standing.answer, 'hex')))
  const join = startJoin({
    request: asked.id,
    invite: bensInvite,
    code: bensWords,
    namespace: 'aa'.repeat(32),
    founder: false,
    device: { sign: '00'.repeat(32), box: '00'.repeat(32) },
    sealed: toHex(asked.sealed),
  })
  const taken = valueOf(takeAnswer(join, answer))
  expect(taken.admission).toEqual(admissionFor(asked.id))
  expect(valueOf(completeJoin(taken)).state).toBe('joined')
})

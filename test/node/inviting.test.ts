import { expect, it, vi } from 'vitest'
import type { CircleKeys } from '../../src/node/circle-keys.ts'
import type { CircleSession } from '../../src/node/circle-session.ts'
import { newDeviceSeeds } from '../../src/node/identity.ts'
import * as code from '../../src/node/invitation/code.ts'
import { inviteId } from '../../src/node/invitation/invite.ts'
import { issueInvite } from '../../src/node/invitation/issued-invite.ts'
import { sealRequest } from '../../src/node/invitation/request.ts'
import { Inviting } from '../../src/node/inviting.ts'
import { chanceOf } from '../helpers/chance.ts'
import { admissionFor, circle, inviteOfAna, joinerNamed, now } from './invitation/people.ts'

vi.mock(import('../../src/node/invitation/code.ts'), { spy: true })

/** As much of a session as inviting asks: the keys of the circle, in memory. */
function sessionOf(invites: CircleKeys['invites']): CircleSession {
  const { baseKey, encryptionKey, keyring } = admissionFor(circle)
  const kept = { circle, baseKey, encryptionKey, keyring, device: newDeviceSeeds(chanceOf('ana')), invites }
  let keys = kept as unknown as CircleKeys
  const changeKeys = async (change: (now: CircleKeys) => CircleKeys) => void (keys = change(keys))
  return { keys: () => keys, changeKeys, circle: { id: circle } } as unknown as CircleSession
}

it('computes the words of no more requests than an invite takes, however many knock at once', async () => {
  const invite = inviteOfAna()
  const session = sessionOf([issueInvite(invite)])
  const inviting = new Inviting({ session, clock: () => now, chance: chanceOf('inviting'), changed: () => undefined })
  const all = Array.from({ length: 24 }, (_, n) => {
    const { joiner, keys } = joinerNamed(`Somebody ${n}`)
    return sealRequest(invite, joiner, keys.sign.secretKey, chanceOf(`somebody ${n}`)).sealed
  })
  const told: string[] = []
  await Promise.all(all.map((sealed) => inviting.knocked(inviteId(invite), sealed, (status) => told.push(status))))
  expect(session.keys().invites[0]?.requests).toHaveLength(16)
  expect(vi.mocked(code.requestCode)).toHaveBeenCalledTimes(16)
  expect(told).toEqual(Array.from({ length: 24 }, () => 'waiting'))
})

it('tells what is final once at each door, and keeps no door after it', async () => {
  const invite = inviteOfAna()
  const session = sessionOf([issueInvite(invite)])
  const inviting = new Inviting({ session, clock: () => now, chance: chanceOf('inviting'), changed: () => undefined })
  const { joiner, keys } = joinerNamed('Ben')
  const { sealed } = sealRequest(invite, joiner, keys.sign.secretKey, chanceOf('ben'))
  const told: string[] = []
  await inviting.knocked(inviteId(invite), sealed, (status) => told.push(status))
  for (let times = 0; times < 2; times += 1) await inviting.revoke(inviteId(invite))
  expect(told).toEqual(['waiting', 'revoked'])
})

import sodium from 'sodium-native'
import { describe, expect, it, vi } from 'vitest'
import { isSameCode, requestCode } from '../../../src/node/invitation/code.ts'
import { newInvite, type Invite } from '../../../src/node/invitation/invite.ts'
import { openRequest, sealRequest } from '../../../src/node/invitation/request.ts'
import { chanceOf } from '../../helpers/chance.ts'
import { circle, inviteOfAna, joinerNamed, now } from './people.ts'

const fixed: Invite = newInvite({ circle, device: 'd1'.repeat(32), addresses: ['10.0.0.1:1'], now }, () =>
  Buffer.alloc(32, 5),
)

describe('the words on both screens', () => {
  it('are these five for ever', async () => {
    expect(await requestCode(fixed, Buffer.from('a fixed request'))).toBe('radar ridge pink coin stage')
  })

  it('are the same for who asks and who is asked', async () => {
    const invite = inviteOfAna()
    const { joiner, keys } = joinerNamed('Ben')
    const made = sealRequest(invite, joiner, keys.sign.secretKey, chanceOf('seal'))
    const opened = openRequest(invite, made.sealed)
    if (!opened.ok) throw new Error(opened.refusal.code)
    const words = await requestCode(invite, opened.value.signed)
    expect(words).toBe(await requestCode(invite, made.signed))
    expect(words).toMatch(/^([a-z]+ ){4}[a-z]+$/)
  })

  it('are worked out once where both screens belong to one program', async () => {
    const stretched = vi.spyOn(sodium, 'crypto_pwhash_async')
    const request = Buffer.from('a request among companions')
    const [here, there] = await Promise.all([requestCode(fixed, request), requestCode(fixed, request)])
    expect([here === there, stretched.mock.calls.length]).toEqual([true, 1])
    stretched.mockRestore()
  })

  it('are others where a bit of the request or a part of the invite was changed on the way', async () => {
    const request = Buffer.from('a fixed request')
    const changed = [0, 7, 14].map((at) => {
      const copy = Buffer.from(request)
      copy[at]! ^= 1
      return requestCode(fixed, copy)
    })
    const elsewhere = [
      { ...fixed, device: 'd2'.repeat(32) },
      { ...fixed, secret: '06'.repeat(32) },
      { ...fixed, addresses: ['10.0.0.2:1'] },
      { ...fixed, expires: fixed.expires + 1 },
    ].map((invite) => requestCode(invite, request))
    const all = await Promise.all([requestCode(fixed, request), ...changed, ...elsewhere])
    expect(new Set(all).size).toBe(8)
  })

  it('may be typed as people type', () => {
    const code = 'apple bring cat dog eager'
    for (const typed of [
      code,
      ' Apple  BRING\tcat dog eager\n',
      'apple-bring-cat-dog-eager',
      'apple, bring, cat, dog, eager.',
    ]) {
      expect(isSameCode(typed, code)).toBe(true)
    }
    for (const typed of [
      '',
      'apple bring cat dog',
      'bring apple cat dog eager',
      `${code} eager`,
      'applebringcatdogeager',
    ]) {
      expect(isSameCode(typed, code)).toBe(false)
    }
  })
})

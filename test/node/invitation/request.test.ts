import { describe, expect, it } from 'vitest'
import { encodeCanonical } from '../../../src/domain/canonical.ts'
import { sign, signingPair, toHex } from '../../../src/log/crypto.ts'
import { openCancel, sealCancel } from '../../../src/node/invitation/cancel.ts'
import { inviteId } from '../../../src/node/invitation/invite.ts'
import { inviteNamedIn, sealUnder } from '../../../src/node/invitation/invite-seal.ts'
import { openRequest, sealRequest } from '../../../src/node/invitation/request.ts'
import { chanceOf } from '../../helpers/chance.ts'
import { circle, inviteOfAna, joinerNamed } from './people.ts'

const invite = inviteOfAna()
const { joiner, keys } = joinerNamed('Ben')
const made = sealRequest(invite, joiner, keys.sign.secretKey, chanceOf('seal'))
const body = { format: 'nst/1 request', invite: inviteId(invite), circle, joiner }
const codeOf = (bytes: Uint8Array, by = invite): string => {
  const opened = openRequest(by, bytes)
  return opened.ok ? 'ok' : opened.refusal.code
}

/** What a hostile holder of the invite can send: any text, signed by any key, under the right secret. */
function forged(content: unknown, signKey = keys.sign.secretKey, text = encodeCanonical(content)): Uint8Array {
  const bytes = Buffer.from(text, 'utf8')
  return sealUnder(invite, 'request', Buffer.concat([sign(bytes, signKey), bytes]), chanceOf('forge'))
}
const withJoiner = (changes: object) => ({ ...body, joiner: { ...joiner, ...changes } })
const withDevice = (changes: object) => withJoiner({ device: { ...joiner.device, ...changes } })

describe('a request', () => {
  it('opens for who made the invite, as it was sealed', () => {
    const opened = openRequest(invite, made.sealed)
    expect(opened).toEqual({ ok: true, value: { id: made.id, signed: made.signed, joiner } })
    expect(inviteNamedIn(made.sealed)).toBe(inviteId(invite))
  })

  it('keeps its id when sealed again, and shows no name and no key', () => {
    const again = sealRequest(invite, joiner, keys.sign.secretKey, chanceOf('another nonce'))
    expect(again.id).toBe(made.id)
    expect(again.sealed).not.toEqual(made.sealed)
    const wire = Buffer.from(made.sealed)
    for (const secret of [joiner.name, joiner.person]) expect(wire.includes(secret)).toBe(false)
    expect(wire.includes(Buffer.from(joiner.person, 'hex'))).toBe(false)
  })

  it('opens for no other invite, and not with the name of another written on it', () => {
    const other = inviteOfAna('another')
    expect(codeOf(made.sealed, other)).toBe('malformed')
    const relabelled = Buffer.from(made.sealed)
    relabelled.write(inviteId(other), 1, 'hex')
    expect(codeOf(relabelled, other)).toBe('malformed')
    expect(codeOf(relabelled)).toBe('malformed')
  })

  it('signed for one invite does not serve under another whose secret the thief has too', () => {
    const other = inviteOfAna('another')
    expect(codeOf(sealUnder(other, 'request', made.signed, chanceOf('thief')), other)).toBe('malformed')
    const elsewhere = { ...invite, circle: 'c2'.repeat(32) }
    expect(codeOf(made.sealed, elsewhere)).toBe('malformed')
  })

  it('is refused with any bit flipped, at any cut, and with anything after it', () => {
    for (let at = 0; at < made.sealed.length; at += 1) {
      const flipped = Buffer.from(made.sealed)
      flipped[at]! ^= 1 << (at % 8)
      expect(codeOf(flipped)).not.toBe('ok')
      expect(codeOf(made.sealed.subarray(0, at))).toBe('malformed')
    }
    expect(codeOf(Buffer.concat([made.sealed, Buffer.alloc(1)]))).toBe('malformed')
  })

  it('is refused as random bytes of any length', () => {
    const chance = chanceOf('noise')
    for (let size = 0; size < 500; size += 1) expect(codeOf(chance(size))).not.toBe('ok')
    const right = Buffer.from(made.sealed.subarray(0, 33))
    for (let size = 0; size < 100; size += 1) expect(codeOf(Buffer.concat([right, chance(size)]))).toBe('malformed')
    expect(codeOf(Buffer.concat([right, Buffer.alloc(5_000_000)]))).toBe('malformed')
  })

  it('of a later version is told apart', () => {
    const later = Buffer.from(made.sealed)
    later[0] = 2
    expect(codeOf(later)).toBe('newer-version')
  })
})

describe('a request from someone who has the invite and means ill', () => {
  it.each([
    ['an empty object', {}],
    ['no object', 7],
    ['another format', { ...body, format: 'nst/1' }],
    ['another circle', { ...body, circle: 'c2'.repeat(32) }],
    ['another invite', { ...body, invite: circle }],
    ['more than a request', { ...body, admin: true }],
    ['a name of control characters', withJoiner({ name: 'B\u001b[2Jen' })],
    ['an empty name', withJoiner({ name: ' ' })],
    ['a name with space around', withJoiner({ name: ' Ben' })],
    ['a name without end', withJoiner({ name: 'b'.repeat(201) })],
    ['a short key', withDevice({ box: 'aa' })],
    ['a key in capitals', withDevice({ box: joiner.device.box.toUpperCase() })],
  ])('is refused with %s', (_, content) => {
    expect(codeOf(forged(content))).toBe('malformed')
  })

  it('is refused where the text is not canonical, not UTF-8, or cut', () => {
    expect(codeOf(forged(null, keys.sign.secretKey, `${encodeCanonical(body)} `))).toBe('malformed')
    expect(codeOf(forged(null, keys.sign.secretKey, `\ufeff${encodeCanonical(body)}`))).toBe('malformed')
    expect(codeOf(sealUnder(invite, 'request', Buffer.alloc(63), chanceOf('x')))).toBe('malformed')
    expect(codeOf(sealUnder(invite, 'request', Buffer.alloc(100, 0xff), chanceOf('x')))).toBe('malformed')
    expect(codeOf(sealUnder(invite, 'request', Buffer.alloc(0), chanceOf('x')))).toBe('malformed')
  })

  it('is refused where another key signed it', () => {
    expect(codeOf(forged(body, signingPair().secretKey))).toBe('bad-signature')
  })

  it("is refused where it claims another's person, device, box or log", () => {
    const cleo = joinerNamed('Cleo').joiner
    expect(codeOf(forged(withJoiner({ person: cleo.person })))).toBe('bad-attestation')
    expect(codeOf(forged(withDevice({ writer: cleo.device.writer })))).toBe('bad-attestation')
    expect(codeOf(forged(withDevice({ box: cleo.device.box })))).toBe('bad-attestation')
    expect(codeOf(forged(withJoiner({ device: cleo.device })))).toBe('bad-signature')
    expect(codeOf(forged(withJoiner(joinerNamed('Ben', 'c2'.repeat(32)).joiner)))).toBe('bad-attestation')
  })

  it('is refused where its box key would make the answer fail', async () => {
    const { attestationText } = await import('../../../src/domain/members/attestation.ts')
    const person = signingPair(Buffer.alloc(32, 9))
    const device = { sign: joiner.device.sign, box: '00'.repeat(32), writer: joiner.device.writer }
    const text = Buffer.from(attestationText({ salt: circle, person: toHex(person.publicKey), ...device }))
    const words = {
      attestation: toHex(sign(text, person.secretKey)),
      acceptance: toHex(sign(text, keys.sign.secretKey)),
    }
    const hostile = withJoiner({ person: toHex(person.publicKey), device: { ...device, ...words } })
    expect(codeOf(forged(hostile))).toBe('malformed')
  })
})

describe('a cancelled wait', () => {
  const signKeyOf = (request: string) => (request === made.id ? joiner.device.sign : undefined)
  const cancel = sealCancel(invite, made.id, keys.sign.secretKey, chanceOf('cancel'))

  it('is the word of the device that asked', () => {
    expect(openCancel(invite, cancel, signKeyOf)).toBe(made.id)
  })

  it('is not taken from others who hold the invite, for other requests, or in place of a request', () => {
    const mallory = sealCancel(invite, made.id, signingPair().secretKey, chanceOf('cancel'))
    expect(openCancel(invite, mallory, signKeyOf)).toBeUndefined()
    const unknown = sealCancel(invite, circle, keys.sign.secretKey, chanceOf('cancel'))
    expect(openCancel(invite, unknown, signKeyOf)).toBeUndefined()
    expect(openCancel(inviteOfAna('another'), cancel, signKeyOf)).toBeUndefined()
    expect(openCancel(invite, made.sealed, signKeyOf)).toBeUndefined()
    expect(codeOf(cancel)).toBe('malformed')
  })

  it('is not taken damaged', () => {
    for (let at = 0; at < cancel.length; at += 1) {
      const flipped = Buffer.from(cancel)
      flipped[at]! ^= 0x10
      expect(openCancel(invite, flipped, signKeyOf)).toBeUndefined()
      expect(openCancel(invite, cancel.subarray(0, at), signKeyOf)).toBeUndefined()
    }
  })
})

import { describe, expect, it } from 'vitest'
import { encodeCanonical } from '../../../src/domain/canonical.ts'
import { boxSeal, bytesOfHex, sign, signingPair, toHex } from '../../../src/log/crypto.ts'
import { openAnswer, sealAnswer, type Answer } from '../../../src/node/invitation/answer.ts'
import { chanceOf } from '../../helpers/chance.ts'
import { admissionFor, ana, circle, inviteOfAna, joinerNamed } from './people.ts'

const invite = inviteOfAna()
const { joiner, keys } = joinerNamed('Ben')
const request = 'ab'.repeat(32)
const other = 'cd'.repeat(32)
const admission = admissionFor(request)
const bytes = sealAnswer(admission, joiner.device.box, ana.sign.secretKey)
const codeOf = (answer: Uint8Array, asked = request, box = keys.box): string => {
  const opened = openAnswer(invite, asked, box, answer)
  return opened.ok ? 'ok' : opened.refusal.code
}

/** What the inviter's device itself could send that is no answer. */
function signedAnyway(content: unknown): Uint8Array {
  const sealed = boxSeal(Buffer.from(encodeCanonical(content)), bytesOfHex(joiner.device.box))
  const message = Buffer.concat([Buffer.from('nst/1 answer'), Buffer.from(request, 'hex'), sealed])
  return Buffer.concat([Buffer.from([1]), sign(message, ana.sign.secretKey), sealed])
}

describe('an answer', () => {
  it('opens for the device that asked, with all the keys', () => {
    expect(openAnswer(invite, request, keys.box, bytes)).toEqual({ ok: true, value: admission })
  })

  it('may be a refusal, signed as well', () => {
    const denial: Answer = { kind: 'refused', request, circle, code: 'invite-revoked' }
    const denied = sealAnswer(denial, joiner.device.box, ana.sign.secretKey)
    expect(openAnswer(invite, request, keys.box, denied)).toEqual({ ok: true, value: denial })
    const mallory = sealAnswer(denial, joiner.device.box, signingPair().secretKey)
    expect(codeOf(mallory)).toBe('bad-signature')
  })

  it('is not taken from another signer, for another request, circle or device', () => {
    expect(codeOf(sealAnswer(admission, joiner.device.box, signingPair().secretKey))).toBe('bad-signature')
    expect(codeOf(bytes, other)).toBe('bad-signature')
    const elsewhere = sealAnswer({ ...admission, circle: other }, joiner.device.box, ana.sign.secretKey)
    expect(codeOf(elsewhere)).toBe('other-circle')
    expect(codeOf(bytes, request, joinerNamed('Cleo').keys.box)).toBe('malformed')
  })

  it('cannot be re-signed by a thief as their own, nor its box moved to another request', () => {
    const mallory = signingPair()
    const sealed = bytes.subarray(65)
    const message = Buffer.concat([Buffer.from('nst/1 answer'), Buffer.from(request, 'hex'), sealed])
    expect(codeOf(Buffer.concat([Buffer.from([1]), sign(message, mallory.secretKey), sealed]))).toBe('bad-signature')
    const moved = Buffer.concat([Buffer.from('nst/1 answer'), Buffer.from(other, 'hex'), sealed])
    expect(codeOf(Buffer.concat([Buffer.from([1]), sign(moved, ana.sign.secretKey), sealed]), other)).toBe('malformed')
  })

  it('is refused with any bit flipped and at any cut', () => {
    for (let at = 0; at < bytes.length; at += 1) {
      const flipped = Buffer.from(bytes)
      flipped[at]! ^= 1 << (at % 8)
      expect(codeOf(flipped)).not.toBe('ok')
      expect(codeOf(bytes.subarray(0, at))).not.toBe('ok')
    }
    expect(codeOf(Buffer.concat([bytes, Buffer.alloc(1)]))).toBe('bad-signature')
  })

  it('is refused as random bytes, and unread where it is huge', () => {
    const chance = chanceOf('noise')
    for (let size = 0; size < 300; size += 1) expect(codeOf(chance(size))).not.toBe('ok')
    for (let size = 0; size < 200; size += 1)
      expect(codeOf(Buffer.concat([Buffer.from([1]), chance(size)]))).toBe('bad-signature')
    expect(codeOf(Buffer.concat([bytes, Buffer.alloc(2 ** 20)]))).toBe('malformed')
    expect(codeOf(Buffer.concat([Buffer.from([2]), bytes.subarray(1)]))).toBe('newer-version')
  })

  it.each([
    ['nothing in it', {}],
    ['an unknown kind', { ...admission, kind: 'perhaps' }],
    ['an empty keyring', { ...admission, keyring: [] }],
    ['an epoch that is not the hash of its key', { ...admission, keyring: [{ id: other, key: request }] }],
    ['a refusal with a code that ends no wait', { kind: 'refused', request, circle, code: 'too-big' }],
    ['the answer to another request inside', { ...admission, request: other }],
  ])('from the right device is still refused with %s', (_, content) => {
    expect(codeOf(signedAnyway(content))).toBe('malformed')
  })

  it('is never made to be wrong', () => {
    const wrong = { ...admission, keyring: [{ id: other, key: request }] }
    expect(() => sealAnswer(wrong, joiner.device.box, ana.sign.secretKey)).toThrow('hash of its key')
    expect(toHex(ana.sign.publicKey)).toBe(invite.device)
  })
})

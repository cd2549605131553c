import { describe, expect, it } from 'vitest'
import { encodeCanonical } from '../../src/domain/canonical.ts'
import type { EventContent } from '../../src/domain/event.ts'
import { hash, hashText, signingPair, signText, toHex, verifyText } from '../../src/log/crypto.ts'
import { openBlock, sealEvent } from '../../src/log/envelope.ts'
import { createKeyring, epochIdOf } from '../../src/log/keyring.ts'
import { decodeEvent, encodeEvent, signEvent, type SignedEvent } from '../../src/log/signed-event.ts'
import { decodeEntry, encodeEntry } from '../../src/log/view-entry.ts'
import { BODY_LIMIT, EVENT_LIMIT, VALUE_LIMIT } from '../../src/log/size.ts'

const ana = signingPair(hash(Buffer.from('ana')))
const ben = signingPair(hash(Buffer.from('ben')))
const circle = toHex(hash(Buffer.from('circle')))
const writer = toHex(hash(Buffer.from('anaLaptop')))
const content = (over: Partial<EventContent> = {}): EventContent => ({
  format: 'nst/1',
  circle,
  device: toHex(ana.publicKey),
  seq: 1,
  prev: null,
  seen: [],
  type: 'test.said',
  body: { words: 'Grüße' },
  at: 1_700_000_000_000,
  ...over,
})
const signed = (over: Partial<EventContent> = {}, by = ana): SignedEvent => {
  const outcome = signEvent(content(over), by.secretKey)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}
const raw = (value: unknown, by = ana) => {
  const text = typeof value === 'string' ? value : encodeCanonical(value)
  return encodeEvent({ text, id: '', signature: signText(text, by.secretKey) })
}

describe('a signed event', () => {
  it('comes back as it was signed, with its id and its writer', () => {
    const event = signed()
    expect(verifyText(event.text, event.signature, toHex(ana.publicKey))).toBe(true)
    expect(event.id).toBe(hashText(event.text))
    expect(decodeEvent(encodeEvent(event), writer)).toEqual({ event: { ...content(), id: event.id, writer } })
  })

  it('is refused with any byte bent', () => {
    const bytes = encodeEvent(signed())
    for (let at = 0; at < bytes.length; at++) {
      const bent = Buffer.from(bytes)
      bent[at]! ^= 1
      expect(decodeEvent(bent, writer)).toHaveProperty('refused')
    }
    for (let size = 0; size < bytes.length; size++)
      expect(decodeEvent(bytes.subarray(0, size), writer)).toHaveProperty('refused')
  })

  it('is refused under another signature', () => {
    expect(decodeEvent(encodeEvent(signed({}, ben)), writer)).toEqual({ refused: 'bad-signature' })
  })

  it('is refused when malformed', () => {
    const { body, ...noBody } = content()
    void body
    const wrong: unknown[] = [
      noBody,
      [],
      null,
      7,
      'text',
      { ...content(), more: 1 },
      { ...content(), seq: 0 },
      { ...content(), seq: '1' },
      { ...content(), seen: [writer, writer] },
      { ...content(), seen: [writer, circle].sort().reverse() },
      { ...content(), format: 'nst/2' },
      { ...content(), device: 'A'.repeat(64) },
      { ...content(), at: -1 },
    ]
    for (const value of wrong) expect(decodeEvent(raw(value), writer)).toEqual({ refused: 'malformed' })
    expect(decodeEvent(raw(` ${encodeCanonical(content())}`), writer)).toEqual({ refused: 'malformed' })
  })

  it('is never signed when no peer would accept it', () => {
    expect(signEvent(content({ body: 1.5 }), ana.secretKey)).toMatchObject({ refusal: { code: 'malformed' } })
    expect(signEvent(content({ body: 'e\u0301' }), ana.secretKey)).toMatchObject({ refusal: { code: 'malformed' } })
    expect(signEvent(content({ seen: ['x'] }), ana.secretKey)).toMatchObject({ refusal: { code: 'malformed' } })
    expect(signEvent(largest('x'), ana.secretKey)).toMatchObject({ refusal: { code: 'too-big' } })
    expect(signEvent(largest(''), ana.secretKey).ok).toBe(true)
  })

  it('[E9] the largest there is can be carried by somebody else, and nothing larger is read', () => {
    const event = largest('')
    const [text, signature] = [encodeCanonical(event), '0'.repeat(128)]
    expect(Buffer.byteLength(text)).toBe(EVENT_LIMIT)
    const body = { event, signature, writer }
    expect(Buffer.byteLength(encodeCanonical(body))).toBe(BODY_LIMIT)
    expect(signEvent(content({ type: 'word.carried', body }), ana.secretKey).ok).toBe(true)
    const more = { event: largest('x'), signature, writer }
    const tooBig = { refusal: { code: 'too-big' } }
    expect(signEvent(content({ type: 'word.carried', body: more }), ana.secretKey)).toMatchObject(tooBig)
    expect(decodeEvent(raw(largest('x')), writer)).toEqual({ refused: 'too-big' })
  })

  /** As large as an event may be, and so much more. */
  function largest(more: string) {
    const room = EVENT_LIMIT - Buffer.byteLength(encodeCanonical(content({ body: '' })))
    return content({ body: 'x'.repeat(room) + more })
  }
})

describe('an envelope', () => {
  const key = hash(Buffer.from('epoch'))
  const nonce = Buffer.alloc(24, 7)
  const announced = new Set([epochIdOf(key)])
  const where = { circle, writer, keyring: createKeyring([key]), announced }
  const sealed = sealEvent(signed(), { circle, writer }, key, nonce)

  it('opens for a holder of the epoch key, in its circle and its log only', () => {
    expect(openBlock(sealed, where)).toMatchObject({ event: { id: signed().id, writer } })
    expect(openBlock(sealed, { ...where, writer: circle })).toEqual({ refused: 'malformed' })
    expect(openBlock(sealed, { ...where, circle: writer })).toEqual({ refused: 'malformed' })
  })

  it('waits for the key of an announced epoch, and for no other', () => {
    const keyring = createKeyring()
    expect(openBlock(sealed, { ...where, keyring })).toEqual({ unreadable: epochIdOf(key) })
    expect(openBlock(sealed, { ...where, keyring, announced: new Set() })).toEqual({ refused: 'unknown-epoch' })
    keyring.add(key)
    expect(openBlock(sealed, { ...where, keyring })).toHaveProperty('event')
  })

  it('is refused with any byte bent or any end missing', () => {
    for (let at = 0; at < sealed.length; at++) {
      const bent = Buffer.from(sealed)
      bent[at]! ^= 1
      expect(openBlock(bent, where)).toHaveProperty('refused')
      expect(openBlock(sealed.subarray(0, at), where)).toEqual({ refused: 'malformed' })
    }
  })

  it('takes the genesis for the circle whose id it has, and other circles for foreign', () => {
    const genesis = signed({ circle: null })
    const own = sealEvent(genesis, { circle: genesis.id, writer }, key, nonce)
    expect(openBlock(own, { ...where, circle: genesis.id })).toHaveProperty('event')
    const foreign = sealEvent(genesis, { circle, writer }, key, nonce)
    expect(openBlock(foreign, where)).toEqual({ refused: 'other-circle' })
    const replayed = sealEvent(signed({ circle: writer }), { circle, writer }, key, nonce)
    expect(openBlock(replayed, where)).toEqual({ refused: 'other-circle' })
  })
})

describe('a view entry', () => {
  const key = hash(Buffer.from('log'))
  it('carries a value, or only the size of one that is too big', () => {
    const value = Buffer.alloc(VALUE_LIMIT, 1)
    expect(decodeEntry(encodeEntry(key, 7, value))).toEqual({ writer: toHex(key), position: 7, value })
    const big = encodeEntry(key, 8, Buffer.alloc(VALUE_LIMIT + 1))
    expect(big.byteLength).toBeLessThan(64)
    expect(decodeEntry(big)).toEqual({ writer: toHex(key), position: 8, tooBig: VALUE_LIMIT + 1 })
  })

  it('is undefined for bytes that are none', () => {
    for (const bytes of [Buffer.alloc(0), Buffer.alloc(40), Buffer.alloc(20, 1), Buffer.alloc(60, 2)])
      expect(decodeEntry(bytes)).toBeUndefined()
  })
})

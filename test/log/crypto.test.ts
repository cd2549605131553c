import { describe, expect, it } from 'vitest'
import {
  boxOpen,
  boxPair,
  boxSeal,
  deriveKey,
  equalBytes,
  fromHex,
  hashText,
  open,
  randomBytes,
  seal,
  sign,
  signText,
  signingPair,
  stretch,
  toHex,
  verify,
  verifyText,
} from '../../src/log/crypto.ts'

const bytes = (text: string) => Buffer.from(text, 'utf8')
const seed = (n: number) => Buffer.alloc(32, n)

describe('crypto', () => {
  it('hashes text to the known BLAKE2b-256 vectors', () => {
    expect(hashText('')).toBe('0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8')
    expect(hashText('abc')).toBe('bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319')
  })

  it('signs and verifies, and is false for anything malformed', () => {
    const ana = signingPair(seed(1))
    const text = 'we consent'
    const [signature, key] = [signText(text, ana.secretKey), toHex(ana.publicKey)]
    expect(verifyText(text, signature, key)).toBe(true)
    expect(verifyText('we object', signature, key)).toBe(false)
    for (const wrong of ['', 'zz', key, signature.toUpperCase(), `${signature}00`, null, 7] as string[]) {
      expect(verifyText(text, wrong, key)).toBe(wrong === signature)
      expect(verifyText(text, signature, wrong)).toBe(wrong === key)
    }
    expect(verify(bytes(text), sign(bytes(text), ana.secretKey), bytes('short'))).toBe(false)
  })

  it('gives the same pairs from the same seed', () => {
    expect(toHex(signingPair(seed(3)).publicKey)).toBe(toHex(signingPair(seed(3)).publicKey))
    expect(toHex(boxPair(seed(3)).publicKey)).not.toBe(toHex(boxPair(seed(4)).publicKey))
  })

  it('opens what was sealed, with every part as it was and only then', () => {
    const [key, nonce, about] = [seed(1), Buffer.alloc(24, 2), bytes('circle')]
    const box = seal(bytes('hello'), key, nonce, about)
    expect(open(box, key, nonce, about)).toEqual(bytes('hello'))
    expect(open(box, seed(9), nonce, about)).toBeUndefined()
    expect(open(box, key, Buffer.alloc(24, 3), about)).toBeUndefined()
    expect(open(box, key, nonce, bytes('other'))).toBeUndefined()
    expect(open(box, key, nonce)).toBeUndefined()
    for (let at = 0; at < box.length; at++) {
      const bent = Buffer.from(box)
      bent[at]! ^= 1
      expect(open(bent, key, nonce, about)).toBeUndefined()
    }
    expect(open(bytes('short'), key, nonce, about)).toBeUndefined()
    expect(open(seal(bytes(''), key, nonce), key, nonce)).toEqual(bytes(''))
  })

  it('seals to one box key', () => {
    const [ana, ben] = [boxPair(seed(1)), boxPair(seed(2))]
    const box = boxSeal(bytes('for ana'), ana.publicKey)
    expect(boxOpen(box, ana)).toEqual(bytes('for ana'))
    expect(boxOpen(box, ben)).toBeUndefined()
    expect(boxOpen(box.subarray(1), ana)).toBeUndefined()
    expect(boxOpen(bytes(''), ana)).toBeUndefined()
  })

  it('derives one key per context and salt, with no way to shift text between them', () => {
    const root = seed(1)
    const all = [
      deriveKey(root, 'person', 'c1'),
      deriveKey(root, 'personc', '1'),
      deriveKey(root, 'person', 'c2'),
      deriveKey(root, 'device', 'c1'),
      deriveKey(seed(2), 'person', 'c1'),
    ].map(toHex)
    expect(new Set(all).size).toBe(all.length)
    expect(deriveKey(root, 'person', bytes('c1'))).toEqual(deriveKey(root, 'person', 'c1'))
  })

  it('stretches a secret the same way each time', async () => {
    const salt = Buffer.alloc(16, 1)
    const [once, again] = [await stretch(bytes('words'), salt), await stretch(bytes('words'), salt)]
    expect(once).toEqual(again)
    expect(once.byteLength).toBe(32)
    expect(await stretch(bytes('word'), salt)).not.toEqual(once)
  })

  it('reads only lower-case hex', () => {
    expect(fromHex('00ff')).toEqual(Buffer.from([0, 255]))
    for (const wrong of ['0', 'FF', 'g0', ' 00']) expect(fromHex(wrong)).toBeUndefined()
    expect(fromHex('00', 2)).toBeUndefined()
  })

  it('compares bytes', () => {
    expect(equalBytes(bytes('a'), bytes('a'))).toBe(true)
    expect(equalBytes(bytes('a'), bytes('b'))).toBe(false)
    expect(equalBytes(bytes('a'), bytes('ab'))).toBe(false)
    expect(equalBytes(bytes(''), bytes(''))).toBe(true)
    expect(randomBytes(8).byteLength).toBe(8)
  })
})

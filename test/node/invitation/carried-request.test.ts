import { expect, it } from 'vitest'
import { deflateRawSync } from 'node:zlib'
import { asKnocked, carriedRequest, readCarried } from '../../../src/node/invitation/carried-request.ts'
import { sealUnder } from '../../../src/node/invitation/invite-seal.ts'
import { inviteId } from '../../../src/node/invitation/invite.ts'
import { openRequest, sealRequest } from '../../../src/node/invitation/request.ts'
import { below, chanceOf as seeded } from '../../network/chance.ts'
import { chanceOf } from '../../helpers/chance.ts'
import { inviteOfAna, joinerNamed } from './people.ts'

const invite = inviteOfAna()
const { joiner, keys } = joinerNamed('Ben')
const made = sealRequest(invite, joiner, keys.sign.secretKey, chanceOf('seal'))
const text = carriedRequest(invite, made.sealed, chanceOf('carry'))
const codeOf = (line: string) => {
  const read = readCarried(line)
  return read.ok ? 'ok' : read.refusal.code
}

it('is the same request when it arrives', () => {
  const read = readCarried(text)
  if (!read.ok) throw new Error(read.refusal.code)
  expect(read.value.invite).toBe(inviteId(invite))
  const sealed = asKnocked(invite, read.value.bytes, chanceOf('again'))
  expect(sealed && openRequest(invite, sealed)).toEqual({
    ok: true,
    value: { id: made.id, signed: made.signed, joiner },
  })
  expect(asKnocked(inviteOfAna('another'), read.value.bytes, chanceOf('again'))).toBeUndefined()
  // A picture of 89 × 89 squares holds 1,046 of these letters.
  expect(text.length).toBeLessThan(1_000)
})

it('of a newer version, or of none', () => {
  expect(codeOf(text.replace('NSTR1', 'NSTR2'))).toBe('newer-version')
  for (const line of ['', 'NSTR1-', 'NSTR1-AAAA', 'hello', text.slice(0, -1), `${text}A`, 'A'.repeat(20_000)]) {
    expect(codeOf(line)).toBe('not-a-request')
  }
})

it('seed 8: a letter that was read wrongly is told at once', () => {
  const chance = seeded(8)
  for (let round = 0; round < 300; round += 1) {
    const at = 6 + below(chance, text.length - 6)
    const letter = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[below(chance, 32)]!
    const line = text.slice(0, at) + letter + text.slice(at + 1)
    if (letter === text[at]) continue
    expect(codeOf(line)).toBe('not-a-request')
  }
})

it('what unpacks to far more than a request, or to none, is none', () => {
  for (const packed of [deflateRawSync(Buffer.alloc(1_000_000)), Buffer.from('rubbish'), Buffer.alloc(0)]) {
    const bytes = sealUnder(invite, 'carried request', packed, chanceOf('forge'))
    const sealed = asKnocked(invite, bytes, chanceOf('again'))
    expect(sealed === undefined || !openRequest(invite, sealed).ok).toBe(true)
  }
})

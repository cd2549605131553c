import { describe, expect, it } from 'vitest'
import {
  decodeInvite,
  encodeInvite,
  founderMark,
  inviteExpired,
  inviteId,
  newInvite,
} from '../../../src/node/invitation/invite.ts'
import { chanceOf } from '../../helpers/chance.ts'
import { circle, inviteOfAna, now } from './people.ts'

const day = 24 * 60 * 60 * 1000
const notOne = { ok: false, refusal: { code: 'not-an-invite' } }
const newer = { ok: false, refusal: { code: 'newer-version' } }

describe('an invite', () => {
  it.each([[[]], [['192.168.1.4:49737']], [Array.from({ length: 16 }, (_, i) => 'h'.repeat(255 - i))]])(
    'is one line of text and back (%#)',
    (addresses) => {
      const invite = inviteOfAna('invite', addresses)
      const line = encodeInvite(invite)
      expect(line).toMatch(/^nst1-[\w-]+$/)
      expect(decodeInvite(line)).toEqual({ ok: true, value: invite })
    },
  )

  it('is this line for ever', () => {
    const invite = newInvite({ circle, device: 'd1'.repeat(32), addresses: ['10.0.0.1:1'], now }, () =>
      Buffer.alloc(32, 5),
    )
    expect(encodeInvite(invite)).toBe(
      'nst1-AcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHB0dHR0dHR0dHR0dHR0dHR0dHR0dHR0dHR0dHR0dHR0dEFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQGL8_HsAAEKMTAuMC4wLjE6MbAhZnE',
    )
    expect(inviteId(invite)).toBe('619767b42ec7ed7844f5611cdcc2b54320d8b4e2ccc5e272dea598c42384fab6')
  })

  it('may say how the founder knows themselves, and is this line for ever', () => {
    const founding = { nonce: 'ab'.repeat(32), mark: founderMark('ab'.repeat(32), 'cd'.repeat(32)) }
    const wish = { circle, device: 'd1'.repeat(32), addresses: ['10.0.0.1:1'], now, founding }
    const invite = newInvite(wish, () => Buffer.alloc(32, 5))
    const line = encodeInvite(invite)
    expect(line).toBe(
      'nst2-AsHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHB0dHR0dHR0dHR0dHR0dHR0dHR0dHR0dHR0dHR0dHR0dEFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQGL8_HsAAGrq6urq6urq6urq6urq6urq6urq6urq6urq6urq6urqwrLweHANWWxCjEwLjAuMC4xOjFkmWEe',
    )
    expect(decodeInvite(line)).toEqual({ ok: true, value: invite })
    for (let cut = 5; cut < line.length; cut += 1) expect(decodeInvite(line.slice(0, cut))).toEqual(notOne)
    expect(founderMark('ab'.repeat(32), 'ce'.repeat(32))).not.toBe(founding.mark)
  })

  it('survives a mail program that breaks lines', () => {
    const line = encodeInvite(inviteOfAna())
    expect(decodeInvite(`\n  ${line.slice(0, 70)}\r\n ${line.slice(70)}  `)).toEqual({ ok: true, value: inviteOfAna() })
  })

  it('lasts seven days unless told otherwise, and is over at the very millisecond', () => {
    const week = inviteOfAna()
    expect(inviteExpired(week, now + 7 * day - 1)).toBe(false)
    expect(inviteExpired(week, now + 7 * day)).toBe(true)
    const hour = newInvite({ circle, device: circle, addresses: [], now, lasts: 3_600_000 }, chanceOf('x'))
    expect(hour.expires).toBe(now + 3_600_000)
  })

  it('is named by its secret alone, which the name does not show', () => {
    const invite = inviteOfAna()
    expect(inviteId({ ...invite, addresses: [], expires: 1 })).toBe(inviteId(invite))
    expect(inviteId(inviteOfAna('another'))).not.toBe(inviteId(invite))
    expect(encodeInvite(invite)).not.toContain(inviteId(invite))
  })

  it.each([['with a space'], ['ünï'], [''], ['x'.repeat(256)], ['line\nbreak']])(
    'is not made with the address %j',
    (address) => {
      expect(() => inviteOfAna('invite', [address])).toThrow('addresses')
    },
  )
})

describe('what is no invite', () => {
  it.each([
    '',
    'hello',
    'nst1-',
    'nst1-AAAA',
    'nst-AAAA',
    'nst0-AAAA',
    'nst1',
    'https://example.org/nst1-AAAA',
    'nst1-ä',
  ])('refuses %j', (text) => expect(decodeInvite(text)).toEqual(notOne))

  it('refuses each cut, each changed letter, and anything after it', () => {
    const line = encodeInvite(inviteOfAna())
    for (let at = 5; at < line.length; at += 1) {
      expect(decodeInvite(line.slice(0, at)).ok).toBe(false)
      const letter = line[at] === 'A' ? 'B' : 'A'
      expect(decodeInvite(line.slice(0, at) + letter + line.slice(at + 1)).ok).toBe(false)
    }
    expect(decodeInvite(`${line}A`)).toEqual(notOne)
    expect(decodeInvite(line + line)).toEqual(notOne)
  })

  it('refuses random letters and a megabyte of them', () => {
    const chance = chanceOf('letters')
    for (let size = 0; size < 300; size += 1) {
      expect(decodeInvite(`nst1-${Buffer.from(chance(size)).toString('base64url')}`)).toEqual(notOne)
    }
    expect(decodeInvite(`nst1-${'A'.repeat(1_000_000)}`)).toEqual(notOne)
  })

  it('tells a later version apart', () => {
    const line = encodeInvite(inviteOfAna())
    expect(decodeInvite(line.replace('nst1-', 'nst3-'))).toEqual(newer)
    expect(decodeInvite('nst12-whatever_follows')).toEqual(newer)
  })
})

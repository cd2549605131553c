import { expect, it } from 'vitest'
import { encodeCanonical } from '../../src/domain/canonical.ts'
import type { CertificateFile } from '../../src/domain/certificates/certificate.ts'
import { verifyCertificate } from '../../src/domain/certificates/verify.ts'
import { certificateOf } from '../helpers/certificates.ts'
import { tools } from '../helpers/devices.ts'
import { devicesOf, lenderOf } from '../../src/domain/members/queries.ts'
import { asked, expectSameInAnyOrder, stateOf } from '../helpers/asked.ts'
import { agree, together } from '../helpers/circles.ts'

const codeOf = (refused: { code: string } | null) => refused?.code ?? null

it('[V6] a device that is another’s says so once, about itself alone, of somebody who is here; what is said from it stands', () => {
  const { people, round } = asked()
  const [ana, ben, cleo] = people
  expect(codeOf(ben.refusal('device.borrowed', { from: ben.id }))).toBe('this-device')
  expect(codeOf(ben.refusal('device.borrowed', { from: 'f'.repeat(64) }))).toBe('no-such-person')
  ben.say('device.borrowed', { from: ana.id })
  expect(codeOf(ben.refusal('device.borrowed', { from: cleo.id }))).toBe('already-done')
  together(...people)
  const lenders = (person: string) => devicesOf(cleo.circle, person).map((device) => lenderOf(device))
  expect([lenders(ben.id), lenders(ana.id)]).toEqual([[ana.id], [null]])
  expect(stateOf(cleo, agree(round, ana, ben, cleo))).toBe('in-force')
  expectSameInAnyOrder(...people)
})

it('[V6] [K2] [K3] a certificate says which consents came from a borrowed device, by what is signed in it', () => {
  const { people, round } = asked()
  const [ana, ben, cleo] = people
  // Cleo lends Ben her device and was let in after him; she says it of nobody else.
  ben.say('device.borrowed', { from: cleo.id })
  together(...people)
  const text = certificateOf(ana, agree(round, ana, ben, cleo))
  const verdict = verifyCertificate(text, tools)
  if (!verdict.valid) throw new Error(verdict.why)
  const told = verdict.consents.map(({ name, borrowedFrom }) => [name, borrowedFrom])
  expect(new Map(told as [string, string | undefined][])).toEqual(
    new Map([
      ['ana', undefined],
      ['ben', 'cleo'],
      ['cleo', undefined],
    ]),
  )
  const whyNot = (change: object) => {
    const made = verifyCertificate(encodeCanonical(change), tools)
    return made.valid ? 'valid' : made.why
  }
  const file = JSON.parse(text) as CertificateFile
  const { borrowed = [], ...silent } = file
  expect(whyNot(silent)).toBe('changed')
  expect(whyNot({ ...file, borrowed: [...borrowed, ...borrowed] })).toBe('changed')
  expect(whyNot({ ...file, borrowed: file.responses.slice(0, 1) })).toBe('changed')
  const signature = `${borrowed[0]?.signature.slice(0, -2)}00`
  expect(whyNot({ ...file, borrowed: [{ ...borrowed[0], signature }] })).toBe('bad-signature')
})

it('[V6] [R5] a close that keeps silent about a borrowed device is none; a word from it that nobody had heard of is no lie', () => {
  const { people, round } = asked()
  const [ana, ben] = people
  for (const person of people) person.consents(round)
  together(...people)
  const unheard = ana.closing(round)
  ben.say('device.borrowed', { from: ana.id })
  expect(ana.refusal('round.closed', unheard)).toBeNull()
  ana.hears(ben)
  expect(codeOf(ana.refusal('round.closed', unheard))).toBe('malformed')
  expect(ana.closing(round).borrowed).toHaveLength(1)
  expect(codeOf(ana.refusal('round.closed', { ...unheard, borrowed: [round] }))).toBe('malformed')
  ana.closes(round)
})

import { expect, it } from 'vitest'
import { verifyCertificate } from '../../src/domain/certificates/verify.ts'
import { hashText, verifyText } from '../../src/log/crypto.ts'
import { agreeOn, circleOf, type Peer } from '../helpers/nodes.ts'

const verify = (text: string, circle?: string) =>
  verifyCertificate(text, { hash: hashText, verify: verifyText }, circle)

it('a certificate says, without the circle, who consented to which words, and bears no change of a byte', async () => {
  const [ana, ben] = (await circleOf('Ana', 'Ben')) as [Peer, Peer]
  const agreement = await agreeOn([ana, ben])
  const { certificate } = await ben.api.certificate.export({ agreement })
  expect((await ana.api.certificate.export({ agreement })).certificate).toBe(certificate)
  const { circle } = ana
  await Promise.all([ana, ben].map((one) => one.close()))

  const verdict = verify(certificate, circle)
  expect(verdict).toMatchObject({ valid: true, circle, circleName: 'Kitchen', title: 'Tuesday kitchen', agreement })
  const named = (people: readonly { name: string }[]) => people.map(({ name }) => name).toSorted()
  if (!verdict.valid) throw new Error(verdict.why)
  expect(named(verdict.asked)).toEqual(['Ana', 'Ben'])
  expect(named(verdict.consents)).toEqual(['Ana', 'Ben'])
  expect(verify(certificate, '0'.repeat(64))).toEqual({ valid: false, why: 'other-circle' })

  const bytes = Buffer.from(certificate, 'utf8')
  const accepted: number[] = []
  for (let at = 0; at < bytes.length; at += 1) {
    const flipped = Buffer.from(bytes)
    flipped[at]! ^= 1 << (at % 8)
    if (verify(flipped.toString('utf8')).valid) accepted.push(at)
  }
  expect(accepted).toEqual([])
  for (const cut of [certificate.slice(0, -1), `${certificate}\n`, certificate.slice(1)])
    expect(verify(cut)).toMatchObject({ valid: false })
})

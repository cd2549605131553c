import { describe, expect, it } from 'vitest'
import type { CertificateFile } from '../../src/domain/certificates/certificate.ts'
import { verifyCertificate, type Verdict } from '../../src/domain/certificates/verify.ts'
import { encodeCanonical } from '../../src/domain/canonical.ts'
import { certificateOf } from '../helpers/certificates.ts'
import { agree, circleOf, foundCircle, together } from '../helpers/circles.ts'
import { keysOf, signed, tools, type Said } from '../helpers/devices.ts'
import { Person } from '../helpers/people.ts'

type Three = [Person, Person, Person]

const verify = (text: string, circle?: string): Verdict => verifyCertificate(text, tools, circle)
const whyNot = (text: string, circle?: string) => {
  const verdict = verify(text, circle)
  return verdict.valid ? 'valid' : verdict.why
}

/** Ana, Ben and Cleo agree on the second version; Cleo was let in by Ben, and Ana's phone, which consents, by Cleo. */
function story() {
  const ana = foundCircle('ana')
  const ben = ana.admits('ben')
  const cleo = ben.admits('cleo')
  const people: Three = [ana, ben, cleo]
  together(...people)
  const proposal = ana.presents()
  const first = ana.opensRound(proposal)
  together(...people)
  ben.consents(first)
  cleo.objects(first)
  together(...people)
  const round = ben.opensRound(proposal, ana.drafts(proposal)[0] && ben.amends(proposal))
  together(...people)
  const phone = cleo.admitsDeviceOf(ana)
  const close = agree(round, cleo, phone, ben)
  together(...people)
  return { people, proposal, first, round, close, text: certificateOf(cleo, close) }
}

/** The same file with something changed, written canonically again. */
function changed(text: string, change: (file: CertificateFile) => object): string {
  return encodeCanonical(change(JSON.parse(text) as CertificateFile))
}

describe('a certificate', () => {
  it('[K1] verifies for who never saw the circle, and says who was asked, who consented, and to what words', () => {
    const { people, round, close, text } = story()
    const [ana] = people
    const verdict = verify(text)
    expect(verdict).toMatchObject({
      valid: true,
      circle: ana.circleId,
      circleName: 'Kitchen',
      agreement: ana.agreementOf(close),
      version: ana.versionOf(round),
      title: 'Tuesday kitchen',
      review: '2027-01-01',
    })
    const names = people
      .map(({ id, name }) => ({ person: id, name }))
      .toSorted((a, b) => (a.person < b.person ? -1 : 1))
    expect(verdict.valid && verdict.asked).toEqual(names)
    expect(verdict.valid && verdict.consents.map(({ person, name }) => ({ person, name }))).toEqual(names)
    expect(verify(text, ana.circleId).valid).toBe(true)
    expect(certificateOf(ana, close)).toBe(text)
  })

  it('[K1] certifies nothing where there is no valid close', () => {
    const [ana] = circleOf('ana', 'ben') as [Person, Person]
    const round = ana.opensRound(ana.presents())
    const close = ana.sayAnyway('round.closed', { round, version: ana.versionOf(round), consents: [] })
    expect(() => certificateOf(ana, close)).toThrow('no certificate')
  })

  it('[K2] is refused for each single byte that is changed', () => {
    const { text } = story()
    const bytes = Buffer.from(text, 'utf8')
    const passed: number[] = []
    for (let at = 0; at < bytes.length; at++) {
      const copy = Buffer.from(bytes)
      copy[at] = (copy[at] ?? 0) ^ (1 << (at % 8))
      if (verify(copy.toString('utf8')).valid) passed.push(at)
    }
    expect(bytes.length).toBeGreaterThan(5000)
    expect(passed).toEqual([])
  })

  it('[K2] is refused cut short, with more after it, or written otherwise', () => {
    const { text } = story()
    for (const other of [
      '',
      text.slice(0, -1),
      `${text}\n`,
      ` ${text}`,
      `[${text}]`,
      JSON.stringify(JSON.parse(text), null, 1),
    ])
      expect(whyNot(other)).toBe('not-a-certificate')
    expect(whyNot(changed(text, (file) => ({ ...file, note: 'and more' })))).toBe('not-a-certificate')
  })

  it('[K3] is refused with any part removed, twice, or in another order', () => {
    const { text } = story()
    const file = JSON.parse(text) as CertificateFile
    for (const list of ['admissions', 'responses'] as const) {
      for (const [index, part] of file[list].entries()) {
        expect(whyNot(changed(text, () => ({ ...file, [list]: file[list].toSpliced(index, 1) })))).not.toBe('valid')
        expect(whyNot(changed(text, () => ({ ...file, [list]: [...file[list], part] })))).not.toBe('valid')
        expect(whyNot(changed(text, () => ({ ...file, [list]: [part, ...file[list]] })))).not.toBe('valid')
      }
      expect(whyNot(changed(text, () => ({ ...file, [list]: file[list].toReversed() })))).not.toBe('valid')
    }
    for (const key of Object.keys(file)) {
      const { [key as 'close']: _, ...rest } = file
      expect(whyNot(encodeCanonical(rest))).toBe('not-a-certificate')
      for (const other of (['genesis', 'version', 'round', 'close'] as const).filter((one) => one !== key))
        expect(whyNot(changed(text, () => ({ ...file, [key]: file[other] })))).not.toBe('valid')
    }
  })

  it('[K4] is refused with a word to another round, of a stranger, or of nobody whom the close cites', () => {
    const { people, first, round, text } = story()
    const [, ben] = people
    const file = JSON.parse(text) as CertificateFile
    const at = file.close.event.body as { consents: { person: string }[] }
    const place = at.consents.findIndex((one) => one.person === ben.id)
    const put = (response: object) =>
      changed(text, () => ({ ...file, responses: file.responses.toSpliced(place, 1, response as never) }))
    const earlier = [...ben.known.values()].find(
      ({ event }) =>
        event.type === 'consent.given' &&
        event.device === ben.device &&
        (event.body as { round: string }).round === first,
    ) as Said
    expect(whyNot(put({ event: earlier.event, signature: earlier.signature }))).toBe('not-everyone-consented')
    const stranger = keysOf('mallory')
    const version = ben.versionOf(round)
    const forged = signed({ ...ben.content('consent.given', { round, version }), device: keysHex(stranger) }, stranger)
    expect(whyNot(put({ event: forged.event, signature: forged.signature }))).toBe('not-by-a-member')
    const uncited = signed(ben.content('consent.given', { round, version }), ben.keys)
    expect(whyNot(put({ event: uncited.event, signature: uncited.signature }))).toBe('not-everyone-consented')
    const objection = signed(ben.content('objection.raised', { round, version, reason: 'no' }), ben.keys)
    expect(whyNot(put({ event: objection.event, signature: objection.signature }))).toBe('changed')
  })

  it('[K4] is refused where the close cites more people than the round asked, or fewer', () => {
    const { people, round, text } = story()
    const [ana] = people
    const file = JSON.parse(text) as CertificateFile
    const consents = (file.close.event.body as { consents: { person: string; response: string }[] }).consents
    const version = ana.versionOf(round)
    for (const cited of [consents.slice(1), [...consents, ...consents], consents.toReversed()]) {
      const close = signed(ana.content('round.closed', { round, version, consents: cited }), ana.keys)
      const other = { ...file, close: { event: close.event, signature: close.signature } }
      expect(whyNot(encodeCanonical(other))).toBe('not-everyone-consented')
    }
    const smaller = signed(
      ana.content('round.opened', { proposal: 'ab'.repeat(32), version, electorate: [ana.id] }),
      ana.keys,
    )
    expect(whyNot(encodeCanonical({ ...file, round: { event: smaller.event, signature: smaller.signature } }))).toBe(
      'not-these-words',
    )
  })

  it('[K5] is refused for another circle than the one asked about, or with parts of another', () => {
    const { text } = story()
    const trap = foundCircle('ana', 'Trap')
    expect(whyNot(text, trap.circleId)).toBe('other-circle')
    expect(whyNot(text, 'nonsense')).toBe('other-circle')
    const genesis = [...trap.known.values()][0] as Said
    const swapped = changed(text, (file) => ({
      ...file,
      genesis: { event: genesis.event, signature: genesis.signature },
    }))
    expect(whyNot(swapped)).toBe('other-circle')
  })

  it('[K5] [M7] holds for a consent from another device, by the one who let it in, and not without that', () => {
    const { people, text } = story()
    const [ana] = people
    const file = JSON.parse(text) as CertificateFile
    expect(file.admissions.map(({ event }) => event.type)).toContain('device.admitted')
    expect(file.responses.map(({ event }) => event.device)).not.toContain(ana.device)
    const verdict = verify(text)
    expect(verdict.valid && verdict.consents.find(({ person }) => person === ana.id)?.name).toBe('ana')
    // What another person's key never attested is no device of theirs.
    const stolen = changed(text, () => ({
      ...file,
      admissions: file.admissions.map((one) =>
        one.event.type === 'device.admitted'
          ? { ...one, event: { ...one.event, body: { ...(one.event.body as object), person: people[1].id } } }
          : one,
      ),
    }))
    expect(whyNot(stolen)).not.toBe('valid')
  })

  it('[K5] keeps holding when a guest comes later, and holds for what the guest then consents to', () => {
    const { people, close, text } = story()
    const [ana, ben, cleo] = people
    const dan = cleo.admits('dan')
    ana.hears(dan)
    expect(certificateOf(ana, close)).toBe(text)
    const round = ana.opensRound(ana.presents({ title: 'Dan belongs', effect: { kind: 'admit', person: dan.id } }))
    together(dan, ...people)
    agree(round, ana, ben, cleo)
    dan.hears(ana)
    const next = dan.opensRound(dan.presents())
    together(dan, ...people)
    const second = agree(next, dan, ana, ben, cleo)
    const verdict = verify(certificateOf(ben, second), ana.circleId)
    expect(verdict.valid && verdict.asked.map(({ name }) => name).toSorted()).toEqual(['ana', 'ben', 'cleo', 'dan'])
  })

  it('[K5] of two closes made apart each certifies, and all show the same one', () => {
    const people = circleOf('ana', 'ben', 'cleo') as Three
    const [ana, ben] = people
    const round = ana.opensRound(ana.presents())
    together(...people)
    for (const person of people) person.consents(round)
    together(...people)
    const [one, other] = [ana.closes(round), ben.closes(round)]
    const alone = [certificateOf(ana, one), certificateOf(ben, other)]
    expect(alone.map((text) => verify(text).valid)).toEqual([true, true])
    together(...people)
    expect(certificateOf(ana, one)).toBe(certificateOf(ben, other))
    expect(alone).toContain(certificateOf(ana, one))
  })

  it('[K2] never throws, whatever it is given (seeded)', () => {
    const { text } = story()
    for (let at = 0; at < text.length; at += 97) {
      expect(() => verify(text.slice(at))).not.toThrow()
      expect(() => verify(text.slice(0, at) + text.slice(at + 1))).not.toThrow()
      expect(() => verify(`${text.slice(0, at)}"\\ud83c"${text.slice(at)}`)).not.toThrow()
    }
  })
})

const keysHex = (keys: ReturnType<typeof keysOf>) => Buffer.from(keys.sign.publicKey).toString('hex')

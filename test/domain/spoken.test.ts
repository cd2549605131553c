import { describe, expect, it } from 'vitest'
import { agreementState, contestsOf } from '../../src/domain/agreements/queries.ts'
import { certificateParts, certificateText, type CertificateFile } from '../../src/domain/certificates/certificate.ts'
import { verifyCertificate } from '../../src/domain/certificates/verify.ts'
import { encodeCanonical } from '../../src/domain/canonical.ts'
import type { AgreementRecord } from '../../src/domain/circle.ts'
import { objectionsTo } from '../../src/domain/rounds/queries.ts'
import { certificateOf } from '../helpers/certificates.ts'
import { agreed, circleOf, expectSameCircle, together } from '../helpers/circles.ts'
import { tools } from '../helpers/devices.ts'
import { begins, calls, who } from '../helpers/meeting-words.ts'
import type { Person } from '../helpers/people.ts'

type Five = [Person, Person, Person, Person, Person]

/** Dan is in the room without his device; Eve is not there. A round is open. */
function evening(witnesses: number | null = 2) {
  const people = circleOf('ana', 'ben', 'cleo', 'dan', 'eve') as Five
  const [ana, ben, cleo, dan] = people
  if (witnesses !== null)
    agreed(people, { title: 'Spoken words', effect: { kind: 'way', way: { rule: 'spoken-words', witnesses } } })
  const meeting = calls(ana)
  begins(ana, meeting, [ana, ben, cleo], [dan])
  const proposal = ana.presents({ title: 'An oven' })
  const round = ana.opensRound(proposal)
  together(...people)
  const all = () => together(...people)
  const says = (what: 'consent' | 'objection', by = ana, whose = dan) => {
    const about = { round, version: ana.versionOf(round) }
    const said =
      what === 'consent' ? { kind: what, ...about } : { kind: what, ...about, reason: 'it is too hot already' }
    return { meeting, who: who(whose), says: said, by }
  }
  const speaks = (...given: Parameters<typeof says>) => {
    const { by, ...body } = says(...given)
    const spoken = by.say('words.spoken', body)
    all()
    return spoken
  }
  const witness = (spoken: string, ...by: Person[]) => {
    for (const one of by) one.say('words.witnessed', { spoken })
    all()
  }
  return { people, meeting, proposal, round, all, says, speaks, witness }
}

/** All but Dan consent on their own devices, and Ana closes. */
function closed(it: ReturnType<typeof evening>) {
  const [ana, ben, cleo, , eve] = it.people
  for (const one of [ana, ben, cleo, eve]) one.consents(it.round)
  it.all()
  const close = ana.closes(it.round)
  it.all()
  const agreement = ana.agreementOf(close)
  const at = (one: Person) => one.circle.agreements.get(agreement) as AgreementRecord
  return { close, agreement, at, state: (one: Person) => agreementState(one.circle, at(one)) }
}

describe('words spoken in a room', () => {
  it('[V1] are written down while the meeting runs, for who is there without a device; guests say anything but an answer', () => {
    const { people, meeting, says } = evening()
    const [ana, ben, , dan, eve] = people
    const why = (given: ReturnType<typeof says>) => {
      const { by, ...body } = given
      return by.refusal('words.spoken', body)?.code
    }
    expect(why(says('consent'))).toBeUndefined()
    expect(why(says('consent', ana, ben))).toBe('has-own-device')
    expect(why(says('consent', ana, eve))).toBe('not-present')
    expect(why(says('consent', eve))).toBe('not-present')
    expect(why(says('consent', dan))).toBe('has-own-device')
    ana.say('meeting.attended', { meeting, who: { guest: 'Noor' }, here: true, device: false })
    const guest = { ...says('consent'), who: { guest: 'Noor' } }
    expect(why(guest)).toBe('not-asked')
    const free = { meeting, who: { guest: 'Noor' }, says: { kind: 'words', item: null, text: 'I can help' } } as const
    const spoken = ana.say('words.spoken', free)
    expect(ana.circle.words.get(spoken)).toMatchObject({ person: ana.id, who: { guest: 'Noor' } })
    ana.say('meeting.ended', { meeting })
    expect(why(says('consent'))).toBe('meeting-not-running')
  })

  it('[V2] stand only with an agreed way and two witnesses besides the writer; the round waits for the person else', () => {
    for (const [way, witnesses] of [
      [null, 2],
      [2, 1],
      [3, 2],
    ] as const) {
      const it = evening(way)
      const [ana, ben, cleo, dan] = it.people
      it.witness(it.speaks('consent'), ...[ben, cleo].slice(0, witnesses))
      for (const one of it.people) if (one !== dan) one.consents(it.round)
      it.all()
      expect(ana.refusal('round.closed', ana.closing(it.round))?.about?.['people']).toEqual([dan.id])
    }
    const it = evening()
    const [, ben, cleo] = it.people
    it.witness(it.speaks('consent'), ben, cleo)
    const { state, at } = closed(it)
    // Everyone but Dan has seen it; and Dan has not confirmed his words.
    expect(it.people.map(state)).toEqual(Array(5).fill('in-force'))
    expect(contestsOf(ben.circle, at(ben))).toEqual([])
    expectSameCircle(...it.people)
  })

  it('[V2] witnesses were there with a device, are asked by the round, and neither spoke nor wrote it down', () => {
    const it = evening()
    const [ana, , cleo, dan, eve] = it.people
    const spoken = it.speaks('consent')
    const why = (one: Person) => one.refusal('words.witnessed', { spoken })?.code
    expect([ana, dan, eve, cleo].map(why)).toEqual(['own-word', 'own-word', 'not-present', undefined])
    expect(cleo.refusal('words.witnessed', { spoken: it.round })?.code).toBe('no-such-word')
    const guest = ana.admits('finn')
    it.people.push(guest)
    ana.say('meeting.attended', { meeting: it.meeting, who: who(guest), here: true, device: true })
    it.all()
    expect(why(guest)).toBe('not-asked')
  })

  it('[V2] an objection spoken and witnessed holds, and its person withdraws it on their own device', () => {
    const it = evening()
    const [ana, ben, cleo, dan] = it.people
    const spoken = it.speaks('objection')
    expect(objectionsTo(ana.proposal(it.proposal))).toEqual([])
    it.witness(spoken, ben, cleo)
    expect(objectionsTo(ana.proposal(it.proposal)).map(({ person }) => person)).toEqual([dan.id])
    dan.say('objection.withdrawn', { objection: spoken })
    dan.consents(it.round)
    it.all()
    expect(closed(it).state(cleo)).toBe('in-force')
  })

  it('[V2] what the person then says on their own device is their last word', () => {
    const it = evening()
    const [ana, ben, cleo, dan] = it.people
    it.witness(it.speaks('consent'), ben, cleo)
    dan.objects(it.round)
    it.all()
    for (const one of it.people) if (one !== dan) one.consents(it.round)
    it.all()
    expect(ana.refusal('round.closed', ana.closing(it.round))?.about?.['people']).toEqual([dan.id])
  })

  it('[V3] only the person confirms or disputes; disputed, it does not stand, and confirmed is confirmed', () => {
    const it = evening()
    const [ana, ben, cleo, dan] = it.people
    const spoken = it.speaks('consent')
    it.witness(spoken, ben, cleo)
    expect(ben.refusal('words.confirmed', { spoken })?.code).toBe('not-your-own')
    dan.say('words.disputed', { spoken, reason: 'I said maybe' })
    it.all()
    for (const one of it.people) if (one !== dan) one.consents(it.round)
    it.all()
    expect(ana.refusal('round.closed', ana.closing(it.round))?.code).toBe('not-consented')
    dan.say('words.confirmed', { spoken })
    expect(dan.refusal('words.disputed', { spoken, reason: 'no' })?.code).toBe('already-done')
    it.all()
    expect(ana.refusal('round.closed', ana.closing(it.round))).toBeNull()
  })

  it('[V4] disputed apart from the close or long after it: contested, until the person confirms; settled only then', () => {
    for (const isApart of [true, false]) {
      const it = evening()
      const [ana, ben, cleo, dan, eve] = it.people
      const spoken = it.speaks('consent')
      it.witness(spoken, ben, cleo)
      if (isApart) dan.say('words.disputed', { spoken, reason: 'I said maybe' })
      for (const one of [ana, ben, cleo, eve]) one.consents(it.round)
      together(ana, ben, cleo, eve)
      const close = ana.closes(it.round)
      it.all()
      for (const one of it.people) one.hasSeen(close)
      if (!isApart) dan.say('words.disputed', { spoken, reason: 'I said maybe' })
      it.all()
      const at = (one: Person) => one.circle.agreements.get(one.agreementOf(close)) as AgreementRecord
      for (const one of it.people) {
        expect(agreementState(one.circle, at(one))).toBe('contested')
        expect(contestsOf(one.circle, at(one))).toMatchObject([{ kind: 'disputed-word', person: dan.id }])
      }
      expectSameCircle(...it.people)
      dan.say('words.confirmed', { spoken })
      it.all()
      expect(agreementState(eve.circle, at(eve))).toBe('settled')
    }
  })

  it('[V4] an objection spoken before a close was known contests it, once two who did not know of it have witnessed', () => {
    const it = evening()
    const [ana, ben, cleo, dan, eve] = it.people
    for (const one of it.people) one.consents(it.round)
    it.all()
    // Eve closes elsewhere, while Dan objects in the room.
    const close = eve.closes(it.round)
    const body = it.says('objection')
    const spoken = ana.say('words.spoken', { meeting: body.meeting, who: body.who, says: body.says })
    together(ana, ben, cleo)
    ben.say('words.witnessed', { spoken })
    together(ana, ben)
    const at = (one: Person) => one.circle.agreements.get(eve.agreementOf(close)) as AgreementRecord
    it.all()
    expect(agreementState(dan.circle, at(dan))).toBe('in-force')
    // Cleo knows of the close by now: her witness is none in time.
    cleo.say('words.witnessed', { spoken })
    it.all()
    expect(agreementState(dan.circle, at(dan))).toBe('in-force')

    const again = evening()
    const [anna, bea, cora, , ella] = again.people
    for (const one of again.people) one.consents(again.round)
    again.all()
    const second = ella.closes(again.round)
    const { by: _, ...said } = again.says('objection')
    const word = anna.say('words.spoken', said)
    together(anna, bea, cora)
    bea.say('words.witnessed', { spoken: word })
    cora.say('words.witnessed', { spoken: word })
    again.all()
    const agreement = ella.circle.agreements.get(ella.agreementOf(second)) as AgreementRecord
    expect(contestsOf(ella.circle, agreement)).toMatchObject([{ kind: 'objection', id: word }])
  })

  it('[V5] a certificate holds them with their witnesses, and says so; without the witnesses it is not valid', () => {
    const it = evening()
    const [ana, ben, cleo, dan] = it.people
    it.witness(it.speaks('consent'), ben, cleo)
    const { at } = closed(it)
    const parts = certificateParts(ana.circle, at(ana))
    if (parts === null) throw new Error('no certificate')
    const signed = new Map([...ana.known].map(([id, { event, signature }]) => [id, { event, signature }]))
    const text = certificateText(parts, signed)
    const verdict = verifyCertificate(text, tools)
    if (!verdict.valid) throw new Error(verdict.why)
    const spoken = verdict.consents.filter((one) => one.spoken !== undefined)
    expect(spoken).toMatchObject([{ person: dan.id, name: 'dan', spoken: { by: 'ana' } }])
    expect(spoken[0]?.spoken?.witnesses.toSorted()).toEqual(['ben', 'cleo'])
    const why = (change: (file: CertificateFile) => object) => {
      const made = verifyCertificate(encodeCanonical(change(JSON.parse(text) as CertificateFile)), tools)
      return made.valid ? 'valid' : made.why
    }
    expect(why((file) => Object.fromEntries(Object.entries(file).filter(([part]) => part !== 'witnesses')))).toBe(
      'not-everyone-consented',
    )
    expect(why((file) => ({ ...file, witnesses: file.witnesses?.slice(1) }))).toBe('not-everyone-consented')
    expect(why((file) => ({ ...file, witnesses: file.witnesses?.toReversed() }))).toBe('not-everyone-consented')
    expect(why((file) => ({ ...file, witnesses: [...(file.witnesses ?? []), ...(file.witnesses ?? [])] }))).toBe(
      'not-everyone-consented',
    )
    expect(why((file) => ({ ...file, witnesses: [] }))).toBe('not-a-certificate')
    // The circle's own way is in it, whole: it is checked without the log.
    const grounds = (JSON.parse(text) as CertificateFile).grounds ?? []
    expect(grounds.map(({ version: { event } }) => event.body)).toMatchObject([
      { content: { effect: { kind: 'way', way: { rule: 'spoken-words', witnesses: 2 } } } },
    ])
    expect(why(({ grounds: _none, ...file }) => file)).toBe('not-everyone-consented')
    const instead = JSON.parse(certificateOf(ana, agreed(it.people, { title: 'Plain' }))) as CertificateFile
    expect(why((file) => ({ ...file, grounds: [instead] }))).toBe('not-everyone-consented')
    expect(why(() => ({ ...instead, grounds }))).toBe('changed')
  })

  it('[V5] a close that cites a spoken word names the way that lets it stand, or is not valid', () => {
    const it = evening()
    const [ana, ben, cleo, dan] = it.people
    it.witness(it.speaks('consent'), ben, cleo)
    for (const one of it.people) if (one !== dan) one.consents(it.round)
    it.all()
    const { spoken, ...unnamed } = ana.closing(it.round)
    expect(spoken).toBeDefined()
    expect(ana.refusal('round.closed', unnamed)?.code).toBe('malformed')
    const forced = ben.sayAnyway('round.closed', { ...unnamed, spoken: it.round })
    expect(ben.circle.closes.get(forced)?.problem?.code).toBe('malformed')
    expect(ana.refusal('round.closed', ana.closing(it.round))).toBeNull()
  })
})

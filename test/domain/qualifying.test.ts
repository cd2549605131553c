import { describe, expect, it } from 'vitest'
import type { CertificateFile } from '../../src/domain/certificates/certificate.ts'
import { verifyCertificate } from '../../src/domain/certificates/verify.ts'
import { encodeCanonical } from '../../src/domain/canonical.ts'
import type { Effect } from '../../src/domain/proposals/effect.ts'
import { objectionState } from '../../src/domain/rounds/queries.ts'
import { certificateOf } from '../helpers/certificates.ts'
import { stateOf } from '../helpers/asked.ts'
import { agreed, circleOf, expectSameCircle, together } from '../helpers/circles.ts'
import { tools } from '../helpers/devices.ts'
import type { Person } from '../helpers/people.ts'

type Three = [Person, Person, Person]
const WAY: Effect = { kind: 'way', way: { rule: 'qualifying', criteria: ['It harms our aim.'] } }

/** Ana, Ben and Cleo test objections; Cleo objects in the round that is open. */
function objected(names: [string, ...string[]] = ['ana', 'ben', 'cleo'], isWay = true) {
  const people = circleOf(...names) as Three
  const [ana] = people
  if (isWay) agreed(people, { title: 'Testing', effect: WAY })
  const proposal = ana.presents()
  together(...people)
  const round = ana.opensRound(proposal)
  together(...people)
  const last = people.at(-1) as Person
  for (const person of people) if (person !== last) person.consents(round)
  const objection = last.objects(round, 'I like Fridays')
  together(...people)
  return { people, round, objection, proposal }
}

const tests = (person: Person, objection: string, qualifies = false) =>
  person.say('objection.tested', { objection, qualifies, reason: 'it is a wish' })
const mayClose = (person: Person, round: string) => person.refusal('round.closed', person.closing(round))?.code ?? null
const fate = (person: Person, id: string) => {
  const objection = person.circle.responses.get(id)
  return objection && objectionState(person.circle, objection)
}

describe('testing objections', () => {
  it('[O4] [W5] without the way only its author ends an objection', () => {
    const { people, objection } = objected(['ana', 'ben', 'cleo'], false)
    const body = { objection, qualifies: false, reason: 'it is a wish' }
    expect(people[0].refusal('objection.tested', body)).toEqual({ code: 'no-such-way' })
  })

  it('[O4] [W5] everyone else says that it does not qualify: it is a concern, and the round can be closed', () => {
    const { people, round, objection, proposal } = objected()
    const [ana, ben, cleo] = people
    expect(cleo.refusal('objection.tested', { objection, qualifies: false, reason: 'x' })?.code).toBe('own-objection')
    tests(ana, objection)
    expect(mayClose(ana, round)).toBe('not-consented')
    tests(ben, objection)
    together(...people)
    const close = ana.closes(round)
    together(...people)
    expect([stateOf(ben, close), fate(ben, objection)]).toEqual(['in-force', 'set-aside'])
    expect(ben.proposal(proposal).concerns).toMatchObject([{ person: cleo.id, text: 'I like Fridays' }])
    expectSameCircle(...people)
  })

  it('[O4] one who says that it qualifies, or who changes their mind, lets it hold; two people never set one aside', () => {
    const { people, round, objection } = objected()
    const [ana, ben] = people
    tests(ana, objection)
    tests(ben, objection)
    tests(ben, objection, true)
    together(...people)
    expect(mayClose(ana, round)).toBe('not-consented')
    const two = objected(['ana', 'ben'])
    tests(two.people[0], two.objection)
    expect(mayClose(two.people[0], two.round)).toBe('not-consented')
  })

  it('[O4] whoever says apart from the close that it qualifies contests it', () => {
    const { people, round, objection } = objected()
    const [ana, ben, cleo] = people
    tests(ana, objection)
    tests(ben, objection)
    ana.hears(ben)
    const close = ana.closes(round)
    tests(ben, objection, true)
    together(...people)
    expect([stateOf(ana, close), stateOf(cleo, close)]).toEqual(['contested', 'contested'])
    expectSameCircle(...people)
  })

  it('[O4] nobody’s objection to a way of the circle is set aside', () => {
    const { people } = objected()
    const [ana, ben, cleo] = people
    const proposal = ana.presents({ effect: { kind: 'way', way: { rule: 'terms', months: 3 } } })
    together(...people)
    const round = ana.opensRound(proposal)
    together(...people)
    ana.consents(round)
    ben.consents(round)
    const objection = cleo.objects(round)
    together(...people)
    tests(ana, objection)
    tests(ben, objection)
    together(...people)
    expect(mayClose(ana, round)).toBe('not-consented')
  })

  it('[K8] the certificate names whose objection was set aside, why, and what lets the others', () => {
    const { people, round, objection } = objected()
    const [ana, ben, cleo] = people
    tests(ana, objection)
    tests(ben, objection)
    together(...people)
    const text = certificateOf(ana, ana.closes(round))
    const verdict = verifyCertificate(text, tools)
    expect(verdict).toMatchObject({
      valid: true,
      consents: [{}, {}],
      aside: [{ person: cleo.id, name: 'cleo', reason: 'I like Fridays' }],
    })
    const file = JSON.parse(text) as CertificateFile
    const without = (change: Partial<Record<keyof CertificateFile, unknown>>) =>
      verifyCertificate(encodeCanonical({ ...file, ...change }), tools).valid
    const { tests: _tests, objections: _objections, ...bare } = file
    const { grounds: _grounds, ...groundless } = file
    expect(without({ tests: file.tests?.slice(1) })).toBe(false)
    expect(without({ objections: [...(file.objections ?? []), ...(file.objections ?? [])] })).toBe(false)
    expect(verifyCertificate(encodeCanonical(bare), tools).valid).toBe(false)
    expect(verifyCertificate(encodeCanonical(groundless), tools).valid).toBe(false)
  })
})

it('[W6] a circle of representatives is one of the circle’s ways', () => {
  const people = circleOf('ana', 'ben') as [Person, Person]
  const way = { rule: 'representatives', of: 'one of each garden', most: 12 } as const
  agreed(people, { effect: { kind: 'way', way } })
  expect([...people[0].circle.slots.keys()]).toContain('way:representatives')
})

import { describe, expect, it } from 'vitest'
import { purpose } from '../../src/domain/purpose.ts'
import { agreed, circleOf, expectSameCircle, together } from '../helpers/circles.ts'
import { closedInNoOrder, stateOf } from '../helpers/asked.ts'
import type { Person } from '../helpers/people.ts'

const AIM = { kind: 'purpose', name: 'Kitchen', aim: 'to cook for the street', domain: null } as const
const OTHER = { ...AIM, aim: 'to cook for ourselves' } as const

const three = () => circleOf('ana', 'ben', 'cleo') as [Person, Person, Person]

describe('slots', () => {
  it('[C2] an agreement on the purpose changes what the circle is for, and only then', () => {
    const people = three()
    const [ana, ben] = people
    expect(purpose(ben.circle).aim).toBe('to cook together')
    agreed(people, { title: 'Our aim', effect: AIM })
    expect(purpose(ben.circle)).toMatchObject({ name: 'Kitchen', aim: 'to cook for the street' })
    agreed(people, { title: 'Our aim, again', effect: OTHER })
    expect(purpose(ana.circle).aim).toBe('to cook for ourselves')
    expectSameCircle(...people)
  })

  it('[A6] what changes an agreement takes its place; what ends it leaves nothing there', () => {
    const people = three()
    const [ana, ben] = people
    const close = agreed(people, {})
    const changed = agreed(people, { title: 'On Fridays', changes: ana.agreementOf(close) })
    expect([stateOf(ben, close), stateOf(ben, changed)]).toEqual(['superseded', 'in-force'])
    const ended = agreed(people, { changes: ana.agreementOf(changed), effect: { kind: 'end' } })
    expect([stateOf(ben, close), stateOf(ben, changed), stateOf(ben, ended)]).toEqual([
      'superseded',
      'superseded',
      'in-force',
    ])
    expect(ana.refusal('proposal.presented', { content: { ...words(ana), changes: null } })).toMatchObject({
      code: 'no-such-agreement',
    })
    expectSameCircle(...people)
  })

  it('[P10] an amendment cannot make another matter of a proposal', () => {
    const people = three()
    const [ana] = people
    const proposal = ana.presents()
    const body = {
      proposal,
      parents: ana.drafts(proposal),
      content: { ...words(ana), changes: null, effect: AIM },
      integrates: [],
    }
    expect(ana.refusal('proposal.amended', body)).toMatchObject({ code: 'another-matter' })
  })

  it('[A6] of each person the last word in the slot stands: a consent to one aim takes back that to another', () => {
    const people = three()
    const [ana, ben, cleo] = people
    const [one, other] = [ana.presents({ effect: AIM }), ben.presents({ effect: OTHER })]
    together(...people)
    const [roundOne, roundOther] = [ana.opensRound(one), ben.opensRound(other)]
    together(...people)
    for (const person of people) person.consents(roundOne)
    cleo.consents(roundOther)
    together(...people)
    expect(ana.refusal('round.closed', ana.closing(roundOne))).toMatchObject({ code: 'not-consented' })
    cleo.consents(roundOne)
    together(...people)
    ana.closes(roundOne)
    together(...people)
    expect(purpose(ben.circle).aim).toBe(AIM.aim)
  })

  it('[A7] [D3 row 8] two aims agreed apart, neither the later: what both were built on goes on', () => {
    const people = three()
    const [ana, ben] = people
    agreed(people, { title: 'First', effect: { ...AIM, aim: 'to cook at all' } })
    const [one, other] = [ana.presents({ effect: AIM }), ben.presents({ effect: OTHER })]
    together(...people)
    const [roundOne, roundOther] = [ana.opensRound(one), ben.opensRound(other)]
    together(...people)
    const [closeOne, closeOther] = closedInNoOrder(people, roundOne, roundOther)
    together(...people)
    for (const person of people) {
      expect([stateOf(person, closeOne), stateOf(person, closeOther)]).toEqual(['contested', 'contested'])
      expect(purpose(person.circle).aim).toBe('to cook at all')
    }
    agreed(people, { title: 'Third', effect: { ...AIM, aim: 'to cook for all' } })
    expect(stateOf(ana, closeOne)).toBe('superseded')
    expect(purpose(ben.circle).aim).toBe('to cook for all')
    expectSameCircle(...people)
  })
})

it('[A7] [D3 row 8] an agreement changed apart in two ways, neither the later, goes on itself until the circle says more', () => {
  const people = three()
  const [ana, ben] = people
  const base = agreed(people, { title: 'Tuesdays' })
  const changes = ana.agreementOf(base)
  const [one, other] = [ana.presents({ changes }), ben.presents({ changes })]
  together(...people)
  const [roundOne, roundOther] = [ana.opensRound(one), ben.opensRound(other)]
  together(...people)
  const [closeOne, closeOther] = closedInNoOrder(people, roundOne, roundOther)
  together(...people)
  for (const person of people) {
    expect([stateOf(person, closeOne), stateOf(person, closeOther)]).toEqual(['contested', 'contested'])
    expect(stateOf(person, base)).toBe('settled')
  }
  agreed(people, { changes })
  expect([stateOf(ana, base), stateOf(ana, closeOne), stateOf(ben, closeOther)]).toEqual(Array(3).fill('superseded'))
  expectSameCircle(...people)
})

const words = (person: Person) => ({
  title: 'It ends',
  text: 'It ends.',
  driver: null,
  answers: null,
  review: '2027-01-01',
  criteria: [],
  owner: person.id,
  effect: { kind: 'end' } as const,
})

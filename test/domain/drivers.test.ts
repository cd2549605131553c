import { describe, expect, it } from 'vitest'
import { driverState, moveOf, wordingsOf } from '../../src/domain/drivers/queries.ts'
import type { DriverRecord } from '../../src/domain/drivers/record.ts'
import { agreed, circleOf, expectSameCircle, together } from '../helpers/circles.ts'
import type { Person } from '../helpers/people.ts'

const driver = (person: Person, id: string) => person.circle.drivers.get(id) as DriverRecord
const state = (person: Person, id: string) => driverState(person.circle, driver(person, id))
const content = (statement: string) => ({ statement, situation: null, effect: null, need: null, requirement: null })

describe('a driver', () => {
  it('[N1] is noticed by anyone in the circle, a guest too, and says by whom', () => {
    const people = circleOf('ana', 'ben')
    agreed(people, {})
    const [ana] = people as [Person]
    const guest = ana.admits('gil')
    const id = guest.notices()
    ana.hears(guest)
    expect([driver(ana, id).person, state(ana, id)]).toEqual([guest.id, 'noticed'])
    expect(guest.refusal('driver.moved', { driver: id, move: { as: 'accepted' } })).toEqual({ code: 'needs-consent' })
  })

  it('[N2] words changed apart stand side by side until somebody puts them together', () => {
    const people = circleOf('ana', 'ben') as [Person, Person]
    const [ana, ben] = people
    const id = ana.notices()
    together(...people)
    const [one, other] = people.map((person) =>
      person.say('driver.reworded', { driver: id, parents: [id], content: content(`${person.name} says: cold`) }),
    ) as [string, string]
    together(...people)
    expect(wordingsOf(driver(ben, id)).map((wording) => wording.id)).toEqual([one, other].toSorted())
    const both = ben.say('driver.reworded', { driver: id, parents: [one, other], content: content('It is cold.') })
    ana.hears(ben)
    expect(wordingsOf(driver(ana, id)).map((wording) => wording.id)).toEqual([both])
    expect(ana.refusal('driver.reworded', { driver: id, parents: [ana.id], content: content('x') })?.code).toBe(
      'no-such-version',
    )
  })

  it('[N3] any member accepts it, passes it on or discards it, and any other sends it back with a reason', () => {
    const [ana, ben] = circleOf('ana', 'ben') as [Person, Person]
    const id = ana.notices()
    ana.moves(id)
    expect(state(ana, id)).toBe('accepted')
    ben.hears(ana)
    ben.moves(id, { as: 'noticed', reason: 'that is the landlord’s' })
    expect(state(ben, id)).toBe('noticed')
    ben.moves(id, { as: 'passed-on', to: 'the landlord', reason: null })
    expect([state(ben, id), moveOf(driver(ben, id))?.person]).toEqual(['passed-on', ben.id])
    expect(ben.refusal('driver.moved', { driver: id, move: { as: 'passed-on', to: 'her', reason: null } })).toEqual({
      code: 'already-done',
    })
  })

  it('[N3] of what was said apart a doubt comes first, then what keeps the driver nearest', () => {
    const people = circleOf('ana', 'ben', 'cleo') as [Person, Person, Person]
    const [ana, ben, cleo] = people
    const id = ana.notices()
    together(...people)
    ana.moves(id)
    ben.moves(id, { as: 'discarded', reason: 'done already' })
    together(ana, ben)
    expect([state(ana, id), state(ben, id)]).toEqual(['accepted', 'accepted'])
    cleo.moves(id, { as: 'discarded', reason: 'no' })
    cleo.moves(id, { as: 'noticed', reason: 'I was too quick' })
    together(...people)
    for (const person of people) expect(state(person, id)).toBe('noticed')
    expectSameCircle(...people)
  })

  it('[N4] is answered while an agreement stands that says so; only what was noticed here is answered', () => {
    const people = circleOf('ana', 'ben') as [Person, Person]
    const [ana, ben] = people
    const id = ana.notices()
    ana.moves(id)
    together(...people)
    const close = agreed(people, { answers: id })
    expect(state(ben, id)).toBe('answered')
    agreed(people, { changes: ana.agreementOf(close), effect: { kind: 'end' }, answers: id })
    expect(state(ben, id)).toBe('accepted')
    expect(() => ana.presents({ answers: ana.id })).toThrow('no-such-driver')
  })

  it('[N5] may hold a prepared proposal, which is words: it presents nothing, changes nothing and consents to nothing', () => {
    const people = circleOf('ana', 'ben') as [Person, Person]
    const [ana, ben] = people
    const role = {
      name: 'Host',
      aim: 'Guests feel welcome',
      domain: null,
      accountabilities: [],
      qualities: [],
      months: 6,
    }
    const prepared = { as: 'role' as const, standard: null, ...role }
    const id = ana.say('driver.noticed', { content: { ...content('A role from elsewhere'), prepared } })
    together(...people)
    expect(wordingsOf(driver(ben, id))[0]?.content.prepared).toEqual(prepared)
    expect([ben.circle.proposals.size, ben.circle.agreements.size, state(ben, id)]).toEqual([0, 0, 'noticed'])
    expect(
      ben.refusal('driver.noticed', { content: { ...content('x'), prepared: { as: 'seat' } as never } })?.code,
    ).toBe('malformed')
    expectSameCircle(...people)
  })
})

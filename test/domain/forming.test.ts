import { describe, expect, it } from 'vitest'
import type { DriverRecord } from '../../src/domain/drivers/record.ts'
import { formingItems, standingIn, tunersOf } from '../../src/domain/forming/queries.ts'
import { agreed, circleOf, expectSameCircle, together } from '../helpers/circles.ts'
import type { Person } from '../helpers/people.ts'

const of = (person: Person, driver: string) => person.circle.drivers.get(driver) as DriverRecord
const adds = (
  person: Person,
  driver: string,
  kind: 'idea' | 'consideration',
  text: string,
  about: string | null = null,
) => person.say('forming.added', { driver, item: { kind, text, about } })
const asks = (person: Person, driver: string, text: string) =>
  person.say('forming.added', { driver, item: { kind: 'dimension', text } })

describe('forming on a driver', () => {
  it('[U1] gathers questions, answers, considerations and ideas as sets, by guests too', () => {
    const people = circleOf('ana', 'ben') as [Person, Person]
    agreed(people, {})
    const [ana, ben] = people
    const gil = ana.admits('gil')
    const driver = ana.notices()
    const how = asks(ana, driver, 'How warm?')
    together(ana, ben, gil)
    ben.say('forming.answered', { dimension: how, text: '18 degrees' })
    adds(gil, driver, 'idea', 'a stove', how)
    adds(ana, driver, 'consideration', 'smoke')
    together(ana, ben, gil)
    expect(formingItems(of(ben, driver))).toHaveLength(3)
    expect(of(ben, driver).items.find(({ id }) => id === how)?.answers).toHaveLength(1)
    expectSameCircle(ana, ben)
  })

  it('[U1] an idea is about a question of the same driver, or about the whole', () => {
    const [ana] = circleOf('ana', 'ben') as [Person]
    const [cold, dark] = [ana.notices('cold'), ana.notices('dark')]
    const how = asks(ana, cold, 'How?')
    expect(() => adds(ana, dark, 'idea', 'a lamp', how)).toThrow('no-such-question')
    expect(() => ana.say('forming.answered', { dimension: cold, text: 'so' })).toThrow('no-such-question')
  })

  it('[U2] what was said is taken back by whoever said it, and by nobody else', () => {
    const people = circleOf('ana', 'ben') as [Person, Person]
    const [ana, ben] = people
    const driver = ana.notices()
    const how = asks(ana, driver, 'How?')
    together(...people)
    const answer = ben.say('forming.answered', { dimension: how, text: 'so' })
    expect(ben.refusal('forming.taken-back', { said: how })?.code).toBe('not-your-own')
    ben.say('forming.taken-back', { said: answer })
    expect(ben.refusal('forming.taken-back', { said: answer })?.code).toBe('already-done')
    expect(standingIn(of(ben, driver).items[0]?.answers ?? [])).toEqual([])
    ana.say('forming.taken-back', { said: how })
    together(...people)
    expect(formingItems(of(ben, driver))).toEqual([])
  })

  it('[U3] tuners are named, anyone objects, and of two namings made apart all are named', () => {
    const people = circleOf('ana', 'ben', 'cleo') as [Person, Person, Person]
    const [ana, ben, cleo] = people
    const driver = ana.notices()
    together(...people)
    ana.say('tuners.named', { driver, people: [ana.id] })
    const other = ben.say('tuners.named', { driver, people: [ben.id, cleo.id].toSorted() })
    together(...people)
    expect(tunersOf(of(cleo, driver))).toEqual([ana.id, ben.id, cleo.id].toSorted())
    cleo.say('tuners.objected', { tuners: other, reason: 'I have no time' })
    expect(tunersOf(of(cleo, driver))).toEqual([ana.id])
    cleo.say('tuners.named', { driver, people: [ben.id] })
    expect(tunersOf(of(cleo, driver))).toEqual([ben.id])
    expect(ana.refusal('tuners.named', { driver, people: ['f'.repeat(64)] })?.code).toBe('no-such-person')
    ana.presents({ answers: driver })
    together(...people)
    expectSameCircle(...people)
  })
})

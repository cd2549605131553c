import { describe, expect, it } from 'vitest'
import type { Effect } from '../../src/domain/proposals/effect.ts'
import { circleState, kinOf } from '../../src/domain/standing/queries.ts'
import { agree, agreed, circleOf, expectSameCircle, together } from '../helpers/circles.ts'
import type { Person } from '../helpers/people.ts'

const becomes = (state: 'active' | 'dormant' | 'closed', anyoneWakes = false): { effect: Effect } => ({
  effect: { kind: 'state', state, anyoneWakes },
})
const two = () => circleOf('ana', 'ben') as [Person, Person]

describe('the state of a circle', () => {
  it('[C4] it rests, works again and is closed by consent; the last word in the slot holds', () => {
    const people = two()
    const [ana, ben] = people
    agreed(people, becomes('dormant'))
    expect(circleState(ben.circle)).toBe('dormant')
    expect(ben.refusal('circle.woken', {})).toEqual({ code: 'not-dormant' })
    agreed(people, becomes('active'))
    expect(circleState(ben.circle)).toBe('active')
    agreed(people, becomes('closed'))
    expect([circleState(ana.circle), circleState(ben.circle)]).toEqual(['closed', 'closed'])
  })

  it('[C3] a newcomer to a circle that rests is a guest', () => {
    const people = two()
    agreed(people, becomes('dormant'))
    expect(people[0].admits('gil').state).toBe('guest')
  })

  it('[C5] where the circle agreed so, any member wakes it, and only once they know that it rests', () => {
    const people = two()
    const [ana, ben] = people
    agreed(people, becomes('dormant', true))
    ben.say('circle.woken', {})
    expect([circleState(ana.circle), circleState(ben.circle)]).toEqual(['dormant', 'active'])
    together(...people)
    expect(ana.refusal('circle.woken', {})?.code).toBe('not-dormant')
    agreed(people, becomes('dormant', true))
    expect(circleState(ana.circle)).toBe('dormant')
    expectSameCircle(...people)
  })

  it('[C6] a closed circle is opened again by consent, and hears nothing else', () => {
    const people = two()
    const [ana, ben] = people
    const open = ana.presents()
    together(...people)
    agreed(people, becomes('closed'))
    expect(ana.refusal('question.asked', { proposal: open, text: 'why?' })).toEqual({ code: 'circle-closed' })
    expect(() => ana.notices()).toThrow('circle-closed')
    expect(() => ana.presents()).toThrow('circle-closed')
    const proposal = ben.presents(becomes('active'))
    together(...people)
    ana.asks(proposal)
    ana.understands(proposal)
    ben.hears(ana)
    const round = ben.opensRound(proposal)
    together(...people)
    agree(round, ...people)
    expect(circleState(ana.circle)).toBe('active')
    ana.notices()
  })

  it('[C6] what was said apart from the closing counts, and its objection contests it', () => {
    const people = circleOf('ana', 'ben', 'cleo') as [Person, Person, Person]
    const [ana, ben, cleo] = people
    const proposal = ana.presents(becomes('closed'))
    together(...people)
    const round = ana.opensRound(proposal)
    together(...people)
    for (const person of people) person.consents(round)
    together(...people)
    const close = ana.closes(round)
    const noticed = cleo.notices()
    const objection = cleo.objects(round, 'too early')
    together(...people)
    expect([...ben.circle.drivers.keys()]).toEqual([noticed])
    expect(ben.circle.counted.has(objection)).toBe(true)
    const reconcile = ben.opensRound(proposal, ben.amends(proposal, becomes('active')))
    together(...people)
    expect(circleState(agreedBy(people, reconcile).circle)).toBe('active')
    expect(ben.circle.closes.get(close)?.problem).toBeNull()
    expectSameCircle(...people)
  })
})

function agreedBy(people: readonly [Person, ...Person[]], round: string): Person {
  agree(round, ...people)
  return people[0]
}

describe('circles that belong together', () => {
  it('[X4] a sub-circle and an adopted circle are agreements; one adoption a circle', () => {
    const people = two()
    const [ana, ben] = people
    const other = 'f'.repeat(64)
    const effect = { kind: 'sub-circle', name: 'Bread', aim: 'to bake', domain: null, founder: ben.id } as const
    agreed(people, { effect })
    const first = agreed(people, { effect: { kind: 'adopts', circle: other, name: 'Seeds' } })
    const second = agreed(people, { effect: { kind: 'adopts', circle: other, name: 'Seed library' } })
    expect(ben.circle.closes.get(second)?.proposal).not.toBe(ben.circle.closes.get(first)?.proposal)
    expect([...ben.circle.slots.keys()]).toContain(`adopts:${other}`)
    expect(() => ana.presents({ effect: { kind: 'adopts', circle: ana.circleId, name: 'us' } })).toThrow('other-circle')
    expect(() => ana.presents({ effect: { ...effect, founder: other } })).toThrow('no-such-person')
  })

  it('[X5] which circle belongs to which stands as it was told last, with who told it', () => {
    const people = two()
    const [ana, ben] = people
    const told = { other: 'f'.repeat(64), name: 'Garden', agreement: null }
    ana.say('circle.told', { ...told, as: 'parent' })
    together(...people)
    expect(kinOf(ben.circle)).toMatchObject([{ circle: told.other, name: 'Garden', as: 'parent', person: ana.id }])
    ben.say('circle.told', { ...told, as: 'nothing' })
    together(...people)
    expect(kinOf(ana.circle)).toEqual([])
    expectSameCircle(...people)
  })

  it('[X5] a part that the circle put an end to is none, until it is told by somebody who knew of that', () => {
    const people = two()
    const [ana, ben] = people
    const other = 'f'.repeat(64)
    const adopted = agreed(people, { effect: { kind: 'adopts', circle: other, name: 'Seeds' } })
    const told = { other, name: 'Seeds', as: 'sub-circle', agreement: null } as const
    ana.say('circle.told', told)
    together(...people)
    expect(kinOf(ben.circle)).toMatchObject([{ circle: other, as: 'sub-circle' }])
    agreed(people, { effect: { kind: 'end' }, changes: ben.circle.closes.get(adopted)?.agreement ?? '' })
    expect(kinOf(ben.circle)).toEqual([])
    ben.say('circle.told', told)
    together(...people)
    expect(kinOf(ana.circle)).toMatchObject([{ circle: other, person: ben.id }])
    expectSameCircle(...people)
  })
})

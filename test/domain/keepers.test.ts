import { describe, expect, it } from 'vitest'
import { keepersOf } from '../../src/domain/standing/keepers.ts'
import { relaysOf } from '../../src/domain/standing/relays.ts'
import { agreed, circleOf, expectSameCircle, together } from '../helpers/circles.ts'
import type { Person } from '../helpers/people.ts'

const [LIBRARY, CELLAR] = ['1', '2'].map((digit) => digit.repeat(64)) as [string, string]
const at = (keeper: string, address = `nstk1-${keeper.slice(0, 8)}`) => ({ kind: 'keeper', keeper, address }) as const

const two = () => circleOf('ana', 'ben') as [Person, Person]
const named = ({ circle }: Person) => keepersOf(circle).map(({ keeper, address }) => [keeper, address])

describe('keepers', () => {
  it('[X6] are those that agreements name, each by its own; another agreement ends one or moves it', () => {
    const people = two()
    const [ana, ben] = people
    ana.presents({ effect: at(LIBRARY) })
    together(...people)
    expect(named(ben)).toEqual([])
    const library = agreed(people, { title: 'The library keeps', effect: at(LIBRARY) })
    agreed(people, { title: 'The cellar keeps too', effect: at(CELLAR) })
    expect(named(ben).map(([keeper]) => keeper)).toEqual([LIBRARY, CELLAR])
    agreed(people, { title: 'It moved', effect: at(CELLAR, 'nstk1-elsewhere') })
    expect(named(ben)[1]).toEqual([CELLAR, 'nstk1-elsewhere'])
    agreed(people, { changes: ana.agreementOf(library), effect: { kind: 'end' } })
    expect(named(ben).map(([keeper]) => keeper)).toEqual([CELLAR])
    expectSameCircle(...people)
  })

  it('[X6] named apart are both named: neither takes the place of the other', () => {
    const people = two()
    const [ana, ben] = people
    const [one, other] = [ana.presents({ effect: at(LIBRARY) }), ben.presents({ effect: at(CELLAR) })]
    together(...people)
    const rounds = [ana.opensRound(one), ben.opensRound(other)]
    together(...people)
    for (const round of rounds) for (const person of people) person.consents(round)
    together(...people)
    ana.closes(rounds[0]!)
    ben.closes(rounds[1]!)
    together(...people)
    expect(named(ana).map(([keeper]) => keeper)).toEqual([LIBRARY, CELLAR])
    expectSameCircle(...people)
  })

  it('[X6] is refused where it is one already, as it helps nobody', () => {
    const people = two()
    const [ana] = people
    agreed(people, { effect: at(LIBRARY) })
    const { content } = ana.circle.versions.values().next().value!
    expect(ana.refusal('proposal.presented', { content: { ...content, effect: at(LIBRARY) } })).toMatchObject({
      code: 'already-done',
    })
    expect(
      ana.refusal('proposal.presented', { content: { ...content, effect: at(LIBRARY, 'nstk1-moved') } }),
    ).toBeNull()
  })
})

describe('relays', () => {
  it('[X7] are those that agreements name, beside the keepers, and end as they do', () => {
    const people = two()
    const [ana, ben] = people
    const via = (relay: string) => ({ kind: 'relay', relay, address: `nstr1-${relay.slice(0, 8)}` }) as const
    agreed(people, { title: 'The library keeps', effect: at(LIBRARY) })
    const passes = agreed(people, { title: 'The library passes on', effect: via(LIBRARY) })
    const relays = ({ circle }: Person) => relaysOf(circle).map(({ relay }) => relay)
    expect([relays(ben), named(ben).map(([keeper]) => keeper)]).toEqual([[LIBRARY], [LIBRARY]])
    const { content } = ana.circle.versions.values().next().value!
    expect(ana.refusal('proposal.presented', { content: { ...content, effect: via(LIBRARY) } })).toMatchObject({
      code: 'already-done',
    })
    agreed(people, { changes: ana.agreementOf(passes), effect: { kind: 'end' } })
    expect([relays(ben), named(ben).length]).toEqual([[], 1])
    expectSameCircle(...people)
  })
})

import { describe, expect, it } from 'vitest'
import { contests, expectSameInAnyOrder, stateOf } from '../helpers/asked.ts'
import { agree, agreed, circleOf, expectSameCircle, together } from '../helpers/circles.ts'
import type { Person } from '../helpers/people.ts'

type Four = [Person, Person, Person, Person]
const four = () => circleOf('ana', 'ben', 'cleo', 'dan') as Four
const removing = (person: Person) => ({
  title: 'We go on without',
  effect: { kind: 'remove', person: person.id } as const,
})

describe('mutual removal', () => {
  /** Ana and Ben each want the other gone, and Cleo and Dan consent here and there. */
  function opposed(way = false) {
    const people = four()
    const [ana, ben, cleo, dan] = people
    agreed(
      people,
      way ? { title: 'Way', effect: { kind: 'way', way: { rule: 'mutual-removal', outcome: 'both-suspended' } } } : {},
    )
    const [one, other] = [ana.presents(removing(ben)), ben.presents(removing(ana))]
    together(...people)
    const [outBen, outAna] = [ana.opensRound(one), ben.opensRound(other)]
    together(...people)
    for (const person of [cleo, dan]) for (const round of [outBen, outAna]) person.consents(round)
    ana.consents(outBen)
    ben.consents(outAna)
    ana.hears(cleo, dan)
    ben.hears(cleo, dan)
    return { people, closes: [ana.closes(outBen), ben.closes(outAna)] as const }
  }

  it('[D3 row 11] [M11] neither takes effect, both are contested, and both are recused from both matters', () => {
    const { people, closes } = opposed()
    const [ana, ben, cleo, dan] = people
    cleo.hears(ana)
    expect(cleo.electorate()).not.toContain(ben.id)
    together(...people)
    for (const person of people) {
      expect(closes.map((close) => stateOf(person, close))).toEqual(['contested', 'contested'])
      expect(closes.flatMap((close) => contests(person, close).map(({ kind }) => kind))).toEqual([
        'mutual-removal',
        'mutual-removal',
      ])
    }
    expect([ana.state, ben.state]).toEqual(['joined', 'joined'])
    const again = cleo.presents(removing(ben))
    together(...people)
    expect(cleo.electorate(again)).toEqual([cleo, dan].map(({ id }) => id).toSorted())
    expect(ana.refusal('proposal.ended', { proposal: again, as: 'tabled', until: null, reason: 'no' })?.code).toBe(
      'recused',
    )
    expect(cleo.electorate().length).toBe(4)
    expectSameCircle(...people)
  })

  it('[M11] once the two others have decided on one of them, that stands and both are asked about everything else', () => {
    const { people, closes } = opposed()
    const [ana, ben, cleo, dan] = people
    together(...people)
    const stays = agreed([cleo, dan], {
      title: 'Ben stays',
      changes: ana.agreementOf(closes[0]),
      effect: { kind: 'end' },
    })
    const out = agreed([cleo, dan], { ...removing(ana), title: 'Ana goes' })
    together(...people)
    expect(closes.map((close) => stateOf(cleo, close))).toEqual(['superseded', 'superseded'])
    expect([stateOf(cleo, stays), stateOf(cleo, out)]).toEqual(['settled', 'in-force'])
    expect([ana.state, ben.state]).toEqual(['removed', 'joined'])
    expect(
      ben.refusal('proposal.presented', { content: ben.circle.versions.values().next().value!.content })?.code,
    ).not.toBe('recused')
    expectSameCircle(...people)
  })

  it('[D3 row 11] [W3] where the circle has made it its way, both are suspended until it has decided', () => {
    const { people, closes } = opposed(true)
    const [ana, ben, cleo, dan] = people
    together(...people)
    expect([ana.state, ben.state]).toEqual(['suspended', 'suspended'])
    expect(
      ana.refusal('proposal.presented', { content: cleo.circle.versions.values().next().value!.content })?.code,
    ).toBe('suspended')
    expect(cleo.electorate()).toEqual([cleo, dan].map(({ id }) => id).toSorted())
    agreed([cleo, dan], { title: 'Ben stays', changes: ana.agreementOf(closes[0]), effect: { kind: 'end' } })
    together(...people)
    expect([ana.state, ben.state]).toEqual(['suspended', 'joined'])
    expectSameCircle(...people)
  })

  it('[D3 row 11] [A3] what all the others had seen before anyone knew of the other stays: the late one is contested', () => {
    const { people, closes } = opposed()
    const [ana, ben, cleo, dan] = people
    const others = [ana, cleo, dan]
    together(...others)
    for (const person of others) person.hasSeen(closes[0])
    together(...others)
    expect(stateOf(cleo, closes[0])).toBe('settled')
    together(...people)
    for (const person of people) {
      expect(closes.map((close) => stateOf(person, close))).toEqual(['settled', 'contested'])
      expect([ana.state, ben.state]).toEqual(['joined', 'removed'])
    }
    expect(cleo.electorate()).toEqual([ana, cleo, dan].map(({ id }) => id).toSorted())
    expectSameInAnyOrder(...people)
  })

  it('[D3 row 11] [A2] where only some had seen it, neither goes; and what the circle then decides stands, whoever had seen what', () => {
    const { people, closes } = opposed()
    const [ana, ben, cleo, dan] = people
    for (const person of [cleo, dan]) person.hears(ana)
    cleo.hasSeen(closes[0])
    dan.hears(ben)
    cleo.hears(ben, dan)
    expect(stateOf(cleo, closes[0])).toBe('contested')
    expect([stateOf(dan, closes[0]), ben.state]).toEqual(['contested', 'joined'])
    const stays = agreed([cleo, dan], { title: 'Stays', changes: cleo.agreementOf(closes[0]), effect: { kind: 'end' } })
    together(...people)
    expect([stateOf(dan, closes[0]), stateOf(dan, stays), ben.state]).toEqual(['superseded', 'in-force', 'joined'])
    expectSameInAnyOrder(...people)
  })

  it('[D3 row 11] of two alone in a circle neither sends the other away, and nothing of it was ever settled', () => {
    const people = circleOf('ana', 'ben') as [Person, Person]
    const [ana, ben] = people
    const rounds = [ana.opensRound(ana.presents(removing(ben))), ben.opensRound(ben.presents(removing(ana)))] as const
    const closes = [agree(rounds[0], ana), agree(rounds[1], ben)] as const
    expect([stateOf(ana, closes[0]), stateOf(ben, closes[1])]).toEqual(['in-force', 'in-force'])
    together(...people)
    for (const person of people)
      expect(closes.map((close) => stateOf(person, close))).toEqual(['contested', 'contested'])
    expect([ana.state, ben.state]).toEqual(['joined', 'joined'])
    expectSameInAnyOrder(...people)
  })

  it('[A2] [D3 row 9] while it is open whether somebody goes, nothing is settled on which words of theirs may bear', () => {
    const people = four()
    const [ana, ben, cleo, dan] = people
    const round = ana.opensRound(ana.presents())
    const removal = cleo.opensRound(cleo.presents({ ...removing(ben), title: 'Ben goes' }))
    together(...people)
    for (const person of people) person.consents(round)
    for (const person of [ana, cleo, dan]) person.consents(removal)
    together(...people)
    const close = ana.closes(round)
    for (const person of [cleo, dan]) person.hears(ana)
    for (const person of [cleo, dan]) person.hasSeen(close)
    ben.objects(round, 'not in the rain')
    cleo.closes(removal)
    ben.hears(ana)
    ben.hasSeen(close)
    together(...people)
    expect(stateOf(dan, close)).toBe('in-force')
    for (const person of [ana, dan]) person.presents()
    together(...people)
    expect(stateOf(dan, close)).toBe('settled')
    expectSameInAnyOrder(...people)
  })
})

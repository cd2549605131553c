import { describe, expect, it } from 'vitest'
import { becameOf, caredForBy, dueOf, dueOn, evaluationsOf, offeredCriteria } from '../../src/domain/agreements/life.ts'
import type { AgreementRecord } from '../../src/domain/circle.ts'
import { agree, agreed, circleOf, expectSameCircle, together } from '../helpers/circles.ts'
import { stateOf, type Three } from '../helpers/asked.ts'
import type { Person } from '../helpers/people.ts'

const three = () => circleOf('ana', 'ben', 'cleo') as Three
const the = (person: Person, close: string) =>
  person.circle.agreements.get(person.agreementOf(close)) as AgreementRecord
const evaluation = (agreement: string) => ({
  agreement,
  results: [{ criterion: 'We ate together.', well: 'partly' as const, text: 'Every second week.' }],
  note: null,
})

describe("an agreement's life", () => {
  it('[L1] is current, due soon for two weeks, and overdue from its review day; overdue, it stays in force', () => {
    const people = three()
    const close = agreed(people, { review: '2027-01-31' })
    const { circle } = people[1]
    const on = (today: string) => dueOf(circle, the(people[1], close), today)
    expect(['2026-03-01', '2027-01-16', '2027-01-17', '2027-01-30'].map(on)).toEqual([
      'current',
      'current',
      'due-soon',
      'due-soon',
    ])
    expect(['2027-01-31', '2029-05-05'].map(on)).toEqual(['overdue', 'overdue'])
    expect(stateOf(people[1], close)).toBe('in-force')
    expect(dueOn('2028-03-01', '2028-02-16')).toBe('due-soon')
  })

  it('[L2] several evaluations made apart are all kept, and none changes the agreement', () => {
    const people = three()
    const [ana, ben, cleo] = people
    const close = agreed(people, { criteria: ['We ate together.'] })
    const agreement = ana.agreementOf(close)
    ana.say('agreement.evaluated', evaluation(agreement))
    ben.say('agreement.evaluated', { ...evaluation(agreement), note: 'Good.' })
    cleo.say('agreement.evaluated', { agreement, results: [], note: 'I was away.' })
    together(...people)
    for (const person of people) {
      expect(
        evaluationsOf(person.circle, the(person, close))
          .map((one) => one.person)
          .toSorted(),
      ).toEqual(people.map((one) => one.id).toSorted())
    }
    expect(['in-force', 'settled']).toContain(stateOf(ana, close))
    expectSameCircle(...people)
  })

  it('[L2] a guest evaluates too; nobody evaluates what was not agreed, or says nothing, or one criterion twice', () => {
    const people = three()
    const [ana] = people
    const close = agreed(people, {})
    const agreement = ana.agreementOf(close)
    const dan = ana.admits('dan')
    expect(dan.refusal('agreement.evaluated', evaluation(agreement))).toBeNull()
    expect(ana.refusal('agreement.evaluated', evaluation(ana.id))?.code).toBe('no-such-agreement')
    expect(ana.refusal('agreement.evaluated', { agreement, results: [], note: null })?.code).toBe('malformed')
    const [one] = evaluation(agreement).results
    const twice = { agreement, results: [one, one], note: null } as never
    expect(ana.refusal('agreement.evaluated', twice)?.code).toBe('malformed')
  })

  it('[L3] concerns are offered as criteria until they are', () => {
    const people = three()
    const [ana, ben, cleo] = people
    const close = agreed(people, { criteria: ['It is warm.'] })
    const [agreement, { proposal }] = [ana.agreementOf(close), the(ana, close)]
    for (const text of ['It is loud.', 'It is warm.', 'It is loud.'])
      ben.say('concern.added', { proposal, agreement, text })
    together(...people)
    expect(offeredCriteria(cleo.circle, the(cleo, close))).toEqual(['It is loud.'])
    const renewed = agreed(people, { criteria: ['It is warm.', 'It is loud.'], changes: agreement })
    expect(offeredCriteria(cleo.circle, the(cleo, renewed))).toEqual([])
  })

  it('[L4] renewed, changed, ended: told from what took its place, whatever came after that', () => {
    const people = three()
    const [ana, ben] = people
    const close = agreed(people, {})
    expect(becameOf(ben.circle, the(ben, close))).toBeNull()
    const renewed = agreed(people, { changes: ana.agreementOf(close), review: '2028-01-01' })
    const changed = agreed(people, { changes: ana.agreementOf(renewed), text: 'On Fridays.' })
    const ended = agreed(people, { changes: ana.agreementOf(changed), effect: { kind: 'end' } })
    const became = [close, renewed, changed, ended].map((one) => becameOf(ben.circle, the(ben, one)))
    expect(became.map((one) => one?.how)).toEqual(['renewed', 'changed', 'ended', undefined])
    expect(became.map((one) => one?.agreement.id)).toEqual(
      [renewed, changed, ended, ''].map((one) => (one === '' ? undefined : ana.agreementOf(one))),
    )
    expect(dueOf(ben.circle, the(ben, ended), '2040-01-01')).toBeNull()
    expect(dueOf(ben.circle, the(ben, close), '2040-01-01')).toBeNull()
  })

  it('[L4] until everybody consents to its end, an agreement stands', () => {
    const people = three()
    const [ana, ben, cleo] = people
    const close = agreed(people, {})
    const proposal = ana.presents({ changes: ana.agreementOf(close), effect: { kind: 'end' } })
    const round = ana.opensRound(proposal)
    together(...people)
    for (const person of [ana, ben]) person.consents(round)
    const objection = cleo.objects(round, 'I still need it')
    together(...people)
    expect(ana.refusal('round.closed', ana.closing(round))?.code).toBe('not-consented')
    expect(stateOf(ana, close)).toBe('settled')
    cleo.say('objection.withdrawn', { objection })
    together(...people)
    agree(round, ana, ben, cleo)
    expect(becameOf(ana.circle, the(ana, close))?.how).toBe('ended')
  })

  it("[L5] the next step is the owner's, else the author's, else anyone's", () => {
    const people = three()
    const [ana, ben, cleo] = people
    const close = agreed(people, { owner: ben.id })
    const cares = () => caredForBy(cleo.circle, the(cleo, close))
    expect(cares()).toBe(ben.id)
    ben.say('member.left', {})
    together(...people)
    expect(cares()).toBe(ana.id)
    ana.say('member.left', {})
    together(...people)
    expect(cares()).toBeNull()
  })
})

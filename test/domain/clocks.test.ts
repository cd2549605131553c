import { describe, expect, it } from 'vitest'
import { dueOf } from '../../src/domain/agreements/life.ts'
import { saw } from '../../src/domain/causality.ts'
import type { Act, Circle } from '../../src/domain/circle.ts'
import { toldTime } from '../../src/domain/clocks.ts'
import { stateOf } from '../helpers/asked.ts'
import { agreed, circleOf, expectSameCircle, together } from '../helpers/circles.ts'
import { makeHistory } from '../helpers/histories.ts'
import type { Person } from '../helpers/people.ts'

const DAY = 24 * 60 * 60 * 1000
type Three = [Person, Person, Person]

function told(person: Person, event: string) {
  const act = person.circle.counted.get(event)
  if (act === undefined) throw new Error('it does not count')
  return toldTime(person.circle, act)
}

describe('clocks', () => {
  it('[D3 row 17] [S3] a clock before its own past is shown as unsure, and what it says counts', () => {
    const people = circleOf('ana', 'ben', 'cleo') as Three
    const [ana, ben] = people
    const proposal = ana.presents()
    const sure = ana.reacts(proposal)
    ana.skew = -10
    ana.clock.now -= 1000
    const early = ana.understands(proposal)
    together(...people)
    expect([told(ben, sure), told(ben, early).isUnsure]).toEqual([
      { at: ben.circle.counted.get(sure)?.at, isUnsure: false },
      true,
    ])
    expect(ben.proposal(proposal).understood.length).toBe(1)
    expectSameCircle(...people)
  })

  it('[D3 row 17] so is one more than a day off most of the others, before or after; the time shown is theirs', () => {
    const people = circleOf('ana', 'ben', 'cleo', 'dan') as [Person, Person, Person, Person]
    const [ana, ben, cleo, dan] = people
    const proposal = ana.presents()
    together(...people)
    for (const person of [ana, ben, dan]) person.reacts(proposal)
    together(...people)
    ana.clock.now += 60 * DAY
    for (const person of [ana, ben, dan]) person.understands(proposal)
    together(...people)
    cleo.skew = -10 * DAY
    const before = cleo.asks(proposal)
    expect(told(cleo, before).isUnsure).toBe(true)
    cleo.skew = 10 * DAY
    const after = cleo.asks(proposal, 'and then?')
    expect(told(cleo, after).isUnsure).toBe(false)
    together(...people)
    for (const person of [ana, ben, dan]) person.reacts(proposal, null)
    together(...people)
    expect(told(ana, after)).toMatchObject({ isUnsure: true })
    expect(Math.abs(told(ana, after).at - ana.clock.now)).toBeLessThan(DAY)
    expectSameCircle(...people)
  })

  it('[S3] a long quiet time makes nobody’s clock unsure, and one bad clock not that of the others', () => {
    const people = circleOf('ana', 'ben', 'cleo') as Three
    const [ana, ben, cleo] = people
    const proposal = ana.presents()
    together(...people)
    cleo.skew = 400 * DAY
    cleo.reacts(proposal)
    together(...people)
    ana.clock.now += 90 * DAY
    const quiet = ben.reacts(proposal)
    together(...people)
    expect(told(ana, quiet).isUnsure).toBe(false)
  })

  it('[D3 row 18] [L1] [L6] past its review an agreement is overdue and in force; where its words say so, it lapses', () => {
    const people = circleOf('ana', 'ben', 'cleo') as Three
    const [ana] = people
    const stays = agreed(people, {})
    const lapses = agreed(people, { title: 'Only this year', lapses: true })
    const due = (close: string, today: string) => {
      const agreement = ana.circle.agreements.get(ana.agreementOf(close))
      return agreement === undefined ? null : dueOf(ana.circle, agreement, today)
    }
    expect([due(stays, '2026-06-01'), due(lapses, '2026-06-01')]).toEqual(['current', 'current'])
    expect([due(stays, '2027-03-01'), due(lapses, '2027-03-01')]).toEqual(['overdue', 'lapsed'])
    expect(['in-force', 'settled']).toContain(stateOf(ana, stays))
    expect(['in-force', 'settled']).toContain(stateOf(ana, lapses))
  })
})

describe('a fork', () => {
  it('[D3 row 20] [C9] after three failed meetings each side may say that it goes on as another circle', () => {
    const people = circleOf('ana', 'ben', 'cleo') as Three
    const [ana, ben] = people
    const close = agreed(people, {})
    const body = {
      successor: 'ab'.repeat(32),
      reason: 'we do not meet any more',
      tried: ['in May', 'in June', 'in July'],
    }
    expect(ana.refusal('circle.forked', { ...body, tried: ['in May'] })?.code).toBe('malformed')
    ana.say('circle.forked', body)
    ben.say('circle.forked', { ...body, successor: 'cd'.repeat(32) })
    expect(ana.refusal('circle.forked', body)?.code).toBe('already-done')
    together(...people)
    expect(ana.circle.forks.map(({ successor }) => successor).toSorted()).toEqual(['ab'.repeat(32), 'cd'.repeat(32)])
    // This one stays what it was, for everyone in it.
    expect(people.map(({ state }) => state)).toEqual(['joined', 'joined', 'joined'])
    expect(['in-force', 'settled']).toContain(stateOf(ana, close))
    expectSameCircle(...people)
  })
})

it('[S3] what clocks leave room for is the same however it is found: each event looked through for each other one', () => {
  for (const seed of [3, 14, 15]) {
    const { people } = makeHistory(seed, () => undefined)
    const { circle } = people[0]!
    for (const act of circle.counted.values()) expect(toldTime(circle, act)).toEqual(lookedThrough(circle, act))
  }
})

function lookedThrough(circle: Circle, act: Act) {
  const others = [...circle.counted.values()].filter(({ stamp }) => stamp.id !== act.stamp.id)
  const before = others.filter(({ stamp }) => saw(act.stamp, stamp))
  const after = others.filter(({ stamp }) => saw(stamp, act.stamp) && !saw(act.stamp, stamp))
  const own = Math.max(0, ...before.filter(({ device }) => device === act.device).map(({ at }) => at))
  const timesOf = (acts: readonly Act[], pick: (...times: number[]) => number) => {
    const theirs = acts.filter(({ person }) => person !== act.person)
    const people = [...new Set(theirs.map(({ person }) => person))]
    const told = (person: string) => theirs.filter((one) => one.person === person).map(({ at }) => at)
    return people.map((person) => pick(...told(person))).sort((a, b) => a - b)
  }
  const [early, late] = [timesOf(before, Math.max), timesOf(after, Math.min)]
  const earliest = early[Math.floor((early.length - 1) / 2)] ?? 0
  const latest = late[Math.floor(late.length / 2)] ?? Infinity
  if (act.at >= own && act.at >= earliest - DAY && act.at <= latest + DAY) return { at: act.at, isUnsure: false }
  return { at: Math.max(earliest, Math.min(latest, Math.max(act.at, own))), isUnsure: true }
}

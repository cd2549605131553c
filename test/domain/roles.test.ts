import { describe, expect, it } from 'vitest'
import { roleIn, roles, seatIn, seatState } from '../../src/domain/roles/queries.ts'
import type { EffectOf } from '../../src/domain/proposals/effect.ts'
import { EVERYTHING } from '../../src/domain/causality.ts'
import { stateOf } from '../helpers/asked.ts'
import { agree, agreed, circleOf, expectSameCircle, together } from '../helpers/circles.ts'
import { type Person, words } from '../helpers/people.ts'
import { seated, seatOf, three } from '../helpers/selecting.ts'

const ROLE = {
  kind: 'role' as const,
  standard: null,
  name: 'Keeper of the keys',
  aim: 'that the room is open when we need it',
  domain: null,
  accountabilities: ['opens on Tuesdays'],
  qualities: ['on time'],
  months: 6,
} satisfies EffectOf<'role'>

const holdersAt = (person: Person, role = 'facilitator' as const) =>
  seatIn(person.circle, role).holders.map((holder) => holder.person)

describe('roles', () => {
  it('[H1] every circle has its four seats from the start, and describes them and others by consent', () => {
    const people = three()
    const [ana, ben] = people
    expect(roles(ben.circle).map(({ id, described }) => [id, described])).toEqual([
      ['facilitator', null],
      ['secretary', null],
      ['leader', null],
      ['delegate', null],
    ])
    agreed(people, { title: 'Our facilitator', effect: { ...ROLE, standard: 'facilitator', name: 'Host' } })
    expect(roleIn(ben.circle, EVERYTHING, 'facilitator')?.described?.name).toBe('Host')
    const close = agreed(people, { title: 'Keys', effect: ROLE })
    const own = roles(ben.circle)[4]
    expect([own?.described?.name, own?.agreement]).toEqual(['Keeper of the keys', ana.agreementOf(close)])
    agreed(people, { title: 'No keys', changes: ana.agreementOf(close), effect: { kind: 'end' } })
    expect(roles(ben.circle)).toHaveLength(4)
    expectSameCircle(...people)
  })

  it('[H2] who holds a role is an agreement: nobody by themselves, nobody who is not here, no role that is none', () => {
    const people = three()
    const [ana, ben, cleo] = people
    const stranger = circleOf('dan')[0] as Person
    const refusal = (effect: ReturnType<typeof seatOf>) =>
      ana.refusal('proposal.presented', { content: words({ title: 'Who facilitates', effect }) })
    expect(refusal(seatOf('facilitator', stranger))).toMatchObject({ code: 'no-such-person' })
    expect(refusal(seatOf('f'.repeat(64), ben))).toMatchObject({ code: 'no-such-role' })
    expect(refusal(seatOf('facilitator', ben, 'f'.repeat(64)))).toMatchObject({ code: 'no-such-selection' })
    expect(refusal(seatOf('facilitator', ben, null, '2026-03-01'))).toMatchObject({ code: 'date-in-the-past' })
    const proposal = ana.presents({ effect: seatOf('facilitator', ben) })
    together(...people)
    expect(holdersAt(cleo)).toEqual([])
    expect(proposal).not.toBe('')
    seated(people, 'facilitator', ben)
    expect(holdersAt(cleo)).toEqual([ben.id])
    agreed(people, { title: 'Nobody for now', effect: seatOf('facilitator', null) })
    expect(holdersAt(cleo)).toEqual([])
    expectSameCircle(...people)
  })

  it('[H3] a term that is over is due; the seat stays filled until the circle says more', () => {
    const people = three()
    const [ana, ben] = people
    seated(people, 'secretary', ben)
    const at = (day: string) => seatState(seatIn(ana.circle, 'secretary'), day)
    expect([at('2027-01-31'), at('2027-02-01'), at('2031-01-01')]).toEqual(['filled', 'term-due', 'term-due'])
    expect(seatState(seatIn(ana.circle, 'leader'), '2026-03-01')).toBe('vacant')
  })

  it('[H4] the holder lays the role down without asking; nobody does it for them, and consent fills it again', () => {
    const people = three()
    const [ana, ben, cleo] = people
    seated(people, 'facilitator', ben)
    expect(ana.refusal('role.laid-down', { role: 'facilitator', reason: null })).toMatchObject({
      code: 'not-the-holder',
    })
    ben.say('role.laid-down', { role: 'facilitator', reason: 'a child is coming' })
    expect(ben.refusal('role.laid-down', { role: 'facilitator', reason: null })).toMatchObject({
      code: 'not-the-holder',
    })
    together(...people)
    expect(holdersAt(cleo)).toEqual([])
    seated(people, 'facilitator', ben)
    expect(holdersAt(cleo)).toEqual([ben.id])
    expectSameCircle(...people)
  })

  it('[H4] laid down after consenting, while others close apart: the seat is empty for everyone', () => {
    const people = three()
    const [ana, ben, cleo] = people
    seated(people, 'facilitator', ben)
    const proposal = ana.presents({ effect: seatOf('facilitator', ben) })
    const round = ana.opensRound(proposal)
    together(...people)
    ana.consents(round)
    cleo.consents(round)
    together(...people)
    ben.consents(round)
    ana.hears(ben)
    ben.say('role.laid-down', { role: 'facilitator', reason: null })
    ana.closes(round)
    together(...people)
    for (const person of people) expect(holdersAt(person)).toEqual([])
    expectSameCircle(...people)
  })

  it('[H4] who leaves leaves the seat empty, and coming back does not fill it', () => {
    const people = three()
    const [ana, ben, cleo] = people
    seated(people, 'facilitator', cleo)
    cleo.say('member.left', {})
    together(...people)
    expect(holdersAt(ana)).toEqual([])
    const again = ana.admits('cleo', 'phone')
    expect(again.id).toBe(cleo.id)
    together(ana, ben, again)
    expect(holdersAt(ben)).toEqual([])
    expectSameCircle(ana, ben, again)
  })
})

describe('who holds a role', () => {
  it('[H4] whoever is removed holds it no more, and being let in again does not give it back', () => {
    const people = three()
    const [ana, ben, cleo] = people
    seated(people, 'facilitator', cleo)
    const proposal = ana.presents({ effect: { kind: 'remove', person: cleo.id } })
    together(ana, ben)
    const round = ana.opensRound(proposal)
    together(ana, ben)
    agree(round, ana, ben)
    together(ana, ben)
    expect(holdersAt(ana)).toEqual([])
    const again = ana.admits('cleo', 'phone')
    together(ana, ben, again)
    expect([again.state, holdersAt(ben)]).toEqual(['guest', []])
    expectSameCircle(ana, ben, again)
  })
})

describe('[D3 row 14] two selections for one seat', () => {
  const apart = (people: readonly [Person, Person, Person]) => {
    const [ana, ben, cleo] = people
    const [one, other] = [
      ana.presents({ title: 'Ana', effect: seatOf('facilitator', ana) }),
      ben.presents({ title: 'Ben', effect: seatOf('facilitator', ben) }),
    ]
    together(...people)
    const [roundOne, roundOther] = [ana.opensRound(one), ben.opensRound(other)]
    together(...people)
    // Said below what is wise, in no order that row 8 could use: each of the two hears of the other's round last.
    const consent = (person: Person, round: string) =>
      person.sayAnyway('consent.given', { round, version: person.versionOf(round) })
    consent(ben, roundOther)
    consent(ana, roundOne)
    consent(cleo, roundOne)
    cleo.hears(ana, ben)
    ben.hears(ana, cleo)
    consent(ben, roundOne)
    const closeOne = ben.closes(roundOne)
    consent(ana, roundOther)
    consent(cleo, roundOther)
    cleo.hears(ana)
    const closeOther = cleo.closes(roundOther)
    together(...people)
    return [closeOne, closeOther] as const
  }

  it('[H5] [D3 row 14] the settled holder acts until the circle says more', () => {
    const people = three()
    const [ana, , cleo] = people
    seated(people, 'facilitator', cleo)
    const closes = apart(people)
    for (const person of people) {
      expect(closes.map((close) => stateOf(person, close))).toEqual(['contested', 'contested'])
      expect(holdersAt(person)).toEqual([cleo.id])
      expect(seatState(seatIn(person.circle, 'facilitator'), '2026-03-01')).toBe('apart')
    }
    seated(people, 'facilitator', ana)
    expect(holdersAt(cleo)).toEqual([ana.id])
    expect(seatIn(cleo.circle, 'facilitator').undecided).toEqual([])
    expectSameCircle(...people)
  })

  it('[H5] [D3 row 14] where nobody was settled before, both act; a holder who lays it down is out', () => {
    const people = three()
    const [ana, ben, cleo] = people
    apart(people)
    for (const person of people) expect(holdersAt(person).toSorted()).toEqual([ana.id, ben.id].toSorted())
    ben.say('role.laid-down', { role: 'facilitator', reason: null })
    together(...people)
    expect(holdersAt(cleo)).toEqual([ana.id])
    expectSameCircle(...people)
  })
})

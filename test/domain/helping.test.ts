import { describe, expect, it } from 'vitest'
import type { AgreementRecord } from '../../src/domain/circle.ts'
import { carriedOnBy, helpingCircles, notesIn } from '../../src/domain/helping/queries.ts'
import { endOf } from '../../src/domain/proposals/queries.ts'
import { agreed, circleOf, expectSameCircle, together } from '../helpers/circles.ts'
import { asked, contests, stateOf } from '../helpers/asked.ts'
import type { Person } from '../helpers/people.ts'

const task = (...members: Person[]) => ({
  kind: 'helping-circle' as const,
  name: 'Stove',
  mandate: 'Find a stove.',
  members: members.map(({ id }) => id),
  due: '2026-06-01',
})
const states = (person: Person) => helpingCircles(person.circle).map(({ state }) => state)

describe('a helping circle', () => {
  it('[X1] [X2] is chartered by consent, works, reports by those who have the task, and is dissolved by any member', () => {
    const people = circleOf('ana', 'ben', 'cleo') as [Person, Person, Person]
    const [ana, ben, cleo] = people
    const helping = ana.agreementOf(agreed(people, { effect: task(ana, ben) }))
    expect(states(cleo)).toEqual(['chartered'])
    cleo.say('helping.noted', { helping, text: 'look in the cellar' })
    expect(states(cleo)).toEqual(['chartered'])
    ben.say('helping.noted', { helping, text: 'there is one' })
    expect(states(ben)).toEqual(['working'])
    expect(cleo.refusal('helping.reported', { helping, text: 'found' })).toEqual({ code: 'not-of-it' })
    ana.say('helping.reported', { helping, text: 'we found one' })
    together(...people)
    expect(states(cleo)).toEqual(['reported'])
    cleo.say('helping.dissolved', { helping, reason: null })
    together(...people)
    expect(states(ana)).toEqual(['dissolved'])
    expect(ana.refusal('helping.dissolved', { helping, reason: null })?.code).toBe('already-done')
    expectSameCircle(...people)
  })

  it('[X2] renewed or changed it goes on with what was noted, and is to report again', () => {
    const people = circleOf('ana', 'ben') as [Person, Person]
    const [ana, ben] = people
    const first = ana.agreementOf(agreed(people, { effect: task(ana) }))
    ana.say('helping.noted', { helping: first, text: 'there is one in the cellar' })
    ana.say('helping.reported', { helping: first, text: 'it leaks' })
    together(...people)
    const renewed = { ...task(ana), due: '2026-09-01' }
    const second = ana.agreementOf(agreed(people, { changes: first, effect: renewed }))
    expect(new Map(helpingCircles(ben.circle).map(({ agreement, state }) => [agreement.id, state]))).toEqual(
      new Map([
        [first, 'dissolved'],
        [second, 'working'],
      ]),
    )
    const [before, after] = [first, second].map((id) => ben.circle.agreements.get(id) as AgreementRecord)
    expect(carriedOnBy(ben.circle, before as AgreementRecord)).toBe(after)
    const texts = notesIn(ben.circle, after as AgreementRecord).flatMap(({ notes, reports }) => [...notes, ...reports])
    expect(texts.map(({ text }) => text)).toEqual(['there is one in the cellar', 'it leaks'])
    agreed(people, { changes: second, effect: { kind: 'end' } })
    expect(states(ana)).toEqual(['dissolved', 'dissolved'])
    expect(carriedOnBy(ben.circle, before as AgreementRecord)).toBe(after)
    expectSameCircle(...people)
  })

  it('[X1] only an agreement that gives the task makes one, and it ends with it', () => {
    const people = circleOf('ana', 'ben') as [Person, Person]
    const [ana] = people
    const other = ana.agreementOf(agreed(people, {}))
    expect(ana.refusal('helping.noted', { helping: other, text: 'x' })?.code).toBe('no-such-helping-circle')
    const helping = ana.agreementOf(agreed(people, { effect: task(ana) }))
    agreed(people, { changes: helping, effect: { kind: 'end' } })
    expect(states(ana)).toEqual(['dissolved'])
  })
})

describe('handing on', () => {
  it('[P11] [X3] says to whom: members who carry it, or a helping circle that was agreed', () => {
    const people = circleOf('ana', 'ben') as [Person, Person]
    const [ana, ben] = people
    const helping = ana.agreementOf(agreed(people, { effect: task(ben) }))
    const [first, second] = [ana.presents(), ana.presents()]
    const end = { until: null, reason: 'we find no next step' }
    const alone = ana.refusal('proposal.ended', { ...end, proposal: first, as: 'escalated' })
    expect(alone?.code).toBe('no-such-person')
    expect(ana.refusal('proposal.ended', { ...end, proposal: first, as: 'to-helping-circle' })?.code).toBe(
      'no-such-helping-circle',
    )
    ana.say('proposal.ended', { ...end, proposal: first, as: 'escalated', carriers: [ben.id] })
    ana.say('proposal.ended', { ...end, proposal: second, as: 'to-helping-circle', helping })
    together(...people)
    expect(endOf(ben.proposal(first))).toMatchObject({ as: 'escalated', carriers: [ben.id] })
    expect(endOf(ben.proposal(second))).toMatchObject({ helping, carriers: [ben.id] })
    ben.amends(first)
    expect(endOf(ben.proposal(first))).toBeNull()
    expectSameCircle(ben, (ana.hears(ben), ana))
  })

  it('[D3 row 6] closed here, handed on there: contested', () => {
    const { people, proposal, round } = asked()
    const [ana, ben, cleo] = people
    for (const person of people) person.consents(round)
    ben.hears(ana, cleo)
    const close = ben.closes(round)
    const end = { proposal, as: 'escalated' as const, until: null, reason: 'not ours', carriers: [cleo.id] }
    const handed = cleo.say('proposal.ended', end)
    together(...people)
    expect(stateOf(ana, close)).toBe('contested')
    expect(contests(ana, close)).toMatchObject([{ kind: 'laid-aside', id: handed, person: cleo.id }])
  })
})

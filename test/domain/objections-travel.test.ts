import { describe, expect, it } from 'vitest'
import { tripsOf } from '../../src/domain/links/trips.ts'
import { agreed, together } from '../helpers/circles.ts'
import { circleCalled, link, statementOf, telling, tells } from '../helpers/linking.ts'
import { type Person } from '../helpers/people.ts'

type Two = [Person, Person]
import { baseWords, two, unlink } from '../helpers/two-circles.ts'

describe('an objection', () => {
  const hop = (person: Person, name: string) => ({ circle: person.circleId, name, at: 5 })

  /** Kitchen, river and lake, linked in a row. */
  function row() {
    const { kitchen, river, ana, rosa } = two()
    const lake = circleCalled('Lake', 'lea', 'luc') as Two
    link(kitchen, river)
    link(river, lake, { aim: 'the whole water' })
    return { kitchen, river, lake, ana, rosa, lea: lake[0] }
  }

  it('[Q6] [Q7] goes along the links to the circle concerned, and its answer comes home: everyone can tell its way', () => {
    const { kitchen, river, lake, ana, rosa, lea } = row()
    const effect = { kind: 'objects' as const, to: rosa.circleId, concerns: 'Lake' }
    const close = agreed(kitchen, { title: 'The dam', text: 'It dries us out.', effect })
    const objection = statementOf(ana, close, { kind: 'objection' }, rosa.circleId)
    expect(tripsOf(ana.circle)).toMatchObject([{ as: 'ours', title: 'The dam', answers: [] }])
    // Nobody sends it into a circle that it is not for, past the circle that it goes to first.
    expect(lea.refusal('statement.told', telling(objection))?.code).toBe('no-such-link')
    tells(rosa, objection)
    together(...river)
    const id =
      [...rosa.circle.statements.told.values()].find(({ statement }) => statement.kind === 'objection')?.statement.id ??
      ''
    expect(lea.refusal('statement.told', telling(objection, rosa.circleId))?.code).toBe('other-circle')
    rosa.say('statement.passed', { statement: id, to: lea.circleId, reason: 'It is theirs to decide.' })
    expect(rosa.refusal('statement.passed', { statement: id, to: lea.circleId, reason: null })?.code).toBe(
      'already-done',
    )
    tells(lea, objection, rosa.circleId, [hop(rosa, 'River')])
    together(...lake)
    expect(tripsOf(lea.circle)).toMatchObject([
      { as: 'here', from: ana.circleId, text: 'It dries us out.', hops: [{ name: 'River' }] },
    ])
    const answers = { kind: 'answers' as const, objection: id, agreement: ana.agreementOf(close), to: ana.circleId }
    const answered = agreed(lake, { title: 'We open it', text: 'On Sundays.', effect: answers })
    const answer = statementOf(lea, answered, { kind: 'answer', came: [hop(rosa, 'River')] }, ana.circleId)
    tells(rosa, answer)
    tells(ana, answer, rosa.circleId, [hop(rosa, 'River')])
    const end = { text: 'On Sundays.', fromName: 'Lake', hops: [{ name: 'River' }], came: [{ name: 'River' }] }
    expect(tripsOf(ana.circle)).toMatchObject([{ as: 'ours', answers: [end] }])
    expect(tripsOf(rosa.circle)).toMatchObject([
      { as: 'here', passed: [{ to: lea.circleId }], answers: [{ text: 'On Sundays.' }] },
    ])
    expect(tripsOf(lea.circle)).toMatchObject([{ as: 'here', answered: lea.agreementOf(answered) }])
  })

  it('[Q6] goes along no link that is not there, or that has ended', () => {
    const { kitchen, ana, rosa } = row()
    const effect = { kind: 'objects' as const, to: 'ab'.repeat(32), concerns: null }
    expect(ana.refusal('proposal.presented', { content: { ...baseWords(ana), effect } })?.code).toBe('no-such-link')
    unlink(kitchen, rosa)
    const other = { ...effect, to: rosa.circleId }
    expect(ana.refusal('proposal.presented', { content: { ...baseWords(ana), effect: other } })?.code).toBe(
      'no-such-link',
    )
  })
})

import { expect, it } from 'vitest'
import { actionContents, actionState } from '../../src/domain/actions/queries.ts'
import type { ActionRecord } from '../../src/domain/actions/records.ts'
import { circleOf, expectSameCircle, together } from '../helpers/circles.ts'
import type { Person } from '../helpers/people.ts'

const people = () => circleOf('ana', 'ben', 'cleo') as [Person, Person, Person]
const step = { text: 'Buy flour', owner: null, due: null, waitingFor: null }
const notes = (me: Person, change: object = {}) => me.say('action.noted', { ...step, from: null, ...change })
const at = (me: Person, id: string) => me.circle.actions.get(id) as ActionRecord

it('[F1] a member notes a next step, for somebody who belongs to the circle, from something that is there', () => {
  const [ana, ben] = people()
  const due = '2026-04-01'
  const action = notes(ana, { owner: ben.id, due })
  expect(actionContents(at(ana, action))).toEqual([{ ...step, owner: ben.id, due }])
  expect(ana.refusal('action.noted', { ...step, owner: 'f'.repeat(64), from: null })?.code).toBe('no-such-person')
  for (const [kind, code] of [
    ['meeting', 'no-such-meeting'],
    ['item', 'no-such-item'],
    ['agreement', 'no-such-agreement'],
    ['proposal', 'no-such-proposal'],
  ] as const)
    expect(ana.refusal('action.noted', { ...step, from: { kind, id: 'f'.repeat(64) } })?.code).toBe(code)
})

it('[F2] changed apart, both are shown; whoever knows both makes one of them', () => {
  const [ana, ben, cleo] = people()
  const action = notes(ana)
  together(ana, ben, cleo)
  ana.say('action.changed', { action, ...step, owner: ana.id })
  ben.say('action.changed', { action, ...step, text: 'Buy rye flour' })
  together(ana, ben, cleo)
  expect(actionContents(at(cleo, action))).toHaveLength(2)
  expectSameCircle(ana, ben, cleo)
  cleo.say('action.changed', { action, ...step, owner: ana.id, text: 'Buy rye flour' })
  expect(actionContents(at(cleo, action))).toEqual([{ ...step, owner: ana.id, text: 'Buy rye flour' }])
})

it('[F3] done stands before dropped and before a change made apart, until somebody takes it up again', () => {
  const [ana, ben, cleo] = people()
  const action = notes(ana)
  together(ana, ben, cleo)
  ana.say('action.done', { action, note: null })
  ben.say('action.dropped', { action, reason: 'no oven' })
  cleo.say('action.changed', { action, ...step, due: '2026-05-01' })
  together(ana, ben, cleo)
  for (const one of [ana, ben, cleo]) expect(actionState(at(one, action))).toBe('done')
  expectSameCircle(ana, ben, cleo)
  expect(ben.refusal('action.done', { action, note: null })?.code).toBe('already-done')
  ben.say('action.reopened', { action, reason: 'the flour was bad' })
  expect(actionState(at(ben, action))).toBe('open')
  expect(ben.refusal('action.reopened', { action, reason: 'again' })?.code).toBe('action-open')
  ben.say('action.dropped', { action, reason: 'no oven' })
  expect(actionState(at(ben, action))).toBe('dropped')
})

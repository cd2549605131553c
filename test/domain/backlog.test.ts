import { expect, it } from 'vitest'
import { backlogNotes, inBacklogOrder } from '../../src/domain/backlog/queries.ts'
import { circleOf, expectSameCircle, together } from '../helpers/circles.ts'
import type { Person } from '../helpers/people.ts'

const ITEMS = ['a', 'b', 'c', 'd']
const order = (person: Person, items = ITEMS) => inBacklogOrder(person.circle, items).join('')
const put = (person: Person, item: string, ...under: string[]) => person.say('backlog.placed', { item, under })

it('[J1] what nobody placed stays as it came; an item goes under the first of those named that is still there', () => {
  const [ana] = circleOf('ana', 'ben') as [Person]
  expect(order(ana)).toBe('abcd')
  put(ana, 'd')
  expect(order(ana)).toBe('dabc')
  put(ana, 'a', 'c', 'b')
  expect([order(ana), order(ana, ['a', 'b', 'd']), order(ana, ['a', 'd'])]).toEqual(['dbca', 'dba', 'ad'])
})

it('[J1] items put in order apart make one list for everyone', () => {
  const people = circleOf('ana', 'ben', 'cleo') as [Person, Person, Person]
  const [ana, ben, cleo] = people
  put(ana, 'd')
  put(ben, 'c', 'a')
  put(ben, 'd', 'c', 'a')
  put(cleo, 'a', 'd')
  together(...people)
  expect(new Set(people.map((person) => order(person))).size).toBe(1)
  expectSameCircle(...people)
})

it('[J2] owner, time and next step are noted one by one, and of each the last word stands', () => {
  const people = circleOf('ana', 'ben') as [Person, Person]
  const [ana, ben] = people
  ana.say('backlog.noted', { item: 'a', note: { what: 'owner', owner: ben.id } })
  ben.say('backlog.noted', { item: 'a', note: { what: 'minutes', minutes: 20 } })
  together(...people)
  expect(backlogNotes(ben.circle, 'a')).toEqual({ owner: ben.id, minutes: 20, next: null })
  ben.say('backlog.noted', { item: 'a', note: { what: 'owner', owner: null } })
  expect(backlogNotes(ben.circle, 'a').owner).toBeNull()
  const stranger = { item: 'a', note: { what: 'owner' as const, owner: 'f'.repeat(64) } }
  expect(ben.refusal('backlog.noted', stranger)?.code).toBe('no-such-person')
})

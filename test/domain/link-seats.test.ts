import { expect, it } from 'vitest'
import { dueOf } from '../../src/domain/agreements/life.ts'
import { linkSeat } from '../../src/domain/links/effects.ts'
import { linkOf } from '../../src/domain/links/state.ts'
import { roles } from '../../src/domain/roles/queries.ts'
import { agreed, expectSameCircle, together } from '../helpers/circles.ts'
import { consentsTo, selects, statementOf, tells } from '../helpers/linking.ts'
import { TODAY, type Person } from '../helpers/people.ts'
import { active, linked, stateAt, unlink } from '../helpers/two-circles.ts'

const seatsOf = (person: Person) => roles(person.circle).flatMap(({ id }) => (id.startsWith('link:') ? [id] : []))

it('[Q9] the seat of a delegate is a role while the link is there, whichever circle ends it, and again once it is agreed anew', () => {
  const { kitchen, river, ana, rosa, benThere, samHere } = linked()
  const seat = linkSeat(ana.circleId, 1)
  expect(seatsOf(rosa)).toEqual([seat])
  const end = unlink(kitchen, rosa, [samHere])
  expect(seatsOf(ana)).toEqual([])
  tells(rosa, statementOf(ana, end, { kind: 'unlink' }, rosa.circleId))
  together(...river, benThere)
  expect(seatsOf(rosa)).toEqual([])
  // What was agreed about it asks nobody to look at it again.
  const agreements = [...rosa.circle.agreements.values()]
  expect(agreements.map((one) => dueOf(rosa.circle, one, '2030-01-01'))).toEqual([null, null])
  const choice = { kind: 'seat' as const, role: seat, person: rosa.id, until: null, selection: null }
  expect(() => rosa.presents({ effect: choice })).toThrow('no-such-role')
  // The river consents again, knowing of the end: there is something to select for.
  consentsTo(river, ana.circleId)
  expect(seatsOf(rosa)).toEqual([seat])
  expect(agreements.map((one) => dueOf(rosa.circle, one, '2030-01-01'))).toEqual([null, 'overdue'])
  expectSameCircle(...river)
})

const sentFrom = (person: Person, other: Person) => linkOf(person.circle, other.circleId, TODAY)?.sent
const receivedBy = (person: Person, other: Person) => linkOf(person.circle, other.circleId, TODAY)?.received[0]

it('[Q10] whom the other circle removed takes part there no more, as it tells; the seat is to be filled anew', () => {
  const { ana, ben, rosa, sam, samHere, benThere, all, others } = active()
  const removal = agreed([rosa, sam], { title: 'We go on', effect: { kind: 'remove', person: benThere.id } })
  together(...others)
  expect(receivedBy(rosa, ana)).toMatchObject({ statements: [], over: [{ name: 'ben' }], person: null })
  tells(samHere, statementOf(sam, removal, { kind: 'recall', seat: 1 }, ana.circleId))
  together(...all)
  expect([stateAt(ana, rosa), stateAt(rosa, ana)]).toEqual(['agreed', 'agreed'])
  expect(sentFrom(ana, rosa)).toMatchObject([{ people: [ben.id], hasArrived: false, hasLeft: true }])
  // It goes on from there either way: they send somebody else, or the same person, who is let in again.
  selects(all, rosa.circleId, ben)
  expect(sentFrom(ana, rosa)).toMatchObject([{ people: [ben.id], hasArrived: false, hasLeft: false }])
  ben.say('delegate.arrived', { circle: rosa.circleId, seat: 1 })
  together(...all)
  expect(sentFrom(ana, rosa)).toMatchObject([{ hasArrived: true, hasLeft: false }])
  expectSameCircle(...all)
})

it('[Q10] who leaves the other circle says so at home; nobody else says it for them', () => {
  const { ana, ben, rosa, benThere, all, others } = active()
  benThere.say('member.left', {})
  together(...others)
  expect(receivedBy(rosa, ana)).toMatchObject({ statements: [], over: [{ name: 'ben' }], person: null })
  expect(ana.refusal('delegate.gone', { circle: rosa.circleId, seat: 1 })?.code).toBe('not-the-holder')
  ben.say('delegate.gone', { circle: rosa.circleId, seat: 1 })
  together(...all)
  expect(sentFrom(ana, rosa)).toMatchObject([{ people: [ben.id], hasArrived: false, hasLeft: true }])
})

it('[Q10] [Q5] whom their own circle removed is not waited for over there', () => {
  const { ana, ben, rosa, samHere, kitchen, others } = active()
  const removal = agreed([ana, kitchen[2], samHere], { title: 'We go on', effect: { kind: 'remove', person: ben.id } })
  tells(rosa, statementOf(ana, removal, { kind: 'recall' }, rosa.circleId))
  together(...others)
  expect(receivedBy(rosa, ana)).toMatchObject({ statements: [], over: [{ name: 'ben' }], person: null })
})

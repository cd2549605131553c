import { expect, it } from 'vitest'
import { EVERYTHING } from '../../src/domain/causality.ts'
import { isSeated } from '../../src/domain/links/seats.ts'
import { linkOf } from '../../src/domain/links/state.ts'
import { expectSameCircle, together } from '../helpers/circles.ts'
import { consentsTo, link, statementOf, tells } from '../helpers/linking.ts'
import { TODAY, type Person } from '../helpers/people.ts'
import { active, linked, stateAt, two, unlink } from '../helpers/two-circles.ts'

const LONGER = { until: '2028-06-01' }
const at = (one: Person, other: Person, today = TODAY) => {
  const link = linkOf(one.circle, other.circleId, today)
  return [link?.state, link?.turn, link?.terms?.until]
}

/** The words of one circle's newest consent, told in the other. */
function tellsOf(from: Person, close: string, to: Person): void {
  tells(to, statementOf(from, close, { kind: 'link' }, to.circleId))
}

it('[Q11] while one has renewed it and the other has not yet, the link goes on with what both had consented to', () => {
  const { kitchen, river, all, others, ana, rosa, samHere, benThere } = active()
  const own = consentsTo(kitchen, rosa.circleId, LONGER)
  expect(at(ana, rosa)).toEqual(['active', 'there', '2027-06-01'])
  expect(isSeated(ana.circle, EVERYTHING, ana.circle.members.get(samHere.id)!)).toBe(true)
  tellsOf(ana, own, rosa)
  together(...others)
  expect(at(rosa, ana)).toEqual(['active', 'here', '2027-06-01'])
  expect(benThere.refusal('proposal.presented', { content: { ...words(rosa), title: 'Boats' } })).toBeNull()
  // Its term is that of what both said, however long one of them goes on.
  expect([at(ana, rosa, '2027-07-01')[0], at(rosa, ana, '2027-07-01')[0]]).toEqual(['due', 'due'])
  tellsOf(rosa, consentsTo(river, ana.circleId, LONGER), ana)
  together(...all)
  expect([at(ana, rosa), at(rosa, ana)]).toEqual([
    ['active', null, LONGER.until],
    ['active', null, LONGER.until],
  ])
  expectSameCircle(...all)
})

it('[Q11] each renews it in words of its own: it goes on as before, the turn of both, and ends the moment one ends it', () => {
  const { kitchen, river, ana, rosa } = two()
  link(kitchen, river)
  const own = consentsTo(kitchen, rosa.circleId, LONGER)
  const other = consentsTo(river, ana.circleId, { until: '2029-06-01' })
  tellsOf(ana, own, rosa)
  tellsOf(rosa, other, ana)
  expect([at(ana, rosa), at(rosa, ana)]).toEqual([
    ['agreed', 'here', '2027-06-01'],
    ['agreed', 'here', '2027-06-01'],
  ])
  const end = unlink(kitchen, rosa)
  expect(stateAt(ana, rosa)).toBe('ended')
  tells(rosa, statementOf(ana, end, { kind: 'unlink' }, rosa.circleId))
  expect(stateAt(rosa, ana)).toBe('ended')
})

it('[Q11] a circle that takes in fewer takes in fewer at once: who comes in is its own to say', () => {
  const { kitchen, ana, rosa, samHere } = linked()
  const seated = () => isSeated(ana.circle, EVERYTHING, ana.circle.members.get(samHere.id)!)
  expect(seated()).toBe(true)
  consentsTo(kitchen, rosa.circleId, { receives: 0 })
  expect([at(ana, rosa)[1], seated()]).toEqual(['there', false])
})

it('[Q11] what both had at different times they never had together', () => {
  const { kitchen, river, ana, rosa } = two()
  tellsOf(ana, consentsTo(kitchen, rosa.circleId), rosa)
  tellsOf(ana, consentsTo(kitchen, rosa.circleId, LONGER), rosa)
  together(...kitchen)
  together(...river)
  for (let said = 0; said < 40; said += 1) rosa.notices()
  const other = consentsTo(river, ana.circleId)
  tellsOf(rosa, other, ana)
  expect([at(ana, rosa), at(rosa, ana)]).toEqual([
    ['differing', 'here', LONGER.until],
    ['differing', 'there', '2027-06-01'],
  ])
})

it('[Q3] after an end neither has consented: who ended it asks anew, and the other consents anew knowing of it', () => {
  const { kitchen, river, ana, rosa } = two()
  link(kitchen, river)
  tells(rosa, statementOf(ana, unlink(kitchen, rosa), { kind: 'unlink' }, rosa.circleId))
  const own = consentsTo(kitchen, rosa.circleId)
  expect([stateAt(ana, rosa), stateAt(rosa, ana)]).toEqual(['consented-here', 'ended'])
  tellsOf(ana, own, rosa)
  together(...river)
  expect([stateAt(ana, rosa), stateAt(rosa, ana)]).toEqual(['consented-here', 'consented-there'])
  tellsOf(rosa, consentsTo(river, ana.circleId), ana)
  expect([stateAt(ana, rosa), stateAt(rosa, ana)]).toEqual(['agreed', 'agreed'])
})

it('[Q3] the same where the end was never told by itself: the consent that followed says that it was', () => {
  const { kitchen, river, ana, rosa } = two()
  link(kitchen, river)
  unlink(kitchen, rosa)
  tellsOf(ana, consentsTo(kitchen, rosa.circleId), rosa)
  together(...river)
  expect([stateAt(ana, rosa), stateAt(rosa, ana)]).toEqual(['consented-here', 'consented-there'])
  tellsOf(rosa, consentsTo(river, ana.circleId), ana)
  expect([stateAt(ana, rosa), stateAt(rosa, ana)]).toEqual(['agreed', 'agreed'])
})

it('[Q3] ended by both and asked for anew by either: the other’s old consent is none', () => {
  const { kitchen, river, ana, rosa } = two()
  link(kitchen, river)
  const [one, other] = [unlink(kitchen, rosa), unlink(river, ana)]
  tells(rosa, statementOf(ana, one, { kind: 'unlink' }, rosa.circleId))
  tells(ana, statementOf(rosa, other, { kind: 'unlink' }, ana.circleId))
  together(...kitchen)
  together(...river)
  tellsOf(ana, consentsTo(kitchen, rosa.circleId), rosa)
  together(...river)
  expect([stateAt(ana, rosa), stateAt(rosa, ana)]).toEqual(['consented-here', 'consented-there'])
  tellsOf(rosa, consentsTo(river, ana.circleId), ana)
  expect([stateAt(ana, rosa), stateAt(rosa, ana)]).toEqual(['agreed', 'agreed'])
})

const words = (person: Person) => {
  const [version] = person.circle.versions.values()
  return { ...version!.content, effect: null }
}

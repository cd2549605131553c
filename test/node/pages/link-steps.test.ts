import { expect, it } from 'vitest'
import { linkLines } from '../../../src/node/pages/links.ts'
import { newsOf } from '../../../src/node/pages/meanwhile.ts'
import { waitingIn } from '../../../src/node/pages/waiting.ts'
import { agreed, together } from '../../helpers/circles.ts'
import { consentsTo, link, statementOf, tells } from '../../helpers/linking.ts'
import { TODAY, type Person } from '../../helpers/people.ts'
import { active, linked, two, unlink } from '../../helpers/two-circles.ts'

const said = ({ circle }: Person) => linkLines(circle, TODAY, () => ({ isHere: false, isMet: false, tellFailed: [] }))
const kinds = (person: Person, today = TODAY) => waitingIn(person.circle, person.id, today).map(({ kind }) => kind)

it('[Q11] while only one has renewed a link the other is asked to look at it, and nobody to take its delegates in as members', () => {
  const { kitchen, ana, rosa, others, benThere } = linked()
  // Who is here for the link is not asked about it.
  const own = consentsTo(kitchen, rosa.circleId, { until: '2028-06-01' })
  expect(kinds(ana)).not.toContain('link-changed')
  tells(rosa, statementOf(ana, own, { kind: 'link' }, rosa.circleId))
  together(...others)
  expect(benThere.state).toBe('joined')
  expect(kinds(rosa)).toContain('link-changed')
  expect(kinds(rosa)).not.toContain('welcome')
  // Each page has what both have, and beside it only what is newer than that.
  expect(said(ana)).toMatchObject([{ turn: 'there', ours: { until: '2028-06-01' }, theirs: null }])
  expect(said(rosa)).toMatchObject([{ turn: 'here', ours: null, theirs: { until: '2028-06-01' } }])
})

it('[Q10] asks to select anew whom the other circle removed, and not them to go there', () => {
  const { ana, ben, rosa, sam, samHere, benThere, all, others } = linked()
  ben.say('delegate.arrived', { circle: rosa.circleId, seat: 1 })
  together(...all)
  expect([kinds(ana), kinds(ben)]).toEqual([[], []])
  const removal = agreed([rosa, sam], { title: 'We go on', effect: { kind: 'remove', person: benThere.id } })
  together(...others)
  tells(samHere, statementOf(sam, removal, { kind: 'recall', seat: 1 }, ana.circleId))
  together(...all)
  expect([kinds(ana), kinds(ben)]).toEqual([['link-seat'], ['link-seat']])
})

it('[Q3] tells that the other circle ended it, with its reason', () => {
  const { kitchen, river, ana, rosa } = two()
  link(kitchen, river)
  const end = unlink(kitchen, rosa)
  tells(rosa, statementOf(ana, end, { kind: 'unlink' }, rosa.circleId))
  together(...river)
  const [, sam] = river
  expect(newsOf(sam.circle, sam.id, undefined).at(-1)).toMatchObject({ kind: 'link-ended', person: 'Kitchen' })
  // It was Rosa's program that wrote it in, and not she who read it.
  expect(newsOf(rosa.circle, rosa.id, undefined).at(-1)).toMatchObject({ kind: 'link-ended', person: 'Kitchen' })
})

it('[Q4] [M5] says of a delegate who is on leave that they are, at either end; the link goes on', () => {
  const { ana, ben, rosa, benThere, all, others } = active()
  ben.say('member.on-leave', {})
  benThere.say('member.on-leave', {})
  together(...all)
  together(...others)
  expect(said(ana)).toMatchObject([{ state: 'active', sent: [{ people: [{ name: 'ben', isAway: true }] }] }])
  expect(said(rosa)).toMatchObject([{ state: 'active', received: [{ person: { isAway: true } }] }])
  expect([kinds(ana), kinds(rosa)]).toEqual([[], []])
})

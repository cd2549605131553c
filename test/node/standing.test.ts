import { expect, it } from 'vitest'
import { byUrgency, waitingIn } from '../../src/node/pages/waiting.ts'
import { agreed, circleOf as peopleOf, together } from '../helpers/circles.ts'
import { peer } from '../helpers/nodes.ts'
import { TODAY, type Person } from '../helpers/people.ts'

const kinds = (person: Person, today = TODAY) =>
  byUrgency(waitingIn(person.circle, person.id, today)).map(({ kind }) => kind)

/** Alone in a circle one agrees by oneself, which is enough to see what an agreement does. */
async function alone() {
  const { api } = await peer('ana')
  const { circle } = await api.circle.create({ name: 'Garden', aim: 'to grow food' })
  const agree = async ({ proposal }: { proposal: string }) => {
    await api.round.open({ proposal })
    await api.response.consent({ proposal })
    return (await api.round.close({ proposal })).agreement
  }
  return { api, circle, agree }
}
const REVIEW = '2027-01-31'

it('founds a sub-circle that was agreed, and each circle knows of the other by who is in both', async () => {
  const { api, circle, agree } = await alone()
  const of = { name: 'Bread', aim: 'to bake', founder: 'ana', review: REVIEW }
  const agreement = await agree(await api.subCircle.propose({ circle, ...of }))
  expect((await api.backlog.list({ circle, kind: 'sub-circle' })).items).toMatchObject([{ about: agreement }])
  expect((await api.home.show({})).waiting.map(({ kind }) => kind)).toContain('found')
  const made = await api.subCircle.found({ agreement })
  const [down] = (await api.subCircle.list({ circle })).items
  const [up] = (await api.subCircle.list({ circle: made.circle })).items
  expect(down).toMatchObject({ circle: made.circle, name: 'Bread', as: 'sub-circle', toldBy: 'ana', isHere: true })
  expect(up).toMatchObject({ circle, name: 'Garden', as: 'parent', toldBy: 'ana', isHere: true })
  expect((await api.backlog.list({ circle, kind: 'sub-circle' })).items).toEqual([])
  await expect(api.subCircle.found({ agreement })).rejects.toThrow('already-done')
})

it('adopts a circle that formed alone: the map has it inside at once, and whoever is in both tells both', async () => {
  const { api, circle, agree } = await alone()
  const other = (await api.circle.create({ name: 'Seeds', aim: 'to keep seeds' })).circle
  const agreement = await agree(await api.subCircle.adopt({ circle, other: 'Seeds', name: 'Seeds', review: REVIEW }))
  const kin = async (of: string) => (await api.subCircle.list({ circle: of })).items
  expect(await kin(circle)).toMatchObject([{ circle: other, agreement, toldBy: null, link: null }])
  expect((await api.structure.show({})).links).toMatchObject([{ from: circle, to: other, as: 'kin' }])
  await api.subCircle.introduce({ agreement })
  expect(await kin(circle)).toMatchObject([{ circle: other, agreement, toldBy: 'ana' }])
  expect(await kin(other)).toMatchObject([{ circle, name: 'Garden', as: 'parent', toldBy: 'ana', isHere: true }])
  await expect(api.subCircle.introduce({ agreement })).rejects.toThrow('already-done')
  expect((await api.structure.show({})).links).toHaveLength(1)
})

it('an adoption that has ended is drawn no more; the other circle is told so', async () => {
  const { api, circle, agree } = await alone()
  const other = (await api.circle.create({ name: 'Seeds', aim: 'to keep seeds' })).circle
  const agreement = await agree(await api.subCircle.adopt({ circle, other, name: 'Seeds', review: REVIEW }))
  await api.subCircle.introduce({ agreement })
  await agree(await api.agreement.end({ agreement, reason: 'They go alone.', review: REVIEW }))
  expect((await api.subCircle.list({ circle })).items).toEqual([])
  await api.subCircle.tell({ circle: other, other: 'Garden', as: 'nothing', name: 'Garden' })
  expect((await api.subCircle.list({ circle: other })).items).toEqual([])
  expect((await api.structure.show({})).links).toEqual([])
})

it('a broader circle by a link that both consented to stands there too, once', async () => {
  const { api, circle, agree } = await alone()
  const other = (await api.circle.create({ name: 'Village', aim: 'to live' })).circle
  const terms = { aim: 'to share', sends: 1, receives: 1, until: '2029-01-31', shares: 'water', review: REVIEW }
  await agree(await api.link.propose({ circle, other, name: 'Village', as: 'above', ...terms }))
  expect((await api.subCircle.list({ circle })).items).toEqual([])
  await expect
    .poll(async () => (await api.link.list({ circle: other })).items)
    .toMatchObject([{ state: 'consented-there' }])
  await agree(await api.link.accept({ circle: other, other: 'Garden', review: REVIEW }))
  const line = { toldBy: null, agreement: null, link: 'agreed', isHere: true }
  const kin = async (of: string) => (await api.subCircle.list({ circle: of })).items
  await expect.poll(() => kin(circle)).toMatchObject([{ ...line, circle: other, as: 'parent' }])
  expect(await kin(other)).toMatchObject([{ ...line, circle, as: 'sub-circle' }])
  await api.subCircle.tell({ circle, other, as: 'parent', name: 'Village' })
  expect(await kin(circle)).toMatchObject([{ circle: other, as: 'parent', link: 'agreed', toldBy: 'ana' }])
  expect((await api.structure.show({})).links).toMatchObject([{ as: 'above' }])
})

it('rests, is woken, and says its ways and its size', async () => {
  const { api, circle, agree } = await alone()
  const words = { title: 'We rest', text: 'Until spring.', review: REVIEW }
  await agree(await api.circle.state({ circle, state: 'dormant', anyoneWakes: true, ...words }))
  expect(await api.circle.show({ circle })).toMatchObject({ state: 'dormant', anyoneWakes: true, size: 'fine' })
  expect((await api.home.show({})).waiting).toEqual([])
  expect(await api.circle.wake({ circle })).toMatchObject({ state: 'active' })
  const way = { rule: 'representatives', of: 'one of each garden', most: 6 } as const
  await agree(await api.way.propose({ circle, way, title: 'Who we are', text: 'One of each.', review: REVIEW }))
  expect(await api.circle.show({ circle })).toMatchObject({ most: 6 })
  const { items } = await api.way.list({ circle })
  expect(items.filter((one) => one.way !== null)).toMatchObject([{ rule: 'representatives', way }])
  await expect(
    api.way.propose({ circle, way: { rule: 'terms', months: 0 }, title: 'x', text: 'x', review: REVIEW }),
  ).rejects.toThrow('malformed')
})

it('gathers on a driver, names tuners, and hands a proposal to a helping circle that reports', async () => {
  const { api, circle, agree } = await alone()
  const { driver } = await api.driver.notice({ circle, statement: 'It is cold.' })
  const { item } = await api.forming.add({ driver, kind: 'dimension', text: 'How warm?' })
  await api.forming.answer({ question: 'How warm?', text: '18 degrees' })
  const idea = await api.forming.add({ driver, kind: 'idea', text: 'a stove', about: item })
  const { tuners } = await api.forming.name({ driver, people: ['ana'] })
  expect(await api.forming.show({ driver })).toMatchObject({
    dimensions: [{ item, answers: [{ text: '18 degrees' }] }],
    ideas: [{ about: item }],
    tuners: [{ tuners }],
  })
  await api.forming.takeBack({ item: idea.item })
  await api.forming.object({ tuners, reason: 'no time' })
  expect(await api.forming.show({ driver })).toMatchObject({ ideas: [], tuners: [] })

  const task = { name: 'Stove', mandate: 'find one', members: ['ana'], due: '2026-06-01', review: REVIEW }
  const helping = await agree(await api.helpingCircle.propose({ circle, ...task }))
  const { proposal } = await api.proposal.present({ circle, title: 'Heat', text: 'x', review: REVIEW, answers: driver })
  await api.proposal.end({ proposal, as: 'to-helping-circle', helping: 'Stove', reason: 'no next step' })
  expect(await api.helpingCircle.show({ helping })).toMatchObject({ handed: [{ proposal, reason: 'no next step' }] })
  expect((await api.home.show({})).waiting.map(({ kind }) => kind)).toContain('carry')
  await api.helpingCircle.note({ helping, text: 'looked in the cellar' })
  await api.helpingCircle.report({ helping: 'Stove', text: 'there is one' })
  expect((await api.backlog.list({ circle, kind: 'helping-report' })).items).toMatchObject([{ about: helping }])
  expect(await api.helpingCircle.dissolve({ helping })).toMatchObject({ state: 'dissolved' })
})

it('of a circle that rests nothing is awaited, but what would wake it', () => {
  const people = peopleOf('Ana', 'Ben') as [Person, Person]
  const [ana, ben] = people
  ana.presents()
  ana.notices()
  together(...people)
  agreed(people, { effect: { kind: 'state', state: 'dormant', anyoneWakes: false } })
  expect(kinds(ben)).toEqual([])
  ana.presents({ effect: { kind: 'state', state: 'active', anyoneWakes: false } })
  together(...people)
  expect(kinds(ben)).toEqual(['understand'])
})

import { expect, it } from 'vitest'
import { backlogLines } from '../../../src/node/pages/backlog.ts'
import { byUrgency, waitingIn } from '../../../src/node/pages/waiting.ts'
import { agreed, circleOf, together } from '../../helpers/circles.ts'
import { peer } from '../../helpers/nodes.ts'
import { TODAY, type Person } from '../../helpers/people.ts'

const lines = (person: Person, today = TODAY) =>
  backlogLines(person.circle, today).map(({ kind, about }) => `${kind} ${about.slice(0, 6)}`)
const line = (kind: string, id: string) => `${kind} ${id.slice(0, 6)}`
const kinds = (person: Person) => byUrgency(waitingIn(person.circle, person.id, TODAY)).map(({ kind }) => kind)

it('a driver is on the list until it is decided what becomes of it, and then until a proposal answers it', () => {
  const people = circleOf('Ana', 'Ben') as [Person, Person]
  const [ana, ben] = people
  const driver = ana.notices()
  together(...people)
  expect([lines(ben), kinds(ana), kinds(ben)]).toEqual([[line('driver', driver)], [], ['noticed']])
  ben.moves(driver)
  together(...people)
  expect([lines(ben), kinds(ana), kinds(ben)]).toEqual([[line('driver-accepted', driver)], ['answer-driver'], []])
  ben.say('backlog.noted', { item: driver, note: { what: 'owner', owner: ben.id } })
  together(...people)
  expect([kinds(ana), kinds(ben)]).toEqual([[], ['answer-driver']])
  const proposal = ben.presents({ answers: driver })
  together(...people)
  expect([lines(ana), kinds(ben)]).toEqual([[line('proposal', proposal)], []])
  agreed(people, { title: 'Another matter' })
  expect(lines(ana)).toEqual([line('proposal', proposal)])
})

it('who noticed it hears why it was sent back', () => {
  const people = circleOf('Ana', 'Ben') as [Person, Person]
  const [ana, ben] = people
  const driver = ana.notices()
  ana.moves(driver)
  together(...people)
  ben.moves(driver, { as: 'noticed', reason: 'it is the landlord’s' })
  together(...people)
  expect(waitingIn(ana.circle, ana.id, TODAY)).toMatchObject([
    { kind: 'noticed', mine: true, text: 'it is the landlord’s' },
  ])
  expect(kinds(ben)).toEqual([])
})

it('what was put aside is there again on its day', () => {
  const [ana] = circleOf('Ana', 'Ben') as [Person]
  const proposal = ana.presents()
  ana.ends(proposal, 'tabled', '2026-05-01')
  expect([lines(ana), lines(ana, '2026-05-01')]).toEqual([[], [line('tabled-due', proposal)]])
})

it('goes from noticing to the order of the list on a whole node', async () => {
  const { api } = await peer('ana')
  const { circle } = await api.circle.create({ name: 'Kitchen', aim: 'to cook' })
  const { driver } = await api.driver.notice({ circle, statement: 'It is cold.', need: 'warmth' })
  await api.driver.notice({ circle, statement: 'It is dark.' })
  await api.driver.reword({ driver, statement: 'It is very cold.', need: '' })
  expect(await api.driver.show({ driver: 'It is very cold.' })).toMatchObject({ driver, need: null, state: 'noticed' })
  expect(await api.driver.accept({ driver })).toMatchObject({ state: 'accepted' })
  await api.backlog.note({ circle, item: driver, owner: 'ana', minutes: 20, next: 'ask the landlord' })
  await api.backlog.place({ circle, item: driver, under: 'It is dark.' })
  const { items } = await api.backlog.list({ circle })
  expect(items).toMatchObject([
    { kind: 'driver', title: 'It is dark.', owner: null },
    { kind: 'driver-accepted', title: 'It is very cold.', ownerName: 'ana', minutes: 20, next: 'ask the landlord' },
  ])
  await api.backlog.place({ circle, item: driver, under: null })
  expect((await api.backlog.list({ circle })).items.map(({ item }) => item)[0]).toBe(driver)
  expect((await api.backlog.list({ circle, kind: 'driver' })).items).toHaveLength(1)
})

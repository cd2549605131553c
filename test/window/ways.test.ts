import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStage, type Person, type Stage } from '../helpers/window.ts'

let stage: Stage
let ana: Person
let circle: string
beforeAll(async () => {
  stage = await openStage()
  ana = await stage.enters({ name: 'Ana' })
  circle = (await ana.node.circle.create({ name: 'Garden', aim: 'Grow food' })).circle
})
afterAll(async () => stage.close())

it('prepares a proposal for a way of the circle, which says on its page what would hold', async () => {
  const { page } = ana
  await ana.goes(`/circles/${circle}/ways`, 'Garden')
  await page
    .getByRole('button', { name: ana.say('ways.propose') })
    .first()
    .click()
  await ana.field('ways.terms.number').fill('6')
  await ana.button('proposals.new.send').click()
  await page.getByText(ana.say('ways.terms.now', { count: 6 })).waitFor()
  await ana.goes(`/circles/${circle}/ways`, 'Garden')
  await page.getByRole('link', { name: ana.say('ways.underWay') }).waitFor()
  expect(ana.faults).toEqual([])
})

it('founds a sub-circle that was agreed, with one press', async () => {
  const { page, node } = ana
  const of = { name: 'Bread', aim: 'Bake', founder: 'Ana', review: `${new Date().getFullYear() + 1}-01-31` }
  const { proposal } = await node.subCircle.propose({ circle, ...of })
  await node.round.open({ proposal })
  await node.response.consent({ proposal })
  await node.round.close({ proposal })
  await ana.goes(`/circles/${circle}/helping`, 'Garden')
  await ana.button('sub.found').click()
  await page.getByRole('heading', { name: 'Bread', level: 1 }).waitFor()
  expect((await node.subCircle.list({ circle })).items).toMatchObject([{ name: 'Bread', toldBy: 'Ana' }])
  expect(ana.faults).toEqual([])
})

it('goes on as another circle only with three meetings that failed, and the old one stays', async () => {
  const { page, node } = ana
  await ana.goes(`/circles/${circle}/people/apart`, ana.say('people.apart.title'))
  await page.getByText(ana.say('people.block.nobody')).waitFor()
  await page.getByText(ana.say('people.two.title')).click()
  expect(await ana.button('people.two.send').isDisabled()).toBe(true)
  for (const one of ['first', 'second', 'third', 'reason'] as const)
    await ana.field(`people.two.${one}`).fill('Nobody came')
  await ana.field('people.two.name').fill('Other garden')
  await ana.button('people.two.send').click()
  await page.getByRole('heading', { name: 'Other garden', level: 1 }).waitFor()
  expect((await node.circle.list({})).map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Garden', 'Other garden']),
  )
  expect(ana.faults).toEqual([])
})

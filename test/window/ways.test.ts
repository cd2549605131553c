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

it('takes in a circle that formed alone, tells both, and each leads to the other; the map has one in the other', async () => {
  const { page, node } = ana
  const hall = (await node.circle.create({ name: 'Hall', aim: 'Meet' })).circle
  const choir = (await node.circle.create({ name: 'Choir', aim: 'Sing' })).circle
  await ana.goes(`/circles/${hall}/helping`, 'Hall')
  await ana.button('sub.adopt').click()
  await ana.field('sub.otherId').fill(choir)
  await ana.field('circles.new.name').fill('Choir')
  await ana.button('proposals.new.send').click()
  await page.getByRole('heading', { name: 'Choir', level: 1 }).waitFor()
  const proposal = (await node.proposal.list({ circle: hall })).items[0]?.proposal ?? ''
  await node.round.open({ proposal })
  await node.response.consent({ proposal })
  await node.round.close({ proposal })
  await ana.goes(`/circles/${hall}/helping`, 'Hall')
  await page.getByText(ana.say('sub.notTold')).waitFor()
  await ana.button('sub.introduce').click()
  await page.getByText(ana.say('sub.told', { name: 'Ana' })).waitFor()
  await ana.goes(`/circles/${choir}`, 'Choir')
  await page.getByRole('link', { name: 'Hall', exact: true }).click()
  await page.getByRole('heading', { name: 'Hall', level: 1 }).waitFor()
  await page.getByText(ana.say('circles.parts')).waitFor()
  await page.getByRole('link', { name: 'Choir', exact: true }).first().waitFor()
  await ana.goes('/structure', ana.say('links.structure'))
  await page.getByText(ana.say('links.structure.isPart', { name: 'Hall' })).waitFor()
  await page.locator(`.structure-ring[data-circle="${hall}"]`).waitFor()
  expect(ana.faults).toEqual([])
})

it('a circle that stands for an organisation says so, what of it shows, and leaves all links by one consent', async () => {
  const { page, node } = ana
  const review = `${new Date().getFullYear() + 1}-01-31`
  const mill = (await node.circle.create({ name: 'Mill', aim: 'Speak for the mill' })).circle
  const agrees = async ({ proposal }: { proposal: string }) => {
    await node.round.open({ proposal })
    await node.response.consent({ proposal })
    await node.round.close({ proposal })
  }
  const way = { rule: 'mirror' as const, of: 'Old Mill Ltd', shows: ['Its opening hours'] }
  await agrees(await node.way.propose({ circle: mill, way, title: 'The mill', text: 'It keeps its own.', review }))
  await ana.goes(`/circles/${mill}`, 'Mill')
  await page.getByRole('link', { name: 'Old Mill Ltd' }).waitFor()
  await page.getByText('Its opening hours').waitFor()
  await page.getByText(ana.say('circles.standsFor.noLinks')).waitFor()
  const terms = { aim: 'Water', sends: 1, receives: 1, until: review, shares: 'Levels', review }
  for (const name of ['River', 'Lake']) {
    const other = (await node.circle.create({ name, aim: 'Flow' })).circle
    await agrees(await node.link.propose({ circle: mill, other, name, ...terms }))
  }
  await ana.button('links.endAll').click()
  await ana.field('links.end.reason').fill('We go our own way.')
  await ana.button('proposals.new.send').click()
  await page.getByText(ana.say('effect.unlink')).waitFor()
  const leaving = (await node.proposal.list({ circle: mill })).items.find(({ state }) => state === 'open')
  await agrees({ proposal: leaving?.proposal ?? '' })
  expect((await node.link.list({ circle: mill })).items).toMatchObject([{ state: 'ended' }, { state: 'ended' }])
  const { items } = await node.agreement.list({ circle: mill })
  expect(items.filter(({ state, ends }) => state !== 'superseded' && !ends)).toMatchObject([{ title: 'The mill' }])
  await ana.goes(`/circles/${mill}`, 'Mill')
  await page.getByText(ana.say('circles.standsFor.noLinks')).waitFor()
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

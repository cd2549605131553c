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

const SEEN = 'The well runs dry in July'

it('goes from noticing over accepting to a proposal that answers it, and the list keeps its order', async () => {
  const { page } = ana
  await ana.goes(`/circles/${circle}/backlog`, 'Garden')
  for (const seen of [SEEN, 'The gate is broken']) {
    await ana.field('drivers.new').fill(seen)
    await ana.button('drivers.send').click()
    await page.getByRole('link', { name: ana.say('circles.backlog.driver', { title: seen }) }).waitFor()
  }
  const first = page
    .getByRole('list', { name: ana.say('backlog.title') })
    .getByRole('link')
    .first()
  const before = (await first.textContent()) ?? ''
  await page
    .getByRole('button', { name: /^Move down/ })
    .first()
    .click()
  await expect.poll(() => first.textContent()).not.toBe(before)
  await page.getByRole('link', { name: ana.say('circles.backlog.driver', { title: SEEN }) }).click()
  await ana.button('drivers.accept').click()
  await ana.link('drivers.propose').click()
  await ana.field('proposals.new.title').fill('A rain barrel')
  await ana.field('proposals.new.text').fill('We buy one.')
  await ana.button('proposals.new.send').click()
  await page.getByRole('link', { name: SEEN }).click()
  await page.getByRole('link', { name: 'A rain barrel' }).waitFor()
  expect(ana.faults).toEqual([])
})

it('brings what was prepared elsewhere with one press, changes its terms, and hands it on to who carries it', async () => {
  const { page, node } = ana
  const { circle: other } = await node.circle.create({ name: 'Street', aim: 'Live well' })
  const { reading } = await node.imports.begin({ circle })
  const file = 'name,purpose,accountabilities,months\nHost,Guests feel welcome,- doors,12\n'
  await node.imports.add({ reading, part: Buffer.from(file).toString('base64'), last: true })
  await node.imports.bring({ reading })
  const { items } = await node.driver.list({ circle })
  const { driver, statement } = items.find((one) => one.statement.endsWith('Host')) ?? { driver: '', statement: '' }

  await ana.goes(`/drivers/${driver}`, statement)
  await ana.button('drivers.propose').click()
  await page.getByRole('dialog').getByText('doors').waitFor()
  await ana.field('circles.aim').fill('Guests and neighbours feel welcome')
  await ana.button('proposals.new.send').click()
  await page.getByText(ana.say('roles.effect.role')).waitFor()

  await ana.button('proposals.more').click()
  await page.getByRole('menuitem', { name: ana.say('proposals.amend') }).click()
  await ana.field('roles.months').fill('6')
  await ana.field('roles.accountabilities').fill('doors\ntea')
  await ana.button('proposals.amend.send').click()
  await page.getByText(ana.say('roles.about.months', { count: 6 })).waitFor()
  await page.getByText(ana.say('proposals.versions')).click()
  await page.getByRole('deletion').getByText('12', { exact: true }).waitFor()

  await ana.button('proposals.more').click()
  await page.getByRole('menuitem', { name: ana.say('proposals.end') }).click()
  await page
    .locator('label', { hasText: ana.say('proposals.end.escalated') })
    .first()
    .click()
  await page.getByRole('button', { name: ana.say('proposals.end.carrier') }).click()
  await page.getByRole('option', { name: 'Ana' }).click()
  await ana.field('proposals.end.reason').fill('The street has a say')
  await ana.button('proposals.end.send').click()
  await page.getByText(ana.say('proposals.put.you')).waitFor()
  await ana.button('proposals.put.bring').click()
  await page.getByRole('button', { name: ana.say('proposals.put.circle') }).click()
  await page.getByRole('option', { name: 'Street' }).click()
  await ana.button('drivers.send').click()
  await page.getByRole('heading', { level: 1, name: 'Host: The street has a say' }).waitFor()
  expect((await node.driver.list({ circle: other })).items).toHaveLength(1)
  expect(ana.faults).toEqual([])
})

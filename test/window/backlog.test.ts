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

import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStage, type Person, type Stage } from '../helpers/window.ts'

/** From a free seat over a sealed nomination, its reason and a proposal to somebody who holds it and lays it down. */
let stage: Stage
let ana: Person
let circle: string

beforeAll(async () => {
  stage = await openStage()
  ana = await stage.enters({ name: 'Ana' })
  circle = (await ana.node.circle.create({ name: 'Garden', aim: 'Grow food' })).circle
})
afterAll(async () => stage.close())

it('leads from a free seat through a selection, and counts nothing on the way', async () => {
  const { page, say } = ana
  await ana.goes(`/circles/${circle}/roles`, 'Garden')
  await page.getByRole('link', { name: say('roles.standard.facilitator'), exact: true }).click()
  await ana.button('roles.select').click()
  await page.getByText(say('selections.nominate.lead')).waitFor()
  await page.getByRole('button', { name: say('selections.whom') }).click()
  await page.getByRole('option', { name: 'Ana', exact: true }).click()
  await ana.field('selections.why').fill('I would like to learn it.')
  await ana.button('selections.nominate.send').click()
  // Hers is the only one: everyone has nominated, and it opens by itself.
  const reasons = page.getByRole('region', { name: say('selections.reasons') })
  await reasons.getByText('I would like to learn it.').waitFor()
  // A7: an election is no count of votes.
  expect(await reasons.textContent()).not.toMatch(/[0-9%]/)
  expect(await reasons.locator('progress, meter, canvas').count()).toBe(0)
  await ana.button('selections.keep').click()
  await ana.button('selections.propose').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: say('selections.whom') }).click()
  await page.getByRole('option', { name: 'Ana', exact: true }).click()
  await dialog.getByRole('textbox', { name: say('selections.propose.why') }).fill('She wants to learn it.')
  await dialog.getByRole('button', { name: say('selections.propose.send'), exact: true }).click()
  await page.getByText(say('selections.nomineeLast')).waitFor()
  expect(ana.faults).toEqual([])
})

it('shows who holds the role until when, and lets them lay it down', async () => {
  const { node, page, say } = ana
  const [first] = (await node.proposal.list({ circle })).items
  const proposal = first?.proposal ?? ''
  await node.round.open({ proposal })
  await node.response.consent({ proposal })
  await node.round.close({ proposal })
  await ana.goes(`/circles/${circle}/roles/facilitator`, say('roles.standard.facilitator'))
  await page
    .getByRole('list', { name: say('roles.holder') })
    .getByText('Ana')
    .waitFor()
  await page.getByRole('button', { name: say('proposals.more') }).click()
  await page.getByRole('menuitem', { name: say('roles.layDown') }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('roles.layDown'), exact: true })
    .click()
  await page.getByText(say('roles.nobody')).waitFor()
  expect(await node.role.show({ circle, role: 'facilitator' })).toMatchObject({ state: 'vacant' })
  expect(ana.faults).toEqual([])
})

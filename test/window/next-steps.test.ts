import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStage, type Stage } from '../helpers/window.ts'

let stage: Stage
beforeAll(async () => (stage = await openStage()))
afterAll(async () => stage.close())

it('a next step is noted with an agreement, changed, done, and stands in one list over all circles', async () => {
  const { page, node, say, goes, button, field, faults } = await stage.enters({ name: 'Ana' })
  const { circle: garden } = await node.circle.create({ name: 'Garden', aim: 'Grow food' })
  const { circle: kitchen } = await node.circle.create({ name: 'Kitchen', aim: 'Cook' })
  const review = `${new Date().getFullYear() + 1}-01-31`
  const { proposal } = await node.proposal.present({ circle: garden, title: 'Water', text: 'At dawn.', review })
  await node.round.open({ proposal })
  await node.response.consent({ proposal })
  const { agreement } = await node.round.close({ proposal })
  await node.action.note({ circle: kitchen, text: 'Buy salt', owner: 'Ana' })

  await goes(`/agreements/${agreement}`, 'Water')
  await page.locator('summary', { hasText: say('actions.new') }).click()
  await field('actions.text').fill('Mend the tap')
  await field('actions.waitingFor').fill('a dry day')
  await button('actions.send').click()
  await page.getByText(`${say('backlog.nobody')} · ${say('actions.waits', { what: 'a dry day' })}`).waitFor()

  await goes('/next-steps', say('actions.title'))
  await page.getByText('Buy salt').waitFor()
  expect(await page.getByText('Mend the tap').count()).toBe(0)
  await page.getByText(say('actions.everyone'), { exact: true }).click()
  const tap = page.getByRole('listitem').filter({ hasText: 'Mend the tap' })
  await tap.getByRole('button', { name: say('proposals.more') }).click()
  await page.getByRole('menuitem', { name: say('actions.change') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: say('actions.owner') }).click()
  await page.getByRole('option', { name: 'Ana' }).click()
  await field('actions.waitingFor').fill('')
  await button('actions.change.send').click()
  await dialog.waitFor({ state: 'detached' })
  await tap.getByText('Ana · Garden').waitFor()
  const [changed] = (await node.action.list({ circle: garden })).map(({ text, waitingFor, mine }) => [
    text,
    waitingFor,
    mine,
  ])
  expect(changed).toEqual(['Mend the tap', null, true])
  await tap.getByRole('button', { name: say('actions.done'), exact: true }).click()
  await tap.waitFor({ state: 'detached' })
  await page.getByText(say('actions.all'), { exact: true }).click()
  await tap.getByText(say('actions.state.done'), { exact: true }).waitFor()
  expect(faults).toEqual([])
})

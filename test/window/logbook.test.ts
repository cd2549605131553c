import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStage, type Person, type Stage } from '../helpers/window.ts'

/** From something agreed to how it does, why it is so, and its renewal with a concern as a criterion. */
let stage: Stage
let ana: Person
let circle: string
let agreement: string
const YEAR = new Date().getFullYear()

beforeAll(async () => {
  stage = await openStage()
  ana = await stage.enters({ name: 'Ana' })
  const { node } = ana
  circle = (await node.circle.create({ name: 'Garden', aim: 'Grow food' })).circle
  const { proposal } = await node.proposal.present({
    circle,
    title: 'Sundays',
    text: 'We water on Sundays.',
    driver: 'The beds are dry.',
    criteria: ['Nothing withers.'],
    review: `${YEAR + 1}-01-31`,
  })
  await node.round.open({ proposal })
  await node.response.object({ proposal, reason: 'Sundays I am away.' })
  const { objections } = await node.proposal.show({ proposal })
  const integrates = objections.map(({ objection }) => objection)
  await node.proposal.amend({ proposal, text: 'We water on Mondays.', integrates })
  await node.round.open({ proposal })
  await node.response.consent({ proposal })
  agreement = (await node.round.close({ proposal })).agreement
  await node.concern.add({ about: agreement, text: 'The hose is too short.' })
})
afterAll(async () => stage.close())

it('says how an agreement does, by a criterion', async () => {
  await ana.goes(`/agreements/${agreement}`, 'Sundays')
  await ana.button('agreements.evaluate').click()
  const dialog = ana.page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Nothing withers.' }).click()
  await ana.page.getByRole('option', { name: ana.say('agreements.well.partly'), exact: true }).click()
  await ana.button('agreements.evaluate.send').click()
  await ana.page.getByText(ana.say('agreements.evaluate.done')).waitFor()
  const { evaluations } = await ana.node.agreement.show({ agreement })
  expect(evaluations).toMatchObject([{ results: [{ criterion: 'Nothing withers.', well: 'partly' }] }])
})

it('tells why it is so, with the words before and after the objection', async () => {
  await ana.link('agreements.why').click()
  const { page } = ana
  await page.getByRole('heading', { name: ana.say('why.title') }).waitFor()
  const story = await page.getByRole('list', { name: 'Sundays' }).textContent()
  for (const part of ['Sundays I am away.', 'Mondays', ana.say('agreements.well.partly')]) expect(story).toContain(part)
  expect(await page.locator('.ui-compare del').allTextContents()).toEqual([expect.stringContaining('Sundays')])
})

it('finds it in the logbook while one types, and leads to it', async () => {
  await ana.goes(`/circles/${circle}/logbook`, 'Garden')
  await ana.page.getByRole('searchbox').fill('HOSE shórt')
  await ana.page.getByText(ana.say('logbook.count', { count: 1 })).waitFor()
  await ana.page.getByText('The hose is too short.').waitFor()
  await ana.page.getByRole('link', { name: 'Sundays' }).click()
  await ana.page.getByRole('heading', { name: 'Sundays', level: 1 }).waitFor()
  expect(ana.page.url()).toContain(agreement)
})

it('goes down a long list: each line says which it is, and what is far away is fetched when one comes there', async () => {
  const { node, page, goes } = ana
  const { circle: archive } = await node.circle.create({ name: 'Archive', aim: 'Keep' })
  for (let at = 1; at <= 45; at += 1) {
    const { proposal } = await node.proposal.present({
      circle: archive,
      title: `No ${at}.`,
      text: 'So.',
      review: '2099-01-01',
    })
    await node.round.open({ proposal })
    await node.response.consent({ proposal })
    await node.round.close({ proposal })
  }
  await goes(`/circles/${archive}/logbook`, 'Archive')
  const lines = page.getByRole('list', { name: ana.say('logbook.title') }).getByRole('listitem')
  await page.getByText('No 45.').waitFor()
  expect(await lines.first().getAttribute('aria-setsize')).toBe('46')
  const { violations } = await new AxeBuilder({ page }).include('.things').setLegacyMode().analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  // The first press may come before the list is as long as it will be.
  const toTheEnd = async () => {
    await page.keyboard.press('End')
    return page.getByText('No 1.', { exact: true }).isVisible()
  }
  await expect.poll(toTheEnd, { timeout: 20_000 }).toBe(true)
  const first = page.locator('[aria-posinset="45"]')
  expect(await first.getByRole('link').textContent()).toBe('No 1.')
  await goes(`/circles/${archive}`, 'Archive')
  await page.locator('[aria-setsize="45"]').first().waitFor()
})

it('renews it, with a concern as a criterion at one press', async () => {
  await ana.goes(`/agreements/${agreement}`, 'Sundays')
  await ana.link('agreements.renew').click()
  await ana.page.getByRole('button', { name: 'The hose is too short.' }).click()
  await ana.button('proposals.new.send').click()
  // Exactly so is the proposal's page; the form's own heading has the title in it too.
  await ana.page.getByRole('heading', { name: 'Sundays', level: 1, exact: true }).waitFor()
  const { underWay } = await ana.node.agreement.show({ agreement })
  const [renewal] = underWay
  expect(renewal).toMatchObject({ title: 'Sundays', how: 'renewed' })
  const { criteria } = await ana.node.proposal.show({ proposal: renewal?.proposal ?? '' })
  expect(criteria).toEqual(['Nothing withers.', 'The hose is too short.'])
})

it('prints the whole logbook as one document, without what is around it', async () => {
  await ana.goes(`/circles/${circle}/logbook/document`, ana.say('logbook.title'))
  await ana.page.getByText('We water on Mondays.').first().waitFor()
  await ana.page.emulateMedia({ media: 'print' })
  expect(await ana.button('logbook.print.now').isVisible()).toBe(false)
  expect(await ana.page.getByRole('navigation').first().isVisible()).toBe(false)
  expect(ana.faults).toEqual([])
})

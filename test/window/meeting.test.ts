import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStage, type Stage } from '../helpers/window.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, 240_000)
afterAll(async () => stage?.close())

it('a meeting on one laptop: called, begun, a guest speaks in turn, and the minutes have written themselves', async () => {
  const { page, node, say, goes, button, field, link, faults } = await stage.enters({ name: 'Ana' })
  const { circle } = await node.circle.create({ name: 'Garden', aim: 'to grow food' })
  await goes(`/circles/${circle}/meetings`, 'Garden')
  await field('meetings.new.name').fill('Spring evening')
  await button('meetings.new.send').click()
  await button('meetings.start').click()
  await page.getByText(say('meetings.add'), { exact: true }).click()
  await field('meetings.add.guest').fill('Noor')
  await button('meetings.add.send').last().click()
  await page.getByText('Noor').first().waitFor()
  await button('meetings.round.open').click()
  await page.getByText(say('meetings.round.next', { name: 'Ana' })).waitFor()
  await button('meetings.round.pass').click()
  await page.getByText(say('meetings.round.next', { name: 'Noor' })).waitFor()
  await field('meetings.round.keep').fill('I have seeds')
  await button('meetings.round.done').click()
  await page.getByText(say('meetings.round.all')).waitFor()
  await link('meetings.room').click()
  await page.getByText(say('meetings.room.keys')).waitFor()
  await page.keyboard.press('PageDown')
  await page.getByRole('heading', { name: say('meetings.ask.admin') }).waitFor()
  await page.keyboard.press('Escape')
  const [{ meeting } = { meeting: '' }] = (await node.meeting.list({ circle })).items
  await node.meeting.end({ meeting })
  await link('meetings.minutes').click()
  await page.getByText('Noor: I have seeds').first().waitFor()
  await button('minutes.propose').click()
  await page.getByRole('heading', { name: say('minutes.title', { title: 'Spring evening' }) }).waitFor()
  expect(faults).toEqual([])
}, 120_000)

import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStage, type Stage } from '../helpers/window.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, 240_000)
afterAll(async () => stage?.close())

it('[T9] a meeting every two weeks: chosen when it is called, shown, and the next one offered with its day', async () => {
  const { page, node, say, goes, button, field, faults } = await stage.enters({ name: 'Ana' })
  const { circle } = await node.circle.create({ name: 'Garden', aim: 'to grow food' })
  const often = say('meetings.rhythm.week', { count: 2 })
  await goes(`/circles/${circle}/meetings`, 'Garden')
  await field('meetings.new.name').fill('Spring evening')
  await page.getByRole('button', { name: say('meetings.rhythm') }).click()
  await page.getByRole('option', { name: often }).click()
  await button('meetings.new.send').click()
  await page.getByText(`· ${often}`).waitFor()
  const [first] = (await node.meeting.list({ circle })).items
  expect(first?.rhythm).toEqual({ unit: 'week', every: 2 })
  const meeting = first?.meeting ?? ''
  await node.meeting.start({ meeting })
  await node.meeting.end({ meeting })
  await goes(`/circles/${circle}/meetings`, 'Garden')
  await page.getByText(say('meetings.new'), { exact: true }).click()
  await button('meetings.new.send').click()
  await page.getByText(`· ${often}`).waitFor()
  const called = async (follows: string) => (await node.meeting.show({ meeting: follows })).next
  const next = await called(meeting)
  const day = new Date(first?.starts ?? 0)
  const due = day.setDate(day.getDate() + 14)
  expect(next).toMatchObject([{ title: 'Spring evening', starts: due, rhythm: { unit: 'week', every: 2 } }])
  // That one has not begun yet, and the one after it is offered all the same.
  await goes(`/circles/${circle}/meetings`, 'Garden')
  await page.getByText(say('meetings.new'), { exact: true }).click()
  await button('meetings.new.send').click()
  await page.getByText(`· ${often}`).waitFor()
  const after = day.setDate(day.getDate() + 14)
  await expect
    .poll(async () => called(next[0]?.meeting ?? ''))
    .toMatchObject([{ title: 'Spring evening', starts: after }])
  expect(faults).toEqual([])
}, 120_000)

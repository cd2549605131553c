import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStage, type Stage } from '../helpers/window.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, 240_000)
afterAll(async () => stage?.close())

it('[V6] one laptop: begun with a name alone, Ben gets a key and is handed the window, consents as himself, and takes the key home', async () => {
  const { page, node, say, goes, button, field, faults } = await stage.enters({ name: 'Ana' })
  await goes('/circles/new/together', say('first.title'))
  await field('first.name').fill('Mill Street')
  await button('first.begin').click()
  await page.getByText(say('meetings.add'), { exact: true }).click()
  await field('meetings.add.new').fill('Ben')
  await button('meetings.add.key').click()
  await expect.poll(async () => field('meetings.add.new').inputValue(), { timeout: 20_000 }).toBe('')
  await button('first.people.ready').click()
  for (const heard of [1, 2]) {
    await button('meetings.round.pass').click()
    await expect.poll(async () => page.locator('.meeting-turns li').count(), { timeout: 20_000 }).toBe(heard)
  }
  await field('circles.new.aim').fill('A street where children play')
  await button('first.bring').click()
  await button('proposals.round.open').click()
  await button('proposals.consent').click()
  await button('beside.hand', { name: 'Ben' }).click()
  await page.getByText(say('beside.now', { name: 'Ben' })).waitFor()
  await button('proposals.consent').click()
  await button('proposals.round.close').click()
  await button('first.facilitator.go').waitFor()
  const [{ circle } = { circle: '' }] = await node.circle.list({})
  // The round was closed in Ben's hands: his words reach Ana's a moment later.
  await expect
    .poll(async () => node.circle.show({ circle }), { timeout: 20_000 })
    .toMatchObject({ state: 'active', aim: 'A street where children play' })
  const [agreed] = (await node.agreement.list({ circle })).items
  const { consents, borrowed } = await node.agreement.show({ agreement: agreed?.agreement ?? '' })
  expect([consents.length, borrowed?.length]).toEqual([2, 1])
  // Years later the certificate itself says it, to whoever checks it.
  const { certificate } = await node.certificate.export({ agreement: agreed?.agreement ?? '' })
  await goes('/certificate', say('certificate.title'))
  const buffer = Buffer.from(certificate)
  await page.locator('input[type=file]').setInputFiles({ name: 'aim.nst-certificate', mimeType: 'text/plain', buffer })
  await page.getByText(say('certificate.valid')).waitFor()
  const told = await page.locator('.certificate-verdict li').allInnerTexts()
  const ofBorrowed = told.filter((line) => line.includes(say('certificate.borrowed', { name: 'Ana' })))
  expect([told.length, ofBorrowed.map((line) => line.startsWith('Ben'))]).toEqual([2, [true]])

  await goes('/beside', say('beside.title'))
  await button('beside.slip', { name: 'Ben' }).click()
  const words = page.getByRole('list', { name: say('me.words.label') }).getByRole('listitem')
  await words.first().waitFor()
  expect(await words.count()).toBe(24)
  await page.getByText(say('beside.slip.kept', { name: 'Ben' })).click()
  await button('beside.takeHome', { name: 'Ben' }).click()
  await expect.poll(async () => (await node.beside.list({})).people, { timeout: 20_000 }).toEqual([])
  expect(faults).toEqual([])
}, 120_000)

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStage, type Person, type Stage } from '../helpers/window.ts'
import { releaseOf } from '../helpers/updates.ts'
import { lines, LOOMIO } from '../node/imports/files.ts'

let stage: Stage
let ana: Person
let circle: string
beforeAll(async () => {
  stage = await openStage()
  ana = await stage.enters({ name: 'Ana' })
  circle = (await ana.node.circle.create({ name: 'Garden', aim: 'Grow food' })).circle
})
afterAll(async () => stage.close())

it('hands over what the circle remembers, and brings in what was decided elsewhere once it was looked at', async () => {
  const { page, say } = ana
  await ana.goes(`/circles/${circle}/files`, 'Garden')
  const download = page.waitForEvent('download')
  await ana.button('files.take', { what: say('files.logbook'), form: say('files.as.html') }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('Garden-logbook.html')
  expect(await readFile(await file.path(), 'utf8')).toContain('<h1 dir="auto">Logbook: Garden</h1>')

  const choose = async (name: string, text: string) => {
    const chooser = page.waitForEvent('filechooser')
    await ana.button('files.in.choose').click()
    await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
  }
  await choose('wrong.json', `${lines(['groups', { id: 1, name: 'G' }])}{"table":`)
  await page.getByText('at line 2').waitFor()
  await choose('loomio.json', LOOMIO)
  await page.getByText(say('files.in.preview', { name: 'Repair café' })).waitFor()
  await page.getByText(say('files.in.kind.talked', { count: 1 })).waitFor()
  expect((await ana.node.driver.list({ circle })).items).toEqual([])
  await ana.button('files.in.bring', { count: 3 }).click()
  await page.getByText(say('files.in.done', { count: 3 })).waitFor()
  await ana.link('files.in.see').click()
  await page.getByRole('link', { name: /Open on Sundays/ }).waitFor()
  expect(ana.faults).toEqual([])
})

it('says what an update file is before anything is done with it, takes its installer out, and shares it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nst-updates-'))
  const { release, make } = await releaseOf(folder)
  const own = { version: '1.2.3', platform: 'linux', arch: 'x64' }
  const ben = await stage.enters({ name: 'Ben', updates: { release, own } })
  const { page, say } = ben
  await ben.goes('/updates', say('updates.title'))
  const choose = async (file: string) => {
    const chooser = page.waitForEvent('filechooser')
    await ben.button('updates.choose').click()
    await (await chooser).setFiles(file)
  }
  // More than one block, so that they are put together again.
  const file = await make('1.3.0', { size: 700_000 })
  const bytes = await readFile(file)
  bytes[bytes.length - 1] = 0
  await writeFile(`${file}.bad`, bytes)
  await choose(`${file}.bad`)
  await page.getByText(say('updates.verdict.damaged')).waitFor()
  expect(await ben.button('updates.take').count()).toBe(0)
  await choose(await make('1.4.0', { signers: 1 }))
  await page.getByText(say('updates.verdict.not-signed')).waitFor()
  await choose(file)
  await page.getByText(say('updates.verdict.good')).waitFor()
  await ben.button('updates.take').click()
  await page.getByText(join(ben.folder, 'updates', 'next-step-together_1.3.0_x64.deb')).waitFor()
  await ben.button('updates.offer').click()
  await page.getByRole('heading', { name: say('updates.offering') }).waitFor()
  await ben.button('updates.withhold').click()
  await page.getByRole('heading', { name: say('updates.offering') }).waitFor({ state: 'detached' })
  expect(ben.faults).toEqual([])
  await rm(folder, { recursive: true })
})

it('says plainly that it can check no update where it carries nobody’s key', async () => {
  await ana.goes('/updates', ana.say('updates.title'))
  expect(await ana.page.getByText(ana.say('updates.verdict.no-keys')).isVisible()).toBe(true)
})

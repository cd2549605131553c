import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStage, type Person, type Stage } from '../helpers/window.ts'
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

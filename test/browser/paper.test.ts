import { chmodSync, existsSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { browserOn, placesOfBrowsers } from '../../src/browser/browsers.ts'
import { patienceFor, printedBy } from '../../src/browser/paper.ts'
import { testFolder } from '../helpers/folder.ts'

const leftOver = () => readdirSync(tmpdir()).filter((name) => name.startsWith('nst-print-'))
const browser = await browserOn(process)

test('a browser is looked for by whole paths alone, on every system', async () => {
  const onLinux = placesOfBrowsers({ platform: 'linux', env: { PATH: '.:relative:/opt/bin' } })
  expect(onLinux[0]).toBe('/opt/bin/chromium')
  expect(onLinux.every((place) => place.startsWith('/'))).toBe(true)
  expect(placesOfBrowsers({ platform: 'darwin', env: { HOME: '/Users/ana' } })).toContain(
    '/Users/ana/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  )
  expect(placesOfBrowsers({ platform: 'win32', env: { ProgramFiles: 'C:\\Program Files' } })).toContain(
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  )
  const folder = await testFolder()
  writeFileSync(join(folder, 'chromium'), '')
  const here = (await browserOn({ platform: 'linux', env: { PATH: folder } })) ?? ''
  expect(here.startsWith(folder)).toBe(false)
  chmodSync(join(folder, 'chromium'), 0o755)
  expect(await browserOn({ platform: 'linux', env: { PATH: folder } })).toBe(join(folder, 'chromium'))
})

test('a short page is waited for a minute, a logbook of ten thousand agreements some ten', () => {
  expect(patienceFor('<p>hello</p>')).toBe(60_001)
  expect(patienceFor('x'.repeat(6_400_000))).toBe(636_000)
})

test('what is no browser ends in words, and leaves nothing behind', async () => {
  const before = leftOver()
  await expect(printedBy(process.execPath, '<p>hello</p>')).rejects.toThrow('it ended')
  await expect(printedBy('/no/such/browser', '<p>hello</p>')).rejects.toThrow('could not be started')
  expect(leftOver()).toEqual(before)
})

test.skipIf(browser === null)('a page becomes a PDF that says nothing of the machine', async () => {
  const before = leftOver()
  const page = '<!doctype html><title>المحضر</title><script>document.title = "ran"</script><p dir="rtl">نطبخ معًا</p>'
  const pdf = Buffer.from(await printedBy(browser ?? '', page)).toString('latin1')
  expect(pdf.slice(0, 5)).toBe('%PDF-')
  expect(pdf).toContain('/Creator (Next Step Together)')
  expect(pdf).not.toMatch(/Mozilla|Linux|Windows|Mac OS|\/home\/|\(ran\)/u)
  expect(leftOver()).toEqual(before)
  expect(existsSync(join(tmpdir(), 'nst-print'))).toBe(false)
})

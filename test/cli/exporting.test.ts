import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testFolder } from '../helpers/folder.ts'
import { fakeWorld } from './fake-world.ts'
import { inFolder } from './real-world.ts'

test('what a circle remembers is written to where the person says, for their eyes', async () => {
  const dir = await testFolder()
  const run = inFolder(dir)
  await run('profile', 'create', '--name', 'Ana')
  await run('circle', 'create', '--name', 'Garden', '--aim', 'Grow food')
  for (const form of ['logbook.md', 'logbook.html', 'calendar.ics', 'members.csv', 'roles.json']) {
    const ran = await run('--json', 'export', 'Garden', '--as', form, '--out', form, '--language', 'es')
    expect(ran).toMatchObject({ code: 0, json: { file: join(dir, form), form } })
    expect(readFileSync(join(dir, form), 'utf8')).toMatch(/Garden|Ana|facilitator/u)
    expect(statSync(join(dir, form)).mode & 0o077).toBe(0)
  }
  expect((await run('--json', 'export', 'Garden', '--as', 'minutes.md', '--out', 'm.md')).refused).toBe(
    'no-such-meeting',
  )
  expect((await run('--json', 'export', 'Garden', '--as', 'logbook.md', '--out', 'no/such/x')).refused).toBe(
    'cannot-write-file',
  )
})

test('a PDF is what a browser prints of the page, and where none can the person is told what to do', async () => {
  const answers = { 'exports.write': { name: 'Garden-logbook.html', text: '<h1>Garden</h1>' } }
  const line = ['--json', 'export', 'Garden', '--as', 'logbook.pdf', '--out', 'x.pdf']
  const printing = fakeWorld(answers, { print: async (html) => Buffer.from(`%PDF ${html}`) })
  const ran = await printing.run(...line)
  expect(ran.json()).toMatchObject({ form: 'logbook.pdf', bytes: 20 })
  expect(printing.asked).toEqual([['exports.write', { circle: 'Garden', form: 'logbook.html', language: 'en' }]])
  expect(readFileSync(join(printing.dir, 'x.pdf'), 'utf8')).toBe('%PDF <h1>Garden</h1>')
  for (const print of [async () => null, async () => Promise.reject(new Error('it ended'))]) {
    const without = fakeWorld(answers, { print })
    const refused = await without.run(...line)
    expect([refused.code, refused.json()]).toMatchObject([3, { refusal: { code: 'no-printer' } }])
    expect(refused.err).toContain('in any browser')
    expect(existsSync(join(without.dir, 'x.pdf'))).toBe(false)
  }
})

test('a form that is not there is a matter of usage', async () => {
  const { run, asked } = fakeWorld()
  const ran = await run('export', 'Garden', '--as', 'logbook.doc', '--out', 'x')
  expect([ran.code, asked]).toEqual([2, []])
  expect(ran.err).toContain('logbook.html')
})

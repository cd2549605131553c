import { readFileSync, statSync } from 'node:fs'
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

test('a form that is not there is a matter of usage', async () => {
  const { run, asked } = fakeWorld()
  const ran = await run('export', 'Garden', '--as', 'logbook.pdf', '--out', 'x')
  expect([ran.code, asked]).toEqual([2, []])
  expect(ran.err).toContain('logbook.html')
})

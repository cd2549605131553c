import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testFolder } from '../helpers/folder.ts'
import { GLASSFROG, holaspirit, lines, LOOMIO } from '../node/imports/files.ts'
import { keptOpen } from './real-world.ts'

type Shown = { stateHash: string; at: string }
type Preview = { things: { key: string; kind: string; already: boolean }[]; people: string[] }

async function garden() {
  const dir = await testFolder()
  const { run, backend } = await keptOpen(dir)
  await run('profile', 'create', '--name', 'Ana')
  await run('circle', 'create', '--name', 'Garden', '--aim', 'Grow food')
  const write = (name: string, content: string | Buffer) => writeFileSync(join(dir, name), content)
  const brings = (name: string, ...more: string[]) => run('--json', 'import', name, '--into', 'Garden', ...more)
  const shown = async () => (await run('--json', 'circle', 'show', 'Garden')).json as Shown
  return { dir, run, backend, write, brings, shown }
}

test('what a Loomio group decided comes in as noticed, once, and nobody here has consented to it', async () => {
  const { run, backend, write, brings, shown } = await garden()
  write('loomio.json', LOOMIO)
  const before = await shown()
  const preview = (await brings('loomio.json', '--preview')).json as Preview
  expect(preview.things.map(({ kind }) => kind)).toEqual(['circle', 'decided', 'proposed', 'talked'])
  expect(preview.people).toEqual(['Ana', 'Ben'])
  expect((await run('import', 'loomio.json', '--into', 'Garden', '--preview')).out).toContain('Nothing has come in yet')
  expect(await shown()).toMatchObject({ stateHash: before.stateHash, at: before.at })

  expect((await brings('loomio.json')).json).toMatchObject({
    drivers: [expect.any(String), expect.any(String), expect.any(String)],
    already: 0,
  })
  expect((await brings('loomio.json', '--language', 'ar')).json).toMatchObject({ drivers: [], already: 3 })
  const again = (await brings('loomio.json', '--preview')).json as Preview
  expect(again.things.map(({ already }) => already)).toEqual([true, true, true, false])
  expect((await brings('loomio.json', '--kind', 'talked')).json).toMatchObject({ drivers: [expect.any(String)] })

  const drivers = (await run('--json', 'driver', 'list', 'Garden')).json as { statement: string; state: string }[]
  expect(drivers.map(({ state }) => state)).toEqual(['noticed', 'noticed', 'noticed', 'noticed'])
  expect(drivers.map(({ statement }) => statement)).toContain(
    'Decided elsewhere (Loomio), to be consented here: Open on Sundays',
  )
  const backlog = (await run('--json', 'backlog', 'list', 'Garden')).json as { kind: string }[]
  expect(backlog.map(({ kind }) => kind)).toEqual(['driver', 'driver', 'driver', 'driver'])
  for (const what of ['proposal', 'agreement']) expect((await run('--json', what, 'list', 'Garden')).json).toEqual([])
  const log = (await run('--json', 'log', 'Garden')).json as { type: string; counted: boolean }[]
  expect(new Set(log.map(({ type }) => type))).toEqual(new Set(['circle.created', 'driver.noticed']))
  expect(log.every(({ counted }) => counted)).toBe(true)
  await backend.close()
})

test('roles and circles come in from a table, GlassFrog and Holaspirit, and from what was taken out here', async () => {
  const { dir, run, backend, write, brings } = await garden()
  write('glassfrog.json', JSON.stringify(GLASSFROG))
  write('holaspirit.xlsx', holaspirit())
  expect((await brings('glassfrog.json', '--only', 'role 11')).json).toMatchObject({ drivers: [expect.any(String)] })
  expect((await brings('holaspirit.xlsx')).json).toMatchObject({
    drivers: expect.objectContaining({ length: 3 }) as unknown,
  })
  await run('export', 'Garden', '--as', 'roles.csv', '--out', 'roles.csv')
  expect(readFileSync(join(dir, 'roles.csv'), 'utf8')).toContain('Facilitator')
  const roles = (await brings('roles.csv', '--preview')).json as Preview
  expect(roles.things).toHaveLength(4)
  await backend.close()
})

test('what came in is prepared to be proposed: a member brings it, and only then is anybody asked', async () => {
  const { run, backend, write, brings } = await garden()
  write('roles.csv', 'name,purpose,accountabilities\nHost,Guests feel welcome,- doors\nSecretary,,\n')
  await brings('roles.csv')
  const drivers = (await run('--json', 'driver', 'list', 'Garden')).json as { driver: string; statement: string }[]
  const [host, secretary] = ['Host', 'Secretary'].map(
    (name) => drivers.find(({ statement }) => statement.endsWith(name))?.driver ?? '',
  ) as [string, string]
  expect((await run('driver', 'show', host)).out).toContain('Prepared to be proposed')
  const propose = ['--json', 'driver', 'propose', host, '--review', '2100-01-01']
  const made = (await run(...propose)).json as { proposal: string }
  expect((await run('--json', 'proposal', 'show', made.proposal)).json).toMatchObject({
    title: 'Host',
    state: 'open',
    responses: [],
    answers: { driver: host },
    effect: { kind: 'role', name: 'Host', aim: 'Guests feel welcome', accountabilities: ['doors'] },
  })
  const aimless = ['--json', 'driver', 'propose', secretary, '--review', '2100-01-01']
  expect((await run(...aimless)).refused).toBe('empty-text')
  const other = (await run(...aimless, '--aim', 'We remember')).json as { proposal: string }
  expect((await run('--json', 'proposal', 'show', other.proposal)).json).toMatchObject({
    effect: { kind: 'role', standard: 'secretary', aim: 'We remember' },
  })
  await run('driver', 'notice', 'Garden', '--statement', 'It is cold')
  expect((await run('--json', 'driver', 'propose', 'It is cold', '--review', '2100-01-01')).refused).toBe(
    'nothing-prepared',
  )
  await backend.close()
})

test('a wrong or huge file changes nothing, and says where it is wrong', async () => {
  const { run, backend, write, brings, shown } = await garden()
  const before = await shown()
  write('wrong.json', `${lines(['groups', { id: 1, name: 'G' }])}{"table":"polls","record":{"id":1,`)
  write('many.csv', `name\n${Array.from({ length: 400 }, (_, at) => `Role ${at}`).join('\n')}\n`)
  write('huge.csv', `name\n${'x'.repeat(17 * 1024 * 1024)}\n`)
  write('photo.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10]))
  for (const [file, code] of [
    ['wrong.json', 'import-damaged'],
    ['many.csv', 'import-too-many'],
    ['huge.csv', 'import-too-big'],
    ['photo.jpg', 'import-damaged'],
    ['nothing-there.json', 'no-such-file'],
  ] as const) {
    expect({ file, ...(await brings(file)) }).toMatchObject({ file, code: 3, refused: code })
  }
  expect((await run('import', 'wrong.json', '--into', 'Garden')).err).toContain('at line 2')
  expect((await run('import', 'wrong.json', '--into', 'Nowhere')).code).toBe(3)
  expect((await run('import', 'wrong.json')).code).toBe(2)
  expect(await shown()).toMatchObject({ stateHash: before.stateHash, at: before.at })
  await backend.close()
})

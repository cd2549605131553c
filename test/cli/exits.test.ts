import { ORPCError } from '@orpc/client'
import { expect, test } from 'vitest'
import { accept, refuse } from '../../src/domain/refusal.ts'
import { fakeWorld } from './fake-world.ts'

test.each([
  '',
  'bogus',
  'circle',
  'circle bogus',
  'circle reach Garden everybody',
  'circle show',
  'circle show a b',
  'circle create --name N',
  'circle create --name N --aim A --colour red',
  'consent',
  'object p1',
  'proposal present G --title T --text f --review tomorrow',
  'proposal present G --title T --text f --review 31.01.2030',
  'proposal react p1',
  'proposal react p1 --text a --pass',
  'proposal end p1 --as lost --reason r',
  'join',
  'join a --list',
  'join a --wait soon',
  'join a --wait -1',
  'certificate export g1',
])('nst %s: wrong usage', async (line) => {
  const { run, opened, asked } = fakeWorld()
  const ran = await run('--json', ...line.split(' ').filter(Boolean))
  expect(ran.code).toBe(2)
  expect(ran.out).toBe('')
  expect(ran.err).toMatch(/\S/)
  expect(asked).toEqual([])
  expect(opened.open).toBe(0)
})

test('a refusal: its code and words, exit 3', async () => {
  const { run, opened } = fakeWorld({ 'round.close': async () => refuse('not-consented', { people: ['Cleo'] }) })
  const ran = await run('--json', 'round', 'close', 'p1')
  expect(ran.code).toBe(3)
  expect(ran.json()).toEqual({
    refusal: {
      code: 'not-consented',
      message: 'Not everyone has consented; still missing: Cleo.',
      about: { people: ['Cleo'] },
    },
  })
  expect(await run('round', 'close', 'p1')).toMatchObject({ code: 3, out: '' })
  expect(opened.open).toBe(0)
})

test('something that broke: exit 1, and still one JSON value', async () => {
  const { run, opened } = fakeWorld({ 'circle.list': async () => Promise.reject(new Error('on fire')) })
  const ran = await run('--json', 'circle', 'list')
  expect(ran).toMatchObject({ code: 1, err: 'Something broke: on fire\n' })
  expect(ran.json()).toEqual({ error: { message: 'on fire' } })
  expect(opened.open).toBe(0)
})

test('what an older program that is up does not know: exit 1, and what to do', async () => {
  const unknown = new ORPCError('NOT_FOUND', { message: 'Not Found' })
  const { run } = fakeWorld({ 'circle.list': async () => Promise.reject(unknown) })
  const ran = await run('circle', 'list')
  expect(ran).toMatchObject({ code: 1, out: '' })
  expect(ran.err).toMatch(/another version of the program is up .* begin it anew/)
})

test.each([
  ['of no words', ''],
  ['of nothing but space', ' '],
])('nst up --bootstrap %s: wrong usage, since nobody is named by it', async (_title, given) => {
  const { run, opened } = fakeWorld()
  expect(await run('up', '--bootstrap', given)).toMatchObject({ code: 2, out: '' })
  expect(opened.open).toBe(0)
})

test('what the node does not take: exit 2, with the field', async () => {
  const { run } = fakeWorld()
  const ran = await run('--json', 'circle', 'show', '')
  expect(ran).toMatchObject({ code: 2, out: '' })
  expect(ran.err).toContain('circle')
})

test('the version, and a question that leaves no folder behind', async () => {
  const { run, dir } = fakeWorld()
  expect(await run('--version')).toMatchObject({ code: 0, out: '1.2.3\n' })
  const ran = await run('--json', '--data', `${dir}/slip`, 'circle', 'list')
  expect(ran).toMatchObject({ code: 3 })
  expect(ran.json()).toMatchObject({ refusal: { code: 'no-profile' } })
})

test('what was done stays done when the node cannot close', async () => {
  const { node } = fakeWorld({ 'circle.list': [] })
  const close = async () => Promise.reject(new Error('stuck'))
  const { run } = fakeWorld(
    {},
    { openBackend: async () => accept({ commands: node, at: async () => refuse('no-such-person'), close }) },
  )
  expect(await run('--json', 'circle', 'list')).toMatchObject({
    code: 0,
    out: '[]\n',
    err: expect.stringContaining('stuck') as string,
  })
})

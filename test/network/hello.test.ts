import { expect, test } from 'vitest'
import { readHello, understanding, type Hello } from '../../src/network/hello.ts'

const of = (version: number, least: number): Hello => ({ version, least, program: '1.0.0' })
const bytes = (value: unknown) => Buffer.from(JSON.stringify(value))

test.each([
  [of(1, 1), of(1, 1), 'together'],
  [of(1, 1), of(3, 1), 'together'],
  [of(3, 2), of(2, 1), 'together'],
  [of(1, 1), of(3, 2), 'newer'],
  [of(3, 2), of(1, 1), 'older'],
] as const)('%j meets %j: %s', (ours, theirs, expected) => {
  expect(understanding(ours, theirs)).toBe(expected)
})

test('what a later program says beside it is left unread', () => {
  expect(readHello(bytes({ ...of(2, 1), colours: ['red'], more: { of: 'it' } }))).toEqual(of(2, 1))
})

test('what it is called is shown to people, and made fit for that', () => {
  const said = { ...of(2, 1), program: `2.0.0\u001b[31m "quoted" \u202e${'x'.repeat(99)}` }
  expect(readHello(bytes(said))?.program).toMatch(/^[\w.+-]{1,32}$/)
})

test.each([
  Buffer.alloc(0),
  Buffer.from('{'),
  Buffer.alloc(2000, '{'),
  bytes(null),
  bytes(3),
  bytes({ version: 0, least: 0, program: '' }),
  bytes({ version: 1.5, least: 1, program: '' }),
  bytes({ version: '1', least: 1, program: '' }),
  bytes({ version: 1, least: 1 }),
])('any other bytes are no hello (%#)', (given) => {
  expect(readHello(given)).toBeUndefined()
})

import { expect, it } from 'vitest'
import { findOne } from '../../src/node/find.ts'

const ID = 'ab'.repeat(32)
const OTHER = 'cd'.repeat(32)
const found = (things: Parameters<typeof findOne<string>>[0], ref: string) => {
  const one = findOne(things, ref, 'no-such-meeting')
  return one.ok ? one.value : one.refusal.code
}
const open = { id: ID, called: ['Monday'], it: 'to come' }
const over = { id: OTHER, called: [], formerly: ['Monday'], it: 'over' }

it('a meeting that is over is found by its title too, where none that is to come has it', () => {
  expect(found([over, open], 'monday')).toBe('to come')
  expect(found([over], 'Monday')).toBe('over')
  expect(found([over, { ...over, id: ID }], 'Monday')).toBe('ambiguous')
  expect(found([over, open], OTHER.slice(0, 8))).toBe('over')
  expect(found([over, open], 'Tuesday')).toBe('no-such-meeting')
})

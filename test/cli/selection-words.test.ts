import { expect, it } from 'vitest'
import { fakeWorld } from './fake-world.ts'
import { ROLE_ROWS } from './rows-roles.ts'

it('A7: what is told of a selection has no count, no order of many and no percentage: only reasons', async () => {
  const page = ROLE_ROWS.find(({ asks }) => asks === 'selection.show')?.answer as object
  const reasons = ['x', 'y', 'z'].map((person) => ({ person, reason: 'listens', at: 0, changed: false }))
  const nominees = [
    { person: 'x', reasons: reasons.slice(0, 1) },
    { person: 'y', reasons },
  ]
  const proposals: readonly object[] = []
  const { run } = fakeWorld({ 'selection.show': { ...page, selection: 'abcdefgh', nominees, proposals } })
  const { out } = await run('selection', 'show', 'abcdefgh')
  expect(out).toContain('listens')
  expect(out).not.toMatch(/[0-9]|vote|most|winner/i)
})

import { expect, test } from 'vitest'
import { testFolder } from '../helpers/folder.ts'
import { circleOf, inStep, meet, until, type Peer } from '../helpers/nodes.ts'

const lineOf = async (one: Peer) => (await one.api.network.status({}))[0]!

test('of each person: here or not, by which way, how far they have seen, and when both last knew the same; and it outlives a restart', async () => {
  const [alice, bob] = (await circleOf('alice', 'bob')) as [Peer, Peer]
  await meet(alice, bob)
  await inStep(alice, bob)
  const together = await until('alice knows that bob knows the same', [alice, bob], async () => {
    const line = await lineOf(alice)
    return line.inStep === true ? line : undefined
  })
  expect(together).toMatchObject({ name: 'bob', reachable: true, path: 'direct', lastPath: 'direct', behind: 0 })
  expect(together.lastInStep).toBeLessThanOrEqual(alice.now)
  expect(together.copy).toEqual({ here: together.copy?.known, known: expect.any(Number) })
  expect(together.copy?.known).toBeGreaterThan(2)

  await bob.close()
  await until('bob is gone', [alice], async () => ((await lineOf(alice)).reachable ? undefined : true))
  for (const statement of ['The tap drips', 'So does the roof']) {
    await alice.api.driver.notice({ circle: alice.circle, statement })
  }
  const apart = { reachable: false, path: null, lastPath: 'direct', behind: 2, inStep: false }
  expect(await lineOf(alice)).toMatchObject(apart)
  const { lastInStep, copy } = await lineOf(alice)
  expect(copy?.known).toBeGreaterThan(together.copy?.known ?? 0)
  expect(copy?.here).toBe(copy?.known)
  await alice.restart()
  expect(await lineOf(alice)).toMatchObject({ ...apart, lastInStep })

  // By stick: what he says shows how far he had seen then.
  const stick = await testFolder()
  await bob.open()
  await alice.api.stick.sync({ folder: stick })
  await bob.api.stick.sync({ folder: stick })
  await bob.api.driver.notice({ circle: bob.circle, statement: 'The gutter leaks' })
  await bob.api.stick.sync({ folder: stick })
  await alice.api.stick.sync({ folder: stick })
  expect(await lineOf(alice)).toMatchObject({ reachable: false, path: null, lastPath: 'stick', behind: 0, lastInStep })
})

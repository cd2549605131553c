import { expect, it } from 'vitest'
import { underWayOf } from '../../../src/node/carrying/under-way.ts'
import { peer } from '../../helpers/nodes.ts'

it('a node that ends waits until what it writes is stopped, and begins nothing more', async () => {
  const ana = await peer('Ana')
  const underWay = underWayOf(ana.node)
  const state = { isAway: false }
  const writing = underWay.during('export', '/out', {}, async ({ signal, tell }) => {
    tell?.(1, 4)
    await new Promise((resolve) => signal?.addEventListener('abort', resolve, { once: true }))
    await new Promise((resolve) => setImmediate(resolve))
    state.isAway = true
  })
  expect(await ana.api.bundle.underWay({})).toEqual([{ work: 'export', place: '/out', done: 0.25 }])
  await ana.node.close()
  expect(state.isAway).toBe(true)
  await writing
  await expect(underWay.during('export', '/out', {}, async () => 'begun')).rejects.toMatchObject({ code: 'stopped' })
  expect(underWay.list()).toEqual([])
})

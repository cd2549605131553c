import { expect, it } from 'vitest'
import { peer, refusalOf } from '../../helpers/nodes.ts'

it('[C9] [D3 row 20] who goes on as another circle founds it with a pointer back, and the old one says so', async () => {
  const ana = await peer('Ana')
  const { circle } = await ana.api.circle.create({ name: 'Kitchen', aim: 'to cook together' })
  const terms = { circle, name: 'Small kitchen', reason: 'we do not meet any more' }
  expect(await refusalOf(ana.api.circle.fork({ ...terms, tried: ['in May'] }))).toBe('malformed')
  expect((await ana.api.circle.list({})).length).toBe(1)
  const made = await ana.api.circle.fork({ ...terms, tried: ['in May', 'in June', 'in July'] })
  const [old, fresh] = [circle, made.circle].map((id) => {
    const session = ana.node.sessions().find((one) => one.circle.id === id)
    if (session === undefined) throw new Error('no such circle')
    return session.circle
  })
  expect(old?.forks.map(({ successor }) => successor)).toEqual([made.circle])
  expect(fresh?.genesis?.forkOf?.circle).toBe(circle)
  expect(await ana.api.circle.show({ circle: made.circle })).toMatchObject({ aim: 'to cook together' })
})

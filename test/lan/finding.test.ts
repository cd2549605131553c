import { expect, test } from 'vitest'
import { circleOf } from '../helpers/nodes.ts'
import { inStep, Neighbour } from './neighbour.ts'
import { canPretend, PretendLan } from './pretend-lan.ts'

/** People who founded a circle together elsewhere, each in a room of their own now; nobody is up yet. */
async function neighbours(...names: [string, ...string[]]) {
  const peers = await circleOf(...names)
  const circle = peers[0]!.circle
  await Promise.all(peers.map((one) => one.close()))
  const lan = await PretendLan.build(peers.length)
  return { lan, circle, all: peers.map(({ folder }, index) => new Neighbour(lan, index + 1, folder)) }
}

test.runIf(canPretend)('two in one network without a way out are in step within two seconds', async () => {
  const { circle, all } = await neighbours('ana', 'ben')
  await Promise.all(all.map((one) => one.comes('--lan')))
  const took = await inStep(circle, ...all)
  expect(took).toBeLessThan(2_000)
  const [status] = await all[0]!.api.network.status({ circle })
  expect(status).toMatchObject({ reachable: true, path: 'lan' })
})

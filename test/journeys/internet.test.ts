import { expect, test } from 'vitest'
import { circleOf, inStep, until, type Peer } from '../helpers/nodes.ts'
import { testnet } from '../helpers/testnet.ts'

const pathsOf = async (one: Peer) => (await one.api.network.status({})).map(({ path }) => path)

const present = async (one: Peer, title: string) =>
  one.api.proposal.present({ circle: one.circle, title, text: 'We cook on Tuesdays.', review: '2027-01-01' })

test('found by what the circle knows, in step, and the way is told', async () => {
  const net = await testnet()
  const [alice, bob] = (await circleOf('alice', 'bob')) as [Peer, Peer]
  await Promise.all([alice.restart(), bob.restart()])
  await present(alice, 'Tuesday kitchen')
  await Promise.all([alice.goesAbroad(net), bob.goesAbroad(net)])
  await inStep(alice, bob)
  await until('both see the way', [alice, bob], async () => (await pathsOf(bob))[0] ?? undefined)
  expect(await pathsOf(alice)).toEqual(['internet'])
})

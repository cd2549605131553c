import HyperDHT from 'hyperdht'
import { expect, onTestFinished, test } from 'vitest'
import { openRelay } from '../../src/network/relay/relay.ts'
import { circleOf, inStep, until, type Peer } from '../helpers/nodes.ts'
import { testnet } from '../helpers/testnet.ts'

test('between networks that let nobody through, a relay passes on what it cannot read', async () => {
  const net = await testnet()
  const relay = await openRelay({ keyPair: HyperDHT.keyPair(Buffer.alloc(32, 'relay')), bootstrap: [net] })
  onTestFinished(() => relay.close())
  const [alice, bob] = (await circleOf('alice', 'bob')) as [Peer, Peer]
  for (const one of [alice, bob]) one.canPunch = false
  await Promise.all([alice.restart(), bob.restart()])
  await alice.api.proposal.present({ circle: alice.circle, title: 'Soup', text: 'Soup.', review: '2027-01-01' })
  await Promise.all([alice.goesAbroad(net, [relay.key]), bob.goesAbroad(net, [relay.key])])
  await inStep(alice, bob)
  const path = await until(
    'the way is told',
    [alice],
    async () => (await alice.api.network.status({}))[0]?.path ?? undefined,
  )
  expect(path).toBe('relay')
  // Each calls it, and again where a call was lost.
  expect(relay.carried()).toBeGreaterThanOrEqual(2)
})

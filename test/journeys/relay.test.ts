import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openRelay, type Relay } from '../../src/network/relay/relay.ts'
import { testFolder } from '../helpers/folder.ts'
import { agreeOn, circleOf, expectQuiet, inStep, knockOf, peer, refusalOf, until, type Peer } from '../helpers/nodes.ts'
import { testnet } from '../helpers/testnet.ts'

async function relayOn(net: string, open = false): Promise<Relay> {
  const folder = join(await testFolder(), 'relay')
  const relay = await openRelay({ folder, bootstrap: [net], open, onChange: () => {} })
  onTestFinished(() => relay.close())
  return relay
}

/** Agreed by all of them, who are together. */
const names = async (relay: string, peers: readonly [Peer, ...Peer[]]) =>
  agreeOn(peers, { title: 'A relay', text: 'Ben runs it.', review: '2027-01-01', relay })

const pathOf = async (one: Peer) => (await one.api.network.status({}))[0]?.path ?? undefined

test('between networks that let nobody through, the relay that the circle named passes on what it cannot read; also for who joins', async () => {
  const net = await testnet()
  const relay = await relayOn(net)
  const { address } = relay.state()
  const people = (await circleOf('alice', 'bob')) as [Peer, Peer]
  const [alice, bob] = people
  expect(
    await refusalOf(
      alice.api.proposal.present({
        circle: alice.circle,
        title: 'A',
        text: 'B',
        review: '2027-01-01',
        relay: 'nstr1-x',
      }),
    ),
  ).toBe('not-a-relay')
  await names(address, people)
  expect(await alice.api.relay.list({ circle: alice.circle })).toMatchObject({
    relays: [{ address, standing: 'barred' }],
  })
  for (const one of people) one.canPunch = false
  await Promise.all([alice.restart(), bob.restart()])
  await alice.api.proposal.present({ circle: alice.circle, title: 'Soup', text: 'Soup.', review: '2027-01-01' })
  await Promise.all([alice.goesAbroad(net), bob.goesAbroad(net)])
  await inStep(alice, bob)
  expect(await until('the way is told', [alice], async () => pathOf(alice))).toBe('relay')
  const { relays } = await alice.api.relay.list({ circle: alice.circle })
  expect(relays).toMatchObject([{ standing: 'used' }])
  expect(relay.state()).toMatchObject({ open: false, refused: 0 })
  expect(relay.state().carried).toBeGreaterThanOrEqual(1)

  // The invitation names it too: somebody behind such a network is let in by it.
  const cleo = await peer('cleo')
  cleo.canPunch = false
  await cleo.restart()
  const { invite, addresses } = await alice.api.invite.create({ circle: alice.circle })
  expect(addresses).toContain(address)
  await cleo.api.network.setBootstrap({ bootstrap: net })
  const asked = await cleo.api.join.request({ invite, reach: 'internet' })
  await knockOf(alice, asked.request)
  await alice.api.invite.confirm({ circle: alice.circle, request: asked.request })
  await cleo.api.join.wait({ request: asked.request, seconds: 50 })
  await inStep(alice, cleo)
  expectQuiet(alice, bob)
})

test('a relay passes on for nobody who does not know its address, but where it is open to all', async () => {
  const net = await testnet()
  const [closed, open] = [await relayOn(net), await relayOn(net, true)]
  const [alice, bob] = (await circleOf('alice', 'bob')) as [Peer, Peer]
  for (const one of [alice, bob]) one.canPunch = false
  await Promise.all([alice.restart(), bob.restart()])
  const other = await relayOn(net)
  const forged = `${other.state().address.slice(0, -4)}AAAA`
  expect(await refusalOf(alice.goesAbroad(net, [forged]))).toBe('not-a-relay')
  await Promise.all([alice.goesAbroad(net, [open.state().address]), bob.goesAbroad(net, [open.state().address])])
  await inStep(alice, bob)
  expect(await until('the way is told', [alice], async () => pathOf(alice))).toBe('relay')
  expect(open.state().refused).toBe(0)
  expect(closed.state()).toMatchObject({ callers: 0, carried: 0 })
})

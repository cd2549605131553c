import { expect, test } from 'vitest'
import { circleOf, inStep, knockOf, peer, until, type Peer } from '../helpers/nodes.ts'
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

test('who was invited finds the inviter over the internet, when both are there, and is in step', async () => {
  const net = await testnet()
  const [alice] = (await circleOf('alice')) as [Peer]
  const bob = await peer('bob')
  await alice.goesAbroad(net)
  const { invite, addresses } = await alice.api.invite.create({ circle: alice.circle })
  expect(addresses).toEqual(['internet'])
  const asked = await bob.api.join.request({ invite })
  expect(asked.needsInternet).toBe(true)
  await bob.api.network.setBootstrap({ bootstrap: net })
  expect((await bob.api.join.overInternet({ request: asked.request })).needsInternet).toBe(false)
  const { code } = await knockOf(alice, asked.request)
  expect(code).toBe(asked.code)

  await bob.close()
  await alice.api.invite.confirm({ circle: alice.circle, request: asked.request, code })
  await bob.open()
  await bob.api.join.resume({})
  await bob.api.join.wait({ request: asked.request, seconds: 60 })
  await inStep(alice, bob)
  expect((await bob.api.circle.show({ circle: bob.circle })).reach).toBe('internet')
})

import { readdirSync, readlinkSync } from 'node:fs'
import { expect, test } from 'vitest'
import { currentEpochs } from '../../src/domain/epochs/queries.ts'
import type { Room } from '../../src/network/internet/circle-swarm.ts'
import { internetRooms } from '../../src/node/internet-rooms.ts'
import { circleOf, expectQuiet, inStep, knockOf, peer, until, type Peer } from '../helpers/nodes.ts'
import { testnet } from '../helpers/testnet.ts'

/** As Linux counts them. */
function sockets(): number {
  const open = readdirSync('/proc/self/fd').map((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`)
    } catch {
      return ''
    }
  })
  return open.filter((name) => name.startsWith('socket')).length
}

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

test('cut off and healed, asleep and awake, late: each time they are in step again', async () => {
  const net = await testnet()
  const [alice, bob, cleo] = (await circleOf('alice', 'bob', 'cleo')) as [Peer, Peer, Peer]
  await Promise.all([alice.restart(), bob.restart(), cleo.close()])
  await Promise.all([alice.goesAbroad(net), bob.goesAbroad(net)])
  await inStep(alice, bob)

  await bob.node.reach.suspend()
  await until('alice knows that bob went', [alice], async () => (await pathsOf(alice))[0] === null || undefined)
  await present(alice, 'Soup')
  await bob.node.reach.resume()
  await inStep(alice, bob)

  await cleo.open()
  await cleo.goesAbroad(net)
  await inStep(alice, bob, cleo)

  await alice.api.circle.reach({ circle: alice.circle, reach: 'nobody' })
  await present(bob, 'Bread')
  await inStep(bob, cleo)
  await alice.api.circle.reach({ circle: alice.circle, reach: 'internet' })
  expect((await inStep(alice, bob, cleo)).at).toBe(cleo.session.at())
  expectQuiet(alice, bob, cleo)
})

test('who was removed is found by nobody where they look; who does not know of it yet is found, and then nobody looks there', async () => {
  const net = await testnet()
  const [ana, ben, cleo] = (await circleOf('ana', 'ben', 'cleo')) as [Peer, Peer, Peer]
  const terms = { title: 'Without her', text: 'As we said.', review: '2027-01-01', removes: cleo.me }
  const { proposal } = await ana.api.proposal.present({ circle: ana.circle, ...terms })
  await ana.api.round.open({ proposal })
  await inStep(ana, ben, cleo)
  for (const one of [ana, ben]) await one.api.response.consent({ proposal })
  await inStep(ana, ben, cleo)
  await Promise.all([ana.restart(), ben.restart(), cleo.restart()])
  const roomsOf = ({ session, now }: Peer, met: readonly string[] = []) =>
    internetRooms(session.circle, session.keys(), session.device, now, () => met)
  const old = roomsOf(cleo).map(({ topic }) => Buffer.from(topic))
  await ana.api.round.close({ proposal })
  const isOld = ({ topic }: Room) => old.some((one) => one.equals(topic))
  expect(roomsOf(ana).map((room) => [isOld(room), room.isCurrent])).toEqual([
    [false, true],
    [true, false],
  ])

  await Promise.all([ana.goesAbroad(net), ben.goesAbroad(net), cleo.goesAbroad(net)])
  await inStep(ana, ben)
  expect(roomsOf(ana, currentEpochs(ana.session.circle)).map(isOld)).toEqual([false])
  await present(ben, 'Bread')
  await inStep(ana, ben)
  const line = (await ana.api.network.status({})).find(({ name }) => name === 'cleo')
  expect(line?.reachable ?? false).toBe(false)
  expect(cleo.session.at()).not.toBe(ana.session.at())
  expectQuiet(ana, ben, cleo)
})

test.runIf(process.platform === 'linux')(
  'nothing is opened for a circle that nobody may find on the internet, and nothing is left when it is over',
  async () => {
    const net = await testnet()
    const [alice] = (await circleOf('alice')) as [Peer]
    const before = sockets()
    await alice.api.network.findOthers({ lan: false, internet: false, bootstrap: net })
    await alice.api.circle.reach({ circle: alice.circle, reach: 'nobody' })
    await alice.goesAbroad(net)
    expect(sockets()).toBe(before)
    await alice.api.circle.reach({ circle: alice.circle, reach: 'internet' })
    expect(sockets()).toBeGreaterThan(before)
    await alice.api.circle.reach({ circle: alice.circle, reach: 'nobody' })
    expect(sockets()).toBe(before)
  },
)

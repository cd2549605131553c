import { expect, test } from 'vitest'
import { circleOf, inStep, knockOf, meet, peer, refusalOf, until, type Peer } from '../helpers/nodes.ts'

const NEWER = { version: 7, least: 6, program: '4.2.0' }
const NEWER_AND_KIND = { version: 7, least: 1, program: '4.2.0' }

/** The other's line in the status of `one`. */
const theOther = async (one: Peer) => (await one.api.network.status({}))[0]

test('a newer and an older program that do not understand each other say what to do, and go on once updated', async () => {
  const [alice, bob] = (await circleOf('alice', 'bob')) as [Peer, Peer]
  bob.hello = NEWER
  await Promise.all([alice.restart(), bob.restart()])
  const before = await alice.api.circle.show({ circle: alice.circle })
  await bob.api.proposal.present({ circle: bob.circle, title: 'Soup', text: 'Soup.', review: '2027-01-01' })
  expect(await refusalOf(alice.api.network.connect({ address: await bob.listens() }))).toBe('newer-program')
  expect(await refusalOf(bob.api.network.connect({ address: await alice.listens() }))).toBe('older-program')
  const told = await until('alice is told', [alice], async () => (await theOther(alice))?.misunderstood ?? undefined)
  expect(told).toEqual({ theirs: 'newer', program: '4.2.0' })
  const toldBob = await until('bob is told', [bob], async () => (await theOther(bob))?.misunderstood ?? undefined)
  expect(toldBob).toMatchObject({ theirs: 'older' })
  expect(await theOther(alice)).toMatchObject({ name: 'bob', reachable: false, path: null })
  expect((await alice.api.circle.show({ circle: alice.circle })).at).toBe(before.at)

  alice.hello = NEWER
  await alice.restart()
  await meet(bob, alice)
  await inStep(alice, bob)
  const after = await until('the two meet again', [bob], async () => {
    const line = await theOther(bob)
    return line?.reachable === true ? line : undefined
  })
  expect(after.misunderstood).toBeNull()
})

test('a newer program that still speaks as the older one does works with it, also to let somebody in', async () => {
  const [alice] = (await circleOf('alice')) as [Peer]
  const bob = await peer('bob')
  bob.hello = NEWER_AND_KIND
  await bob.restart()
  await alice.listens()
  const { invite } = await alice.api.invite.create({ circle: alice.circle })
  const { request } = await bob.api.join.request({ invite })
  await knockOf(alice, request)
  await alice.api.invite.confirm({ circle: alice.circle, request })
  await bob.api.join.wait({ request, seconds: 60 })
  await inStep(alice, bob)
  expect(bob.session.circle.id).toBe(alice.circle)
})

test('who is asked in by a newer program is told so, and keeps the request', async () => {
  const [alice] = (await circleOf('alice')) as [Peer]
  const bob = await peer('bob')
  alice.hello = NEWER
  await alice.restart()
  await alice.listens()
  const { invite } = await alice.api.invite.create({ circle: alice.circle })
  const { request } = await bob.api.join.request({ invite })
  const told = await until('bob is told', [bob], async () => {
    const [line] = await bob.api.join.list({})
    return line?.misunderstood ?? undefined
  })
  expect(told).toEqual({ theirs: 'newer', program: '4.2.0' })
  expect(await refusalOf(bob.api.join.wait({ request, seconds: 1 }))).toBe('newer-program')
  bob.hello = NEWER
  await bob.restart()
  await bob.api.join.resume({})
  await knockOf(alice, request)
})

test('an invitation of a newer program says so', async () => {
  const bob = await peer('bob')
  expect(await refusalOf(bob.api.join.request({ invite: 'nst9-AAAA' }))).toBe('newer-version')
})

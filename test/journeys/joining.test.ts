import { expect, it } from 'vitest'
import { decodeInvite, encodeInvite } from '../../src/node/invitation/invite.ts'
import {
  agreeOn,
  circleOf,
  expectQuiet,
  inStep,
  knockOf,
  lets,
  peer,
  refusalOf,
  until,
  type Peer,
} from '../helpers/nodes.ts'

const HOUR = 3_600_000
const waits = (one: Peer, request: string) => refusalOf(one.api.join.wait({ request, seconds: 20 }))
const names = async (one: Peer) =>
  (await one.api.circle.show({ circle: one.circle })).members.map(({ name }) => name).toSorted()

async function founder(): Promise<{ ana: Peer; circle: string; invites: () => Promise<string> }> {
  const [ana] = (await circleOf('Ana')) as [Peer]
  await ana.listens()
  const { circle } = ana
  return { ana, circle, invites: async () => (await ana.api.invite.create({ circle })).invite }
}

it('an invite that was used admits no one else', async () => {
  const { ana, circle, invites } = await founder()
  const invite = await invites()
  const [ben, cleo, dora] = await Promise.all([peer('Ben'), peer('Cleo'), peer('Dora')])
  const [bens, cleos] = [await ben.api.join.request({ invite }), await cleo.api.join.request({ invite })]
  await knockOf(ana, cleos.request)
  await knockOf(ana, bens.request)
  await ana.api.invite.confirm({ circle, request: bens.request, code: bens.code })
  expect(await ben.api.join.wait({ request: bens.request, seconds: 20 })).toMatchObject({ state: 'joined' })
  // Cleo waited at the same door; Dora comes later.
  expect(await waits(cleo, cleos.request)).toBe('invite-used')
  const doras = await dora.api.join.request({ invite })
  expect(await waits(dora, doras.request)).toBe('invite-used')
  expect(await refusalOf(ana.api.invite.confirm({ circle, request: cleos.request }))).toBe('invite-used')
  expect(await refusalOf(ana.api.invite.confirm({ circle, request: doras.request }))).toBe('no-such-request')
  expect(await refusalOf(ana.api.invite.revoke({ circle, invite }))).toBe('invite-used')
  await inStep(ana, ben)
  expect(await names(ana)).toEqual(['Ana', 'Ben'])
  expect(await cleo.api.circle.list({})).toEqual([])
  expectQuiet(ana, ben, cleo, dora)
})

it('an invite that expired or was taken back admits no one, and they are told which', async () => {
  const { ana, circle, invites } = await founder()
  const { invite: short } = await ana.api.invite.create({ circle, validFor: 60 })
  const taken = await invites()
  const [ben, cleo, dora] = await Promise.all([peer('Ben'), peer('Cleo'), peer('Dora')])
  const cleos = await cleo.api.join.request({ invite: taken })
  await knockOf(ana, cleos.request)
  const early = await dora.api.join.request({ invite: short })
  await knockOf(ana, early.request)
  ana.now += HOUR

  // Ben's clock is slow: it is Ana's that tells.
  const bens = await ben.api.join.request({ invite: short })
  expect(await waits(ben, bens.request)).toBe('invite-expired')
  expect(await refusalOf(ana.api.invite.confirm({ circle, request: early.request }))).toBe('invite-expired')
  ben.now += 2 * HOUR
  const { invite: another, id: anothers } = await ana.api.invite.create({ circle, validFor: 60 })
  expect(await refusalOf(ben.api.join.request({ invite: another }))).toBe('invite-expired')

  const open = await ana.api.invite.open({ circle })
  expect(open).toHaveLength(2)
  const [first, second] = open
  expect(second?.invite).toBe(anothers)
  expect(await ana.api.invite.revoke({ circle, invite: first?.invite ?? taken })).toMatchObject({ state: 'revoked' })
  expect(await ana.api.invite.open({ circle })).toEqual([second])
  expect(await waits(cleo, cleos.request)).toBe('invite-revoked')
  expect(await refusalOf(ana.api.invite.confirm({ circle, request: cleos.request }))).toBe('invite-revoked')
  expect(await names(ana)).toEqual(['Ana'])
  expectQuiet(ana, ben, cleo, dora)
})

it('someone between them who puts their own request in its place shows by other words', async () => {
  const { ana, circle, invites } = await founder()
  const invite = await invites()
  // Mallory reads the mail: Cleo gets an invite that leads to Mallory, who asks Ana in Cleo's name.
  const [cleo, mallory] = [await peer('Cleo'), await peer('Cleo')]
  const decoded = decodeInvite(invite)
  if (!decoded.ok) throw new Error(decoded.refusal.code)
  const forged = encodeInvite({ ...decoded.value, addresses: [await mallory.listens()] })
  const cleos = await cleo.api.join.request({ invite: forged })
  const mallorys = await mallory.api.join.request({ invite })
  const onAnasScreen = await knockOf(ana, mallorys.request)
  expect(onAnasScreen.name).toBe('Cleo')
  expect(onAnasScreen.code).not.toBe(cleos.code)

  const confirming = { circle, request: mallorys.request, code: cleos.code }
  expect(await refusalOf(ana.api.invite.confirm(confirming))).toBe('wrong-code')
  await ana.api.invite.revoke({ circle, invite })
  expect(await waits(mallory, mallorys.request)).toBe('invite-revoked')
  expect(await names(ana)).toEqual(['Ana'])
  expect(await mallory.api.circle.list({})).toEqual([])
})

it('a wait outlives both nodes, and ends where the newcomer says so', async () => {
  const { ana, circle, invites } = await founder()
  const invite = await invites()
  const address = await ana.listens()
  await ana.close()
  const ben = await peer('Ben')
  const asked = await ben.api.join.request({ invite })
  expect(await refusalOf(ben.api.join.wait({ request: asked.request, seconds: 0 }))).toBe('not-joined-yet')
  await ben.restart()
  expect(await ben.api.join.list({})).toMatchObject([{ request: asked.request, code: asked.code, state: 'waiting' }])

  // Ana is back at the same place; Ben's node looks for her again.
  await ana.open()
  await ana.api.network.listen({ listen: address.slice(address.indexOf('@') + 1) })
  expect(await ben.api.join.request({ invite })).toMatchObject({ request: asked.request, code: asked.code })
  expect(await knockOf(ana, asked.request)).toMatchObject({ name: 'Ben', code: asked.code, state: 'waiting' })
  await ana.restart()
  expect(await knockOf(ana, asked.request)).toMatchObject({ code: asked.code, state: 'waiting' })
  await ana.api.network.listen({ listen: address.slice(address.indexOf('@') + 1) })

  expect(await ben.api.join.cancel({ request: asked.request })).toMatchObject({ state: 'cancelled' })
  expect(await waits(ben, asked.request)).toBe('join-cancelled')
  // The cancelled wait is told when they next meet; the invite is as good as before.
  const again = await ben.api.join.request({ invite })
  expect(again.request).not.toBe(asked.request)
  expect(again.code).not.toBe(asked.code)
  await knockOf(ana, again.request)
  await until('Ana knows that Ben took his first request back', [ana], async () =>
    (await knockOf(ana, asked.request)).state === 'cancelled' ? true : undefined,
  )
  expect(await refusalOf(ana.api.invite.confirm({ circle, request: asked.request }))).toBe('request-cancelled')
  await ana.api.invite.confirm({ circle, request: again.request, code: again.code })
  expect(await ben.api.join.wait({ request: again.request, seconds: 20 })).toMatchObject({ state: 'joined' })
  expect(await refusalOf(ben.api.join.cancel({ request: again.request }))).toBe('already-done')
  await inStep(ana, ben)
  expect(await names(ben)).toEqual(['Ana', 'Ben'])
  expectQuiet(ana, ben)
})

it('a node that is up again looks for those it waits for, without being asked anything else', async () => {
  const { ana, circle, invites } = await founder()
  const invite = await invites()
  const [address, at] = [await ana.listens(), (text: string) => text.slice(text.indexOf('@') + 1)]
  await ana.close()
  const ben = await peer('Ben')
  const { request, code } = await ben.api.join.request({ invite })
  await ben.restart()
  await ana.open()
  await ana.api.network.listen({ listen: at(address) })
  expect(await ben.api.join.resume({})).toEqual({ waiting: 1 })
  await knockOf(ana, request)

  // Let in, and gone before the circle was there.
  await ana.api.invite.confirm({ circle, request, code })
  await until('Ben has the keys', [ben], () => ben.node.sessions()[0])
  await ben.restart()
  expect(await ben.api.join.resume({})).toEqual({ waiting: 1 })
  expect(await ben.api.join.wait({ request, seconds: 20 })).toMatchObject({ state: 'joined' })
  await inStep(ana, ben)
  expect(await ben.api.join.resume({})).toEqual({ waiting: 0 })
  expectQuiet(ana)
})

it('whoever was let in can let others in, and they get all that was said before', async () => {
  const [ana, ben] = (await circleOf('Ana', 'Ben')) as [Peer, Peer]
  await agreeOn([ana, ben])
  await ana.close()
  const dora = await peer('Dora')
  await lets(ben, dora)
  await inStep(ben, dora)
  const { items } = await dora.api.agreement.list({ circle: dora.circle })
  expect(items).toMatchObject([{ title: 'Tuesday kitchen' }])
  await ana.open()
  await ana.api.network.connect({ address: await dora.listens() })
  await inStep(ana, ben, dora)
  expect(await names(ana)).toEqual(['Ana', 'Ben', 'Dora'])
})

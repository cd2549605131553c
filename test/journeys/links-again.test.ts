import { expect, it } from 'vitest'
import {
  acceptOffer,
  agreeAcross,
  inStepIn,
  linkAt,
  linkCircles,
  REVIEW,
  sendsDelegate,
  TERMS,
  circleNamed,
} from '../helpers/linked-nodes.ts'
import { expectQuiet, lets, refusalOf, until, type Peer } from '../helpers/nodes.ts'

const ONE_WAY = { ...TERMS, sends: 1, receives: 0 }

it('[Q3] [Q4] who went with a link comes again with the next one, on the same device; nobody reads that they were removed', async () => {
  const [ana] = await circleNamed('Kitchen', 'Ana')
  const [rosa] = await circleNamed('River', 'Rosa')
  const [here, there] = [ana.circle, rosa.circle]
  const stepOf = async () => (await ana.api.home.show({})).waiting.map(({ kind, title }) => `${kind} ${title}`)
  const memberAt = async () =>
    (await rosa.api.circle.show({ circle: there })).members.find(({ name }) => name === 'Ana')
  await linkCircles([ana], [rosa], ONE_WAY)
  expect(await stepOf()).toContain(`link-seat Rosa`)
  await sendsDelegate([ana], [rosa], ana)
  await inStepIn(there, [ana, rosa])

  const end = { circle: there, others: ['Kitchen'], reason: 'For now.', review: REVIEW }
  await agreeAcross(there, [rosa], await rosa.api.link.end(end))
  await until('the kitchen knows', [ana, rosa], async () =>
    (await linkAt(ana, here, there))?.state === 'ended' ? true : undefined,
  )
  expect(await memberAt()).toMatchObject({ linkOver: true, speaksFor: [] })

  await acceptOffer([rosa], [ana], { ...ONE_WAY, sends: 0, receives: 1 })
  await until('both know', [ana, rosa], async () =>
    (await linkAt(rosa, there, here))?.state === 'agreed' ? true : undefined,
  )
  await sendsDelegate([ana], [rosa], ana)
  expect(await memberAt()).toMatchObject({ state: 'joined', linkOver: false, speaksFor: ['Ana'] })

  // What she says from there counts: the river decides with her.
  await inStepIn(there, [ana, rosa])
  const present = { circle: there, title: 'Boats', text: 'Two at a time.', review: REVIEW }
  await agreeAcross(there, [rosa, ana], await rosa.api.proposal.present(present))

  // While she is on leave there the link goes on, and says that nothing waits for her.
  await ana.api.member.leaveOfAbsence({ circle: there })
  await until('the river knows', [ana, rosa], async () =>
    (await linkAt(rosa, there, here))?.received[0]?.person?.isAway === true ? true : undefined,
  )
  expect(await linkAt(rosa, there, here)).toMatchObject({ state: 'active' })
  expectQuiet(ana, rosa)
})

it('[Q10] who is sent, and is removed over there, is no delegate there at either end; home asks to select anew', async () => {
  const [ana, ben] = (await circleNamed('Kitchen', 'Ana', 'Ben')) as [Peer, Peer]
  const [rosa, sam] = (await circleNamed('River', 'Rosa', 'Sam')) as [Peer, Peer]
  const [here, there] = [ana.circle, rosa.circle]
  const stepsOf = async (one: Peer) => (await one.api.home.show({})).waiting.map(({ kind }) => kind)
  const atHome = async () => (await linkAt(ana, here, there))?.sent[0]
  const gone = { people: [{ name: 'Ben' }], hasArrived: false, hasLeft: true }
  await linkCircles([ana, ben], [rosa, sam], ONE_WAY)
  await sendsDelegate([ana, ben], [rosa, sam], ben)
  await inStepIn(there, [rosa, sam, ben])

  // What the seat is, the link says.
  const other = { role: `link:${there}:1`, name: 'Envoy', aim: 'to speak', accountabilities: [], qualities: [] }
  expect(await refusalOf(ana.api.role.describe({ circle: here, ...other, review: REVIEW }))).toBe('no-such-role')

  const removes = (await ben.api.circle.show({ circle: there })).me ?? ''
  const words = { title: 'We go on', text: 'Without Ben.', review: REVIEW }
  const removal = await rosa.api.proposal.present({ circle: there, ...words, removes })
  await agreeAcross(there, [rosa, sam], removal)
  await until('the kitchen knows', [ana, ben, rosa], async () => ((await atHome())?.hasLeft ? true : undefined))
  expect(await atHome()).toMatchObject(gone)
  expect((await linkAt(rosa, there, here))?.received).toMatchObject([{ named: [], over: ['Ben'], person: null }])
  for (const one of [ana, ben]) expect(await stepsOf(one)).toContain('link-seat')

  // They let him in again: he sits there as before, and says so at home.
  await lets(rosa, ben)
  await until('he is there again', [ana, ben, rosa], async () => ((await atHome())?.hasArrived ? true : undefined))
  expect(await stepsOf(ana)).not.toContain('link-seat')
  expect(await linkAt(ana, here, there)).toMatchObject({ state: 'active' })
  expectQuiet(ana, ben, rosa, sam)
})

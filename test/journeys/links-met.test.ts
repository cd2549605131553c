import { expect, it } from 'vitest'
import { blocksOf, missingOn } from '../helpers/disks.ts'
import { testFolder } from '../helpers/folder.ts'
import { acceptOffer, agreeAcross, carries, circleNamed, linkAt, REVIEW, TERMS } from '../helpers/linked-nodes.ts'
import { expectQuiet, meet, until, type Peer } from '../helpers/nodes.ts'
import { testnet } from '../helpers/testnet.ts'

const ONE_WAY = { ...TERMS, sends: 1, receives: 0 }
type Two = [Peer, Peer]

it('[Q2] [Q8] nodes of two circles that only a link joins tell each other what is agreed, and nothing else: no file, and nobody in both', async () => {
  const kitchen = (await circleNamed('Kitchen', 'Ana', 'Ben')) as Two
  const river = (await circleNamed('River', 'Rosa', 'Sam')) as Two
  const [[ana, ben], [rosa]] = [kitchen, river]
  const [here, there] = [ana.circle, rosa.circle]
  const stateAt = async (one: Peer) =>
    one === rosa ? (await linkAt(rosa, there, here))?.state : (await linkAt(one, here, there))?.state
  await agreeAcross(
    here,
    kitchen,
    await ana.api.link.propose({ circle: here, other: there, name: 'River', ...ONE_WAY, review: REVIEW }),
  )
  // The offer itself is brought once, by any way; whoever has it finds whoever made it.
  await carries(ana, here, rosa, there)
  await meet(ana, rosa)
  await agreeAcross(there, river, await rosa.api.link.accept({ circle: there, other: here, review: REVIEW }))
  await until('the kitchen has heard', [...kitchen, rosa], async () =>
    (await stateAt(ben)) === 'agreed' ? true : undefined,
  )

  const words = { title: 'The dam', reason: 'It dries us out.', review: REVIEW }
  await agreeAcross(here, kitchen, await ana.api.trip.object({ circle: here, to: 'River', ...words }))
  const tripAt = async (one: Peer, circle: string) => (await one.api.trip.list({ circle })).items[0]
  const came = await until('it is in the river', [ana, rosa], async () => tripAt(rosa, there))
  const answer = { title: 'We open it', text: 'On Sundays.', review: REVIEW }
  await agreeAcross(there, river, await rosa.api.trip.answer({ circle: there, objection: came.objection, ...answer }))
  await until('the answer is home', [ana, rosa], async () => (await tripAt(ana, here))?.answers[0])

  const end = { circle: here, others: ['River'], reason: 'We have what we need.', review: REVIEW }
  await agreeAcross(here, kitchen, await ana.api.link.end(end))
  await until('the river has heard', [ana, rosa], async () => ((await stateAt(rosa)) === 'ended' ? true : undefined))
  expect((await linkAt(rosa, there, here))?.endedBy).toBe('there')
  const [ours, theirs] = [await blocksOf(ana, here), await blocksOf(rosa, there)]
  expect(await missingOn(rosa, ours)).toBe(ours.length)
  expect(await missingOn(ana, theirs)).toBe(theirs.length)
  expectQuiet(...kitchen, ...river)
})

it('[Q8] over the internet they find each other by what both consents say, first by the offer', async () => {
  const net = await testnet()
  const [ana] = await circleNamed('Kitchen', 'Ana')
  const [rosa] = await circleNamed('River', 'Rosa')
  await acceptOffer([ana], [rosa])
  await Promise.all([ana.goesAbroad(net), rosa.goesAbroad(net)])
  await until('the kitchen has heard', [ana, rosa], async () =>
    (await linkAt(ana, ana.circle, rosa.circle))?.state === 'agreed' ? true : undefined,
  )
  // Both begin anew: what was the offer's is over, and they meet by what only these two circles know.
  await Promise.all([ana.restart(), rosa.restart()])
  const end = { circle: ana.circle, others: ['Rosa'], reason: 'Enough.', review: REVIEW }
  await agreeAcross(ana.circle, [ana], await ana.api.link.end(end))
  await Promise.all([ana.goesAbroad(net), rosa.goesAbroad(net)])
  await until('the river has heard', [ana, rosa], async () =>
    (await linkAt(rosa, rosa.circle, ana.circle))?.state === 'ended' ? true : undefined,
  )
  expect(await rosa.api.circle.list({})).toHaveLength(1)
  expectQuiet(ana, rosa)
})

it('[Q2] [Q8] two who never meet come by the same stick: each takes in what the other circle says, and nobody else can read it', async () => {
  const [ana] = await circleNamed('Kitchen', 'Ana')
  const [rosa] = await circleNamed('River', 'Rosa')
  const [lea] = await circleNamed('Lake', 'Lea')
  await acceptOffer([ana], [rosa])
  const folder = await testFolder()
  const visit = async (one: Peer) => (await one.api.stick.sync({ folder })).told
  expect([await visit(rosa), await visit(lea), await visit(ana), await visit(ana)]).toEqual([0, 0, 1, 0])
  expect((await linkAt(ana, ana.circle, rosa.circle))?.state).toBe('agreed')
  const end = { circle: ana.circle, others: ['Rosa'], reason: 'Enough.', review: REVIEW }
  await agreeAcross(ana.circle, [ana], await ana.api.link.end(end))
  expect([await visit(ana), await visit(rosa)]).toEqual([0, 1])
  expect((await linkAt(rosa, rosa.circle, ana.circle))?.state).toBe('ended')
  expectQuiet(ana, rosa, lea)
})

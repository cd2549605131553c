import { expect, it } from 'vitest'
import { blocksOf, missingOn } from '../helpers/disks.ts'
import {
  agreeAcross,
  circleNamed,
  inStepIn,
  linkAt,
  linkCircles,
  REVIEW,
  sendsDelegate,
  TERMS,
} from '../helpers/linked-nodes.ts'
import { expectQuiet, until, type Peer } from '../helpers/nodes.ts'

type Two = [Peer, Peer]
const ONE_WAY = { ...TERMS, sends: 1, receives: 0 }

it('[Q3] [Q4] three organisations form a circle of delegates; one leaves at once by its own consent, and nothing of its log was ever on a disk of others', async () => {
  const [kitchen, river, lake] = (await Promise.all([
    circleNamed('Kitchen', 'Ana', 'Ben'),
    circleNamed('River', 'Rosa', 'Sam'),
    circleNamed('Lake', 'Lea', 'Luc'),
  ])) as [Two, Two, Two]
  const [tom] = await circleNamed('Table', 'Tom')
  const [ana, ben] = kitchen
  const [here, table] = [ana.circle, tom.circle]
  const delegates: Peer[] = []
  for (const [first, delegate] of [kitchen, river, lake]) {
    const [ours, theirs] = [
      [first, delegate],
      [tom, ...delegates],
    ] as [[Peer, ...Peer[]], [Peer, ...Peer[]]]
    await linkCircles(ours, theirs, ONE_WAY)
    await sendsDelegate(ours, theirs, delegate)
    delegates.push(delegate)
  }
  const all = [tom, ...delegates]
  const present = { circle: table, title: 'One well', text: 'All three use it.', review: REVIEW }
  await agreeAcross(table, all, await tom.api.proposal.present(present))

  // The kitchen leaves: nobody else is asked, and nothing of the others is needed for it.
  await agreeAcross(
    here,
    kitchen,
    await ana.api.link.end({ circle: here, others: ['Tom'], reason: 'Enough.', review: REVIEW }),
  )
  await until('the table knows', all, async () =>
    (await linkAt(tom, table, here))?.state === 'ended' ? true : undefined,
  )
  const others = all.filter((one) => one !== ben)
  await inStepIn(table, others)
  const { members } = await tom.api.circle.show({ circle: table })
  expect(members.find(({ name }) => name === 'Ben')).toMatchObject({ state: 'left' })
  await agreeAcross(table, others, await tom.api.proposal.present({ ...present, title: 'Two wells' }))

  // What her node told by itself, of the end, may still be on its way to him.
  await inStepIn(here, kitchen)
  const blocks = await blocksOf(ana, here)
  expect(blocks.length).toBeGreaterThan(10)
  // They count the same before all that holds it is on his disk.
  await expect.poll(async () => missingOn(ben, blocks), { timeout: 20_000 }).toBe(0)
  for (const stranger of [tom, ...river, ...lake]) expect(await missingOn(stranger, blocks)).toBe(blocks.length)
  expectQuiet(...kitchen, ...river, ...lake, tom)
})

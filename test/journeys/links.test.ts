import { expect, it } from 'vitest'
import {
  agreeAcross,
  circleNamed,
  inStepIn,
  linkAt,
  linkCircles,
  REVIEW,
  sendsDelegate,
  TERMS,
  carries,
} from '../helpers/linked-nodes.ts'
import { expectQuiet, refusalOf, until, type Peer } from '../helpers/nodes.ts'

type Four = [Peer, Peer, Peer, Peer]

it('[Q1] [Q3] [Q4] two independent circles of four link, decide something across the link, and unlink', async () => {
  const kitchen = (await circleNamed('Kitchen', 'Ana', 'Ben', 'Cleo', 'Dan')) as Four
  const river = (await circleNamed('River', 'Rosa', 'Sam', 'Tia', 'Uma')) as Four
  const [ana, ben] = kitchen
  const [rosa, sam] = river
  const [here, there] = [ana.circle, rosa.circle]
  await linkCircles(kitchen, river)
  expect([await linkAt(ana, here, there), await linkAt(rosa, there, here)]).toMatchObject([
    { state: 'agreed' },
    { state: 'agreed' },
  ])

  await sendsDelegate(kitchen, river, ben)
  const riverAndBen = [...river, ben]
  await inStepIn(there, riverAndBen)
  // The river's next decision asks Ben too, and stands on his consent.
  const present = { circle: there, title: 'Clean water', text: 'Nobody empties anything into it.', review: REVIEW }
  const agreement = await agreeAcross(there, riverAndBen, await rosa.api.proposal.present(present))
  const { certificate } = await rosa.api.certificate.export({ agreement })
  expect(JSON.parse(certificate)).toMatchObject({ responses: { length: 5 } })

  // Sam comes to the kitchen in turn; then both ends see the same.
  await sendsDelegate([...river, ben], kitchen, sam)
  await until('both ends say that it is active', [ana, rosa, ben, sam], async () => {
    const ends = [await linkAt(ana, here, there), await linkAt(rosa, there, here)]
    return ends.every((end) => end?.state === 'active') ? true : undefined
  })
  const files = await Promise.all([ana, ben, rosa].map(async (one) => one.api.circle.list({})))
  expect(files.map(({ length }) => length)).toEqual([1, 2, 1])

  // The kitchen ends it alone: the river is not asked, and hears of it by who is in both.
  const end = await ana.api.link.end({
    circle: here,
    others: ['Rosa'],
    reason: 'We have what we need.',
    review: REVIEW,
  })
  await agreeAcross(here, [...kitchen, sam], end)
  await until('the river knows that it has ended', [rosa, ben, sam], async () =>
    (await linkAt(rosa, there, here))?.state === 'ended' ? true : undefined,
  )
  const news = (await rosa.api.home.show({})).news.flatMap(({ items }) => items)
  expect(news).toContainEqual(expect.objectContaining({ kind: 'link-ended', text: 'We have what we need.' }))
  const kept = (await rosa.api.logbook.list({ circle: there, kinds: ['link'] })).items
  expect(kept).toMatchObject([{ state: 'settled', became: 'ended', review: null, due: null }])
  expect(await linkAt(ana, here, there)).toMatchObject({ state: 'ended', endedBy: 'here' })
  expect(await linkAt(rosa, there, here)).toMatchObject({ state: 'ended', endedBy: 'there' })
  await inStepIn(there, riverAndBen)
  const { members } = await rosa.api.circle.show({ circle: there })
  expect(members.find(({ name }) => name === 'Ben')).toMatchObject({ state: 'left' })
  expect(await refusalOf(ben.api.proposal.present({ ...present, title: 'Still here' }))).toBe('not-a-member')
  expectQuiet(...kitchen, ...river)
})

it('[Q2] a statement is carried as a text, taken once, and refused where it is for nobody here or was changed', async () => {
  const kitchen = await circleNamed('Kitchen', 'Ana', 'Ben')
  const river = await circleNamed('River', 'Rosa', 'Sam')
  const [ana] = kitchen
  const [rosa] = river
  const [here, there] = [ana.circle, rosa.circle]
  await agreeAcross(
    here,
    kitchen,
    await ana.api.link.propose({ circle: here, other: there, name: 'River', ...TERMS, review: REVIEW }),
  )
  const { text } = await ana.api.statement.export({ circle: here, other: 'River' })
  expect(await refusalOf(ana.api.statement.import({ text }))).toBe('not-your-circle')
  expect(await refusalOf(rosa.api.statement.import({ text: text.replace('share the river', 'sell the river') }))).toBe(
    'bad-statement',
  )
  expect(await refusalOf(rosa.api.statement.import({ text: 'hello' }))).toBe('bad-statement')
  expect(await carries(ana, here, rosa, there)).toBe(1)
  expect(await carries(ana, here, rosa, there)).toBe(0)
  expect((await rosa.api.statement.list({ circle: there })).items).toMatchObject([
    { kind: 'link', from: here, fromName: 'Kitchen', toldBy: 'Rosa' },
  ])
  expect((await rosa.api.link.list({ circle: there })).items).toMatchObject([
    { state: 'consented-there', name: 'Kitchen', terms: TERMS },
  ])
  expect(await refusalOf(rosa.api.link.accept({ circle: there, other: 'nobody', review: REVIEW }))).toBe('no-such-link')
  expectQuiet(...kitchen, ...river)
})

it('[Q12] an end is heard though the clock of the device that closed it was dead', async () => {
  const [kitchen, river] = [await circleNamed('Kitchen', 'Ana'), await circleNamed('River', 'Rosa')]
  const [[ana], [rosa]] = [kitchen, river]
  const [here, there] = [ana.circle, rosa.circle]
  await linkCircles(kitchen, river)
  const now = ana.now
  ana.now = 0
  const end = { circle: here, others: ['Rosa'], reason: 'We have what we need.', review: REVIEW }
  await agreeAcross(here, kitchen, await ana.api.link.end(end))
  ana.now = now
  expect(await carries(ana, here, rosa, there)).toBeGreaterThan(0)
  expect(await linkAt(rosa, there, here)).toMatchObject({ state: 'ended', endedBy: 'there' })
})

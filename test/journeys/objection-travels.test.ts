import { expect, it } from 'vitest'
import { agreeAcross, circleNamed, linkCircles, REVIEW, sendsDelegate, TERMS } from '../helpers/linked-nodes.ts'
import { expectQuiet, meet, until, type Peer } from '../helpers/nodes.ts'

const ONE_WAY = { ...TERMS, sends: 1, receives: 0 }

it('[Q6] [Q7] an objection travels two links up, and its answer comes home, while one node on the way is away for most of it', async () => {
  const kitchen = (await circleNamed('Kitchen', 'Ana', 'Ben')) as [Peer, Peer]
  const river = (await circleNamed('River', 'Rosa', 'Sam')) as [Peer, Peer]
  const lake = (await circleNamed('Lake', 'Lea', 'Luc')) as [Peer, Peer]
  const [ana, ben] = kitchen
  const [rosa, sam] = river
  const [lea] = lake
  const [here, middle, there] = [ana.circle, rosa.circle, lea.circle]
  await linkCircles(kitchen, river, ONE_WAY)
  await sendsDelegate(kitchen, river, ben)
  await linkCircles([...river, ben], lake, ONE_WAY)
  await sendsDelegate([...river, ben], lake, sam)

  const words = {
    title: 'The dam',
    reason: 'It dries us out.',
    concerns: 'Whoever looks after the lake',
    review: REVIEW,
  }
  await agreeAcross(here, kitchen, await ana.api.trip.object({ circle: here, to: 'Rosa', ...words }))
  const tripAt = async (one: Peer, circle: string) => (await one.api.trip.list({ circle })).items[0]
  await until('it is in the river', [rosa, ben], async () => tripAt(rosa, middle))
  // From now on Ben, the only one who is in the kitchen and the river, is away.
  await ben.close()
  const { objection = '' } = (await tripAt(rosa, middle)) ?? {}
  await rosa.api.trip.pass({ circle: middle, objection, to: 'Lea', reason: 'The lake is theirs.' })
  await until('it is in the lake', [rosa, sam, lea], async () => tripAt(lea, there))
  expect(await tripAt(lea, there)).toMatchObject({
    fromName: 'Kitchen',
    text: 'It dries us out.',
    hops: [{ name: 'River' }],
  })
  const answer = { title: 'We open it', text: 'On Sundays.', review: REVIEW }
  await agreeAcross(there, [...lake, sam], await lea.api.trip.answer({ circle: there, objection, ...answer }))
  await until('the answer is in the river', [rosa, sam], async () => (await tripAt(rosa, middle))?.answers[0])
  expect((await tripAt(ana, here))?.answers).toEqual([])

  await ben.open()
  await meet(rosa, ben)
  await meet(ana, ben)
  await until('the answer is home', [ana, ben, rosa], async () => (await tripAt(ana, here))?.answers[0])
  const news = (await ana.api.home.show({})).news.flatMap(({ items }) => items)
  expect(news).toContainEqual(expect.objectContaining({ kind: 'link-answered', person: 'Lake', text: 'On Sundays.' }))
  const way = [{ circle: middle, name: 'River' }]
  expect(await tripAt(ana, here)).toMatchObject({
    as: 'ours',
    to: { circle: middle },
    answers: [{ from: there, fromName: 'Lake', text: 'On Sundays.', came: way, hops: way }],
  })
  expect(await tripAt(rosa, middle)).toMatchObject({
    passed: [{ to: there, by: 'Rosa' }],
    answers: [{ fromName: 'Lake' }],
  })
  expect(await tripAt(lea, there)).toMatchObject({ as: 'here', hops: way, answered: expect.any(String) as string })
  // Each circle on the way remembers the trip where it looks for what happened.
  const remembered = async (one: Peer, circle: string) => {
    const kinds = ['objection' as const, 'passed-on' as const, 'answer' as const]
    const { items } = await one.api.logbook.list({ circle, kinds })
    // Two circles' clocks are not one: which stands first is not said.
    return items
      .map(({ kind, way: theWay }) => ({ kind, way: theWay }))
      .toSorted((a, b) => a.kind.localeCompare(b.kind))
  }
  const whole = ['Kitchen', 'River', 'Lake', 'River', 'Kitchen']
  // How far it went is known at home now, with what was sent too.
  const sent = { kind: 'objection', way: whole }
  expect(await remembered(ana, here)).toEqual([{ kind: 'answer', way: whole }, sent])
  expect((await remembered(rosa, middle)).map(({ kind }) => kind)).toEqual(['answer', 'objection', 'passed-on'])
  const came = { kind: 'objection', way: ['Kitchen', 'River', 'Lake'] }
  expect(await remembered(lea, there)).toEqual([{ kind: 'answer', way: whole }, came])
  expectQuiet(...kitchen, ...river, ...lake)
})

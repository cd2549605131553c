import { expect, it } from 'vitest'
import { peer, refusalOf, type Peer } from '../../helpers/nodes.ts'

const agreedOn = async (ana: Peer, proposal: string) => {
  await ana.api.round.open({ proposal })
  await ana.api.response.consent({ proposal })
  return (await ana.api.round.close({ proposal })).agreement
}

it('[L4] evaluates, renews with concerns as criteria, changes and ends what one agreed; what has ended is not renewed', async () => {
  const ana = await peer('Ana')
  const { circle } = await ana.api.circle.create({ name: 'Kitchen', aim: 'to cook' })
  const terms = { circle, title: 'Soup', text: 'On Sundays.', criteria: ['It is warm.'], review: '2026-09-01' }
  const first = await agreedOn(ana, (await ana.api.proposal.present(terms)).proposal)
  await ana.api.concern.add({ about: first, text: 'It is loud.' })
  const { evaluation } = await ana.api.agreement.evaluate({
    agreement: first,
    results: [{ criterion: '1', well: 'met' }],
  })
  expect((await ana.api.agreement.show({ agreement: first })).evaluations).toMatchObject([
    { evaluation, results: [{ criterion: 'It is warm.', well: 'met', text: null }] },
  ])
  expect(await refusalOf(ana.api.agreement.evaluate({ agreement: first }))).toBe('empty-text')

  const { proposal } = await ana.api.agreement.renew({ agreement: first, concerns: true })
  expect(await ana.api.proposal.show({ proposal })).toMatchObject({
    title: 'Soup',
    criteria: ['It is warm.', 'It is loud.'],
    review: '2027-03-01',
    means: { agreement: first, how: 'renewed' },
  })
  expect((await ana.api.proposal.show({ proposal: 'Soup' })).proposal).toBe(proposal)
  const renewed = await agreedOn(ana, proposal)
  expect(await refusalOf(ana.api.agreement.renew({ agreement: first }))).toBe('not-in-force')
  const change = await ana.api.agreement.change({ agreement: 'Soup', text: 'On Mondays.', review: '2027-01-01' })
  const changed = await agreedOn(ana, change.proposal)
  const end = await ana.api.agreement.end({ agreement: changed, reason: 'Nobody is hungry.' })
  const ended = await agreedOn(ana, end.proposal)
  const { items } = await ana.api.agreement.list({ circle })
  const lines = new Map(items.map((one) => [one.agreement, one]))
  expect([first, renewed, changed, ended].map((id) => lines.get(id)?.became?.how)).toEqual([
    'renewed',
    'changed',
    'ended',
    undefined,
  ])
  expect(lines.get(ended)).toMatchObject({ ends: true, due: null })
  expect((await ana.api.logbook.why({ agreement: ended })).chapters).toHaveLength(4)
  const found = await ana.api.logbook.list({ circle, search: 'hungry', state: 'ended' })
  expect(found.total).toBe(0)
  expect((await ana.api.logbook.list({ circle, search: 'hungry' })).items).toMatchObject([{ kind: 'ending' }])
  expect(await refusalOf(ana.api.logbook.list({ circle, since: '2026-02-31' }))).toBe('not-a-date')
})

it('[L4] what stands goes on standing when it is renewed: a role of the circle, a helping circle, a sub-circle', async () => {
  const ana = await peer('Ana')
  const { circle } = await ana.api.circle.create({ name: 'Kitchen', aim: 'to cook' })
  const review = '2026-09-01'
  const renewed = async (made: { proposal: string }) => {
    const agreement = await agreedOn(ana, made.proposal)
    const again = await ana.api.agreement.renew({ agreement, review: '2027-09-01' })
    return { before: agreement, now: await agreedOn(ana, again.proposal) }
  }
  const role = { circle, name: 'Treasurer', aim: 'The tin', domain: 'Coins', months: 6, review }
  const treasurer = await renewed(await ana.api.role.describe(role))
  const described = async () => (await ana.api.role.show({ circle, role: 'Treasurer' })).described
  expect(await described()).toMatchObject({ aim: 'The tin', domain: 'Coins' })
  const change = await ana.api.agreement.change({ agreement: treasurer.now, text: 'The tin and the book' })
  const changed = await agreedOn(ana, change.proposal)
  expect(await described()).toMatchObject({ aim: 'The tin and the book', domain: 'Coins' })
  // A role that has ended is still called so where it was spoken of.
  const { selection } = await ana.api.selection.open({ circle, role: 'Treasurer' })
  await agreedOn(ana, (await ana.api.agreement.end({ agreement: changed, reason: 'No coins.' })).proposal)
  expect((await ana.api.selection.show({ selection })).name).toBe('Treasurer')
  expect((await ana.api.role.list({ circle })).items).toHaveLength(4)

  const task = { circle, name: 'Tap', mandate: 'Mend it.', members: ['Ana'], due: '2026-06-01', review }
  const helping = await renewed(await ana.api.helpingCircle.propose(task))
  const { items: circles } = await ana.api.helpingCircle.list({ circle })
  const states = new Map(circles.map((one) => [one.helping, one.state]))
  expect([states.get(helping.before), states.get(helping.now)]).toEqual([undefined, 'chartered'])
  // By its old id it is the one that goes on.
  expect((await ana.api.helpingCircle.show({ helping: helping.before })).helping).toBe(helping.now)

  const part = { circle, name: 'Bakers', aim: 'Bread', founder: 'Ana', review }
  const first = await agreedOn(ana, (await ana.api.subCircle.propose(part)).proposal)
  const bakers = await ana.api.subCircle.found({ agreement: first })
  const again = await ana.api.agreement.renew({ agreement: first, review: '2027-09-01' })
  const now = await agreedOn(ana, again.proposal)
  const { items: kin } = await ana.api.subCircle.list({ circle })
  expect(kin).toMatchObject([{ circle: bakers.circle, agreement: now, as: 'sub-circle' }])
  expect(kin).toHaveLength(1)
})

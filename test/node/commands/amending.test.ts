import { expect, it } from 'vitest'
import { peer, refusalOf } from '../../helpers/nodes.ts'

const kitchen = async () => {
  const ana = await peer('Ana')
  const { circle } = await ana.api.circle.create({ name: 'Kitchen', aim: 'to cook' })
  const shown = async (proposal: string) => ana.api.proposal.show({ proposal })
  return { ana, circle, shown }
}

it('[P2] changes the review date and what is measured without touching the words', async () => {
  const { ana, circle, shown } = await kitchen()
  const terms = { circle, title: 'Soup', text: 'On Sundays.', criteria: ['It is warm.'], review: '2027-09-01' }
  const { proposal } = await ana.api.proposal.present(terms)
  await ana.api.proposal.amend({ proposal, review: '2026-12-01', criteria: ['It is warm.', 'Nobody is hungry.'] })
  expect(await shown(proposal)).toMatchObject({
    review: '2026-12-01',
    criteria: ['It is warm.', 'Nobody is hungry.'],
    versions: [
      { number: 1, text: 'On Sundays.', review: '2027-09-01', criteria: ['It is warm.'] },
      { number: 2, text: 'On Sundays.', review: '2026-12-01' },
    ],
  })
  const until = { proposal, effect: { until: '2027-01-01' } }
  expect(await refusalOf(ana.api.proposal.amend(until))).toBe('another-matter')
})

it('[P10] shortens the term that somebody is proposed for, and leaves the seat and the person', async () => {
  const { ana, circle, shown } = await kitchen()
  const role = { circle, role: 'facilitator', person: 'Ana', title: 'Ana leads', text: 'For a while.' }
  const { proposal } = await ana.api.role.seat(role)
  await ana.api.proposal.amend({ proposal, text: 'Until June.', effect: { until: '2026-06-01' } })
  expect((await shown(proposal)).effect).toMatchObject({ kind: 'seat', role: 'facilitator', until: '2026-06-01' })
  await ana.api.round.open({ proposal })
  await ana.api.response.consent({ proposal })
  await ana.api.round.close({ proposal })
  const { holders } = await ana.api.role.show({ circle, role: 'facilitator' })
  expect(holders).toMatchObject([{ name: 'Ana', until: '2026-06-01' }])
  const other = (effect: Record<string, string>) => refusalOf(ana.api.proposal.amend({ proposal, effect }))
  expect(await other({ role: 'secretary' })).toBe('another-matter')
  expect(await other({ until: 'soon' })).toBe('not-a-date')
})

it('[P10] says a role, a task and a way in other terms; an aim that is the words stays so', async () => {
  const { ana, circle, shown } = await kitchen()
  const aim = 'Our money is in order.'
  const role = await ana.api.role.describe({ circle, name: 'Treasurer', aim, review: '2027-09-01', domain: 'The tin' })
  const effect = { accountabilities: ['Count'], months: 6, domain: null }
  await ana.api.proposal.amend({ proposal: role.proposal, text: 'We know what we have.', effect })
  expect((await shown(role.proposal)).effect).toMatchObject({ aim: 'We know what we have.', ...effect })
  const task = { name: 'Tap', mandate: 'Mend it.', members: ['Ana'], due: '2026-12-01', review: '2027-09-01' }
  const helping = await ana.api.helpingCircle.propose({ circle, ...task })
  await ana.api.proposal.amend({ proposal: helping.proposal, effect: { due: '2026-12-24' } })
  expect((await shown(helping.proposal)).effect).toMatchObject({ mandate: 'Mend it.', due: '2026-12-24' })
  const lazy = { rule: 'lazy', days: 7, matters: 'Tools' } as const
  const way = await ana.api.way.propose({ circle, way: lazy, title: 'Lazy', text: 'Tools.', review: '2027-09-01' })
  await ana.api.proposal.amend({ proposal: way.proposal, effect: { days: 14 } })
  expect((await shown(way.proposal)).effect).toEqual({ kind: 'way', way: { ...lazy, days: 14 } })
  expect(await refusalOf(ana.api.proposal.amend({ proposal: way.proposal, effect: { days: 0 } }))).toBe('malformed')
})

import { expect, it } from 'vitest'
import { peer, refusalOf } from '../../helpers/nodes.ts'

const terms = (title: string) => ({ title, text: 'As we said.', review: '2027-01-01' })
const DAY = 24 * 60 * 60 * 1000

it('[R9] silence can only be made to count where the circle has agreed to it, and not sooner than that says', async () => {
  const ana = await peer('Ana')
  await ana.api.circle.create({ name: 'Kitchen', aim: 'to cook together' })
  const { circle } = ana
  const { proposal: roof } = await ana.api.proposal.present({ circle, ...terms('The roof') })
  expect(await refusalOf(ana.api.round.open({ proposal: roof, silence: 'absentee' }))).toBe('no-such-way')
  expect((await ana.api.proposal.show({ proposal: roof })).silence).toEqual([])

  const way = { rule: 'absentee', days: 14 } as const
  const { proposal } = await ana.api.proposal.present({ circle, ...terms('Silence'), way })
  await ana.api.round.open({ proposal })
  await ana.api.response.consent({ proposal })
  await ana.api.round.close({ proposal })
  expect((await ana.api.proposal.show({ proposal: roof })).silence).toEqual([
    { rule: 'absentee', days: 14, matters: null },
  ])
  await ana.api.round.open({ proposal: roof, silence: 'absentee', days: 3 })
  const [round] = (await ana.api.proposal.show({ proposal: roof })).rounds
  expect(round?.deadline).toBeGreaterThan((round?.at ?? 0) + 14 * DAY - 1)
  // About the way itself nobody's silence counts.
  const again = await ana.api.proposal.present({ circle, ...terms('Sooner'), way: { rule: 'absentee', days: 1 } })
  expect((await ana.api.proposal.show({ proposal: again.proposal })).silence).toEqual([])
  expect(await refusalOf(ana.api.round.open({ proposal: again.proposal, silence: 'absentee' }))).toBe('no-such-way')
  expect(await refusalOf(ana.api.proposal.present({ circle, ...terms('Odd'), way: { rule: 'x' } as never }))).toBe(
    'malformed',
  )
})

it('a proposal that would lapse says so to whoever is asked, and one that would not says nothing of it', async () => {
  const ana = await peer('Ana')
  const { circle } = await ana.api.circle.create({ name: 'Kitchen', aim: 'to cook together' })
  const trial = await ana.api.proposal.present({ circle, ...terms('A trial'), lapses: true })
  const usual = await ana.api.proposal.present({ circle, ...terms('As usual') })
  expect((await ana.api.proposal.show({ proposal: trial.proposal })).lapses).toBe(true)
  expect(await ana.api.proposal.show({ proposal: usual.proposal })).not.toHaveProperty('lapses')
})

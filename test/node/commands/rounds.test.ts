import { expect, it } from 'vitest'
import { peer, refusalOf } from '../../helpers/nodes.ts'

it('[R6] who answers on a page from before a close is told of the close; who knew of it, that the round is over', async () => {
  const ana = await peer('Ana', 'answers late')
  const { circle } = await ana.api.circle.create({ name: 'Garden', aim: 'to grow food' })
  const { proposal } = await ana.api.proposal.present({
    circle,
    title: 'Water',
    text: 'At dawn.',
    review: '2030-01-01',
  })
  await ana.api.round.open({ proposal })
  await ana.api.response.consent({ proposal })
  const before = (await ana.api.proposal.show({ proposal })).asOf
  await ana.api.round.close({ proposal })
  const after = (await ana.api.proposal.show({ proposal })).asOf
  const object = (asOf: string) => ana.api.response.object({ proposal, reason: 'too early', asOf })
  expect(await refusalOf(object(before))).toBe('closed-meanwhile')
  expect(await refusalOf(object(after))).toBe('round-closed')
})

import { expect, it } from 'vitest'
import { circleOf, inStep, refusalOf } from '../../helpers/nodes.ts'

const terms = { title: 'Tuesdays', text: 'We cook on Tuesdays.', review: '2027-01-01' }

it('[D2.8] what I do not read of somebody is mine alone, lasts, and takes nothing from their voice', async () => {
  const [ana, ben] = await circleOf('Ana', 'Ben')
  if (ana === undefined || ben === undefined) throw new Error('nobody')
  const { circle } = ana
  const { proposal } = await ana.api.proposal.present({ circle, ...terms })
  await inStep(ana, ben)
  await ben.api.proposal.ask({ proposal, text: 'Why Tuesdays?' })
  await inStep(ana, ben)
  const before = await ana.api.circle.show({ circle })
  expect((await ana.api.home.show({})).waiting.map(({ kind }) => kind)).toContain('answer')

  expect(await ana.api.member.block({ circle, person: 'Ben' })).toMatchObject({ person: ben.me, name: 'Ben' })
  expect(await refusalOf(ana.api.member.block({ circle, person: 'Ana' }))).toBe('yourself')
  expect(await refusalOf(ana.api.member.block({ circle, person: 'Nobody' }))).toBe('no-such-person')
  await ana.restart()
  expect((await ana.api.member.list({ circle, blocked: true })).items.map(({ name }) => name)).toEqual(['Ben'])
  // Nothing was said in the circle, and nobody else has it.
  expect((await ana.api.circle.show({ circle })).at).toBe(before.at)
  expect((await ben.api.member.list({ circle, blocked: true })).items).toEqual([])
  expect((await ana.api.home.show({})).waiting.map(({ kind }) => kind)).not.toContain('answer')

  // A question still holds the round open, an objection still is one; only its words stay folded on the first page.
  const [question] = (await ana.api.proposal.show({ proposal })).questions
  expect(question).toMatchObject({ state: 'open', text: 'Why Tuesdays?' })
  await ana.api.proposal.answer({ question: question?.question ?? '', text: 'All are free.' })
  await ana.api.round.open({ proposal })
  await ben.api.network.connect({ address: await ana.listens() })
  await inStep(ana, ben)
  await ben.api.response.object({ proposal, reason: 'I work then' })
  await inStep(ana, ben)
  const [told] = (await ana.api.home.show({})).news.flatMap(({ items }) => items)
  expect(told).toMatchObject({ kind: 'objected', person: 'Ben', text: null })
  expect((await ana.api.home.show({})).waiting).toMatchObject([{ kind: 'integrate', text: null }])
  expect(await refusalOf(ana.api.round.close({ proposal }))).toBe('not-consented')

  await ana.api.member.unblock({ circle, person: 'Ben' })
  expect((await ana.api.home.show({})).waiting).toMatchObject([{ kind: 'integrate', text: 'I work then' }])
})

import { expect, it } from 'vitest'
import { expectQuiet, type Peer } from '../helpers/nodes.ts'
import { together } from '../helpers/node-history.ts'
import { seededCircle } from '../helpers/seeded-circle.ts'

const TERMS = { title: 'Water', text: 'At dawn.', review: '2030-01-01' }

it('[O4] an objection that all others said does not qualify holds the round no more, and everyone is told so', async () => {
  const peers = (await seededCircle('set aside', 'Ana', 'Ben', 'Cleo')) as [Peer, Peer, Peer]
  const [ana, ben, cleo] = peers
  const { circle } = ana
  const decides = async (proposal: string, people: readonly Peer[]) => {
    await together(peers)
    await ana.api.round.open({ proposal })
    await together(peers)
    for (const one of people) await one.api.response.consent({ proposal })
    await together(peers)
  }
  const way = { rule: 'qualifying' as const, criteria: ['It harms our aim.'] }
  const asked = await ana.api.way.propose({ circle, way, title: 'We test', text: 'We test.', review: '2030-01-01' })
  await decides(asked.proposal, peers)
  await ana.api.round.close({ proposal: asked.proposal })
  const { proposal } = await ana.api.proposal.present({ circle, ...TERMS })
  await decides(proposal, [ana, ben])
  const { objection } = await cleo.api.response.object({ proposal, reason: 'I do not like it.' })
  await together(peers)
  const kinds = async (one: Peer) =>
    (await one.api.home.show({})).waiting.filter((step) => step.proposal === proposal).map(({ kind }) => kind)
  expect(await kinds(ana)).toEqual(['integrate'])
  await ana.api.objection.test({ objection, qualifies: false, reason: 'Taste harms nothing.' })
  await together(peers)
  expect((await ben.api.proposal.show({ proposal })).aside).toBeUndefined()
  await ben.api.objection.test({ objection, qualifies: false, reason: 'It names no harm.' })
  await together(peers)
  for (const one of peers) {
    expect((await one.api.proposal.show({ proposal })).aside).toEqual([cleo.me])
    expect(await kinds(one)).toEqual(['close-aside'])
  }
  await ben.api.round.close({ proposal })
  await together(peers)
  expect((await cleo.api.proposal.show({ proposal })).state).toBe('adopted')
  expectQuiet(...peers)
})

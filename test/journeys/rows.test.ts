import { expect, it } from 'vitest'
import { objectionState } from '../../src/domain/rounds/queries.ts'
import { agreeOn, circleOf, expectQuiet, inStep, meet, type Peer } from '../helpers/nodes.ts'

const terms = (title: string, text = 'As we said.') => ({ title, text, review: '2027-01-01' })

/** Everyone goes away; nobody reaches anybody before they meet again. */
async function apart(...peers: readonly Peer[]): Promise<void> {
  await Promise.all(peers.map((one) => one.restart()))
}

async function together(...peers: readonly Peer[]): Promise<void> {
  await meet(...peers)
  await inStep(...peers)
}

/** A round that everyone named has consented to and nobody has closed. */
async function consented(title: string, peers: readonly Peer[], more: { removes?: string } = {}): Promise<string> {
  const [first] = peers as [Peer]
  const { proposal } = await first.api.proposal.present({ circle: first.circle, ...terms(title), ...more })
  await first.api.round.open({ proposal })
  await inStep(...peers)
  return proposal
}

const stateOf = async (one: Peer, agreement: string) => (await one.api.agreement.show({ agreement })).state

it('[D3 row 1] [D3 row 3] shown to all it is settled, and an objection then leaves it, for the next agenda', async () => {
  const peers = (await circleOf('Ana', 'Ben', 'Cleo')) as [Peer, Peer, Peer]
  const [ana, , cleo] = peers
  const agreement = await agreeOn(peers)
  expect((await ana.api.agreement.list({ circle: ana.circle })).items[0]?.state).toBe('in-force')
  // Each is shown it: looking at the page is what writes that down.
  for (const one of peers) expect(['in-force', 'settled']).toContain(await stateOf(one, agreement))
  await inStep(...peers)
  for (const one of peers) expect(await stateOf(one, agreement)).toBe('settled')
  await cleo.api.agreement.object({ agreement, reason: 'The oven smokes.' })
  await inStep(...peers)
  for (const one of peers) {
    expect(await stateOf(one, agreement)).toBe('settled')
    const { items } = await one.api.backlog.list({ circle: one.circle })
    expect(items.map(({ kind }) => kind)).toContain('objection-to-agreement')
  }
  expectQuiet(...peers)
})

it('[D3 row 6] closed here and laid aside there is contested for all', async () => {
  const peers = (await circleOf('Ana', 'Ben')) as [Peer, Peer]
  const [ana, ben] = peers
  const proposal = await consented('An oven', peers)
  for (const one of peers) await one.api.response.consent({ proposal })
  await inStep(...peers)
  await apart(...peers)
  const { agreement } = await ana.api.round.close({ proposal })
  await ben.api.proposal.end({ proposal, as: 'tabled', reason: 'not in winter' })
  await together(...peers)
  for (const one of peers) {
    expect(await one.api.agreement.show({ agreement })).toMatchObject({
      state: 'contested',
      contests: [{ person: ben.me }],
    })
  }
  expectQuiet(...peers)
})

it('[D3 row 9] [D3 row 10] removed while away: what she says apart is kept and decides nothing, what she closes apart stands', async () => {
  const peers = (await circleOf('Ana', 'Ben', 'Cleo')) as [Peer, Peer, Peer]
  const [ana, ben, cleo] = peers
  const [oven, bench] = [await consented('An oven', peers), await consented('A bench', peers)]
  for (const one of peers) await one.api.response.consent({ proposal: oven })
  const removal = await consented('Without Cleo', peers, { removes: cleo.me })
  for (const one of [ana, ben]) await one.api.response.consent({ proposal: removal })
  await inStep(...peers)
  await apart(...peers)
  await ana.api.round.close({ proposal: removal })
  const { agreement } = await cleo.api.round.close({ proposal: oven })
  const { objection } = await cleo.api.response.object({ proposal: bench, reason: 'It is too heavy.' })
  await meet(ana, ben, cleo)
  await inStep(ana, ben)
  for (const one of [ana, ben]) {
    expect(['in-force', 'settled']).toContain(await stateOf(one, agreement))
    const record = one.session.circle.responses.get(objection)
    expect(record && objectionState(one.session.circle, record)).toBe('kept')
    await one.api.response.consent({ proposal: bench })
  }
  await inStep(ana, ben)
  const without = await ben.api.round.close({ proposal: bench })
  await inStep(ana, ben)
  expect(['in-force', 'settled']).toContain(await stateOf(ana, without.agreement))
  expectQuiet(ana, ben)
})

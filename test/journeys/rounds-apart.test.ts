import { expect, it } from 'vitest'
import { expectQuiet, refusalOf, type Peer } from '../helpers/nodes.ts'
import { together } from '../helpers/node-history.ts'
import { seededCircle } from '../helpers/seeded-circle.ts'

type Three = [Peer, Peer, Peer]
const TERMS = { title: 'Water', text: 'At dawn.', review: '2030-01-01' }

/** Ana and Ben each opened a round without knowing of the other: on the same words, or Ben on words of his own. */
async function askedTwice(seed: string, text?: string) {
  const peers = (await seededCircle(seed, 'Ana', 'Ben', 'Cleo')) as Three
  const [ana, ben] = peers
  const { proposal, version } = await ana.api.proposal.present({ circle: ana.circle, ...TERMS })
  await together(peers)
  const { round: one } = await ana.api.round.open({ proposal })
  const other = text === undefined ? version : (await ben.api.proposal.amend({ proposal, text })).version
  const { round: second } = await ben.api.round.open({ proposal, version: other })
  await together(peers)
  return { peers, proposal, rounds: [one, second] as const, versions: [version, other] as const }
}

const openOn = async (one: Peer, proposal: string) => {
  const page = await one.api.proposal.show({ proposal })
  return [page, ...(page.alsoOpen ?? [])]
}
const waitsFor = async (one: Peer) => (await one.api.home.show({})).waiting.map(({ kind }) => kind)

it('[R7] [R4] of two rounds opened apart on other words each can be answered, and the last word of each person stands', async () => {
  const { peers, proposal, versions } = await askedTwice('other words', 'At dusk.')
  const [ana, ben, cleo] = peers
  for (const one of peers) {
    expect((await openOn(one, proposal)).map(({ version }) => version).toSorted()).toEqual([...versions].toSorted())
    // Nobody is taken to mean the one or the other.
    expect(await refusalOf(one.api.response.consent({ proposal }))).toBe('several-rounds')
  }
  await cleo.api.response.consent({ proposal, version: versions[0] })
  expect(await waitsFor(cleo)).not.toContain('respond')
  await cleo.api.response.consent({ proposal, version: versions[1] })
  const answers = (await openOn(cleo, proposal)).map(({ version, responses }) => [version, responses.length])
  expect(new Map(answers as [string, number][])).toEqual(
    new Map([
      [versions[0], 0],
      [versions[1], 1],
    ]),
  )
  await ana.api.response.consent({ proposal, version: versions[1] })
  await ben.api.response.consent({ proposal, version: versions[1] })
  await together(peers)
  expect(await refusalOf(ana.api.round.close({ proposal, version: versions[0] }))).toBe('not-consented')
  const { agreement } = await ana.api.round.close({ proposal })
  await together(peers)
  for (const one of peers) {
    const page = await one.api.agreement.show({ agreement })
    expect([page.text, page.state]).toEqual(['At dusk.', 'in-force'])
    // Nobody is asked on in the other round.
    expect((await one.api.proposal.show({ proposal })).state).toBe('adopted')
    expect(await waitsFor(one)).not.toContain('respond')
  }
  expectQuiet(...peers)
})

it('[R7] whoever waits in one round for those who answered in the other is told to choose one together', async () => {
  const { peers, proposal, versions } = await askedTwice('each their own', 'At dusk.')
  const [ana, ben, cleo] = peers
  await ana.api.response.consent({ proposal, version: versions[0] })
  await ben.api.response.consent({ proposal, version: versions[1] })
  await together(peers)
  const waiting = async (one: Peer) =>
    (await one.api.home.show({})).waiting
      .filter((step) => step.proposal === proposal)
      .map(({ kind, person }) => [kind, person])
  expect(await waiting(ana)).toEqual([['apart', 'Ben']])
  expect(await waiting(ben)).toEqual([['apart', 'Ana']])
  expect(await waitsFor(cleo)).toContain('respond')
  await ana.api.response.consent({ proposal, version: versions[1] })
  await together(peers)
  expect(await waiting(ana)).toEqual([])
  expect(await waiting(ben)).toEqual([])
  expectQuiet(...peers)
})

it('[R7] of two rounds opened apart on the same words people are asked in one, and can name the other', async () => {
  const { peers, proposal, rounds } = await askedTwice('the same words')
  const [ana, ben, cleo] = peers
  const [first, last] = rounds.toSorted() as [string, string]
  for (const one of peers) expect((await openOn(one, proposal)).map(({ round }) => round)).toEqual([first, last])
  await ana.api.response.consent({ proposal })
  expect((await openOn(ana, proposal)).map(({ responses }) => responses.length)).toEqual([1, 0])
  for (const one of peers) await one.api.response.consent({ proposal, round: last })
  await together(peers)
  expect(await refusalOf(ben.api.round.close({ proposal, round: first }))).toBe('not-consented')
  // Whoever names none closes the one that can be closed.
  const { agreement } = await cleo.api.round.close({ proposal })
  await together(peers)
  for (const one of peers) expect((await one.api.agreement.show({ agreement })).state).toBe('in-force')
  expect(await refusalOf(ana.api.response.consent({ proposal, round: last }))).toBe('round-closed')
  expectQuiet(...peers)
})

import { expect, it } from 'vitest'
import { formatAddress, parseAddress } from '../../src/network/address.ts'
import { Dice } from '../helpers/dice.ts'
import { circleOf, inStep, type Peer } from '../helpers/nodes.ts'
import { roughTcp, roughUdp } from '../helpers/rough-way.ts'

/** More of them with NST_ROUGH, as `npm run soak:rough` does. */
const ROUNDS = Number(process.env['NST_ROUGH'] ?? 1)
const SAID = 12 * ROUNDS
const CUTS = 3 * ROUNDS
const terms = { title: 'Tuesday kitchen', text: 'We cook on Tuesdays. '.repeat(40), review: '2027-01-01' }

/** Two who were in one circle, and are apart now; where the first of them answers. */
async function apart(): Promise<{ ana: Peer; ben: Peer; at: { peer: string; host: string; port: number } }> {
  const [ana, ben] = (await circleOf('Ana', 'Ben')) as [Peer, Peer]
  await Promise.all([ana.restart(), ben.restart()])
  const at = parseAddress(await ana.listens())
  if (at === undefined) throw new Error('no address')
  return { ana, ben, at }
}

async function speaks(one: Peer, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1)
    await one.api.proposal.present({ circle: one.circle, ...terms, title: `${one.name} ${n}` })
}

/** Each has all that both said, and makes the same of it. */
async function expectNothingLost(ana: Peer, ben: Peer, said: number): Promise<void> {
  await inStep(ana, ben)
  for (const one of [ana, ben]) {
    const { items } = await one.api.proposal.list({ circle: one.circle })
    expect(items).toHaveLength(2 * said)
    expect([...one.faults, ...one.warnings]).toEqual([])
  }
}

it.each([1, 2])('seed %i: over UDP that loses, doubles and shuffles packets, people come in step', async (seed) => {
  const { ana, ben, at } = await apart()
  const way = await roughUdp(at, new Dice(seed))
  await Promise.all([speaks(ana, SAID), speaks(ben, SAID)])
  await ben.api.network.connect({ address: formatAddress({ ...at, port: way.port }) })
  await Promise.all([speaks(ana, SAID), speaks(ben, SAID)])
  await expectNothingLost(ana, ben, 2 * SAID)
  expect([way.met.lost > 5, way.met.twice > 5]).toEqual([true, true])
})

it.each([3])('seed %i: over TCP that is slow and cut again and again, people come in step', async (seed) => {
  const { ana, ben, at } = await apart()
  const way = await roughTcp(at, new Dice(seed), { bytes: 8_000, cuts: CUTS })
  await Promise.all([speaks(ana, SAID), speaks(ben, SAID)])
  await ben.api.network.connect({ address: formatAddress({ ...at, port: way.port }) })
  await Promise.all([speaks(ana, SAID), speaks(ben, SAID)])
  await expectNothingLost(ana, ben, 2 * SAID)
  expect(way.met.cut).toBe(CUTS)
})

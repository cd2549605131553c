import { expect, it } from 'vitest'
import { createFold } from '../../src/domain/fold.ts'
import { stateHash } from '../../src/domain/state-hash.ts'
import { Dice } from '../helpers/dice.ts'
import { tools } from '../helpers/devices.ts'
import { liveHistory, together } from '../helpers/node-history.ts'
import { expectQuiet, inStep, type Peer } from '../helpers/nodes.ts'

const one = process.env['NST_SEED']
/** One for fifty of the quick histories on the fold alone. */
const count = Number(process.env['NST_HISTORIES'] ?? 500) / 50
const seeds = one === undefined ? Array.from({ length: count }, (_, index) => index + 1) : [Number(one)]

it.each(seeds)('[S1] history %i on nodes that were apart comes to one state (NST_SEED: it alone)', async (seed) => {
  const peers = await liveHistory(seed)
  const state = await inStep(...peers)
  expect(pureState(peers[0] as Peer, seed)).toEqual({ ...state, waiting: 0 })
  for (const peer of peers) await peer.restart()
  expect(await inStep(...peers)).toEqual(state)
  await together(peers)
  expect(await inStep(...peers)).toEqual(state)
  expectQuiet(...peers)
})

/** What the pure fold makes of the same events, in an order of chance. */
function pureState({ session }: Peer, seed: number) {
  const fold = createFold(session.circle.id, tools)
  const events = session.follower.entries.flatMap((entry) => ('event' in entry ? [entry.event] : []))
  for (const event of new Dice(seed).shuffled(events)) fold.add(event)
  return stateHash(fold.circle, 0, tools.hash)
}

import Corestore from 'corestore'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Bare } from './bare.ts'
import { bareCircle, meetOverUdp, openEnd, untilBare } from './bare-peers.ts'
import { presented, said, upTo } from './life.ts'
import { ratioOf, runsOf, spread, short, type Row, type Runs } from './measured.ts'
import { circleOf, closeAll, inStep, tempFolder, until, valueOf, type Peer } from './peers.ts'

const COUNT = 200
/** What a sealed consent weighs in the log. */
const SEALED_CONSENT = 700
/** Between two measurements: what one leaves to be done afterwards must not fall on the next. */
const PAUSE_MS = 20

/**
 * One consent by the node's own command, until it counts at a second node; against a block of a bare Hypercore, and one
 * of a bare Autobase, which ours is made of. By turns, so that what else the machine does falls on all alike.
 */
export async function measureResponse(count = COUNT): Promise<Row[]> {
  const { folder, remove } = await tempFolder()
  try {
    const all = { core: await hypercore(folder), base: await autobase(folder), node: await twoNodes(folder, count) }
    const [core, base, seen, answered]: number[][] = [[], [], [], []]
    for (const index of upTo(count)) {
      await setTimeout(PAUSE_MS)
      core?.push(await all.core.next(index))
      await setTimeout(PAUSE_MS)
      base?.push(await all.base.next(index))
      await setTimeout(PAUSE_MS)
      const one = await all.node.next(index)
      seen?.push(one.seen)
      answered?.push(one.answered)
    }
    await Promise.all(Object.values(all).map(({ close }) => close()))
    return rows(...([core, base, seen, answered].map((times) => runsOf(times ?? [])) as [Runs, Runs, Runs, Runs]))
  } finally {
    await remove()
  }
}

function rows(core: Runs, base: Runs, seen: Runs, answered: Runs): Row[] {
  const text = (runs: Runs, name = '') => `${spread(runs, 'ms')}, p99 ${short(runs.p99)}${name}`
  const what = 'One response, from the command to seen on a second node'
  return [
    { what, ours: text(seen), baseline: text(core, ', bare Hypercore append'), ratio: ratioOf(seen, core) },
    { what, ours: text(seen), baseline: text(base, ', bare Autobase append'), ratio: ratioOf(seen, base) },
    { what: 'Of that, until the command has answered its person', ours: text(answered), baseline: '', ratio: '' },
  ]
}

type Measured<T> = { readonly next: (index: number) => Promise<T>; readonly close: () => Promise<unknown> }

async function twoNodes(folder: string, count: number): Promise<Measured<{ seen: number; answered: number }>> {
  const peers = await circleOf(folder, ['ana', 'ben'])
  const [ana, ben] = peers as [Peer, Peer]
  const nodes = [ana.node, ben.node]
  const { address } = valueOf(await ana.commands.network.listen({ listen: '127.0.0.1:0' }, {}))
  valueOf(await ben.commands.network.connect({ address }, {}))
  const proposals = await ana.says(upTo(count).map((index) => presented(`Workshop ${index}`)))
  const electorate = [ana.session.me, ben.session.me].sort()
  await ana.says(proposals.map((proposal) => said('round.opened', { proposal, version: proposal, electorate })))
  const before = ana.session.circle.counted.size
  await until(nodes, inStep(peers, before))
  await ana.session.log.base.ack()
  const next = async (index: number) => {
    const start = performance.now()
    let answered = 0
    const here = ben.commands.response.consent({ proposal: proposals[index] ?? '' }, {}).then((given) => {
      answered = performance.now() - start
      return valueOf(given).response
    })
    await until([ana.node], () => ana.session.circle.counted.size === before + index + 1)
    const seen = performance.now() - start
    if (!ana.session.circle.counted.has(await here)) throw new Error('something else was seen')
    await until(nodes, inStep(peers, before + index + 1))
    return { seen, answered }
  }
  return { next, close: () => closeAll(peers) }
}

async function hypercore(folder: string): Promise<Measured<number>> {
  const stores = ['core-writer', 'core-reader'].map((name) => new Corestore(join(folder, name)))
  const [from, to] = stores as [Corestore, Corestore]
  const writer = from.get({ name: 'responses' })
  await writer.ready()
  const reader = to.get({ key: writer.key })
  await reader.ready()
  reader.download({ start: 0, end: -1 })
  const ends = stores.map((store, index) => openEnd(`core ${index}`, (stream) => void store.replicate(stream)))
  await meetOverUdp(ends)
  return {
    async next(index) {
      const start = performance.now()
      const arrived = once(reader, 'download')
      await writer.append(Buffer.alloc(SEALED_CONSENT, index))
      await arrived
      return performance.now() - start
    },
    close: () => Promise.all([...ends.map(({ direct }) => direct.close()), ...stores.map((store) => store.close())]),
  }
}

async function autobase(folder: string): Promise<Measured<number>> {
  const both = (await bareCircle(folder, 2)) as [Bare, Bare]
  const [ana, ben] = both
  const ends = both.map(({ replicate }, index) => openEnd(`base ${index}`, replicate))
  await meetOverUdp(ends)
  return {
    async next(index) {
      const start = performance.now()
      const arrived = untilBare([ana], () => ana.base.view.length > index)
      await ben.base.append(Buffer.alloc(SEALED_CONSENT, 2))
      await arrived
      return performance.now() - start
    },
    close: () => Promise.all([...ends.map(({ direct }) => direct.close()), ...both.map((one) => one.close())]),
  }
}

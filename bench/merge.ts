import { bareCircle, meetOverUdp, openEnd, untilBare } from './bare-peers.ts'
import { presented, said, upTo } from './life.ts'
import { timed, tookRow, type Row, type Took } from './measured.ts'
import { circleOf, closeAll, inStep, meetInMemory, tempFolder, until, valueOf, type Peer } from './peers.ts'

const EACH = 500
const RUNS = 3
const NAMES = ['ana', 'ben', 'cleo', 'dora', 'emil']

/** `count` nodes write apart, each event an append of its own, and then meet: from the call to the same `at` on all. */
export async function measureMerge(count: number, each = EACH, runs = RUNS): Promise<Row> {
  const [ours, bare]: [Took[], Took[]] = [[], []]
  for (const _ of upTo(runs)) {
    const { took, blocks } = await inFolder((folder) => mergeOfNodes(folder, count, each))
    ours.push(took)
    bare.push(await inFolder((folder) => mergeOfBare(folder, blocks)))
  }
  const what = `Merge of ${count} × ${each} events made apart, until all are equal`
  return tookRow(what, 'bare Autobase that only appends, the same blocks', ours, bare)
}

async function mergeOfNodes(
  folder: string,
  count: number,
  each: number,
): Promise<{ took: Took; blocks: Uint8Array[][] }> {
  const peers = await circleOf(folder, NAMES.slice(0, count))
  const [hub, ...others] = peers
  if (hub === undefined) throw new Error('nobody founded it')
  const nodes = peers.map(({ node }) => node)
  const [proposal = ''] = await hub.says([presented('Workshop')])
  const before = hub.session.circle.counted.size
  const part = others.map(({ node }) => meetInMemory(hub.node, node))
  await until(nodes, inStep(peers, before))
  await Promise.all(part.map((leave) => leave()))
  await hub.session.log.base.ack()
  const blocks: Uint8Array[][] = []
  for (const peer of peers) blocks.push(await writeApart(peer, proposal, each))
  const { address } = valueOf(await hub.commands.network.listen({ listen: '127.0.0.1:0' }, {}))
  const took = await timed(async () => {
    const calls = others.map(({ commands }) => commands.network.connect({ address }, {}))
    await until(nodes, inStep(peers, before + count * each))
    await Promise.race(calls)
  })
  await closeAll(peers)
  return { took, blocks }
}

async function writeApart(peer: Peer, proposal: string, each: number): Promise<Uint8Array[]> {
  const blocks: Uint8Array[] = []
  peer.looks()
  for (const index of upTo(each)) {
    const { block } = peer.sign(said('reaction.given', { proposal, text: `${peer.name}, thought ${index}` }))
    valueOf(await peer.session.log.append([block]))
    blocks.push(block)
  }
  await peer.session.follower.settle()
  return blocks
}

async function mergeOfBare(folder: string, blocks: readonly Uint8Array[][]): Promise<Took> {
  const all = await bareCircle(folder, blocks.length)
  const total = blocks.reduce((sum, one) => sum + one.length, 0)
  for (const [index, own] of blocks.entries()) for (const block of own) await all[index]?.base.append(block)
  const ends = all.map(({ replicate }, index) => openEnd(`bare ${index}`, replicate))
  const took = await timed(async () => {
    await meetOverUdp(ends)
    await untilBare(all, () => all.every(({ base }) => base.view.length === total))
  })
  await Promise.all(ends.map(({ direct }) => direct.close()))
  await Promise.all(all.map((one) => one.close()))
  return took
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const { folder, remove } = await tempFolder()
  try {
    return await work(folder)
  } finally {
    await remove()
  }
}

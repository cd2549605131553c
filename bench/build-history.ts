import { lifeOf } from './life.ts'
import { circleOf, closeAll, inStep, meetInMemory, until } from './peers.ts'

/** Where a node with a long history lies, and what opens its circle's log without it. */
export type Built = {
  readonly name: string
  readonly circle: string
  readonly namespace: string
  readonly baseKey: string
  readonly encryptionKey: string
  readonly events: number
}

const ABREAST = 50

/** Makes, in `folder`, the data folder of a founder whose circle of three came to `events` events. All is closed. */
export async function buildHistory(folder: string, events: number): Promise<Built> {
  const names = ['ana', 'ben', 'cleo']
  const peers = await circleOf(folder, names)
  const [ana, ...others] = peers
  if (ana === undefined) throw new Error('nobody founded it')
  for (const { node } of others) meetInMemory(ana.node, node)
  const nodes = peers.map(({ node }) => node)
  const people = peers.map(({ session }) => session.me) as [string, string, string]
  const life = lifeOf(people, ABREAST)
  let counted = ana.session.circle.counted.size
  for (let ids: string[] = []; counted < events;) {
    const turn = life.next(ids)
    if (turn.done === true) break
    const says = turn.value.says.slice(0, events - counted)
    ids = (await peers[turn.value.who]?.says(says)) ?? []
    counted += ids.length
    await until(nodes, inStep(peers, counted))
  }
  await ana.session.log.base.ack()
  const { circle, namespace, baseKey, encryptionKey } = ana.session.keys()
  await closeAll(peers)
  return { name: 'ana', circle, namespace, baseKey, encryptionKey, events: counted }
}

import type { EventType, Body } from '../../src/domain/events.ts'
import { bytesOfHex, hash } from '../../src/log/crypto.ts'
import type { Saying } from '../../src/node/circle-session.ts'
import { anyAct, nextStep } from './acts.ts'
import { Program } from './below-the-rules.ts'
import { Dice } from './dice.ts'
import { until, wire, type Peer } from './nodes.ts'
import { Person } from './people.ts'
import { seededCircle } from './seeded-circle.ts'

const STEPS = 80
const NAMES = ['Ana', 'Ben', 'Cleo', 'Dan'] as const
const TERMS = { driver: null, review: '2027-01-01', criteria: [], owner: null, changes: null, effect: null }

/**
 * A made-up past of four people with nodes: each step somebody speaks, or two of one part meet until both know the
 * same. What anyone knows depends on the seed alone, never on how fast something went. Every third history has a
 * program in it that asks no rule.
 */
export async function liveHistory(seed: number): Promise<Peer[]> {
  const dice = new Dice(seed)
  const peers = await seededCircle(`history ${seed}`, ...NAMES)
  const [first] = peers as [Peer]
  await says(first, ['proposal.presented', { content: { ...TERMS, title: 'First', text: 'We cook together.' } }])
  await together(peers)
  const liar = seed % 3 === 0 ? new Program(peers[1] as Peer) : undefined
  let parts = peers.map(() => 0)
  for (let step = 0; step < STEPS; step += 1) {
    if (dice.happens(15)) parts = peers.map(() => dice.below(2))
    const me = dice.oneOf(peers) as Peer
    if (dice.happens(35)) await hears(me, peers, parts, dice)
    else if (me === liar?.peer) await lies(liar, dice)
    else await speaks(me, dice)
  }
  await together(peers)
  return peers
}

/** All of what each knows reaches each. */
export async function together(peers: readonly Peer[]): Promise<void> {
  const [first, ...others] = peers as [Peer, ...Peer[]]
  for (const other of [...others, ...others]) await meets(first, other)
}

/** Connected in memory for as long as it takes until both have the same in their logs. */
async function meets(one: Peer, other: Peer): Promise<void> {
  const cut = wire(one.node.store, other.node.store)
  await until(`${one.name} and ${other.name} know the same`, [one, other], () =>
    placesOf(one) === placesOf(other) ? true : undefined,
  )
  await cut()
}

const placesOf = ({ session }: Peer): string =>
  session.follower.entries
    .map(({ writer, position }) => `${writer} ${position}`)
    .toSorted()
    .join()

async function hears(me: Peer, peers: readonly Peer[], parts: readonly number[], dice: Dice): Promise<void> {
  const near = peers.filter((other, index) => other !== me && parts[index] === parts[peers.indexOf(me)])
  const other = dice.oneOf(near)
  if (other !== undefined) await meets(me, other)
}

async function speaks(me: Peer, dice: Dice): Promise<void> {
  const act = anything(me, dice)
  if (act !== undefined) await says(me, act)
}

async function says(me: Peer, [type, body]: readonly [string, unknown]): Promise<void> {
  await me.session.say({ type: type as EventType, body: body as Body<EventType> } as Saying)
}

async function lies(program: Program, dice: Dice): Promise<void> {
  const [type, body] = anything(program.peer, dice) ?? ['member.left', { why: 'never' }]
  if (dice.happens(30)) await program.puts(hash(Buffer.from(`noise ${dice.below(1e9)}`)))
  else await program.says(type, body, dice.happens(50) ? { seen: [] } : {})
}

function anything(me: Peer, dice: Dice): readonly [string, unknown] | undefined {
  const proposal = dice.oneOf([...me.session.circle.proposals.values()])
  return proposal && (dice.happens(60) ? nextStep : anyAct)(new Speaking(me), proposal, dice)
}

/** The person of a node, for those who think up what a person may say next. */
class Speaking extends Person {
  readonly peer: Peer

  constructor(peer: Peer) {
    const pair = (publicKey: string) => ({ publicKey: bytesOfHex(publicKey), secretKey: new Uint8Array() })
    const keys = { person: pair(peer.me), sign: pair(peer.session.device), box: '', writer: '' }
    super(peer.name, keys, peer.circle, peer)
    this.peer = peer
  }

  override get circle() {
    return this.peer.session.circle
  }
}

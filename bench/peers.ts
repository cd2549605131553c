import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { portOf } from '../src/backend.ts'
import type { Outcome } from '../src/domain/refusal.ts'
import { writerKeyOf } from '../src/log/circle-log.ts'
import { bytesOfHex, hash, toHex } from '../src/log/crypto.ts'
import { sealEvent } from '../src/log/envelope.ts'
import type { SignedEvent } from '../src/log/signed-event.ts'
import { circleKeysFile } from '../src/node/circle-keys.ts'
import type { CircleSession } from '../src/node/circle-session.ts'
import { deviceCard, deviceKeys, newDeviceSeeds } from '../src/node/identity.ts'
import type { RunningNode } from '../src/node/node.ts'
import { openNode } from '../src/node/open-node.ts'
import { headsOf } from '../src/node/pages/shown.ts'
import { chanceOf } from '../test/helpers/chance.ts'
import type { Saying } from './life.ts'
import { Voice } from './voice.ts'

/** 2030-01-02: no day of a review has come. */
const NOW_MS = 1_893_542_400_000

/** A person's node with one circle, as the real program has it; events are written past its commands, to be quick. */
export class Peer {
  readonly name: string
  readonly node: RunningNode
  readonly session: CircleSession
  readonly voice: Voice
  readonly #epoch: Uint8Array
  readonly #chance: (size: number) => Uint8Array
  /** The newest that others said, for the next event to build on. */
  #heads: readonly string[] = []

  constructor(name: string, node: RunningNode) {
    const [session] = node.sessions()
    if (session === undefined) throw new Error(`${name} has no circle`)
    const keys = session.keys()
    const { circle, device } = session
    this.name = name
    this.node = node
    this.session = session
    this.voice = new Voice(circle.id, device, deviceKeys(keys.device).sign.secretKey, circle.latest.get(device))
    this.#epoch = bytesOfHex(keys.keyring[0]?.key ?? '')
    this.#chance = chanceOf(`${name} seals`)
  }

  get commands() {
    return portOf(this.node)
  }

  looks(): void {
    this.#heads = headsOf(this.session.circle)
  }

  sign(saying: Saying): { signed: SignedEvent; block: Uint8Array } {
    const signed = this.voice.says(saying, this.#heads)
    this.#heads = []
    const where = { circle: this.session.circle.id, writer: toHex(this.session.log.writerKey) }
    return { signed, block: sealEvent(signed, where, this.#epoch, this.#chance(24)) }
  }

  /** In one append, after all that is known here. Answers with the ids. */
  async says(sayings: readonly Saying[]): Promise<string[]> {
    this.looks()
    const all = sayings.map((saying) => this.sign(saying))
    valueOf(await this.session.log.append(all.map(({ block }) => block)))
    await this.session.follower.settle()
    return all.map(({ signed }) => signed.id)
  }
}

export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}

export async function tempFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'nst-bench-'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** Seeded, with the circle's log acked by nobody unless told: an ack on a timer would fall into one run and not another. */
export async function openSeeded(folder: string, name: string): Promise<RunningNode> {
  return valueOf(
    await openNode({
      folder: join(folder, name),
      clock: () => NOW_MS,
      chance: chanceOf(name),
      ackInterval: 0,
      primaryKey: hash(Buffer.from(`${name} store`)),
      warn: (message) => process.stderr.write(`${name}: ${message}\n`),
    }),
  )
}

/** A circle of these people, all of whose nodes have it and can write. The first founded it. */
export async function circleOf(folder: string, names: readonly string[]): Promise<Peer[]> {
  const [first = '', ...others] = names
  const founder = await openSeeded(folder, first)
  valueOf(await founder.createProfile(first))
  const session = valueOf(await founder.found({ name: 'Workshop', aim: 'to mend what is broken', domain: null }))
  const nodes = [founder]
  for (const name of others) nodes.push(await admitted(folder, name, session))
  const peers = nodes.slice(1).map((node) => meetInMemory(founder, node))
  const sessions = nodes.map((node) => node.sessions()[0])
  await until(nodes, () => sessions.every((one) => one?.belongs() === true && one.at() === session.at()))
  await Promise.all(peers.map((part) => part()))
  // Signed by the founder, as its own timer would have it: what comes next is measured from a settled order.
  await session.log.base.ack()
  return nodes.map((node, index) => new Peer(names[index] ?? '', node))
}

/** Past the words of the invitation, which are slow to guess on purpose. */
export async function admitted(folder: string, name: string, founder: CircleSession): Promise<RunningNode> {
  const fresh = await openSeeded(folder, name)
  const { vault } = valueOf(await fresh.createProfile(name))
  const chance = chanceOf(`${name} joins`)
  const [circle, namespace, device] = [founder.circle.id, toHex(chance(32)), newDeviceSeeds(chance)]
  const salt = { founder: false, salt: circle }
  const card = deviceCard(vault, salt, device, toHex(await writerKeyOf(fresh.store, namespace)))
  valueOf(await founder.admit({ name, ...card }, toHex(chance(32))))
  await fresh.close()
  const { baseKey, encryptionKey, keyring } = founder.keys()
  const keys = { circle, namespace, baseKey, encryptionKey, keyring: [...keyring], ...salt, device, name, invites: [] }
  await circleKeysFile(join(folder, name), circle).save(keys)
  return openSeeded(folder, name)
}

/** Returns a function that parts them again. */
export function meetInMemory(one: RunningNode, other: RunningNode): () => Promise<void> {
  const [out, back] = [one.store.replicate(true), other.store.replicate(false)]
  out.pipe(back).pipe(out)
  return async () => {
    const closed = [out, back].map((stream) => new Promise((resolve) => stream.once('close', resolve)))
    out.destroy()
    back.destroy()
    await Promise.all(closed)
  }
}

/** Resolves as soon as the condition holds; asked at each change of any of the nodes. */
export async function until(nodes: readonly RunningNode[], holds: () => boolean): Promise<void> {
  const stop = new AbortController()
  const news = nodes.map((node) => node.changes.listen(stop.signal)[Symbol.asyncIterator]())
  const next = news.map((one) => one.next())
  while (!holds()) {
    const which = await Promise.race(next.map((promise, index) => promise.then(() => index)))
    const one = news[which]
    if (one !== undefined) next[which] = one.next()
  }
  stop.abort()
}

export const inStep = (peers: readonly Peer[], counted: number) => (): boolean =>
  peers.every(({ session }) => session.circle.counted.size === counted) &&
  new Set(peers.map(({ session }) => session.at())).size === 1

export const closeAll = (peers: readonly Peer[]) => Promise.all(peers.map(({ node }) => node.close()))

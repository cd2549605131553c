import { hash, toHex } from '../../src/log/crypto.ts'
import { writerKeyOf } from '../../src/log/circle-log.ts'
import { circleKeysFile } from '../../src/node/circle-keys.ts'
import { deviceCard, newDeviceSeeds } from '../../src/node/identity.ts'
import { openProfile } from '../../src/node/profile.ts'
import { chanceOf } from './chance.ts'
import { peer, until, wire, type Peer } from './nodes.ts'

/**
 * People in one circle, let in without invites and codes, with keys that are the same for the same seed. Nobody is
 * connected; each of them knows that they belong.
 */
export async function seededCircle(seed: string, ...names: readonly [string, ...string[]]): Promise<Peer[]> {
  const [founder, ...others] = await Promise.all(names.map((name) => peer(name, seed)))
  if (founder === undefined) throw new Error('nobody')
  await founder.api.circle.create({ name: `Circle ${seed}`, aim: 'to be apart and together' })
  for (const other of others) await putIn(founder, other, seed)
  return [founder, ...others]
}

/** Writes into the newcomer's folder what an inviter's answer would have left there, and shows them the log. */
async function putIn(founder: Peer, newcomer: Peer, seed: string): Promise<void> {
  await letIn(founder, newcomer, seed)
  const cut = wire(founder.node.store, newcomer.node.store)
  await until(`${newcomer.name} belongs`, [newcomer], () => newcomer.session.belongs() || undefined)
  await cut()
}

/** They hold the keys, and nothing of the circle has reached them. */
export async function letIn(founder: Peer, newcomer: Peer, seed: string): Promise<void> {
  const chance = chanceOf(`${newcomer.name} ${seed} enters`)
  const profile = await openProfile(newcomer.folder)
  if (!profile.ok) throw new Error(profile.refusal.code)
  const { circle, baseKey, encryptionKey, keyring } = founder.session.keys()
  const [namespace, device, salt] = [toHex(chance(32)), newDeviceSeeds(chance), { founder: false, salt: circle }]
  const writer = toHex(await writerKeyOf(newcomer.node.store, namespace))
  const joiner = { name: newcomer.name, ...deviceCard(profile.value.vault, salt, device, writer) }
  const admitted = await founder.session.admit(joiner, toHex(hash(Buffer.from(`${newcomer.name} asks`))))
  if (!admitted.ok) throw new Error(admitted.refusal.code)
  const keys = { circle, baseKey, encryptionKey, keyring, namespace, device, ...salt, name: null, invites: [] }
  await circleKeysFile(newcomer.folder, circle).save(keys)
  await newcomer.restart()
}

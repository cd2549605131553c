import NoiseSecretStream from '@hyperswarm/secret-stream'
import type { Duplex } from 'node:stream'
import { expect, it, onTestFinished } from 'vitest'
import { admitBlock } from '../../src/log/agree.ts'
import { openCircleLog, type CircleLog } from '../../src/log/circle-log.ts'
import type { LogStore } from '../../src/log/store.ts'
import { keysOf } from '../network/nodes.ts'
import { circleOf, type Device } from '../helpers/logs.ts'

/** A second circle that the same two devices share, opened beside the first. */
async function another(of: Device, by?: CircleLog): Promise<CircleLog> {
  const known = by === undefined ? {} : { baseKey: by.baseKey, encryptionKey: by.encryptionKey }
  const log = await openCircleLog({ store: of.store, namespace: 'kitchen', ackInterval: 0, ...known })
  onTestFinished(() => log.close())
  return log
}

/** A connection on which each side speaks of the namespace that stands beside it alone; undefined for all. */
function meet(...sides: { store: LogStore; of: string | undefined }[]): void {
  const keys = { pattern: 'IK', keepAlive: 0 }
  const [bob, alice] = [keysOf(2), keysOf(1)]
  const raw = { remotePublicKey: bob.publicKey }
  const one = new NoiseSecretStream(true, undefined, { ...keys, ...raw, keyPair: alice })
  const other = new NoiseSecretStream(false, undefined, { ...keys, keyPair: bob })
  const [out, back] = [one.rawStream, other.rawStream] as unknown as [Duplex, Duplex]
  out.pipe(back).pipe(out)
  onTestFinished(() => void one.destroy())
  for (const [index, { store, of }] of sides.entries()) store.replicate(index === 0 ? one : other, of)
}

const peersOf = async (log: CircleLog) => {
  const cores = await log.copy.writerCores()
  return [log.base.local, log.view, ...cores.map(({ core }) => core)].flatMap(({ peers }) => [...peers])
}
const until = async (holds: () => Promise<boolean> | boolean) => {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve))
}

it.each([
  { who: 'both say so', theirs: 'garden' },
  { who: 'the other would speak of anything', theirs: undefined },
])('a connection for one circle says nothing of the others that two share ($who)', async ({ theirs }) => {
  const [ana, ben] = await circleOf('ana', 'ben')
  const kitchen = await another(ana!)
  const atBen = await another(ben!, kitchen)
  await kitchen.append([admitBlock(atBen.writerKey)])
  await ana!.append('tomatoes')
  meet({ store: ana!.store, of: 'garden' }, { store: ben!.store, of: theirs })
  await until(async () => (await ben!.order()).some((line) => line.endsWith('tomatoes')))
  expect([await peersOf(kitchen), await peersOf(atBen), atBen.writable]).toEqual([[], [], false])
  meet({ store: ana!.store, of: 'kitchen' }, { store: ben!.store, of: theirs === undefined ? undefined : 'kitchen' })
  await until(() => atBen.writable)
})

it('what is opened later joins the connections that speak of it, and no others', async () => {
  const [ana, ben] = await circleOf('ana', 'ben')
  meet({ store: ana!.store, of: 'kitchen' }, { store: ben!.store, of: 'kitchen' })
  const kitchen = await another(ana!)
  const atBen = await another(ben!, kitchen)
  await kitchen.append([admitBlock(atBen.writerKey)])
  await until(() => atBen.writable)
  expect([await peersOf(ana!.log), await peersOf(ben!.log)]).toEqual([[], []])
})

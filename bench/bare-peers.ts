import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { openDirect, type Direct } from '../src/network/direct.ts'
import { hash, signingPair, toHex } from '../src/log/crypto.ts'
import { bareAdmission, copyWhole, openBare, type Bare } from './bare.ts'

/** One end of the same kind of connection that a node has: encrypted, over UDP on this machine alone. */
export function openEnd(name: string, replicate: (stream: Duplex) => void): { direct: Direct; peer: string } {
  const keyPair = signingPair(hash(Buffer.from(`${name} transport`)))
  const direct = openDirect({ keyPair, onConnection: ({ stream }) => replicate(stream) })
  return { direct, peer: toHex(keyPair.publicKey) }
}

/** The first listens, all others call it. */
export async function meetOverUdp([hub, ...others]: readonly { direct: Direct; peer: string }[]): Promise<void> {
  if (hub === undefined) return
  const endpoint = await hub.direct.listen('127.0.0.1', 0)
  await Promise.all(others.map(({ direct }) => direct.connect({ peer: hub.peer, ...endpoint })))
}

/** So many bare Autobases of one log, all of which can write. The first is its founder. */
export async function bareCircle(folder: string, count: number): Promise<Bare[]> {
  const open = (index: number, known: object) =>
    openBare(join(folder, `bare-${index}`), { namespace: 'circle', ...known })
  const founder = await open(0, {})
  const { key: baseKey, encryptionKey } = founder.base
  const all = [founder]
  for (let index = 1; index < count; index += 1) all.push(await open(index, { baseKey, encryptionKey }))
  const streams: Duplex[] = []
  for (const joiner of all.slice(1)) {
    await founder.base.append(bareAdmission(joiner.base.local.key))
    const [out, back] = [founder.replicate(true), joiner.replicate(false)]
    out.pipe(back).pipe(out)
    streams.push(out, back)
  }
  await untilBare(all, () => all.every(({ base }) => base.writable))
  const closed = streams.map((stream) => new Promise((resolve) => stream.once('close', resolve)))
  for (const stream of streams) stream.destroy()
  await Promise.all(closed)
  await founder.base.ack()
  const writers = all.map(({ base }) => base.local.key)
  await Promise.all(all.map((one) => copyWhole(one, writers)))
  return all
}

/** Resolves as soon as the condition holds; asked at each change of any of the orders. */
export async function untilBare(all: readonly Bare[], holds: () => boolean): Promise<void> {
  if (holds()) return
  await new Promise<void>((resolve) => {
    const ask = () => {
      if (!holds()) return
      for (const { base } of all) base.off('update', ask).off('writable', ask)
      resolve()
    }
    for (const { base } of all) base.on('update', ask).on('writable', ask)
  })
}

import { EventEmitter } from 'node:events'
import type { NoiseSecretStream } from 'hyperdht'
import { expect, it } from 'vitest'
import { createOnePerPeer } from '../../src/network/one-per-peer.ts'

const [SELF, BEN] = ['00'.repeat(32), 'bb'.repeat(32)]
const direct = () => 'direct' as const

/** A connection from Ben as it looks to the one called: open, and ended by either side. */
class Call extends EventEmitter {
  readonly remotePublicKey = Buffer.from(BEN, 'hex')
  readonly isInitiator: boolean
  destroying = false

  constructor(isInitiator = false) {
    super()
    this.isInitiator = isInitiator
  }

  destroy(): void {
    if (this.destroying) return
    this.destroying = true
    queueMicrotask(() => this.emit('close'))
  }

  get stream(): NoiseSecretStream {
    return this as unknown as NoiseSecretStream
  }
}

it('of two calls that one caller tries at once, the one called ends neither: the caller knows which stays', async () => {
  const met: unknown[] = []
  const peers = createOnePerPeer(SELF, ({ stream }) => met.push(stream))
  const [udp, tcp] = [new Call(), new Call()]
  await peers.offer(udp.stream, direct)
  const second = peers.offer(tcp.stream, direct)
  expect([udp.destroying, tcp.destroying]).toEqual([false, false])
  // Here UDP opened later, and Ben keeps it: he ends TCP.
  tcp.destroy()
  expect((await second)?.stream).toBe(udp)
  expect(peers.get(BEN)?.stream).toBe(udp)
  expect(met).toEqual([udp])
})

it('and where the caller ends the first, the second takes its place', async () => {
  const peers = createOnePerPeer(SELF, () => undefined)
  const [udp, tcp] = [new Call(), new Call()]
  await peers.offer(udp.stream, direct)
  const second = peers.offer(tcp.stream, direct)
  udp.destroy()
  expect((await second)?.stream).toBe(tcp)
  expect(peers.get(BEN)?.stream).toBe(tcp)
})

it('who lost the first without our knowing is taken in by the newer one', async () => {
  const peers = createOnePerPeer(SELF, () => undefined)
  const [before, again] = [new Call(), new Call()]
  await peers.offer(before.stream, direct)
  await peers.offer(again.stream, direct)
  expect(before.destroying).toBe(true)
  expect(peers.get(BEN)?.stream).toBe(again)
})

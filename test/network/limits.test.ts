import { once } from 'node:events'
import { connect as connectTcp } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Address } from '../../src/network/address.ts'
import { CircleSwarm } from '../../src/network/internet/circle-swarm.ts'
import { InternetDht } from '../../src/network/internet/internet-dht.ts'
import { QuietDht } from '../../src/network/quiet-dht.ts'
import { parseRelayAddress, relayCaller } from '../../src/network/relay/relay-address.ts'
import { openRelay } from '../../src/network/relay/relay.ts'
import { callTcp } from '../../src/network/tcp.ts'
import { testFolder } from '../helpers/folder.ts'
import { testnet } from '../helpers/testnet.ts'
import { keysOf, person } from './nodes.ts'

const UDP_ALONE = { tcp: 0, timeout: 2_000 }
const refused = { code: 'cannot-connect' }

/** Callers from another address of this machine than everybody else's, as from another house. */
function elsewhere(host: string) {
  const dht = new QuietDht(keysOf(99), { host, port: 0 })
  onTestFinished(async () => dht.destroy())
  return async (address: Address, seed: number) => {
    const stream = dht.call(address, Buffer.from(address.peer, 'hex'), keysOf(seed))
    stream.on('error', () => {})
    return { stream, isOpen: await stream.opened }
  }
}

test('one more than there is place for is turned away, and comes in once somebody leaves', async () => {
  const alice = person(1, undefined, { most: 3, fromOneHost: 2 })
  const address = await alice.listens()
  const [bob, cleo, dan] = [person(2), person(3), person(4)]
  await bob.connect(address, UDP_ALONE)
  await cleo.connect(address, UDP_ALONE)
  await alice.meets(2)
  // From one address no more; from another there is place still, and then for nobody.
  await expect(dan.connect(address, UDP_ALONE)).rejects.toMatchObject(refused)
  const call = elsewhere('127.0.0.2')
  const eva = await call(address, 5)
  expect(eva.isOpen).toBe(true)
  await alice.meets(3)
  expect((await call(address, 6)).isOpen).toBe(false)
  expect(alice.connections()).toHaveLength(3)

  const left = alice.met[0]!.closed
  await bob.close()
  await left
  await expect(dan.connect(address, UDP_ALONE)).resolves.toMatchObject({ peer: alice.key })
  await alice.meets(4)
  expect(alice.connections()).toHaveLength(3)
})

test('over TCP it is the same', async () => {
  const alice = person(1, undefined, { most: 2, fromOneHost: 1 })
  const { host, port } = await alice.listens()
  const call = async (seed: number) => {
    const stream = callTcp({ host, port }, keysOf(1).publicKey, keysOf(seed))
    stream.on('error', () => {})
    onTestFinished(() => void stream.destroy())
    return { stream, isOpen: await stream.opened }
  }
  const first = await call(2)
  expect(first.isOpen).toBe(true)
  await alice.meets(1)
  expect((await call(3)).isOpen).toBe(false)
  first.stream.destroy()
  await alice.met[0]!.closed
  expect((await call(3)).isOpen).toBe(true)
})

test('any number of callers over TCP who say nothing keep nobody out who does', async () => {
  const alice = person(1)
  const { host, port } = await alice.listens()
  for (let count = 0; count < 100; count += 1) {
    const silent = connectTcp({ host, port })
    silent.on('error', () => {})
    onTestFinished(() => void silent.destroy())
    await once(silent, 'connect')
  }
  const stream = callTcp({ host, port }, keysOf(1).publicKey, keysOf(2))
  stream.on('error', () => {})
  onTestFinished(() => void stream.destroy())
  expect(await stream.opened).toBe(true)
  await expect(alice.meets(1)).resolves.toMatchObject({ initiator: false })
})

test('on the internet: a circle takes so many, whoever knows nothing of it takes no place, and one who leaves makes room', async () => {
  const net = await testnet()
  const room = { topic: Buffer.alloc(32, 'topic'), proof: Buffer.alloc(32, 'proof'), isCurrent: true }
  const comes = (seed: number, most?: number, proof = room.proof) => {
    const dht = new InternetDht({ bootstrap: [net] })
    const met = new Set<string>()
    const swarm = new CircleSwarm({
      dht,
      keyPair: keysOf(seed),
      onStream(stream) {
        const key = Buffer.from(stream.remotePublicKey).toString('hex')
        met.add(key)
        stream.once('close', () => met.delete(key))
      },
      isElsewhere: () => false,
      isFull: () => false,
      relays: () => [],
      isSomebodyMissing: () => true,
      ...(most !== undefined && { most }),
    })
    const leaves = async () => {
      await swarm.close()
      await dht.destroy()
    }
    swarm.setRooms([{ ...room, proof }])
    onTestFinished(leaves)
    return { met, swarm, leaves, key: Buffer.from(keysOf(seed).publicKey).toString('hex') }
  }
  const meets = async (one: ReturnType<typeof comes>, keys: readonly string[]) =>
    vi.waitFor(() => expect([...one.met].toSorted()).toEqual(keys.toSorted()), { timeout: 30_000, interval: 50 })

  const alice = comes(1, 1)
  await alice.swarm.announced()
  // They found out where the circle meets, and nothing else.
  const stranger = comes(5, undefined, Buffer.alloc(32, 'no idea'))
  await stranger.swarm.announced()
  const bob = comes(2)
  await meets(alice, [bob.key])
  const cleo = comes(3)
  await meets(cleo, [bob.key])
  // Cleo asked Alice too, and will again: there is no place.
  expect([...alice.met]).toEqual([bob.key])
  expect([...stranger.met]).toEqual([])
  await bob.leaves()
  await meets(alice, [cleo.key])
})

test('a relay carries for so many, and for one more once somebody is gone', async () => {
  const net = await testnet()
  const state = { changed: () => {} }
  const relay = await openRelay({
    folder: await testFolder(),
    bootstrap: [net],
    open: false,
    most: 2,
    onChange: () => state.changed(),
  })
  onTestFinished(async () => relay.close())
  const known = parseRelayAddress(relay.state().address)!
  const call = async (keyPair = relayCaller(known.secret)) => {
    const dht = new InternetDht({ bootstrap: [net] })
    onTestFinished(async () => dht.destroy())
    const stream = dht.connect(Buffer.from(known.relay, 'hex'), { keyPair })
    stream.on('error', () => {})
    return { stream, isOpen: await stream.opened }
  }
  const first = await call()
  expect([first.isOpen, (await call()).isOpen]).toEqual([true, true])
  // Who does not know its address takes no place either.
  const turnedAway = await Promise.all([call(), call(keysOf(7))])
  expect(turnedAway.map(({ isOpen }) => isOpen)).toEqual([false, false])
  expect(relay.state()).toMatchObject({ callers: 2, refused: 2 })
  const gone = new Promise<void>((resolve) => (state.changed = resolve))
  first.stream.destroy()
  await gone
  expect((await call()).isOpen).toBe(true)
})

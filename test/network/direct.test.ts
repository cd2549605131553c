import HyperDHT from 'hyperdht'
import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { below, bytesFrom, chanceOf } from './chance.ts'
import { keysOf, person } from './nodes.ts'
import { handshakeOf, packetOf } from './packets.ts'

const sockets: Socket[] = []
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.close()
})

/** A plain UDP socket on loopback that keeps what it is sent. */
async function stranger() {
  const socket = createSocket('udp4')
  sockets.push(socket)
  const received: Buffer[] = []
  socket.on('message', (message) => received.push(message))
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const send = (bytes: Uint8Array, port: number) =>
    new Promise<void>((resolve, reject) =>
      socket.send(bytes, port, '127.0.0.1', (error) => (error === null ? resolve() : reject(error))),
    )
  return { socket, received, send, port: socket.address().port }
}

/** `address:port` of this machine's open UDP sockets, in the kernel's own notation. */
const udpSockets = () =>
  readFileSync('/proc/self/net/udp', 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/)[1] ?? '')
const isLoopback = (socket: string) => socket.startsWith('0100007F:')

test('two people meet, each is told who the other is, and bytes go both ways', async () => {
  const [alice, bob] = [person(1), person(2)]
  const atBob = await bob.connect(await alice.listens())
  const atAlice = await alice.meets(1)
  expect(atBob).toMatchObject({ peer: alice.key, initiator: true })
  expect(atAlice).toMatchObject({ peer: bob.key, initiator: false })
  atBob.stream.write(Buffer.from('good morning'))
  atAlice.stream.write(Buffer.from('good morning to you'))
  const [toAlice, toBob] = await Promise.all([once(atAlice.stream, 'data'), once(atBob.stream, 'data')])
  expect([String(toAlice[0]), String(toBob[0])]).toEqual(['good morning', 'good morning to you'])
})

test.runIf(process.platform === 'linux')('no socket before it is asked for, and only where it was asked', async () => {
  const before = udpSockets()
  const alice = person(1)
  expect(udpSockets()).toEqual(before)
  await alice.listens()
  const added = udpSockets().filter((socket) => !before.includes(socket))
  expect(added.length).toBeGreaterThan(0)
  const nobody = { peer: alice.key, host: '127.0.0.1', port: 9 }
  await expect(person(2).connect(nobody, { timeout: 50 })).rejects.toMatchObject({ code: 'cannot-connect' })
  expect(udpSockets().filter((socket) => !before.includes(socket) && !isLoopback(socket))).toEqual([])
  await alice.close()
  expect(udpSockets().filter((socket) => added.includes(socket))).toEqual([])
})

test('an address in use, one that is not ours and an IPv6 one cannot be listened on; a later try works', async () => {
  const [alice, bob] = [person(1), person(2)]
  const { host, port } = await alice.listens()
  const refused = { name: 'NetworkError', code: 'cannot-listen' }
  await expect(bob.listen(host, port)).rejects.toMatchObject({
    ...refused,
    about: { host, port, reason: 'EADDRINUSE' },
  })
  await expect(bob.listen('192.0.2.1', 0)).rejects.toMatchObject({ ...refused, about: { reason: 'EADDRNOTAVAIL' } })
  await expect(bob.listen('example', 0)).rejects.toMatchObject({ ...refused, about: { reason: 'not-an-address' } })
  await expect(bob.listens()).resolves.toMatchObject({ peer: bob.key, host: '127.0.0.1' })
  await expect(bob.listens()).rejects.toMatchObject({ ...refused, about: { reason: 'already-listening' } })
})

test('nobody there, somebody else there, oneself, IPv6: no connection', async () => {
  const [alice, bob] = [person(1), person(2)]
  const address = await alice.listens()
  const refused = { name: 'NetworkError', code: 'cannot-connect' }
  const short = { timeout: 100 }
  const { port } = await stranger()
  await expect(bob.connect({ ...address, port }, short)).rejects.toMatchObject(refused)
  const cleo = Buffer.from(keysOf(3).publicKey).toString('hex')
  await expect(bob.connect({ ...address, peer: cleo }, short)).rejects.toMatchObject(refused)
  await expect(bob.connect({ ...address, peer: 'ab'.repeat(32) }, short)).rejects.toMatchObject(refused)
  await expect(bob.connect({ ...address, host: '::1' })).rejects.toMatchObject(refused)
  await expect(alice.connect(address)).rejects.toMatchObject({ ...refused, about: { reason: 'own-address' } })
  expect(alice.met).toEqual([])
  await expect(bob.connect(address)).resolves.toMatchObject({ peer: alice.key })
})

test('calling twice, at once or later, is one connection', async () => {
  const [alice, bob] = [person(1), person(2)]
  const address = await alice.listens()
  const [first, second] = await Promise.all([bob.connect(address), bob.connect(address)])
  expect(second).toBe(first)
  expect(await bob.connect(address)).toBe(first)
  await alice.meets(1)
  expect(alice.met).toHaveLength(1)
})

test('a call to where somebody was does not keep us from calling where they are now', async () => {
  const [alice, bob] = [person(1), person(2)]
  const address = await alice.listens()
  const { port } = await stranger()
  const old = bob.connect({ ...address, port }, { timeout: 400 }).catch(() => undefined)
  await expect(bob.connect(address)).resolves.toMatchObject({ peer: alice.key })
  await old
  expect(bob.connections()).toHaveLength(1)
})

test.each([1, 2, 3, 4, 5, 6])('round %i: two who call each other at once end with one connection', async (round) => {
  const [alice, bob] = [person(10 + round), person(20 + round)]
  const [toAlice, toBob] = await Promise.all([alice.listens(), bob.listens()])
  await Promise.all([alice.connect(toBob), bob.connect(toAlice)])
  const lower = alice.key < bob.key ? alice : bob
  const doubles = (node: typeof alice) => node.met.filter((connection) => connection.initiator !== (node === lower))
  await Promise.all([...doubles(alice), ...doubles(bob)].map((connection) => connection.closed))
  const [atAlice, atBob] = [alice.connections(), bob.connections()]
  expect([atAlice.length, atBob.length]).toEqual([1, 1])
  expect(atAlice[0]!.initiator).toBe(!atBob[0]!.initiator)
  atAlice[0]!.stream.write(Buffer.from('still here'))
  expect(String((await once(atBob[0]!.stream, 'data'))[0])).toBe('still here')
})

test('who comes back with the same key replaces the connection that was lost', async () => {
  const alice = person(1)
  const address = await alice.listens()
  const bobBefore = person(2)
  await bobBefore.connect(address)
  const lost = await alice.meets(1)
  const bobAgain = person(2)
  await bobAgain.connect(address)
  const found = await alice.meets(2)
  await lost.closed
  expect(alice.connections()).toEqual([found])
})

test('closing ends it on both sides; a closed node neither calls nor answers', async () => {
  const [alice, bob] = [person(1), person(2)]
  const address = await alice.listens()
  const connection = await bob.connect(address)
  await alice.close()
  await connection.closed
  expect(bob.connections()).toEqual([])
  await expect(bob.connect(address, { timeout: 100 })).rejects.toMatchObject({ code: 'cannot-connect' })
  await expect(alice.connect(address)).rejects.toMatchObject({ about: { reason: 'closed' } })
  await expect(alice.listens()).rejects.toMatchObject({ about: { reason: 'closed' } })
})

test('closing while a call is under way', async () => {
  const [alice, bob] = [person(1), person(2)]
  const { port } = await stranger()
  const call = bob.connect({ peer: alice.key, host: '127.0.0.1', port })
  await Promise.all([expect(call).rejects.toMatchObject({ code: 'cannot-connect' }), bob.close()])
})

test('a call goes to the address asked, and nowhere else when the answer points elsewhere', async () => {
  const [alice, other] = [await stranger(), await stranger()]
  const bob = person(2)
  const call = bob.connect({ peer: person(1).key, host: '127.0.0.1', port: alice.port }, { timeout: 300 })
  alice.socket.on('message', (message, from) => {
    // An answer true to form: same transaction, "closer nodes" and a relayed handshake that name the other socket.
    const elsewhere = Buffer.from([127, 0, 0, 1, other.port & 255, other.port >> 8])
    const head = Buffer.from([0x13, 4 | 16, message[2]!, message[3]!, 127, 0, 0, 1, from.port & 255, from.port >> 8])
    const value = handshakeOf(Buffer.alloc(48), 4, 1, elsewhere)
    const answer = Buffer.concat([head, Buffer.from([1]), elsewhere, Buffer.from([value.length]), value])
    alice.socket.send(answer, from.port, '127.0.0.1')
  })
  await expect(call).rejects.toMatchObject({ code: 'cannot-connect' })
  expect(alice.received.length).toBeGreaterThan(0)
  expect(other.received).toEqual([])
})

test('seed 11: strangers who do not call the key get no answer and do no harm', async () => {
  const chance = chanceOf(11)
  const [alice, eve, victim] = [person(1), await stranger(), await stranger()]
  const address = await alice.listens()
  const target = HyperDHT.hash(keysOf(1).publicKey)
  const elsewhere = Buffer.from([127, 0, 0, 1, victim.port & 255, victim.port >> 8])
  const packets = Array.from({ length: 200 }, (_, size) => bytesFrom(chance, size))
  for (let command = 0; command < 12; command += 1) {
    for (const internal of [true, false]) {
      const random = { target: bytesFrom(chance, 32), value: bytesFrom(chance, 8), internal }
      packets.push(packetOf(command, { internal }), packetOf(command, random), packetOf(command, { internal, target }))
      packets.push(packetOf(command, { ...random, id: bytesFrom(chance, 32), token: bytesFrom(chance, 32) }))
    }
  }
  for (let mode = 0; mode < 5; mode += 1) {
    for (const flags of [0, 1, 2, 3]) {
      const value = handshakeOf(bytesFrom(chance, 64), mode, flags, Buffer.concat([elsewhere, elsewhere]))
      packets.push(packetOf(0, { target, value }), packetOf(0, { target: bytesFrom(chance, 32), value }))
      packets.push(packetOf(1, { target, value }), packetOf(1, { target: bytesFrom(chance, 32), value }))
    }
  }
  for (let size = 0; size < 300; size += 1) {
    packets.push(packetOf(0, { target, value: handshakeOf(bytesFrom(chance, size)) }))
    packets.push(packetOf(0, { target, value: Buffer.concat([Buffer.alloc(2), bytesFrom(chance, below(chance, 99))]) }))
  }
  for (const packet of packets) await eve.send(packet, address.port)
  const bob = person(2)
  await bob.connect(address)
  expect([eve.received, victim.received]).toEqual([[], []])
  expect(alice.met.map((connection) => connection.peer)).toEqual([bob.key])
})

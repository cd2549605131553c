import c from 'compact-encoding'
import Protomux from 'protomux'
import { expect, test } from 'vitest'
import { MOST_REPLY_BYTES, MOST_REQUEST_BYTES, encodeGreeting } from '../../src/network/knock-format.ts'
import { openKnock, type KnockChannel, type KnockHandlers } from '../../src/network/knock.ts'
import type { Connection } from '../../src/network/one-per-peer.ts'
import { below, bytesFrom, chanceOf } from './chance.ts'
import { person } from './nodes.ts'

const invite = Buffer.alloc(32, 7)
const request = Buffer.alloc(32, 8)

type Heard = { knocks: Buffer[]; cancels: Buffer[]; replies: [string, number][] }

/** What comes in at one side, and a promise for the next thing that does. */
function listener(answer: KnockHandlers['onKnock'] = () => {}) {
  const heard: Heard = { knocks: [], cancels: [], replies: [] }
  let wake = () => {}
  const handlers: KnockHandlers = {
    onKnock(from, bytes, reply) {
      heard.knocks.push(Buffer.from(bytes))
      answer(from, bytes, reply)
      wake()
    },
    onCancel(_invite, id) {
      heard.cancels.push(Buffer.from(id))
      wake()
    },
    onReply(_invite, status, payload) {
      heard.replies.push([status, payload.byteLength])
      wake()
    },
  }
  async function until(isThere: (heard: Heard) => boolean) {
    while (!isThere(heard)) await new Promise<void>((resolve) => (wake = resolve))
  }
  return { heard, handlers, until }
}

/** Two people, connected, each with what `onAlice` and `onBob` attach in the same tick. */
async function connected<A, B>(onAlice: (at: Connection) => A, onBob: (at: Connection) => B) {
  let [a, b]: [A | undefined, B | undefined] = [undefined, undefined]
  const alice = person(1, (connection) => (a = onAlice(connection)))
  const bob = person(2, (connection) => (b = onBob(connection)))
  const address = await alice.listens()
  const atBob = await bob.connect(address)
  const atAlice = await alice.meets(1)
  return { alice: a!, bob: b!, atAlice, atBob }
}

const door = (handlers: KnockHandlers, major?: number) => (at: Connection) => openKnock(at.stream, handlers, major)

/** The other end as a raw channel, on which anything can be said. */
function rawDoor({ stream }: Connection) {
  const channel = Protomux.from(stream).createChannel({
    protocol: 'nst/knock/1',
    handshake: c.raw,
    messages: [0, 1, 2].map(() => ({ encoding: c.raw, onmessage: () => {} })),
    onopen: () => {},
    onclose: () => {},
  })
  return channel!
}

/** The connection still carries other channels, both ways. */
async function expectAlive(atAlice: Connection, atBob: Connection) {
  const speak = ({ stream }: Connection) =>
    new Promise<string>((resolve) => {
      const channel = Protomux.from(stream).createChannel({
        protocol: 'small talk',
        handshake: c.raw,
        messages: [{ encoding: c.raw, onmessage: (bytes) => resolve(String(bytes)) }],
        onopen: () => {},
        onclose: () => resolve('closed'),
      })
      channel!.open(Buffer.alloc(0))
      channel!.messages[0]!.send(Buffer.from('hello'))
    })
  expect(await Promise.all([speak(atAlice), speak(atBob)])).toEqual(['hello', 'hello'])
}

test('a knock, the wait, the answer, and a change of mind', async () => {
  const [alice, bob] = [listener((_invite, _request, reply) => reply('waiting')), listener()]
  const met = await connected(door(alice.handlers), door(bob.handlers))
  met.bob.knock(invite, Buffer.from('let me in'))
  await bob.until(({ replies }) => replies.length === 1)
  met.alice.reply(invite, 'confirmed', Buffer.alloc(MOST_REPLY_BYTES, 1))
  await bob.until(({ replies }) => replies.length === 2)
  met.bob.cancel(invite, request)
  await alice.until(({ cancels }) => cancels.length === 1)
  expect(alice.heard).toEqual({ knocks: [Buffer.from('let me in')], cancels: [request], replies: [] })
  expect(bob.heard.replies).toEqual([
    ['waiting', 0],
    ['confirmed', MOST_REPLY_BYTES],
  ])
})

test('closing the door leaves the connection', async () => {
  const met = await connected(door({}), door({}))
  met.alice.close()
  expect(await Promise.all([met.alice.ended, met.bob.ended])).toEqual(['closed', 'closed'])
  await expectAlive(met.atAlice, met.atBob)
  met.bob.knock(invite, request)
  expect(openKnock(met.atBob.stream, {})).toBeDefined()
})

test('a door on a connection that has ended, and one whose connection ends', async () => {
  const met = await connected(door({}), door({}))
  met.atAlice.stream.destroy()
  expect(await Promise.all([met.alice.ended, met.bob.ended])).toEqual(['closed', 'closed'])
  await met.atBob.closed
  expect(await openKnock(met.atBob.stream, {}).ended).toBe('closed')
})

test('different versions: both sides are told, and stay connected', async () => {
  const alice = listener()
  const met = await connected(door(alice.handlers), door({}, 2))
  met.bob.knock(invite, request)
  expect(await Promise.all([met.alice.ended, met.bob.ended])).toEqual(['newer-version', 'newer-version'])
  await expectAlive(met.atAlice, met.atBob)
  expect(alice.heard.knocks).toEqual([])
})

test('what is too big is not sent', async () => {
  const { bob } = await connected(door({}), door({}))
  expect(() => bob.knock(invite, Buffer.alloc(MOST_REQUEST_BYTES + 1))).toThrow(RangeError)
  expect(() => bob.reply(invite, 'confirmed', Buffer.alloc(MOST_REPLY_BYTES + 1))).toThrow(RangeError)
  expect(() => bob.cancel(Buffer.alloc(31), request)).toThrow(RangeError)
})

const malformed: [string, number, Buffer][] = [
  ['an empty knock', 0, Buffer.alloc(0)],
  ['a knock without a request', 0, Buffer.alloc(32)],
  ['a knock that is too big', 0, Buffer.alloc(32 + MOST_REQUEST_BYTES + 1)],
  ['a short cancel', 1, Buffer.alloc(63)],
  ['a long cancel', 1, Buffer.alloc(65)],
  ['a reply without a status', 2, Buffer.alloc(32)],
  ['a reply with an unknown status', 2, Buffer.alloc(33, 200)],
  ['a reply that is too big', 2, Buffer.alloc(33 + MOST_REPLY_BYTES + 1)],
]
test.each(malformed)('%s closes the door only', async (_name, message, bytes) => {
  const alice = listener()
  const met = await connected(door(alice.handlers), rawDoor)
  met.bob.open(encodeGreeting(1))
  met.bob.messages[message]!.send(bytes)
  expect(await met.alice.ended).toBe('malformed')
  await expectAlive(met.atAlice, met.atBob)
  expect(alice.heard).toEqual({ knocks: [], cancels: [], replies: [] })
})

test.each(['', 'nst-knock', 'nst-knuck\x01\x00'])('the greeting %j closes the door only', async (greeting) => {
  const met = await connected(door({}), rawDoor)
  met.bob.open(Buffer.from(greeting, 'latin1'))
  expect(await met.alice.ended).toBe('malformed')
  await expectAlive(met.atAlice, met.atBob)
})

test('a later minor version may greet with more', async () => {
  const alice = listener()
  const met = await connected(door(alice.handlers), rawDoor)
  met.bob.open(Buffer.concat([encodeGreeting(1), Buffer.from('and more')]))
  met.bob.messages[0]!.send(Buffer.alloc(33))
  await alice.until(({ knocks }) => knocks.length === 1)
  expect(alice.heard.knocks).toEqual([Buffer.alloc(1)])
})

test('one connection brings a bounded number of knocks', async () => {
  const alice = listener()
  const met = await connected(door(alice.handlers), door({}))
  for (let count = 0; count < 100; count += 1) met.bob.knock(invite, request)
  expect(await met.alice.ended).toBe('too-many')
  expect(alice.heard.knocks).toHaveLength(32)
  await expectAlive(met.atAlice, met.atBob)
})

test('a handler that fails closes the door only', async () => {
  const fails = () => {
    throw new TypeError('a fault of ours')
  }
  const met = await connected(door({ onKnock: fails }), door({}))
  met.bob.knock(invite, request)
  expect(await met.alice.ended).toBe('handler-failed')
  await expectAlive(met.atAlice, met.atBob)
})

test.each([1, 2, 3, 4, 5, 6, 7, 8])('seed %i: hostile frames end no more than their own connection', async (seed) => {
  const chance = chanceOf(seed)
  const doors: KnockChannel[] = []
  const alice = person(1, (at) => doors.push(openKnock(at.stream, {})))
  const address = await alice.listens()
  const [eve, bob] = [person(2), person(3)]
  const atEve = await eve.connect(address)
  for (let count = 0; count < 60 && !atEve.stream.destroying; count += 1) {
    // Control frames of the multiplexer (channel 0), frames for channels that are and are not, and plain noise.
    const head = [
      Buffer.from([0, below(chance, 5)]),
      Buffer.from([below(chance, 3), below(chance, 5)]),
      Buffer.alloc(0),
    ]
    atEve.stream.write(Buffer.concat([head[below(chance, 3)]!, bytesFrom(chance, below(chance, 80))]))
  }
  const atBob = await bob.connect(address)
  await expectAlive(await alice.meets(2), atBob)
  expect(alice.connections().map(({ peer }) => peer)).toContain(bob.key)
  atEve.stream.destroy()
  await Promise.all([atEve.closed, alice.met[0]!.closed])
  expect(await doors[0]!.ended).toMatch(/closed|malformed/)
  expect(alice.connections()).toHaveLength(1)
})

test.each([5, 64])('%i bytes that no key has sealed end that connection', async (size) => {
  const nothing = () => {}
  const { atAlice, atBob } = await connected(nothing, nothing)
  const raw = atBob.stream.rawStream as unknown as NodeJS.WritableStream
  raw.write(Buffer.concat([Buffer.from([size, 0, 0]), bytesFrom(chanceOf(size), size)]))
  await Promise.all([atAlice.closed, atBob.closed])
  expect(atAlice.stream.destroying).toBe(true)
})

import c from 'compact-encoding'
import Protomux from 'protomux'
import type { Duplex } from 'node:stream'
import { lightBeacon, readBeacon, SALT_SIZE, SLOT_SIZE, SLOTS, type Beacon } from './lan/beacon.ts'

/** A key to be called with, said under a secret to whoever shares it. */
export type Key = { readonly secret: Uint8Array; readonly key: Uint8Array }

type AcquaintanceOptions = {
  /** What they have in common with us of what they said: the secrets, of those that we know. */
  readonly known: () => readonly Uint8Array[]
  /** Our own keys for the secrets that they showed to know; and what they are called with there. */
  readonly onSaid: (said: readonly Key[]) => readonly Key[]
  /** Their keys, in answer to ours. */
  readonly onAnswer: (keys: readonly Key[]) => void
  readonly chance: (size: number) => Uint8Array
}

export type Acquaintance = { say(keys: readonly Key[]): void }

const PROTOCOL = 'nst/acquaintance/1'
const SIZE = SALT_SIZE + SLOTS * SLOT_SIZE
const MOST_BEACONS = 64
const MOST_SAID = 16
/** A connection is of one moment: nothing here hangs on a clock. */
const NOW = 0
/** The same place answers for all keys. */
const PLACE = { port: 1, tcp: 0 }

/**
 * Two nodes find out on a connection what they have in common, without either learning what else the other has: the caller
 * says keys under its secrets, in slots that look like chance to everybody else, and is answered where one is shared.
 */
export function openAcquaintance(stream: Duplex, options: AcquaintanceOptions): Acquaintance {
  const { known, onSaid, onAnswer, chance } = options
  const seal = (keys: readonly Key[]) => sealKeys(keys, chance)
  const left = { times: MOST_SAID }
  const channel = Protomux.from(stream).createChannel({
    protocol: PROTOCOL,
    handshake: null,
    messages: [
      {
        encoding: c.raw,
        onmessage(bytes: Uint8Array) {
          left.times -= 1
          if (left.times < 0) return channel?.close()
          channel?.messages[1]?.send(seal(onSaid(openKeys(bytes, known()))))
        },
      },
      { encoding: c.raw, onmessage: (bytes: Uint8Array) => onAnswer(openKeys(bytes, known())) },
    ],
  })
  channel?.open()
  return { say: (keys) => void channel?.messages[0]?.send(seal(keys)) }
}

function sealKeys(keys: readonly Key[], chance: (size: number) => Uint8Array): Uint8Array {
  const sayings = keys.map(({ secret, key }) => ({ secret, at: { peer: key, ...PLACE } }))
  // As many as fill whole beacons, one at least: how many are said of something shows no nearer.
  const count = Math.min(Math.max(Math.ceil(sayings.length / SLOTS), 1), MOST_BEACONS)
  const beacons = Array.from({ length: count }, (_, at) =>
    lightBeacon(sayings.slice(at * SLOTS, (at + 1) * SLOTS), NOW, chance),
  )
  return Buffer.concat(beacons.flatMap(({ salt, slots }) => [salt, ...slots]))
}

/** Total. */
function openKeys(bytes: Uint8Array, secrets: readonly Uint8Array[]): Key[] {
  const count = bytes.byteLength / SIZE
  if (!Number.isInteger(count) || count > MOST_BEACONS) return []
  return Array.from({ length: count }, (_, at) => beaconIn(bytes.subarray(at * SIZE, (at + 1) * SIZE))).flatMap(
    (beacon) =>
      secrets.flatMap((secret) => {
        const there = readBeacon(beacon, secret, NOW)
        return there === undefined ? [] : [{ secret, key: there.peer }]
      }),
  )
}

const beaconIn = (bytes: Uint8Array): Beacon => ({
  salt: Buffer.from(bytes.subarray(0, SALT_SIZE)),
  slots: Array.from({ length: SLOTS }, (_, at) => {
    const start = SALT_SIZE + at * SLOT_SIZE
    return Buffer.from(bytes.subarray(start, start + SLOT_SIZE))
  }),
})

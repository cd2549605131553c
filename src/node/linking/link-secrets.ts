import { byCodeUnit } from '../../domain/canonical.ts'
import type { Circle } from '../../domain/circle.ts'
import { currentEpochs, epochTurn } from '../../domain/epochs/queries.ts'
import type { Link } from '../../domain/links/state.ts'
import { EVERYTHING } from '../../domain/causality.ts'
import { newestMeetingKey } from '../../domain/statements/queries.ts'
import type { MeetingKey } from '../../domain/statements/statement.ts'
import { boxPair, bytesOfHex, deriveKey, hash, sharedSecret, toHex, type KeyPair } from '../../log/crypto.ts'
import type { Room } from '../../network/internet/circle-swarm.ts'
import type { CircleKeys } from '../circle-keys.ts'
import { periodsAt } from '../internet-rooms.ts'
import type { Secrets } from '../place.ts'

type Keys = Pick<CircleKeys, 'keyring'>

/** Epochs of this circle by which the other's nodes may still look for it: they may not have heard of the newest. */
const MOST_EPOCHS = 3
/** How long an end is brought to the other's nodes, where none of them has taken it. */
const BRING_END_MS = 30 * 24 * 60 * 60 * 1000

/** [Q8] The key that this circle says with its consent; null while this device has not the newest epoch's. */
export function meetingKeyOf(circle: Circle, keys: Keys, other: string): MeetingKey | null {
  const [epoch = ''] = currentEpochs(circle)
  const pair = pairOf(keys, epoch, other)
  return pair === null ? null : { key: toHex(pair.publicKey), turn: epochTurn(circle, epoch) }
}

/** `lines`: what both circles have in common. Each says of itself by one half of it and looks for the other's. */
export interface LinkSecrets extends Secrets {
  readonly lines: readonly Uint8Array[]
}

/**
 * [Q8] By what this circle's nodes and the other's find each other. With both keys, by what only these two circles can make
 * of them. Before the other's is known, by the offer itself: whoever has it may answer. Null where nothing is to be said.
 */
export function linkSecrets(circle: Circle, keys: Keys, link: Link, now: number): LinkSecrets | null {
  const { circle: other, own, endedBy } = link
  const halves = (lines: readonly Uint8Array[]): LinkSecrets => {
    const shows = lines.map((line) => halfOf(line, circle.id))
    return { lines, shows, says: shows[0] ?? null, hears: lines.map((line) => halfOf(line, other)) }
  }
  const theirs = newestMeetingKey(circle, EVERYTHING, other)?.key ?? null
  const pairs = pairsOf(circle, keys, other)
  const shared = theirs === null ? [] : pairs.flatMap((pair) => secretWith(pair, theirs, [circle.id, other]) ?? [])
  if (own === null) {
    // The other's nodes are told of it; to be found by them is over.
    const isToTell = endedBy === 'here' && (link.endedAt ?? 0) + BRING_END_MS > now
    return isToTell && shared.length > 0 ? { ...halves(shared), says: null } : null
  }
  if (endedBy !== null) return null
  if (link.theirs === null || shared.length === 0) {
    return pairs.length === 0 ? null : halves(pairs.map(({ publicKey }) => offerSecret(publicKey)))
  }
  // They may not have heard yet that this circle consented, and wait by their offer.
  return halves([...shared, ...(theirs === null ? [] : [offerSecret(bytesOfHex(theirs))])])
}

/** The same on the internet. */
export function linkRooms({ says, hears }: Secrets, now: number): Room[] {
  const roomsOf = (secret: Uint8Array, isOurs: boolean): Room[] =>
    periodsAt(now).map((period) => ({
      topic: hash(Buffer.from(`nst/1 link topic ${period}`), secret),
      proof: hash(Buffer.from('nst/1 link proof'), secret),
      isCurrent: isOurs,
      isLookedIn: !isOurs,
    }))
  return [...(says === null ? [] : roomsOf(says, true)), ...hears.flatMap((secret) => roomsOf(secret, false))]
}

/** Newest first. */
function pairsOf(circle: Circle, keys: Keys, other: string): KeyPair[] {
  const current = currentEpochs(circle)
  const before = keys.keyring.map(({ id }) => id).filter((id) => !current.includes(id))
  const epochs = [...current, ...before.toReversed()].slice(0, MOST_EPOCHS)
  return epochs.flatMap((epoch) => pairOf(keys, epoch, other) ?? [])
}

function pairOf({ keyring }: Keys, epoch: string, other: string): KeyPair | null {
  const key = keyring.find(({ id }) => id === epoch)?.key
  return key === undefined ? null : boxPair(deriveKey(bytesOfHex(key), 'nst/1 link meeting', bytesOfHex(other)))
}

function secretWith(pair: KeyPair, theirs: string, circles: readonly string[]): Uint8Array | null {
  const shared = sharedSecret(pair.secretKey, bytesOfHex(theirs))
  if (shared === undefined) return null
  const keys = [toHex(pair.publicKey), theirs].sort(byCodeUnit)
  return hash(
    Buffer.from('nst/1 link'),
    shared,
    ...[...keys, ...[...circles].sort(byCodeUnit)].map((one) => bytesOfHex(one)),
  )
}

const offerSecret = (publicKey: Uint8Array): Uint8Array => hash(Buffer.from('nst/1 link offer'), publicKey)
const halfOf = (line: Uint8Array, circle: string): Uint8Array =>
  hash(Buffer.from('nst/1 link half'), line, bytesOfHex(circle))

import type { RefusalCode } from '../domain/refusal.ts'
import { hash, KEY_SIZE, NONCE_SIZE, open, seal, toHex } from './crypto.ts'
import type { Keyring } from './keyring.ts'
import { decodeEvent, encodeEvent, type Checks, type EventRead, type SignedEvent } from './signed-event.ts'

/**
 * What the log carries for an event: kind(1) version(1) epoch(32) nonce(24) box. The box is bound to circle, epoch
 * and writer, so that a copy in another log or circle does not open. Frozen for the life of a log.
 */
export const SEALED = 2
const VERSION = 1
const EPOCH_AT = 2
const NONCE_AT = EPOCH_AT + 32
const BOX_AT = NONCE_AT + NONCE_SIZE

/** Ids and keys in hex. `circle` is the id of the genesis, also for the genesis itself. */
export type Where = { readonly circle: string; readonly writer: string }

/** `nonce` is 24 random bytes, never used twice. */
export function sealEvent(event: SignedEvent, where: Where, epochKey: Uint8Array, nonce: Uint8Array): Uint8Array {
  const epoch = hash(epochKey)
  const box = seal(encodeEvent(event), epochKey, nonce, associated(where, epoch))
  return Buffer.concat([Buffer.from([SEALED, VERSION]), epoch, nonce, box])
}

/** `unreadable`: the id of the epoch whose key is not here. */
export type Opened = EventRead | { readonly unreadable: string }

/** Total. An epoch nobody `announced` is refused: a made-up one must not leave everybody waiting for its key. */
export function openBlock(
  value: Uint8Array,
  where: Where & { readonly keyring: Keyring; readonly announced: ReadonlySet<string> },
): Opened {
  const opened = openSealed(value, where, where.keyring)
  if ('unreadable' in opened && !where.announced.has(opened.unreadable)) return { refused: 'unknown-epoch' }
  return opened
}

/** As `openBlock`, for one who judges later whether the epoch of an unreadable event is announced. */
export function openSealed(value: Uint8Array, where: Where, keyring: Keyring, checks?: Checks): Opened {
  const inner = openBytes(value, where, keyring)
  if (!(inner instanceof Uint8Array)) return inner
  const read = decodeEvent(inner, where.writer, checks)
  if ('refused' in read || isOf(where.circle, read.event)) return read
  return { refused: 'other-circle' }
}

/** signature ‖ text as its author sealed it; for certificates. */
export function openBytes(
  value: Uint8Array,
  where: Where,
  keyring: Keyring,
): Uint8Array | { readonly refused: RefusalCode } | { readonly unreadable: string } {
  if (value.byteLength < BOX_AT || value[0] !== SEALED || value[1] !== VERSION) return { refused: 'malformed' }
  const epoch = value.subarray(EPOCH_AT, NONCE_AT)
  const key = keyring.get(toHex(epoch))
  if (key === undefined) return { unreadable: toHex(epoch) }
  const bytes = open(value.subarray(BOX_AT), key, value.subarray(NONCE_AT, BOX_AT), associated(where, epoch))
  return bytes ?? { refused: 'malformed' }
}

/** Only the genesis names no circle: it is the circle whose id it has. */
const isOf = (circle: string, event: { circle: string | null; id: string }): boolean =>
  (event.circle ?? event.id) === circle

/** Written in place: a long log asks for it at each of its blocks. */
function associated({ circle, writer }: Where, epoch: Uint8Array): Uint8Array {
  const bytes = Buffer.allocUnsafe(3 * KEY_SIZE)
  const written = bytes.write(circle, 0, 'hex') + bytes.write(writer, 2 * KEY_SIZE, 'hex')
  if (written !== 2 * KEY_SIZE || epoch.byteLength !== KEY_SIZE) throw new TypeError('not ids of 32 bytes')
  bytes.set(epoch, KEY_SIZE)
  return bytes
}

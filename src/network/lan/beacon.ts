import sodium from 'sodium-native'

/** Where a key answers: what members learn from a beacon, and nobody else. */
export type Whereabouts = { readonly peer: Uint8Array; readonly port: number; readonly tcp: number }
export type Saying = { readonly secret: Uint8Array; readonly at: Whereabouts }
export type Beacon = { readonly salt: Uint8Array; readonly slots: readonly Uint8Array[] }

/** As many slots as fit a packet; those that nothing fills hold chance, so that their number tells nothing. */
export const SLOTS = 8
export const SALT_SIZE = 16
const TAG_SIZE = 8
const KEY_SIZE = 32
const MAC_SIZE = 16
const PLAIN_SIZE = KEY_SIZE + 4
const BOX_SIZE = PLAIN_SIZE + MAC_SIZE
export const SLOT_SIZE = TAG_SIZE + BOX_SIZE

/** A beacon that was recorded says nothing to anybody a day later. Clocks may differ by as much. */
const PERIOD_MS = 24 * 60 * 60 * 1000
const NO_NONCE = Buffer.alloc(24)

/**
 * What one of this node's beacons says on the network: for each secret, in a slot that only its holders can tell from
 * chance, where to call. `salt` is new for each beacon, so no two of them can be tied together, and no two members.
 */
export function lightBeacon(sayings: readonly Saying[], now: number, chance: (size: number) => Uint8Array): Beacon {
  const salt = chance(SALT_SIZE)
  const said = sayings.slice(0, SLOTS).map(({ secret, at }) => sealSlot(slotKeys(secret, periodOf(now), salt), at))
  const filled = Array.from({ length: SLOTS - said.length }, () => chance(SLOT_SIZE))
  return { salt, slots: shuffled([...said, ...filled], chance) }
}

/** What a beacon says to a holder of that secret; undefined where it says nothing. Total. */
export function readBeacon({ salt, slots }: Beacon, secret: Uint8Array, now: number): Whereabouts | undefined {
  const today = periodOf(now)
  for (const period of [today, today - 1, today + 1]) {
    const keys = slotKeys(secret, period, salt)
    const slot = slots.find((one) => one.byteLength === SLOT_SIZE && keys.tag.equals(one.subarray(0, TAG_SIZE)))
    if (slot !== undefined) return openSlot(keys, slot)
  }
  return undefined
}

type SlotKeys = { readonly tag: Buffer; readonly box: Buffer }

const periodOf = (now: number): number => Math.floor(now / PERIOD_MS)

/** Used for this one slot: a key never seals two things. */
function slotKeys(secret: Uint8Array, period: number, salt: Uint8Array): SlotKeys {
  const about = Buffer.concat([Buffer.from(`nst/1 lan ${period} `), salt])
  const bytes = keyed(TAG_SIZE + KEY_SIZE, about, secret)
  return { tag: bytes.subarray(0, TAG_SIZE), box: bytes.subarray(TAG_SIZE) }
}

function sealSlot({ tag, box }: SlotKeys, { peer, port, tcp }: Whereabouts): Uint8Array {
  const plain = Buffer.alloc(PLAIN_SIZE)
  plain.set(peer.subarray(0, KEY_SIZE))
  plain.writeUInt16BE(port, KEY_SIZE)
  plain.writeUInt16BE(tcp, KEY_SIZE + 2)
  const cipher = Buffer.alloc(BOX_SIZE)
  sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(cipher, plain, null, null, NO_NONCE, box)
  return Buffer.concat([tag, cipher])
}

function openSlot({ box }: SlotKeys, slot: Uint8Array): Whereabouts | undefined {
  const plain = Buffer.alloc(PLAIN_SIZE)
  try {
    sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(plain, null, slot.subarray(TAG_SIZE), null, NO_NONCE, box)
  } catch {
    return undefined
  }
  const [port, tcp] = [plain.readUInt16BE(KEY_SIZE), plain.readUInt16BE(KEY_SIZE + 2)]
  return port === 0 ? undefined : { peer: plain.subarray(0, KEY_SIZE), port, tcp }
}

function keyed(size: number, input: Uint8Array, key: Uint8Array): Buffer {
  const output = Buffer.alloc(size)
  sodium.crypto_generichash(output, input, key)
  return output
}

/** So that the place of a slot tells nothing either. */
function shuffled(slots: readonly Uint8Array[], chance: (size: number) => Uint8Array): Uint8Array[] {
  const drawn = slots.map((slot) => ({ slot, lot: Buffer.from(chance(8)).toString('hex') }))
  return drawn.toSorted((a, b) => (a.lot < b.lot ? -1 : 1)).map(({ slot }) => slot)
}

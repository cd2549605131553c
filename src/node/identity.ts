import { z } from 'zod'
import { Id } from '../domain/event.ts'
import { attestationText } from '../domain/members/attestation.ts'
import type { DeviceKeys as AttestedDevice } from '../domain/members/events.ts'
import { boxPair, bytesOfHex, hash, signingPair, signText, toHex, type KeyPair } from '../log/crypto.ts'
import type { Chance } from './chance.ts'
import type { Vault } from './vault.ts'

/** What a person's keys in one circle hang on, in hex: the nonce in the genesis they wrote, or the circle's id. */
export type CircleSalt = { readonly founder: boolean; readonly salt: string }

/** The secrets of this device in one circle, 32 bytes each in hex; random, so that nothing ties two circles. */
export const DeviceSeeds = z.strictObject({ sign: Id, box: Id })
export type DeviceSeeds = z.infer<typeof DeviceSeeds>

export type DeviceKeys = { readonly sign: KeyPair; readonly box: KeyPair }

/** Who a person and their device are in one circle, as it stands in a genesis, a request or an admission. */
export type DeviceCard = { readonly person: string; readonly device: AttestedDevice }

export function newDeviceSeeds(chance: Chance): DeviceSeeds {
  return { sign: toHex(chance(32)), box: toHex(chance(32)) }
}

export function deviceKeys(seeds: DeviceSeeds): DeviceKeys {
  return { sign: signingPair(bytesOfHex(seeds.sign)), box: boxPair(bytesOfHex(seeds.box)) }
}

/**
 * The person's key in one circle. A founder's nonce is hashed apart from circle ids: otherwise an invite to a
 * "circle" of that id would bring out the founder's key, and tell its maker who founded what.
 */
export function personKey(vault: Vault, { founder, salt }: CircleSalt): KeyPair {
  const bytes = bytesOfHex(salt)
  return vault.derivePersonKey(founder ? hash(Buffer.from('nst/1 founder'), bytes) : bytes)
}

/** `writer` is the key, in hex, of this device's log in the circle; `tied`, where not the salt, is what the words hold for. */
export function deviceCard(
  vault: Vault,
  where: CircleSalt,
  seeds: DeviceSeeds,
  writer: string,
  tied = where.salt,
): DeviceCard {
  const person = personKey(vault, where)
  const { sign, box } = deviceKeys(seeds)
  const keys = { sign: toHex(sign.publicKey), box: toHex(box.publicKey), writer }
  const text = attestationText({ salt: tied, person: toHex(person.publicKey), ...keys })
  const words = { attestation: signText(text, person.secretKey), acceptance: signText(text, sign.secretKey) }
  return { person: toHex(person.publicKey), device: { ...keys, ...words } }
}

import { toHex } from '../../../src/log/crypto.ts'
import { deviceCard, deviceKeys, newDeviceSeeds, type DeviceKeys } from '../../../src/node/identity.ts'
import type { Admission } from '../../../src/node/invitation/answer.ts'
import { newInvite, type Invite } from '../../../src/node/invitation/invite.ts'
import type { Joiner } from '../../../src/node/invitation/request.ts'
import type { Vault } from '../../../src/node/vault.ts'
import { deriveKey, hash, signingPair } from '../../../src/log/crypto.ts'
import { chanceOf } from '../../helpers/chance.ts'

export const circle = 'c1'.repeat(32)
export const now = 1_700_000_000_000
export const minute = 60_000

/** The inviter. */
export const ana: DeviceKeys = deviceKeys(newDeviceSeeds(chanceOf('ana')))

export function inviteOfAna(name = 'invite', addresses: readonly string[] = ['192.168.1.4:49737']): Invite {
  return newInvite({ circle, device: toHex(ana.sign.publicKey), addresses, now }, chanceOf(name))
}

/** Someone with a key for each salt, without a file behind it. */
const vaultOf = (name: string): Vault => ({
  derivePersonKey: (salt) => signingPair(deriveKey(hash(Buffer.from(name)), 'test', salt)),
})

/** A person who asks to be let in, and their device's keys. */
export function joinerNamed(name: string, inCircle = circle): { joiner: Joiner; keys: DeviceKeys } {
  const seeds = newDeviceSeeds(chanceOf(name))
  const writer = toHex(hash(Buffer.from(`${name}'s log`)))
  const card = deviceCard(vaultOf(name), { founder: false, salt: inCircle }, seeds, writer)
  return { joiner: { name, ...card }, keys: deviceKeys(seeds) }
}

const epochKey = 'e1'.repeat(32)

export function admissionFor(request: string): Admission {
  return {
    kind: 'admitted',
    request,
    circle,
    baseKey: 'b1'.repeat(32),
    encryptionKey: 'b2'.repeat(32),
    keyring: [{ id: toHex(hash(Buffer.from(epochKey, 'hex'))), key: epochKey }],
    admission: 'ad'.repeat(32),
  }
}

import { bytesOfHex, deriveKey, NONCE_SIZE, open, seal } from '../../log/crypto.ts'
import type { Chance } from '../chance.ts'
import { inviteId, type Invite } from './invite.ts'

/** version 1, invite id 32, nonce 24, box. */
const VERSION = 1
const ID_END = 33
const NONCE_END = ID_END + NONCE_SIZE
const LARGEST = 8192

/** Each purpose has its own key, so that a request can never be taken for its own cancelling. */
export type Purpose = 'request' | 'cancel' | 'carried request'

/** Seals under the invite's secret: only who has the invite can read it, or could have written it. */
export function sealUnder(invite: Invite, purpose: Purpose, message: Uint8Array, chance: Chance): Uint8Array {
  const head = headOf(invite)
  const nonce = chance(NONCE_SIZE)
  return Buffer.concat([head, nonce, seal(message, keyOf(invite, purpose), nonce, head)])
}

/** Total: `undefined` for anything that was not sealed under this invite for this purpose. */
export function openUnder(invite: Invite, purpose: Purpose, sealed: Uint8Array): Uint8Array | undefined {
  const head = headOf(invite)
  if (sealed.byteLength > LARGEST || !head.equals(sealed.subarray(0, ID_END))) return undefined
  return open(sealed.subarray(NONCE_END), keyOf(invite, purpose), sealed.subarray(ID_END, NONCE_END), head)
}

/** Which invite sealed bytes say they belong to, in hex, before anything is opened. Total. */
export function inviteNamedIn(sealed: Uint8Array): string | undefined {
  if (sealed[0] !== VERSION || sealed.byteLength < NONCE_END) return undefined
  return Buffer.from(sealed.subarray(1, ID_END)).toString('hex')
}

/** Whether the bytes are of a later version than this program can read. */
export const sealedByNewer = (sealed: Uint8Array): boolean => (sealed[0] ?? 0) > VERSION

const headOf = (invite: Invite): Buffer => Buffer.concat([Buffer.from([VERSION]), bytesOfHex(inviteId(invite))])

const keyOf = (invite: Invite, purpose: Purpose): Uint8Array =>
  deriveKey(bytesOfHex(invite.secret), `nst/1 invite ${purpose}`)

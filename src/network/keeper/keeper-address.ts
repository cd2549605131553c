import HyperDHT from 'hyperdht'
import type { Endpoint } from '../address.ts'
import { formatEndpoint, parseEndpoint } from '../address.ts'
import type { NodeKeyPair } from '../quiet-dht.ts'

/**
 * Who a keeper is, and what lets one in there. `secret`: 32 hex digits, null where it takes anybody. `at`: where it
 * answers; null where it has to be looked for on the internet.
 */
export type KeeperAddress = { readonly keeper: string; readonly secret: string | null; readonly at: Endpoint | null }

const LONGEST = 200
const START = 'nstk1-'
const [KEY_SIZE, SECRET_SIZE, CHECK_SIZE] = [32, 16, 4]
const NO_SECRET = '0'.repeat(SECRET_SIZE * 2)

/** `nstk1-<key, secret and check>`, and `@<host>:<port>` where it answers at a fixed place. */
export function formatKeeperAddress({ keeper, secret, at }: KeeperAddress): string {
  const bytes = Buffer.from(keeper + (secret ?? NO_SECRET), 'hex')
  const line = `${START}${Buffer.concat([bytes, checkOf(bytes)]).toString('base64url')}`
  return at === null ? line : `${line}@${formatEndpoint(at)}`
}

/** Total: `undefined` for whatever is not a keeper's address, also where a letter was lost in copying. */
export function parseKeeperAddress(text: unknown): KeeperAddress | undefined {
  if (typeof text !== 'string' || text.length > LONGEST || !text.startsWith(START)) return undefined
  const [line = '', place, ...more] = text.split('@')
  const bytes = Buffer.from(line.slice(START.length), 'base64url')
  const at = place === undefined ? null : (parseEndpoint(place) ?? undefined)
  if (bytes.length !== KEY_SIZE + SECRET_SIZE + CHECK_SIZE || at === undefined || at?.port === 0 || more.length > 0)
    return undefined
  const secret = bytes.toString('hex', KEY_SIZE, KEY_SIZE + SECRET_SIZE)
  const parsed = { keeper: bytes.toString('hex', 0, KEY_SIZE), secret: secret === NO_SECRET ? null : secret, at }
  // One keeper at one place has one line: two ways to write it would be two keepers of a circle.
  return formatKeeperAddress(parsed) === text ? parsed : undefined
}

/**
 * The key with which everybody calls who knows the secret: a keeper that asks for it can tell that much of them, and
 * not one of them from another.
 */
export const callerPair = (secret: string): NodeKeyPair =>
  HyperDHT.keyPair(HyperDHT.hash(Buffer.concat([Buffer.from('nst/1 keeper caller'), Buffer.from(secret, 'hex')])))

const checkOf = (bytes: Uint8Array): Uint8Array =>
  HyperDHT.hash(Buffer.concat([Buffer.from('nst/1 keeper check'), bytes])).subarray(0, CHECK_SIZE)

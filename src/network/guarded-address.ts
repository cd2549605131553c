import HyperDHT from 'hyperdht'
import type { NodeKeyPair } from './quiet-dht.ts'

/** Who answers somewhere, and what lets one in there: both in hex; `secret` of 32 digits, null where anybody may come. */
export type Guarded = { readonly key: string; readonly secret: string | null }

const [KEY_SIZE, SECRET_SIZE, CHECK_SIZE] = [32, 16, 4]
const NO_SECRET = '0'.repeat(SECRET_SIZE * 2)

/** After `start`, key, secret and a check, so that a letter that was lost in copying is told at once. `what` it is of. */
export function formatGuarded(start: string, what: string, { key, secret }: Guarded): string {
  const bytes = Buffer.from(key + (secret ?? NO_SECRET), 'hex')
  return `${start}${Buffer.concat([bytes, checkOf(what, bytes)]).toString('base64url')}`
}

/** Total. */
export function parseGuarded(start: string, what: string, line: string): Guarded | undefined {
  if (!line.startsWith(start)) return undefined
  const bytes = Buffer.from(line.slice(start.length), 'base64url')
  if (bytes.length !== KEY_SIZE + SECRET_SIZE + CHECK_SIZE) return undefined
  const secret = bytes.toString('hex', KEY_SIZE, KEY_SIZE + SECRET_SIZE)
  const parsed = { key: bytes.toString('hex', 0, KEY_SIZE), secret: secret === NO_SECRET ? null : secret }
  // One of them has one line: two ways to write it would be two of a circle.
  return formatGuarded(start, what, parsed) === line ? parsed : undefined
}

/**
 * The key with which everybody calls who knows the secret: whoever asks for it can tell that much of them, and not one
 * of them from another.
 */
export const callerOf = (what: string, secret: string): NodeKeyPair =>
  HyperDHT.keyPair(HyperDHT.hash(Buffer.concat([Buffer.from(`nst/1 ${what} caller`), Buffer.from(secret, 'hex')])))

const checkOf = (what: string, bytes: Uint8Array): Uint8Array =>
  HyperDHT.hash(Buffer.concat([Buffer.from(`nst/1 ${what} check`), bytes])).subarray(0, CHECK_SIZE)

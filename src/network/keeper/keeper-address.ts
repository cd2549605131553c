import type { Endpoint } from '../address.ts'
import { formatEndpoint, parseEndpoint } from '../address.ts'
import { callerOf, formatGuarded, parseGuarded } from '../guarded-address.ts'
import type { NodeKeyPair } from '../quiet-dht.ts'

/**
 * Who a keeper is, and what lets one in there. `secret`: 32 hex digits, null where it takes anybody. `at`: where it
 * answers; null where it has to be looked for on the internet.
 */
export type KeeperAddress = { readonly keeper: string; readonly secret: string | null; readonly at: Endpoint | null }

const LONGEST = 200
const START = 'nstk1-'
const WHAT = 'keeper'

/** `nstk1-<key, secret and check>`, and `@<host>:<port>` where it answers at a fixed place. */
export function formatKeeperAddress({ keeper, secret, at }: KeeperAddress): string {
  const line = formatGuarded(START, WHAT, { key: keeper, secret })
  return at === null ? line : `${line}@${formatEndpoint(at)}`
}

/** Total: `undefined` for whatever is not a keeper's address, also where a letter was lost in copying. */
export function parseKeeperAddress(text: unknown): KeeperAddress | undefined {
  if (typeof text !== 'string' || text.length > LONGEST) return undefined
  const [line = '', place, ...more] = text.split('@')
  const guarded = parseGuarded(START, WHAT, line)
  const at = place === undefined ? null : (parseEndpoint(place) ?? undefined)
  if (guarded === undefined || at === undefined || at?.port === 0 || more.length > 0) return undefined
  const parsed = { keeper: guarded.key, secret: guarded.secret, at }
  return formatKeeperAddress(parsed) === text ? parsed : undefined
}

/** Of everybody who knows the secret. */
export const callerPair = (secret: string): NodeKeyPair => callerOf(WHAT, secret)

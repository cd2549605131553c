import HyperDHT from 'hyperdht'
import { randomBytes } from 'node:crypto'
import { callerOf, formatGuarded, parseGuarded } from '../guarded-address.ts'
import type { NodeKeyPair } from '../quiet-dht.ts'

/** Who a relay is (hex), and what lets one in there; `secret` null where it passes on for anybody. */
export type RelayAddress = { readonly relay: string; readonly secret: string | null }

const LONGEST = 200
const START = 'nstr1-'
const WHAT = 'relay'

export const formatRelayAddress = ({ relay, secret }: RelayAddress): string =>
  formatGuarded(START, WHAT, { key: relay, secret })

/** Total: `undefined` for whatever is not a relay's address. */
export function parseRelayAddress(text: unknown): RelayAddress | undefined {
  const guarded = typeof text === 'string' && text.length <= LONGEST ? parseGuarded(START, WHAT, text) : undefined
  return guarded === undefined ? undefined : { relay: guarded.key, secret: guarded.secret }
}

/** Of everybody who knows the secret; where anybody may come, of one call. */
export const relayCaller = (secret: string | null): NodeKeyPair =>
  secret === null ? HyperDHT.keyPair(randomBytes(32)) : callerOf(WHAT, secret)

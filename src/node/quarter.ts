import type { KeyPair } from '../log/crypto.ts'
import type { OnePerPeer } from '../network/one-per-peer.ts'

/** A circle as it is met in: with a key of its own, and one connection to each peer, on whatever way it came. */
export type Quarter = { readonly keyPair: KeyPair; readonly peers: OnePerPeer }

import HyperDHT from 'hyperdht'
import { openDirect } from '../direct.ts'
import { NetworkError } from '../network-error.ts'
import type { Sockets } from '../sockets.ts'
import { callerPair } from './keeper-address.ts'
import type { KeeperCall } from './line.ts'

const PATIENCE_MS = 10_000

/** Calls keepers that answer at a fixed place: straight, with nobody between. */
export function callAtPlace(sockets: () => Sockets, chance: (size: number) => Uint8Array): KeeperCall {
  return async ({ keeper, secret, at }, onStream, signal) => {
    if (at === null) throw new NetworkError('cannot-connect', { peer: keeper, reason: 'no-place' })
    // Where anybody may come, nothing is to tell one caller from another.
    const keyPair = secret === null ? HyperDHT.keyPair(chance(32)) : callerPair(secret)
    const direct = openDirect({ keyPair, sockets: sockets(), onConnection: ({ stream }) => onStream(stream) })
    const end = () => void direct.close()
    signal.addEventListener('abort', end, { once: true })
    try {
      const { stream, closed } = await direct.connect({ peer: keeper, ...at }, { timeout: PATIENCE_MS })
      void closed.then(end)
      return stream
    } catch (error) {
      end()
      throw error
    } finally {
      signal.removeEventListener('abort', end)
    }
  }
}

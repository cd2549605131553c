import HyperDHT, { type NoiseSecretStream } from 'hyperdht'
import { openDirect } from '../direct.ts'
import { NetworkError } from '../network-error.ts'
import type { Sockets } from '../sockets.ts'
import { callerPair } from './keeper-address.ts'
import type { KeeperCall } from './line.ts'

const PATIENCE_MS = 10_000
/** Nodes that know the way have to be asked first, and a hole may have to be punched. */
const FAR_PATIENCE_MS = 30_000

/** Calls keepers that answer at a fixed place: straight, with nobody between. */
export function callAtPlace(sockets: () => Sockets, chance: (size: number) => Uint8Array): KeeperCall {
  return async ({ keeper, secret, at }, onStream, signal) => {
    if (at === null) throw new NetworkError('cannot-connect', { peer: keeper, reason: 'no-place' })
    const keyPair = callerFor(secret, chance)
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

/** Finds the way by asking those on the internet who know it. `dht` is asked for at each call. */
export function callByKey(
  dht: () => Promise<Pick<HyperDHT, 'connect'>>,
  chance: (size: number) => Uint8Array,
): KeeperCall {
  return async ({ keeper, secret }, onStream, signal) => {
    const stream = (await dht()).connect(Buffer.from(keeper, 'hex'), { keyPair: callerFor(secret, chance) })
    stream.on('error', () => {})
    const end = () => void stream.destroy()
    signal.addEventListener('abort', end, { once: true })
    if (signal.aborted) end()
    const isOpen = await opened(stream)
    if (!isOpen) {
      signal.removeEventListener('abort', end)
      end()
      throw new NetworkError('cannot-connect', { peer: keeper, reason: 'no-answer' })
    }
    stream.once('close', () => signal.removeEventListener('abort', end))
    onStream(stream)
    return stream
  }
}

async function opened(stream: NoiseSecretStream): Promise<boolean> {
  const timer = setTimeout(() => stream.destroy(), FAR_PATIENCE_MS)
  try {
    return await stream.opened
  } finally {
    clearTimeout(timer)
  }
}

/** Where anybody may come, nothing is to tell one caller from another. */
const callerFor = (secret: string | null, chance: (size: number) => Uint8Array) =>
  secret === null ? HyperDHT.keyPair(chance(32)) : callerPair(secret)

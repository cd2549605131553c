import { Server } from 'blind-relay'
import HyperDHT, { type NoiseSecretStream } from 'hyperdht'
import { isLoopback } from '../internet/bootstrap.ts'
import { keeperIdentity } from '../keeper/keeper-file.ts'
import { NetworkError } from '../network-error.ts'
import { formatRelayAddress, relayCaller } from './relay-address.ts'

/** `callers` are sides of connections; `refused`: who did not know its address, since it started. */
export type RelayState = {
  readonly address: string
  readonly open: boolean
  readonly callers: number
  /** Connections that it passes on now. */
  readonly carried: number
  readonly refused: number
}
export type Relay = { readonly state: () => RelayState; readonly close: () => Promise<void> }

export type RelayOptions = {
  readonly folder: string
  readonly bootstrap: readonly string[]
  /** Passes on for anybody, not only for who knows its address. */
  readonly open: boolean
  /** UDP, for a router or firewall that has to be told; any free one if not said. */
  readonly port?: number | undefined
  readonly newSecret?: boolean
  readonly onChange: () => void
  /** Callers at once, each of them a side of one connection. */
  readonly most?: number
}

const MOST_CALLERS = 256
const THIS_MACHINE = '127.0.0.1'
const ANYWHERE = '0.0.0.0'

/**
 * Passes on the packets of those between whose networks nobody gets through, paired by a token that the two agreed on. It
 * sees their addresses and how much they say and when, and can read nothing: what it carries is theirs end to end. All who
 * know its address call with the same key, so that it can tell none of them, and no circle of theirs, from another.
 */
export async function openRelay(options: RelayOptions): Promise<Relay> {
  const { folder, bootstrap, port, newSecret = false, onChange, most = MOST_CALLERS } = options
  const identity = await keeperIdentity(folder, newSecret, 'relay')
  const keyPair = HyperDHT.keyPair(Buffer.from(identity.seed, 'hex'))
  const secret = options.open ? null : identity.secret
  const dht = new HyperDHT({
    bootstrap: [...bootstrap],
    ephemeral: true,
    host: isLoopback(bootstrap) ? THIS_MACHINE : ANYWHERE,
    port: port === undefined ? [0, 0] : [port, port + 1],
    anyPort: port === undefined,
  })
  const relay = new Server({ createStream: (how) => dht.createRawStream({ ...how, framed: true }) })
  const callers = new Set<NoiseSecretStream>()
  const counted = { refused: 0 }
  const known = secret === null ? undefined : Buffer.from(relayCaller(secret).publicKey)
  const firewall = (...[caller]: unknown[]) => {
    const isRefused = callers.size >= most || (known !== undefined && !known.equals(caller as Uint8Array))
    if (isRefused) counted.refused += 1
    if (isRefused) onChange()
    return isRefused
  }
  const server = dht.createServer({ firewall, shareLocalAddress: false }, (stream) => {
    callers.add(stream)
    stream.on('error', () => {})
    stream.once('close', () => {
      callers.delete(stream)
      onChange()
    })
    relay.accept(stream, { id: stream.remotePublicKey }).on('error', () => {})
    onChange()
  })
  const close = async () => {
    await relay.close()
    await dht.destroy()
  }
  try {
    await server.listen(keyPair)
  } catch (error) {
    await close()
    throw new NetworkError('cannot-listen', { port: port ?? 0 }, error)
  }
  const address = formatRelayAddress({ relay: Buffer.from(keyPair.publicKey).toString('hex'), secret })
  return {
    state: () => {
      const carried = Math.floor(relay.stats.pairings.active)
      return { address, open: options.open, callers: callers.size, carried, refused: counted.refused }
    },
    close,
  }
}

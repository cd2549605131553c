import { Server } from 'blind-relay'
import HyperDHT, { type NoiseSecretStream } from 'hyperdht'
import { isLoopback } from '../internet/bootstrap.ts'
import type { NodeKeyPair } from '../quiet-dht.ts'

export type Relay = {
  /** What the others call it with, hex. */
  readonly key: string
  /** Connections that it passes something on for now. */
  carried(): number
  close(): Promise<void>
}

export type RelayOptions = {
  readonly keyPair: NodeKeyPair
  readonly bootstrap: readonly string[]
  /** Callers at once, each of them a side of one connection. */
  readonly most?: number
}

const MOST_CALLERS = 256
const THIS_MACHINE = '127.0.0.1'
const ANYWHERE = '0.0.0.0'

/**
 * Passes on the packets of those between whose networks nobody gets through, paired by a token that the two agreed on. It
 * sees their addresses and how much they say and when, and can read nothing: what it carries is theirs end to end.
 */
export async function openRelay({ keyPair, bootstrap, most = MOST_CALLERS }: RelayOptions): Promise<Relay> {
  const host = isLoopback(bootstrap) ? THIS_MACHINE : ANYWHERE
  const dht = new HyperDHT({ bootstrap: [...bootstrap], ephemeral: true, host, port: [0, 0], anyPort: true })
  const relay = new Server({ createStream: (options) => dht.createRawStream({ ...options, framed: true }) })
  const callers = new Set<NoiseSecretStream>()
  const server = dht.createServer({ firewall: () => callers.size >= most, shareLocalAddress: false }, (stream) => {
    callers.add(stream)
    stream.on('error', () => {})
    stream.once('close', () => callers.delete(stream))
    relay.accept(stream, { id: stream.remotePublicKey }).on('error', () => {})
  })
  await server.listen(keyPair)
  return {
    key: Buffer.from(keyPair.publicKey).toString('hex'),
    carried: () => callers.size,
    async close() {
      await relay.close()
      await dht.destroy()
    },
  }
}

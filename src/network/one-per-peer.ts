import type { NoiseSecretStream } from 'hyperdht'
import { setTimeout } from 'node:timers/promises'

/** `peer` is the other node's public key in hex; `initiator` is true where we called; `closed` never rejects. */
export type Connection = {
  readonly peer: string
  readonly stream: NoiseSecretStream
  readonly initiator: boolean
  readonly closed: Promise<void>
}

const PATIENCE_MS = 2_000
const GLANCE_MS = 20

/**
 * One connection to each peer, the same one on both sides. Alice and Bob may call each other at the same moment; then
 * the call of the lower key stays. A node never calls a peer that it is connected to, so a second call from the same
 * side means that the caller lost the first: the newer one stays. And a call that should give way to ours may be from
 * a Bob who restarted and knows of no other, so ours has to show that it is alive before his is closed.
 */
export function createOnePerPeer(self: string, onConnection: (connection: Connection) => void) {
  const current = new Map<string, Connection>()

  function take(connection: Connection): Connection {
    current.get(connection.peer)?.stream.destroy()
    current.set(connection.peer, connection)
    connection.stream.once('close', () => {
      if (current.get(connection.peer) === connection) current.delete(connection.peer)
    })
    onConnection(connection)
    return connection
  }

  const isPreferred = ({ peer, initiator }: Connection): boolean => initiator === self < peer

  return {
    get: (peer: string): Connection | undefined => current.get(peer),
    all: (): Connection[] => [...current.values()],

    /** Takes an opened stream in; answers with the connection that stays, `undefined` if none does. */
    async offer(stream: NoiseSecretStream): Promise<Connection | undefined> {
      const connection = connectionOf(stream)
      const existing = current.get(connection.peer)
      if (existing === undefined || existing.initiator === connection.initiator || isPreferred(connection)) {
        return take(connection)
      }
      if (await isAlive(existing)) stream.destroy()
      // While we asked, either may have gone and a third may have come.
      const standing = current.get(connection.peer)
      if (stream.destroying) return standing
      return standing === undefined || standing === existing ? take(connection) : standing
    },
  }
}

export const peerOf = (stream: NoiseSecretStream): string => Buffer.from(stream.remotePublicKey).toString('hex')

/** The address at the other end; undefined once it is closed. */
export const hostOf = ({ stream: { rawStream } }: Connection): string | undefined =>
  rawStream?.remoteHost ?? rawStream?.remoteAddress

function connectionOf(stream: NoiseSecretStream): Connection {
  const closed = new Promise<void>((resolve) => stream.once('close', resolve))
  return { peer: peerOf(stream), stream, initiator: stream.isInitiator, closed }
}

/** Whether a packet comes back soon, be it only the receipt for ours. (`flush` of streamx may wait for a next write.) */
async function isAlive({ stream }: Connection): Promise<boolean> {
  const before = packetsFrom(stream)
  stream.sendKeepAlive()
  for (let waited = 0; waited < PATIENCE_MS && !stream.destroying; waited += GLANCE_MS) {
    await setTimeout(GLANCE_MS)
    if (packetsFrom(stream) > before) return !stream.destroying
  }
  return false
}

/** Packets over UDP, where a receipt is one; bytes over TCP, where both sides say often that they are there. */
const packetsFrom = ({ rawStream }: NoiseSecretStream): number =>
  rawStream?.packetsReceived ?? rawStream?.bytesRead ?? 0

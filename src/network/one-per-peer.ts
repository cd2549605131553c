import type { NoiseSecretStream } from 'hyperdht'
import { setTimeout } from 'node:timers/promises'

/**
 * How a connection goes. `direct`: to an address that somebody gave. `lan`: found in the same network. `internet`: found
 * there, and straight. `relay`: found there, and carried by a third node that cannot read it.
 */
export type Path = 'direct' | 'lan' | 'internet' | 'relay'

/** `peer` is the other node's public key in hex; `initiator` is true where we called; `closed` never rejects. */
export type Connection = {
  readonly peer: string
  readonly stream: NoiseSecretStream
  readonly initiator: boolean
  readonly closed: Promise<void>
  /** Asked anew each time: who began through a relay may come out of it. */
  readonly path: () => Path
  /** Found where only those look who know what is secret now: not by what somebody may know who was removed. */
  readonly isCurrent: boolean
}

export type OnePerPeer = ReturnType<typeof createOnePerPeer>

const PATIENCE_MS = 2_000
const GLANCE_MS = 20
const CHOOSES_MS = 1_000

/**
 * One connection to each peer, the same one on both sides. Alice and Bob may call each other at the same moment; then
 * the call of the lower key stays. A second call from the same side comes from a caller who tries UDP and TCP at once
 * and ends whichever opens later, or who lost the first: the caller alone knows, so the one called waits a moment to
 * see which is ended, and only then takes the newer one. Ending one by itself, it would end the one that the caller
 * kept, and both would be gone. And a call that should give way to ours may be from a Bob who restarted and knows of
 * no other, so ours has to show that it is alive before his is closed.
 * But a near way stays before one over the internet, whoever called.
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

  const stays = (come: Connection, existing: Connection): boolean => {
    if (isNear(come) !== isNear(existing)) return isNear(come)
    return existing.initiator === come.initiator ? come.initiator : come.initiator === self < come.peer
  }
  const isAgain = (come: Connection, existing: Connection): boolean =>
    isNear(come) === isNear(existing) && !come.initiator && !existing.initiator

  return {
    get: (peer: string): Connection | undefined => current.get(peer),
    all: (): Connection[] => [...current.values()],

    /** Takes an opened stream in; answers with the connection that stays, `undefined` if none does. */
    async offer(stream: NoiseSecretStream, path: () => Path, isCurrent = true): Promise<Connection | undefined> {
      const connection = connectionOf(stream, path, isCurrent)
      const existing = current.get(connection.peer)
      if (existing === undefined || stays(connection, existing)) return take(connection)
      if (isAgain(connection, existing)) await oneEnds(existing, connection)
      else if (await isAlive(existing)) stream.destroy()
      // While we waited, either may have gone and a third may have come.
      const standing = current.get(connection.peer)
      if (stream.destroying) return standing
      return standing === undefined || standing === existing ? take(connection) : standing
    },
  }
}

export const peerOf = (stream: NoiseSecretStream): string => Buffer.from(stream.remotePublicKey).toString('hex')

/** The address at the other end; undefined once it is closed. */
export const hostOf = ({ stream: { rawStream } }: Pick<Connection, 'stream'>): string | undefined =>
  rawStream?.remoteHost ?? rawStream?.remoteAddress

/** Not over the internet. */
export const isNear = ({ path }: Connection): boolean => path() === 'direct' || path() === 'lan'

function connectionOf(stream: NoiseSecretStream, path: () => Path, isCurrent: boolean): Connection {
  const closed = new Promise<void>((resolve) => stream.once('close', resolve))
  return { peer: peerOf(stream), stream, initiator: stream.isInitiator, closed, path, isCurrent }
}

/** Waits, not for long, for the other side to end one of them. */
async function oneEnds(...connections: readonly Connection[]): Promise<void> {
  const over = new AbortController()
  const enough = setTimeout(CHOOSES_MS, undefined, { signal: over.signal }).catch(() => undefined)
  await Promise.race([enough, ...connections.map(({ closed }) => closed)])
  over.abort()
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

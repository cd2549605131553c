import { bytesOfHex, hash, signingPair, toHex, type KeyPair } from '../log/crypto.ts'
import { openDirect, type Direct } from '../network/direct.ts'
import type { Place, Sighting } from '../network/lan/lan.ts'
import { createOnePerPeer, type Connection, type OnePerPeer } from '../network/one-per-peer.ts'
import type { Sockets } from '../network/sockets.ts'
import type { Chance } from './chance.ts'
import type { CircleSession } from './circle-session.ts'
import type { Clock } from './clock.ts'
import type { Way } from './door.ts'
import type { Invite } from './invitation/invite.ts'
import type { Join } from './invitation/join.ts'
import { isNeeded, MOST_CALLERS } from './invite-doors.ts'
import type { Meeting } from './meeting.ts'

type NearInvitesHost = {
  readonly clock: Clock
  readonly chance: Chance
  meet(): Promise<Meeting>
  /** The inviter of this request is on the line. */
  met(request: string, connection: Connection): void
}

type Door = { readonly invite: Invite; readonly keyPair: KeyPair; readonly direct: Direct }
type Lookout = { readonly invite: Invite; readonly request: string; readonly direct: Direct }

/**
 * Where newcomers and their inviters find each other in the local network, whatever address an invitation holds: the
 * inviter may have moved or begun anew since. Who holds an invitation alone can tell its beacons from chance; the key to
 * call stands in them and is another at each start.
 */
export class NearInvites {
  readonly #host: NearInvitesHost
  readonly #doors = new Map<string, Door>()
  readonly #lookouts = new Map<string, Lookout>()

  constructor(host: NearInvitesHost) {
    this.#host = host
  }

  /** Answers for the invitations of these circles and looks for the inviters of these requests; whether anything changed. */
  async settle(sockets: Sockets, sessions: readonly CircleSession[], joins: readonly Join[]): Promise<boolean> {
    const now = this.#host.clock()
    const invites = new Map(
      sessions.flatMap((session) =>
        session
          .keys()
          .invites.filter((issued) => isNeeded(session, issued, now))
          .map(({ id, invite }) => [`invite ${id}`, { session, invite }] as const),
      ),
    )
    const wanted = new Map(joins.map((join) => [`join ${join.request}`, join]))
    const left = [...(await closeOthers(this.#doors, invites)), ...(await closeOthers(this.#lookouts, wanted))]
    const come = [...invites.keys(), ...wanted.keys()].filter((id) => !this.#doors.has(id) && !this.#lookouts.has(id))
    if (come.length === 0) return left.length > 0
    const meeting = await this.#host.meet()
    for (const [id, { session, invite }] of invites)
      if (!this.#doors.has(id)) this.#doors.set(id, await this.#answer(sockets, meeting, session, invite))
    for (const [id, join] of wanted)
      if (!this.#lookouts.has(id)) this.#lookouts.set(id, this.#look(sockets, meeting, join))
    return true
  }

  places(ports: { readonly port: number; readonly tcp: number }): Place[] {
    const doors = [...this.#doors].map(([id, { invite, keyPair }]) => {
      const at = { peer: keyPair.publicKey, ...ports }
      return { id, says: { secret: secretOf(invite), at }, hears: [] }
    })
    const lookouts = [...this.#lookouts].map(([id, { invite }]) => ({ id, hears: [secretOf(invite)] }))
    return [...(ports.port === 0 ? [] : doors), ...lookouts]
  }

  /** What to call with whom a sighting shows; undefined where it shows nobody's inviter. */
  lookout(place: string): Direct | undefined {
    return this.#lookouts.get(place)?.direct
  }

  met({ place }: Sighting, connection: Connection): void {
    const lookout = this.#lookouts.get(place)
    if (lookout !== undefined) this.#host.met(lookout.request, connection)
  }

  async #answer(sockets: Sockets, meeting: Meeting, session: CircleSession, invite: Invite): Promise<Door> {
    const keyPair = signingPair(this.#host.chance(32))
    const circle = { id: session.circle.id, namespace: session.keys().namespace }
    const peers = peersOf(keyPair, { keyPair, circle }, meeting)
    const onConnection: OnePerPeer = {
      ...peers,
      // Whoever holds an invitation belongs to nothing yet: only who was let in and shows it is told more.
      offer: async (stream, path) => {
        if (peers.all().length < MOST_CALLERS) return peers.offer(stream, path, false)
        stream.destroy()
        return undefined
      },
    }
    const direct = openDirect({ keyPair, path: 'lan', onConnection, sockets })
    await direct.answer()
    return { invite, keyPair, direct }
  }

  #look(sockets: Sockets, meeting: Meeting, { request, invite }: Join): Lookout {
    const keyPair = signingPair(this.#host.chance(32))
    const way: Way = { keyPair, circle: null, isCaller: true, expects: invite.circle }
    const direct = openDirect({ keyPair, path: 'lan', onConnection: peersOf(keyPair, way, meeting), sockets })
    return { invite, request, direct }
  }
}

const peersOf = ({ publicKey }: KeyPair, way: Way, meeting: Meeting): OnePerPeer =>
  createOnePerPeer(toHex(publicKey), (connection) => meeting.arrived(connection, way))

const secretOf = ({ secret }: Invite): Uint8Array => hash(Buffer.from('nst/1 lan invite'), bytesOfHex(secret))

async function closeOthers<T extends { readonly direct: Direct }>(
  open: Map<string, T>,
  wanted: ReadonlyMap<string, unknown>,
): Promise<string[]> {
  const left = [...open].filter(([id]) => !wanted.has(id))
  for (const [id] of left) open.delete(id)
  await Promise.all(left.map(([, { direct }]) => direct.close()))
  return left.map(([id]) => id)
}

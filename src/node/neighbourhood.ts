import { signingPair, toHex } from '../log/crypto.ts'
import { isIPv6 } from 'node:net'
import { openDirect, type Direct } from '../network/direct.ts'
import { Lan, type Place as LanPlace, type Sighting } from '../network/lan/lan.ts'
import { hostOf, type Connection } from '../network/one-per-peer.ts'
import { Sockets } from '../network/sockets.ts'
import { Calls } from './calls.ts'
import type { Chance } from './chance.ts'
import type { Clock } from './clock.ts'
import type { CircleSession } from './circle-session.ts'
import type { Join } from './invitation/join.ts'
import type { Meeting } from './meeting.ts'
import { NearInvites } from './near-invites.ts'
import type { Place } from './place.ts'

type NeighbourhoodParts = {
  readonly meet: () => Promise<Meeting>
  /** The circles whose people may find this node now. */
  readonly sessions: () => readonly CircleSession[]
  /** Where it may be found: these circles, and their links. */
  readonly places: () => Promise<readonly Place[]>
  /** Requests whose inviters may be looked for in the local network now. */
  readonly joins: () => readonly Join[]
  /** The inviter of a request is on the line. */
  readonly met: (request: string, connection: Connection) => void
  readonly clock: Clock
  readonly chance: Chance
  /** This machine gives no socket, or the like. */
  readonly unheard: (error: unknown) => void
}

type Quarter = {
  readonly place: Place
  readonly direct: Direct
  /** Stops listening for another epoch. */
  readonly leave: () => void
}

const EVERYWHERE = '0.0.0.0'
/** Invitations end, and with them their places. */
const LOOK_MS = 60 * 60_000

/**
 * Circles whose people find each other in the local network. Each has a key of its own, drawn anew at each start: on the
 * network nothing ties a node to its circles, one circle to another, or today to yesterday.
 */
export class Neighbourhood {
  readonly #parts: NeighbourhoodParts
  readonly #lan: Lan
  readonly #quarters = new Map<string, Quarter>()
  readonly #calls: Calls
  readonly #invites: NearInvites
  #looking: NodeJS.Timeout | undefined
  #sockets: Sockets | undefined
  /** By which secrets it was last said where this node is. */
  #said = ''
  #turn: Promise<void> = Promise.resolve()
  #closed = false

  constructor(parts: NeighbourhoodParts) {
    this.#parts = parts
    this.#calls = new Calls((sighting) => this.#call(sighting))
    this.#invites = new NearInvites(parts)
    this.#lan = new Lan({
      clock: parts.clock,
      chance: parts.chance,
      onSighting: (sighting) => this.#seen(sighting),
      onFarewell: ({ place, peer }) => this.#calls.forget(place, peer),
      onGone: (reached) => this.#cutOff(reached),
    })
  }

  /** Looks again at which circles may be found; to be called when that may have changed. */
  refresh(): Promise<void> {
    this.#turn = this.#turn.then(() => this.#refresh()).catch(this.#parts.unheard)
    return this.#turn
  }

  /** Where this node answers for a circle, for those who cannot see it by themselves; null where it does not. */
  whereabouts(circle: string): { peer: string; port: number } | null {
    const quarter = this.#quarters.get(circle)
    const port = this.#sockets?.ports().port ?? 0
    return quarter === undefined || port === 0 ? null : { peer: toHex(keyOf(quarter)), port }
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.refresh()
  }

  async #refresh(): Promise<void> {
    clearTimeout(this.#looking)
    const wanted = new Map((this.#closed ? [] : await this.#parts.places()).map((one) => [one.id, one]))
    const joins = this.#closed ? [] : this.#parts.joins()
    const left = [...this.#quarters].filter(([id, { place }]) => wanted.get(id) !== place)
    for (const [id, { leave }] of left) {
      leave()
      this.#quarters.delete(id)
    }
    const come = [...wanted].filter(([id]) => !this.#quarters.has(id))
    // Silent about a circle before its connections end: nobody is to call again.
    if (left.length > 0) this.#lan.setPlaces(this.#places())
    for (const [id] of left) this.#calls.forget(id)
    await Promise.all(left.map(([, { direct }]) => direct.close()))
    for (const [id, place] of come) this.#quarters.set(id, await this.#settle(place))
    const sockets = this.#sockets ?? (joins.length > 0 ? this.#open() : undefined)
    const sessions = this.#closed ? [] : this.#parts.sessions()
    const isOther = sockets !== undefined && (await this.#invites.settle(sockets, sessions, joins))
    if (isOther || come.length > 0 || this.#isSaidOtherwise()) this.#lan.setPlaces(this.#places())
    if (this.#quarters.size > 0 || joins.length > 0) return this.#lookLater()
    this.#lan.close()
    await this.#sockets?.close()
    this.#sockets = undefined
  }

  #lookLater(): void {
    this.#looking = setTimeout(() => void this.refresh(), LOOK_MS)
    this.#looking.unref()
  }

  #open(): Sockets {
    return (this.#sockets ??= new Sockets(signingPair(this.#parts.chance(32))))
  }

  async #settle(place: Place): Promise<Quarter> {
    const sockets = this.#open()
    if (!sockets.isListening) await sockets.listen({ host: EVERYWHERE, port: 0 }, { bothFamilies: true })
    const { keyPair, peers } = place.quarter
    const direct = openDirect({ keyPair, path: 'lan', onConnection: peers, sockets })
    await direct.answer()
    return { place, direct, leave: this.#follow(place) }
  }

  /** A removal opens another epoch: from then on it is announced by that one. */
  #follow({ session }: Place): () => void {
    const onChange = () => {
      if (this.#isSaidOtherwise()) void this.refresh()
    }
    session.follower.on('change', onChange)
    return () => session.follower.off('change', onChange)
  }

  #isSaidOtherwise(): boolean {
    return this.#said !== [...this.#quarters.values()].map(({ place }) => namesOf(place)).join()
  }

  #places(): LanPlace[] {
    const ports = this.#sockets?.ports()
    this.#said = [...this.#quarters.values()].map(({ place }) => namesOf(place)).join()
    if (ports === undefined) return []
    const circles = [...this.#quarters].flatMap(([id, { place }]): LanPlace[] => {
      const { says, hears } = place.secrets()
      if (hears.length === 0) return []
      const at = { peer: place.quarter.keyPair.publicKey, ...ports }
      return [{ id, hears: [...hears], ...(says !== null && { says: { secret: says, at } }) }]
    })
    return [...circles, ...this.#invites.places(ports)]
  }

  #seen(sighting: Sighting): void {
    const quarter = this.#quarters.get(sighting.place)
    const direct = this.#directOf(sighting.place)
    if (direct === undefined || isConnected(direct, sighting.peer)) return
    // Both see each other: one of them calls, and the other only if nothing came of that. Who only looks is seen by nobody.
    const isSeen = quarter !== undefined && quarter.place.secrets().says !== null
    const isOurs = !isSeen || toHex(keyOf(quarter)) < sighting.peer
    // Over IPv6 a little later: mostly there is IPv4 too.
    this.#calls.want(sighting, isOurs && !isIPv6(sighting.host))
  }

  #directOf(place: string): Direct | undefined {
    return this.#quarters.get(place)?.direct ?? this.#invites.lookout(place)
  }

  /** False where it is worth another try. */
  async #call(sighting: Sighting): Promise<boolean> {
    const { place, peer, host, port, tcp } = sighting
    const direct = this.#directOf(place)
    if (direct === undefined || isConnected(direct, peer)) return true
    try {
      const connection = await direct.connect({ peer, host, port }, { tcp })
      this.#invites.met(sighting, connection)
      void this.#lookAgainAfter(connection)
      return true
    } catch {
      return false
    }
  }

  async #lookAgainAfter({ closed }: Connection): Promise<void> {
    await closed
    if (!this.#closed) this.#lan.ask()
  }

  #cutOff(reached: (host: string) => boolean): void {
    for (const { direct } of this.#quarters.values()) {
      for (const connection of direct.connections()) {
        const host = hostOf(connection)
        if (host !== undefined && reached(host)) connection.stream.destroy()
      }
    }
  }
}

const isConnected = (direct: Direct, key: string): boolean => direct.connections().some(({ peer }) => peer === key)
const keyOf = ({ place }: Quarter): Uint8Array => place.quarter.keyPair.publicKey
const namesOf = (place: Place): string => {
  const { says, hears } = place.secrets()
  return [...(says === null ? [] : [says]), ...hears].map(toHex).join()
}

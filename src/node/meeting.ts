import { signingPair, toHex, type KeyPair } from '../log/crypto.ts'
import type { LogStore } from '../log/store.ts'
import { formatAddress, type Address } from '../network/address.ts'
import { openDirect, type Direct } from '../network/direct.ts'
import { openKnock, type KnockChannel } from '../network/knock.ts'
import type { KnockStatus } from '../network/knock-format.ts'
import { createOnePerPeer, type Connection, type OnePerPeer, type Path } from '../network/one-per-peer.ts'
import type { Chance } from './chance.ts'
import type { CircleSession } from './circle-session.ts'
import { Encounter, type EncounterHost } from './encounter.ts'
import { Redial } from './redial.ts'

export interface MeetingParts {
  readonly store: LogStore
  readonly transport: KeyPair
  readonly chance: Chance
  readonly sessions: () => readonly CircleSession[]
  readonly knocks: () => readonly { readonly invite: Uint8Array; readonly sealed: Uint8Array }[]
  readonly onKnock: (
    invite: string,
    sealed: Uint8Array,
    reply: (status: KnockStatus, payload?: Uint8Array) => void,
  ) => void
  readonly onReply: (invite: string, payload: Uint8Array) => void
  /** Ms; tests need not wait as long as people. */
  readonly strangerMs?: number
  readonly inStepWith: EncounterHost['inStepWith']
  readonly changed: (circle: string | null) => void
  readonly onDifference: EncounterHost['onDifference']
}

/** One of the keys that this node meets others with. */
type Way = {
  readonly keyPair: KeyPair
  /** The only circle that is spoken of on this way, and its place in the store; null for all. */
  readonly circle: { readonly id: string; readonly namespace: string } | null
}

/** A circle as it is met in: with a key of its own, and one connection to each peer, on whatever way it came. */
export type Quarter = { readonly keyPair: KeyPair; readonly peers: OnePerPeer }

/** What a node knows of a device elsewhere that it met since it started. */
export type Seen = {
  readonly reachable: boolean
  /** By which way; null while not reachable. */
  readonly path: Path | null
  /** It makes something else of the same events: a fault of a program. */
  readonly differs: boolean
}

const BY_NEARNESS: readonly Path[] = ['lan', 'direct', 'internet', 'relay']

export const nearest = (paths: readonly Path[]): Path | null => BY_NEARNESS.find((one) => paths.includes(one)) ?? null

/** How long a caller may stay who shares no circle and asks in nowhere: others need the place. */
const STRANGER_MS = 30_000

type Door = {
  readonly way: Way
  readonly knock: KnockChannel
  readonly encounters: Map<string, Encounter>
  /** Knocked with an invite of ours. */
  isAsking: boolean
}

/** How a node meets others: who is there, and who is how far in which circle. Silent until told to listen or connect. */
export class Meeting {
  readonly #parts: MeetingParts
  readonly #own: string
  readonly #direct: Direct
  readonly #quarters = new WeakMap<CircleSession, Quarter>()
  readonly #redial = new Redial({
    call: (address) => this.connect(address),
    isHere: (peer) => this.isConnected(peer),
  })
  readonly #doors = new Map<Connection, Door>()
  readonly #differing = new Map<string, Set<string>>()
  readonly #followed = new Set<CircleSession>()
  readonly #waiting = new Set<() => void>()
  #address: string | null = null

  constructor(parts: MeetingParts) {
    this.#parts = parts
    this.#own = toHex(parts.transport.publicKey)
    const way: Way = { keyPair: parts.transport, circle: null }
    const onConnection = (connection: Connection) => this.#arrived(connection, way)
    this.#direct = openDirect({ keyPair: parts.transport, onConnection })
  }

  /** The circle's own key, drawn anew at each start, and who is met with it. */
  quarterOf(session: CircleSession): Quarter {
    const known = this.#quarters.get(session)
    if (known !== undefined) return known
    const keyPair = signingPair(this.#parts.chance(32))
    const way: Way = { keyPair, circle: { id: session.circle.id, namespace: session.keys().namespace } }
    const onConnection = (connection: Connection) => this.#arrived(connection, way)
    const quarter = { keyPair, peers: createOnePerPeer(toHex(keyPair.publicKey), onConnection) }
    this.#quarters.set(session, quarter)
    return quarter
  }

  async listen(host: string, port: number): Promise<string> {
    const endpoint = await this.#direct.listen(host, port)
    this.#address = formatAddress({ peer: this.#own, ...endpoint })
    return this.#address
  }

  /** The address that others can use; null while nobody can. */
  address(): string | null {
    return this.#address
  }

  async connect(address: Address): Promise<Connection> {
    const connection = await this.#direct.connect(address)
    this.#redial.reached(address)
    return connection
  }

  isConnected(peer: string): boolean {
    return this.#direct.connections().some((connection) => connection.peer === peer)
  }

  /** A circle was opened: those who share it and are connected already meet in it now. */
  join(session: CircleSession): void {
    this.#follow(session)
    for (const [connection, door] of this.#doors) this.#meet(connection, session, door)
  }

  /** A circle is here no more: nobody is met in it. */
  part(circle: string): void {
    for (const { encounters } of this.#doors.values()) {
      encounters.get(circle)?.close()
      encounters.delete(circle)
    }
    for (const session of this.#followed) if (session.circle.id === circle) this.#followed.delete(session)
    this.#differing.delete(circle)
  }

  /** Says at every open door what there is to say (requests, cancellings). */
  knock(): void {
    for (const door of this.#doors.values()) this.#knockAt(door)
  }

  /** True once somebody who shares a circle with us is here; false when the signal aborts first. */
  async met(signal: AbortSignal): Promise<boolean> {
    return this.#until(() => this.#here().length > 0, signal)
  }

  /** True once everyone met in any circle is as far as we are; false when the signal aborts first. */
  async inStep(signal: AbortSignal): Promise<boolean> {
    return this.#until(() => this.#here().every((encounter) => encounter.isInStep()), signal)
  }

  /** By device, of those met in a circle since this node started. */
  seenOf(circle: string): ReadonlyMap<string, Seen> {
    const here = [...this.#doors].flatMap(([{ path }, { encounters }]) => {
      const encounter = encounters.get(circle)
      return encounter?.isHere === true && encounter.device !== null ? [{ device: encounter.device, path: path() }] : []
    })
    const differing = this.#differing.get(circle) ?? new Set<string>()
    const devices = new Set([...differing, ...here.map(({ device }) => device)])
    return new Map(
      [...devices].map((device) => {
        const path = nearest(here.filter((one) => one.device === device).map((one) => one.path))
        return [device, { reachable: path !== null, path, differs: differing.has(device) }]
      }),
    )
  }

  async close(): Promise<void> {
    this.#redial.close()
    await this.#direct.close()
  }

  #arrived(connection: Connection, way: Way): void {
    this.#parts.store.replicate(connection.stream, way.circle?.namespace)
    const knock = openKnock(connection.stream, {
      onKnock: (invite, sealed, reply) => {
        const isOurs = this.#isOurInvite(toHex(invite), way)
        door.isAsking ||= isOurs
        // Who meets us in one circle is not to learn by an invite of another that we are in that one too.
        if (isOurs || way.circle === null) this.#parts.onKnock(toHex(invite), sealed, reply)
        else reply('unknown')
      },
      onReply: (invite, _status, payload) => this.#parts.onReply(toHex(invite), payload),
    })
    const door: Door = { way, knock, encounters: new Map(), isAsking: false }
    this.#doors.set(connection, door)
    if (!connection.initiator) this.#partFromStranger(connection, door)
    for (const session of this.#parts.sessions()) {
      this.#follow(session)
      this.#meet(connection, session, door)
    }
    this.#knockAt(door)
    this.#changed(null)
    void this.#whenGone(connection)
  }

  #partFromStranger(connection: Connection, door: Door): void {
    const timer = setTimeout(() => {
      const isKnown = door.isAsking || [...door.encounters.values()].some(({ isHere }) => isHere)
      if (!isKnown) connection.stream.destroy()
    }, this.#parts.strangerMs ?? STRANGER_MS)
    timer.unref()
    connection.stream.once('close', () => clearTimeout(timer))
  }

  #isOurInvite(invite: string, way: Way): boolean {
    const spokenOf = this.#parts.sessions().filter(({ circle }) => way.circle === null || way.circle.id === circle.id)
    return spokenOf.some((session) => session.keys().invites.some(({ id }) => id === invite))
  }

  async #whenGone(connection: Connection): Promise<void> {
    await connection.closed
    const door = this.#doors.get(connection)
    this.#doors.delete(connection)
    this.#changed(null)
    const shared = [...(door?.encounters.values() ?? [])].filter((encounter) => encounter.isOfCircle)
    if (shared.length === 0 || door?.way.circle !== null) return
    const isWanted = () => shared.some(({ circle }) => this.#parts.sessions().some((one) => one.circle.id === circle))
    this.#redial.lost(connection.peer, isWanted)
  }

  #meet(connection: Connection, session: CircleSession, { encounters, way }: Door): void {
    const circle = session.circle.id
    if (encounters.has(circle) || (way.circle !== null && way.circle.id !== circle)) return
    const host: EncounterHost = {
      own: toHex(way.keyPair.publicKey),
      inStepWith: this.#parts.inStepWith,
      onDifference: (id, device) => this.#noteDifference(id, device),
      changed: (id) => this.#changed(id),
    }
    encounters.set(circle, new Encounter(connection, session, host))
  }

  #follow(session: CircleSession): void {
    if (this.#followed.has(session)) return
    this.#followed.add(session)
    session.follower.on('change', () => {
      for (const { encounters } of this.#doors.values()) encounters.get(session.circle.id)?.circleChanged()
      this.#wake()
    })
  }

  /** Those who are met in one circle are in it: there is nothing to ask them for. */
  #knockAt({ knock, way }: Door): void {
    if (way.circle !== null) return
    for (const { invite, sealed } of this.#parts.knocks()) knock.knock(invite, sealed)
  }

  #noteDifference(circle: string, device: string): void {
    this.#differing.set(circle, (this.#differing.get(circle) ?? new Set()).add(device))
    this.#parts.onDifference(circle, device)
    this.#changed(circle)
  }

  #here(): Encounter[] {
    const met = [...this.#doors.values()].flatMap(({ encounters }) => [...encounters.values()])
    return met.filter(({ isHere }) => isHere)
  }

  async #until(holds: () => boolean, signal: AbortSignal): Promise<boolean> {
    while (!holds()) {
      if (signal.aborted) return false
      await this.#nextChange(signal)
    }
    return true
  }

  #changed(circle: string | null): void {
    this.#wake()
    this.#parts.changed(circle)
  }

  #wake(): void {
    for (const wake of this.#waiting) wake()
  }

  async #nextChange(signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake)
        signal.removeEventListener('abort', wake)
        resolve()
      }
      this.#waiting.add(wake)
      signal.addEventListener('abort', wake, { once: true })
    })
  }
}

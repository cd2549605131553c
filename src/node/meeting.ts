import packageJson from '../../package.json' with { type: 'json' }
import { signingPair, toHex, type KeyPair } from '../log/crypto.ts'
import type { Address } from '../network/address.ts'
import { SPOKEN, type Hello } from '../network/hello.ts'
import { createOnePerPeer, type Connection } from '../network/one-per-peer.ts'
import type { Chance } from './chance.ts'
import type { CircleSession } from './circle-session.ts'
import { Door, type DoorHost, type Way } from './door.ts'
import type { Encounter } from './encounter.ts'
import type { Clock } from './clock.ts'
import { FrontDoor } from './front-door.ts'
import { LinkPlaces } from './linking/link-places.ts'
import { circlePlace, type Place } from './place.ts'
import type { Quarter } from './quarter.ts'
import type { Untold } from './statements/untold.ts'
import { SeenDevices, strangeness, type Misunderstood, type Seen } from './seen.ts'

export interface MeetingParts extends Pick<
  DoorHost,
  'store' | 'sessions' | 'knocks' | 'onKnock' | 'onReply' | 'onMember' | 'inStepWith' | 'onDifference'
> {
  readonly transport: KeyPair
  readonly chance: Chance
  /** For tests, which play programs of other ages. */
  readonly hello?: Hello
  /** Ms; tests need not wait as long as people. */
  readonly strangerMs?: number
  readonly clock: Clock
  /** Those that are met now are others than before. */
  readonly placesChanged: () => void
  readonly untold: Untold
  readonly warn: (what: string, error: unknown) => void
  readonly changed: (circle: string | null) => void
}

/** How long a caller may stay who shares no circle and asks in nowhere: others need the place. */
const STRANGER_MS = 30_000

/** How a node meets others: who is there, and who is how far in which circle. Silent until told to listen or connect. */
export class Meeting {
  readonly #parts: MeetingParts
  readonly #front: FrontDoor
  readonly #links: LinkPlaces
  readonly #places = new Map<CircleSession, Place>()
  readonly #quarters = new Map<CircleSession, Quarter>()
  readonly #doors = new Map<Connection, Door>()
  readonly #seen = new SeenDevices(() => [...this.#doors.values()])
  readonly #followed = new Set<CircleSession>()
  readonly #waiting = new Set<() => void>()

  constructor(parts: MeetingParts) {
    this.#parts = parts
    this.#front = new FrontDoor({
      keyPair: parts.transport,
      chance: parts.chance,
      places: () => this.places(parts.sessions()),
      arrived: (connection, way) => this.arrived(connection, way),
    })
    this.#links = new LinkPlaces({
      clock: parts.clock,
      chance: parts.chance,
      sessions: () => parts.sessions(),
      met: ({ circle }) =>
        [...this.seenOf(circle.id)].filter(([, { reachable }]) => reachable).map(([device]) => device),
      changed: (circle) => this.#changed(circle),
      placesChanged: () => this.#placesChanged(),
      untold: parts.untold,
      warn: (what, error) => parts.warn(what, error),
    })
  }

  /** Where others are met for these circles, and for their links. */
  places(sessions: readonly CircleSession[]): Place[] {
    const circles = sessions.map((session) => {
      const known = this.#places.get(session) ?? circlePlace(session, this.quarterOf(session))
      this.#places.set(session, known)
      return known
    })
    return [...circles, ...this.#links.of(sessions)]
  }

  /** Whether a node of a linked circle is met now. */
  isLinkMet(session: CircleSession, other: string): boolean {
    return this.#links.isMet(session, other)
  }

  /** The circle's own key, drawn anew at each start, and who is met with it. */
  quarterOf(session: CircleSession): Quarter {
    const known = this.#quarters.get(session)
    if (known !== undefined) return known
    const keyPair = signingPair(this.#parts.chance(32))
    const way: Way = { keyPair, circle: { id: session.circle.id, namespace: session.keys().namespace } }
    const onConnection = (connection: Connection) => this.arrived(connection, way)
    const quarter = { keyPair, peers: createOnePerPeer(toHex(keyPair.publicKey), onConnection) }
    this.#quarters.set(session, quarter)
    return quarter
  }

  async listen(host: string, port: number): Promise<string> {
    return this.#front.listen(host, port)
  }

  /** The address that others can use; null while nobody can. */
  address(): string | null {
    return this.#front.address
  }

  /** `expects`: the circle (its id) of the invitation that is followed. */
  async connect(address: Address, expects?: string): Promise<Connection> {
    return this.#front.connect(address, expects)
  }

  isConnected(peer: string): boolean {
    return this.#front.isConnected(peer)
  }

  /** Why the two programs do not understand each other; null where they do. Waits until that is known. */
  async misunderstanding(connection: Connection, signal: AbortSignal): Promise<Misunderstood | null> {
    const door = () => this.#doors.get(connection)
    await this.#until(() => door() === undefined || door()?.understanding !== undefined, signal)
    return strangeness(door())
  }

  /** A circle was opened: those who share it and are connected already meet in it now. */
  join(session: CircleSession): void {
    this.#follow(session)
    for (const door of this.#doors.values()) door.join(session)
    this.#placesChanged()
  }

  /** A circle is here no more: nobody is met in it. */
  part(session: CircleSession): void {
    const circle = session.circle.id
    for (const door of this.#doors.values()) door.part(circle)
    this.#followed.delete(session)
    this.#quarters.delete(session)
    this.#seen.forget(circle)
    this.#places.delete(session)
    this.#placesChanged()
  }

  /** Says at every open door what there is to say (requests, cancellings). */
  knock(): void {
    for (const door of this.#doors.values()) door.knock()
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
    return this.#seen.of(circle)
  }

  async close(): Promise<void> {
    this.#links.close()
    await this.#front.close()
  }

  /** Somebody is at the other end, on whatever way. */
  arrived(connection: Connection, way: Way): void {
    const { store, sessions, knocks, onKnock, onReply, onMember, inStepWith, hello = HELLO } = this.#parts
    const door = new Door(connection, way, {
      store,
      hello,
      sessions,
      knocks,
      onKnock,
      onReply,
      onMember,
      inStepWith,
      onDifference: (circle, device) => this.#noteDifference(circle, device),
      onHello: () => this.#wake(),
      changed: (circle) => {
        this.#seen.noteUnderstanding(circle)
        this.#changed(circle)
      },
      changedAnywhere: () => this.#changed(null),
    })
    this.#doors.set(connection, door)
    if (!connection.initiator) this.#partFromStranger(connection, door)
    for (const session of sessions()) this.#follow(session)
    this.#changed(null)
    void this.#whenGone(connection)
  }

  #partFromStranger(connection: Connection, door: Door): void {
    const timer = setTimeout(() => {
      if (!door.isKnown) connection.stream.destroy()
    }, this.#parts.strangerMs ?? STRANGER_MS)
    timer.unref()
    connection.stream.once('close', () => clearTimeout(timer))
  }

  async #whenGone(connection: Connection): Promise<void> {
    await connection.closed
    this.#doors.delete(connection)
    this.#changed(null)
  }

  #follow(session: CircleSession): void {
    if (this.#followed.has(session)) return
    this.#followed.add(session)
    const known = { epochs: session.circle.epochs.length }
    session.follower.on('change', () => {
      const { length } = session.circle.epochs
      if (length !== known.epochs) for (const door of this.#doors.values()) door.epochChanged(session)
      known.epochs = length
      for (const door of this.#doors.values()) {
        door.encounters.get(session.circle.id)?.circleChanged()
        door.circleChanged(session)
      }
      if (this.#links.heard(session)) this.#placesChanged()
      this.#wake()
    })
  }

  #placesChanged(): void {
    // Without it some place is not met at the address; it may still be met otherwise.
    void this.#front.refresh().catch(() => undefined)
    this.#parts.placesChanged()
  }

  #noteDifference(circle: string, device: string): void {
    this.#seen.noteDifference(circle, device)
    this.#parts.onDifference(circle, device)
    this.#changed(circle)
  }

  #here(): Encounter[] {
    const understood = [...this.#doors.values()].filter(({ understanding }) => understanding === 'together')
    const met = understood.flatMap(({ encounters }) => [...encounters.values()])
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

const HELLO: Hello = { ...SPOKEN, program: packageJson.version }

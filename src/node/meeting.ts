import packageJson from '../../package.json' with { type: 'json' }
import { signingPair, toHex, type KeyPair } from '../log/crypto.ts'
import type { Address } from '../network/address.ts'
import { SPOKEN, type Hello } from '../network/hello.ts'
import { createOnePerPeer, type Connection, type Path } from '../network/one-per-peer.ts'
import type { Chance } from './chance.ts'
import type { CircleSession } from './circle-session.ts'
import { Door, type DoorHost, type Way } from './door.ts'
import type { Encounter } from './encounter.ts'
import { FrontDoor } from './front-door.ts'
import type { Quarter } from './quarter.ts'

export interface MeetingParts extends Pick<
  DoorHost,
  'store' | 'sessions' | 'knocks' | 'onKnock' | 'onReply' | 'inStepWith' | 'onDifference'
> {
  readonly transport: KeyPair
  readonly chance: Chance
  /** For tests, which play programs of other ages. */
  readonly hello?: Hello
  /** Ms; tests need not wait as long as people. */
  readonly strangerMs?: number
  readonly changed: (circle: string | null) => void
}

/** Of a program that this one does not understand, or that does not understand this one. */
export type Misunderstood = { readonly theirs: 'newer' | 'older'; readonly program: string }

/** What a node knows of a device elsewhere that it met since it started. */
export type Seen = {
  readonly reachable: boolean
  /** By which way; null while not reachable. */
  readonly path: Path | null
  /** It counts the same as this node, now. */
  readonly inStep: boolean
  /** It makes something else of the same events: a fault of a program. */
  readonly differs: boolean
  /** Here, and no use: one of the two programs has to be updated. */
  readonly misunderstood: Misunderstood | null
}

const BY_NEARNESS: readonly Path[] = ['lan', 'direct', 'internet', 'relay']

export const nearest = (paths: readonly Path[]): Path | null => BY_NEARNESS.find((one) => paths.includes(one)) ?? null

/** How long a caller may stay who shares no circle and asks in nowhere: others need the place. */
const STRANGER_MS = 30_000

/** How a node meets others: who is there, and who is how far in which circle. Silent until told to listen or connect. */
export class Meeting {
  readonly #parts: MeetingParts
  readonly #front: FrontDoor
  readonly #quarters = new Map<CircleSession, Quarter>()
  readonly #doors = new Map<Connection, Door>()
  /** By circle and device: whose program and this one do not understand each other. */
  readonly #strange = new Map<string, Map<string, Misunderstood>>()
  readonly #differing = new Map<string, Set<string>>()
  readonly #followed = new Set<CircleSession>()
  readonly #waiting = new Set<() => void>()

  constructor(parts: MeetingParts) {
    this.#parts = parts
    this.#front = new FrontDoor({
      keyPair: parts.transport,
      chance: parts.chance,
      sessions: () => parts.sessions(),
      quarterOf: (session) => this.quarterOf(session),
      arrived: (connection, way) => this.arrived(connection, way),
    })
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
    // Without it this circle is not met at the address; it may still be met otherwise.
    void this.#front.join(session).catch(() => undefined)
  }

  /** A circle is here no more: nobody is met in it. */
  part(session: CircleSession): void {
    const circle = session.circle.id
    for (const door of this.#doors.values()) door.part(circle)
    this.#followed.delete(session)
    this.#quarters.delete(session)
    this.#differing.delete(circle)
    this.#strange.delete(circle)
    void this.#front.part(session).catch(() => undefined)
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
    const met = [...this.#doors.values()].flatMap(({ encounters, connection, understanding }) => {
      const encounter = encounters.get(circle)
      const { isHere = false, device = null } = encounter ?? {}
      const isMet = understanding === 'together' && isHere && device !== null
      return isMet ? [{ device, path: connection.path(), inStep: encounter?.isInStep() === true }] : []
    })
    const differing = this.#differing.get(circle) ?? new Set<string>()
    const strange = this.#strange.get(circle) ?? new Map<string, Misunderstood>()
    const devices = new Set([...differing, ...strange.keys(), ...met.map(({ device }) => device)])
    return new Map(
      [...devices].map((device) => {
        const theirs = met.filter((one) => one.device === device)
        const path = nearest(theirs.map((one) => one.path))
        const inStep = theirs.some((one) => one.inStep)
        const misunderstood = path === null ? (strange.get(device) ?? null) : null
        return [device, { reachable: path !== null, path, inStep, differs: differing.has(device), misunderstood }]
      }),
    )
  }

  async close(): Promise<void> {
    await this.#front.close()
  }

  /** Somebody is at the other end, on whatever way. */
  arrived(connection: Connection, way: Way): void {
    const { store, sessions, knocks, onKnock, onReply, inStepWith, hello = HELLO } = this.#parts
    const door = new Door(connection, way, {
      store,
      hello,
      sessions,
      knocks,
      onKnock,
      onReply,
      inStepWith,
      onDifference: (circle, device) => this.#noteDifference(circle, device),
      onHello: () => this.#wake(),
      changed: (circle) => {
        this.#noteUnderstanding(circle)
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

  /** Kept after they left: it is to be read until one of the two is updated. */
  #noteUnderstanding(circle: string): void {
    const strange = this.#strange.get(circle) ?? new Map<string, Misunderstood>()
    this.#strange.set(circle, strange)
    for (const door of this.#doors.values()) {
      const device = door.encounters.get(circle)?.device ?? null
      const why = strangeness(door)
      if (device !== null && why !== null) strange.set(device, why)
      else if (device !== null && door.understanding === 'together') strange.delete(device)
    }
  }

  #follow(session: CircleSession): void {
    if (this.#followed.has(session)) return
    this.#followed.add(session)
    const known = { epochs: session.circle.epochs.length }
    session.follower.on('change', () => {
      const { length } = session.circle.epochs
      if (length !== known.epochs) for (const door of this.#doors.values()) door.epochChanged(session)
      known.epochs = length
      for (const { encounters } of this.#doors.values()) encounters.get(session.circle.id)?.circleChanged()
      this.#wake()
    })
  }

  #noteDifference(circle: string, device: string): void {
    this.#differing.set(circle, (this.#differing.get(circle) ?? new Set()).add(device))
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

function strangeness(door: Door | undefined): Misunderstood | null {
  const theirs = door?.understanding
  if (door === undefined || theirs === undefined || theirs === 'together') return null
  return { theirs, program: door.program }
}

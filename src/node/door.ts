import { EVERYTHING } from '../domain/causality.ts'
import { entitledDevices } from '../domain/epochs/queries.ts'
import { toHex, type KeyPair } from '../log/crypto.ts'
import type { LogStore } from '../log/store.ts'
import { openHello, understanding, type Hello, type Understanding } from '../network/hello.ts'
import type { KnockStatus } from '../network/knock-format.ts'
import { openKnock, type KnockChannel } from '../network/knock.ts'
import { isNear, type Connection } from '../network/one-per-peer.ts'
import type { CircleSession } from './circle-session.ts'
import { Encounter, type EncounterHost } from './encounter.ts'

/** One of the keys that this node meets others with. */
export type Way = {
  readonly keyPair: KeyPair
  /** The only circle that is spoken of on this way, and its place in the store; null where none is, until one is named. */
  readonly circle: { readonly id: string; readonly namespace: string } | null
  /** This side named no circle when it called, and speaks of one only if the other does: who answers knows which it is. */
  readonly isCaller?: boolean
  /** The circle (its id) of the invitation that this call follows: this side speaks of it once it is in it. */
  readonly expects?: string
}

export interface DoorHost extends Omit<EncounterHost, 'own'> {
  readonly store: LogStore
  readonly hello: Hello
  sessions(): readonly CircleSession[]
  knocks(): readonly { readonly invite: Uint8Array; readonly sealed: Uint8Array }[]
  onKnock(invite: string, sealed: Uint8Array, reply: (status: KnockStatus, payload?: Uint8Array) => void): void
  onReply(invite: string, payload: Uint8Array): void
  /** Somebody whom the circle let in is at the other end, whatever their program understands else. */
  onMember(stream: Connection['stream'], session: CircleSession, device: string): void
  /** It is known now whether the two programs understand each other. */
  onHello(door: Door): void
  changedAnywhere(): void
}

/** One connection: who and what is met on it. */
export class Door {
  readonly connection: Connection
  readonly way: Way
  readonly encounters = new Map<string, Encounter>()
  readonly #host: DoorHost
  #knock: KnockChannel | undefined
  /** Circles (their ids) of which a member is there, as was told. */
  readonly #told = new Set<string>()
  #isAsking = false
  #isCarrying = false
  #understanding: Understanding | undefined
  #theirs: Hello | undefined

  constructor(connection: Connection, way: Way, host: DoorHost) {
    this.connection = connection
    this.way = way
    this.#host = host
    openHello(connection.stream, host.hello, (theirs) => this.#greeted(theirs))
  }

  /** Undefined until it is known. */
  get understanding(): Understanding | undefined {
    return this.#understanding
  }

  /** What their program calls itself. */
  get program(): string {
    return this.#theirs?.program ?? ''
  }

  /** Somebody of a circle of ours, or somebody who asks in. */
  get isKnown(): boolean {
    return this.#isAsking || [...this.encounters.values()].some(({ isHere }) => isHere)
  }

  join(session: CircleSession): void {
    const id = session.circle.id
    const { way, encounters } = this
    const isSpokenOf = way.circle === null ? way.isCaller === true : way.circle.id === id
    if (this.#understanding === undefined || encounters.has(id) || !isSpokenOf) return
    const { inStepWith, onDifference, changed } = this.#host
    const host: EncounterHost = { own: toHex(way.keyPair.publicKey), inStepWith, onDifference, changed }
    const manner = {
      waits: way.circle === null && way.expects !== id,
      isMute: this.#understanding !== 'together',
      onDevice: (device: string) => this.#proved(session, device),
    }
    encounters.set(id, new Encounter(this.connection, session, host, manner))
  }

  /** Another epoch was opened: who is not of it any more is met on no way that leads through strangers. */
  epochChanged(session: CircleSession): void {
    const { circle } = session
    const device = this.encounters.get(circle.id)?.device ?? null
    if (device === null || isNear(this.connection) || !circle.devices.has(device)) return
    if (!entitledDevices(circle, EVERYTHING).includes(device)) this.connection.stream.destroy()
  }

  /** Somebody may be of the circle now who was not when they showed who they are; or it came here only now. */
  circleChanged(session: CircleSession): void {
    const device = this.encounters.get(session.circle.id)?.device ?? null
    if (device !== null && !this.#told.has(session.circle.id)) this.#isMember(session, device)
  }

  part(circle: string): void {
    this.encounters.get(circle)?.close()
    this.encounters.delete(circle)
  }

  /** Says what there is to say (requests, cancellings). Those who are met in one circle are in it: there is nothing to ask. */
  knock(): void {
    if (this.way.circle !== null) return
    for (const { invite, sealed } of this.#host.knocks()) this.#knock?.knock(invite, sealed)
  }

  #greeted(theirs: Hello | undefined): void {
    this.#theirs = theirs
    // Whose program says nothing of the kind is from before there was anything to say.
    this.#understanding = theirs === undefined ? 'older' : understanding(this.#host.hello, theirs)
    if (this.#understanding === 'together') this.#open()
    for (const session of this.#host.sessions()) this.join(session)
    this.#host.onHello(this)
    this.#host.changedAnywhere()
  }

  #open(): void {
    const { connection, way } = this
    // Somebody who knows only what is over has to prove first that they still belong.
    if (way.circle !== null && connection.isCurrent) this.#carry(way.circle.namespace)
    this.#knock = openKnock(connection.stream, {
      onKnock: (invite, sealed, reply) => {
        const isOurs = this.#isOurInvite(toHex(invite))
        this.#isAsking ||= isOurs
        // Who meets us in one circle is not to learn by an invite of another that we are in that one too.
        if (isOurs || way.circle === null) this.#host.onKnock(toHex(invite), sealed, reply)
        else reply('unknown')
      },
      onReply: (invite, _status, payload) => this.#host.onReply(toHex(invite), payload),
    })
    this.knock()
  }

  #proved(session: CircleSession, device: string): void {
    const isMember = this.#isMember(session, device)
    if (this.#understanding !== 'together' || this.#isCarrying) return
    // Somebody there named the circle; or showed to be of it, where it took more than what is over.
    if (this.connection.isCurrent || isMember) this.#carry(session.keys().namespace)
  }

  #isMember(session: CircleSession, device: string): boolean {
    if (!entitledDevices(session.circle, EVERYTHING).includes(device)) return false
    this.#told.add(session.circle.id)
    this.#host.onMember(this.connection.stream, session, device)
    return true
  }

  #carry(namespace: string): void {
    this.#isCarrying = true
    this.#host.store.replicate(this.connection.stream, namespace)
  }

  #isOurInvite(invite: string): boolean {
    const { circle: only } = this.way
    const spokenOf = this.#host.sessions().filter(({ circle }) => only === null || only.id === circle.id)
    return spokenOf.some((session) => session.keys().invites.some(({ id }) => id === invite))
  }
}

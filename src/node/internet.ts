import { currentEpochs } from '../domain/epochs/queries.ts'
import { bytesOfHex } from '../log/crypto.ts'
import { CircleSwarm } from '../network/internet/circle-swarm.ts'
import { InternetDht } from '../network/internet/internet-dht.ts'
import { callByKey } from '../network/keeper/call-keeper.ts'
import type { KeeperCall } from '../network/keeper/line.ts'
import type { RelayAddress } from '../network/relay/relay-address.ts'
import { isNear, type Connection } from '../network/one-per-peer.ts'
import type { Chance } from './chance.ts'
import type { CircleSession } from './circle-session.ts'
import type { Clock } from './clock.ts'
import type { Invite } from './invitation/invite.ts'
import { InviteDoors } from './invite-doors.ts'
import type { Meeting } from './meeting.ts'
import type { Place } from './place.ts'

type InternetParts = {
  readonly meet: () => Promise<Meeting>
  /** The circles whose people may find this node on the internet now. */
  readonly sessions: () => readonly CircleSession[]
  /** Where it may be found: these circles, and their links. */
  readonly places: () => Promise<readonly Place[]>
  readonly clock: Clock
  readonly chance: Chance
  /** Somebody's inviter is looked for there. */
  readonly isSeeking: () => boolean
  /** Whom to ask for the way. */
  readonly bootstrap: () => Promise<readonly string[]>
  /** Relays, for those between whose networks nobody gets through: of one circle, or all that are known here. */
  readonly relays: (session?: CircleSession) => readonly RelayAddress[]
  /** For tests. */
  readonly canPunch?: boolean
  /** This machine gives no socket, or the like. */
  readonly unheard: (error: unknown) => void
}

type Abroad = {
  readonly place: Place
  readonly swarm: CircleSwarm
  readonly leave: () => void
}

/** In all circles together. */
const MOST_CONNECTIONS = 256
/** Days pass, and with them rooms. */
const ROOMS_MS = 60 * 60_000

/**
 * Circles whose people find each other on the internet. They share one DHT, since many would cost much (for 50 circles at
 * rest 100 sockets, 24 MB and 0.9 s of CPU a minute, instead of 2, 10 MB and 0.25 s) and hide little: the address is the
 * same. By key, nothing ties one to another, or today to yesterday.
 */
export class Internet {
  readonly #parts: InternetParts
  readonly #abroad = new Map<string, Abroad>()
  readonly #invites: InviteDoors
  /** By circle and device: the epochs in which they were met in step. */
  readonly #met = new Map<string, Map<string, readonly string[]>>()
  #dht: InternetDht | undefined
  #renewing: NodeJS.Timeout | undefined
  #turn: Promise<void> = Promise.resolve()
  #isAsleep = false
  #lent = false
  #closed = false

  constructor(parts: InternetParts) {
    this.#parts = parts
    const { clock, chance, meet } = parts
    this.#invites = new InviteDoors({
      clock,
      chance,
      arrived: (connection, way) => void meet().then((meeting) => meeting.arrived(connection, way)),
    })
  }

  /** Looks again at which circles may be found; to be called when that may have changed. */
  refresh(): Promise<void> {
    return this.#inTurn(() => this.#refresh())
  }

  /** There are others to ask; whoever is connected is cut off and found again. */
  askOthers(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#leave([...this.#abroad.keys()])
      await this.#end()
      await this.#refresh()
    })
  }

  /** The machine goes to sleep: nothing is sent any more, until `resume`. */
  suspend(): Promise<void> {
    return this.#inTurn(async () => {
      this.#isAsleep = true
      await Promise.all([...this.#abroad.values()].map(({ swarm }) => swarm.suspend()))
      await this.#dht?.suspend()
    })
  }

  resume(): Promise<void> {
    return this.#inTurn(async () => {
      this.#isAsleep = false
      await this.#dht?.resume()
      await Promise.all([...this.#abroad.values()].map(({ swarm }) => swarm.resume()))
      await this.#refresh()
    })
  }

  /** Another device and this one know the same: it knows which epochs are over. */
  metInStep(session: CircleSession, device: string): void {
    const id = session.circle.id
    const met = this.#met.get(id) ?? new Map<string, readonly string[]>()
    const [before, now] = [met.get(device) ?? [], currentEpochs(session.circle)]
    if (before.join() === now.join()) return
    this.#met.set(id, met.set(device, now))
    this.#setRooms(this.#abroad.get(id))
  }

  /** Calls whoever made this invitation; undefined where they do not answer now. */
  async callInviter(invite: Invite): Promise<Connection | undefined> {
    const ready: { dht: InternetDht | undefined } = { dht: undefined }
    await this.#inTurn(async () => {
      if (!this.#isAsleep && !this.#closed) ready.dht = await this.#open()
    })
    return ready.dht === undefined ? undefined : this.#invites.call(ready.dht, invite)
  }

  /** How many connections a relay (its key, hex) passes on for this node. */
  linesTo(relay: string): number {
    return this.#dht?.linesTo(relay) ?? 0
  }

  isAbroad(circle: string): boolean {
    return this.#abroad.has(circle)
  }

  /** Calls keepers, which need no circle here to be found: who asks in has none yet. */
  keeperCall(): KeeperCall {
    const { chance } = this.#parts
    const lend = async () => {
      this.#lent = true
      return this.#open()
    }
    return callByKey(lend, chance)
  }

  /** No keeper is called any more. */
  giveBack(): Promise<void> {
    this.#lent = false
    return this.refresh()
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.refresh()
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(work).catch(this.#parts.unheard)
    return this.#turn
  }

  async #refresh(): Promise<void> {
    if (this.#isAsleep && !this.#closed) return
    const wanted = new Map((this.#closed ? [] : await this.#parts.places()).map((one) => [one.id, one]))
    await this.#leave([...this.#abroad].flatMap(([id, { place }]) => (wanted.get(id) === place ? [] : [id])))
    for (const [id, place] of wanted)
      if (!this.#abroad.has(id)) this.#abroad.set(id, await this.#goAbroad(place))
      else this.#setRooms(this.#abroad.get(id))
    const sessions = this.#closed ? [] : this.#parts.sessions()
    if (this.#dht !== undefined) await this.#invites.answer(this.#dht, sessions)
    const isIdle = this.#abroad.size === 0 && !this.#lent && !this.#parts.isSeeking()
    if (isIdle || this.#closed) await this.#end()
  }

  async #leave(circles: readonly string[]): Promise<void> {
    const left = circles.flatMap((circle) => this.#abroad.get(circle) ?? [])
    for (const circle of circles) this.#abroad.delete(circle)
    await Promise.all(
      left.map(async ({ swarm, leave }) => {
        leave()
        await swarm.close()
      }),
    )
  }

  async #goAbroad(place: Place): Promise<Abroad> {
    const { session } = place
    const { keyPair, peers } = place.quarter
    const dht = await this.#open()
    const swarm = new CircleSwarm({
      dht,
      keyPair,
      onStream: (stream, isCurrent) =>
        void peers.offer(stream, () => (dht.isRelayed(stream) ? 'relay' : 'internet'), isCurrent),
      isElsewhere(peer) {
        const known = peers.get(peer)
        return known !== undefined && isNear(known)
      },
      isFull: () => this.#connections() >= MOST_CONNECTIONS,
      relays: () => this.#parts.relays(session).map(({ relay }) => bytesOfHex(relay)),
      isSomebodyMissing: () => place.isSomebodyMissing(),
    })
    const onChange = () => this.#setRooms(this.#abroad.get(place.id))
    session.follower.on('change', onChange)
    const abroad = { place, swarm, leave: () => session.follower.off('change', onChange) }
    this.#setRooms(abroad)
    return abroad
  }

  #setRooms(abroad: Abroad | undefined): void {
    if (abroad === undefined) return
    const { place, swarm } = abroad
    const met = this.#met.get(place.session.circle.id)
    swarm.setRooms(place.rooms(this.#parts.clock(), (device) => met?.get(device) ?? []))
  }

  async #open(): Promise<InternetDht> {
    this.#renewing ??= setInterval(() => {
      for (const abroad of this.#abroad.values()) this.#setRooms(abroad)
    }, ROOMS_MS).unref()
    const { bootstrap, canPunch = true } = this.#parts
    this.#dht ??= new InternetDht({ bootstrap: await bootstrap(), canPunch }, () => this.#parts.relays())
    return this.#dht
  }

  async #end(): Promise<void> {
    clearInterval(this.#renewing)
    this.#renewing = undefined
    const dht = this.#dht
    this.#dht = undefined
    await this.#invites.close()
    await dht?.destroy()
  }

  #connections(): number {
    const all = [...this.#abroad.values()].map(({ place }) => place.quarter.peers.all())
    return all.flat().filter((connection) => !isNear(connection)).length
  }
}

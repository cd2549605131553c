import { keepersOf } from '../domain/standing/keepers.ts'
import { bytesOfHex, signingPair, toHex } from '../log/crypto.ts'
import { Asking } from '../network/keeper/asking.ts'
import { callAtPlace } from '../network/keeper/call-keeper.ts'
import { parseKeeperAddress, type KeeperAddress } from '../network/keeper/keeper-address.ts'
import { Keeping, type KeepingState } from '../network/keeper/keeping.ts'
import type { KeeperCall } from '../network/keeper/line.ts'
import { isPrivateHost } from '../network/private-host.ts'
import { Sockets } from '../network/sockets.ts'
import type { Chance } from './chance.ts'
import type { CircleSession } from './circle-session.ts'
import type { Clock } from './clock.ts'
import type { Inviting } from './inviting.ts'
import type { Joining } from './joining.ts'
import type { ReachOf } from './reach.ts'

export interface KeepersHost {
  readonly clock: Clock
  readonly chance: Chance
  /** Circles whose keepers may be called at all. */
  sessions(): readonly CircleSession[]
  reachOf(session: CircleSession): ReachOf
  inviting(session: CircleSession): Inviting
  joining(): Joining | undefined
  /** Addresses in invitations that this person took up, of whom may be called for them. */
  asked(): readonly string[]
  changed(circle: string): void
  warn(message: string): void
  /** For keepers without a fixed place: the way has to be asked for. */
  readonly callAnywhere: KeeperCall
  callsNobodyAnywhere(): Promise<void>
}

/** `barred`: it is not called, since the circle's reach does not go there. */
export type KnownKeeper = { readonly address: KeeperAddress; readonly barred: boolean }

type Stand = { readonly session: CircleSession; readonly keepings: Map<string, Keeping>; readonly leave: () => void }

/** An invitation that nobody took up for so long is watched no more; and so many at once. */
const MOST_INVITES = 64

/**
 * The keepers of this node's circles: each circle's things are brought to each of its keepers, and fetched from there, on
 * a connection of their own; and those that an invitation named, where one asks in. Nobody is called before `refresh`.
 */
export class Keepers {
  readonly #host: KeepersHost
  readonly #stands = new Map<string, Stand>()
  readonly #askings = new Map<string, Asking>()
  readonly #atPlace: KeeperCall
  #sockets: Sockets | undefined
  #turn: Promise<void> = Promise.resolve()
  #closed = false
  #isAsleep = false

  constructor(host: KeepersHost) {
    this.#host = host
    const sockets = () => (this.#sockets ??= new Sockets(signingPair(host.chance(32))))
    this.#atPlace = callAtPlace(sockets, host.chance)
  }

  /** Looks again at which keepers are to be called; to be called when that may have changed. */
  refresh(): Promise<void> {
    this.#turn = this.#turn.then(() => this.#refresh())
    return this.#turn
  }

  /** By keeper: how it stands with this circle; nothing for one that is not called. */
  statesOf(circle: string): ReadonlyMap<string, KeepingState> {
    const keepings = this.#stands.get(circle)?.keepings ?? new Map<string, Keeping>()
    return new Map([...keepings.values()].map((keeping) => [keeping.keeper, keeping.state()]))
  }

  /** Whether this key of a connection is that of a keeper of the circle. */
  isKeeper(circle: string, key: Uint8Array): boolean {
    return this.#stands.has(circle) && this.statesOf(circle).has(toHex(key))
  }

  known(session: CircleSession, text: string): KnownKeeper | undefined {
    const address = parseKeeperAddress(text)
    if (address === undefined) return undefined
    const reach = this.#host.reachOf(session)
    const isNear = address.at !== null && isPrivateHost(address.at.host)
    // To one without a place, strangers have to be asked for the way.
    const isComingThere = isComing(session) && address.at !== null
    const mayGo = isComingThere || (reach !== 'nobody' && (isNear || reach !== 'lan'))
    return { address, barred: !mayGo }
  }

  /** Something else is to be asked, or not any more. */
  ask(): void {
    for (const asking of this.#askings.values()) asking.ask()
  }

  /** The machine goes to sleep: nobody is called until `resume`. */
  suspend(): Promise<void> {
    this.#isAsleep = true
    return this.refresh()
  }

  resume(): Promise<void> {
    this.#isAsleep = false
    return this.refresh()
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.refresh()
  }

  async #refresh(): Promise<void> {
    const sessions = new Map((this.#isSilent() ? [] : this.#host.sessions()).map((one) => [one.circle.id, one]))
    for (const [circle, stand] of this.#stands) {
      if (sessions.get(circle) === stand.session) continue
      stand.leave()
      this.#stands.delete(circle)
      await Promise.all([...stand.keepings.values()].map((keeping) => keeping.close()))
    }
    for (const [circle, session] of sessions) {
      const stand = this.#stands.get(circle) ?? this.#watch(session)
      this.#stands.set(circle, stand)
      await this.#settle(stand)
    }
    await this.#settleAskings()
    if (this.#askings.size > 0 || [...this.#stands.values()].some(({ keepings }) => keepings.size > 0)) return
    await this.#sockets?.close()
    this.#sockets = undefined
    if (!this.#isSilent()) await this.#host.callsNobodyAnywhere()
  }

  #isSilent(): boolean {
    return this.#closed || this.#isAsleep
  }

  #watch(session: CircleSession): Stand {
    let [named, coming] = ['', isComing(session)]
    const keepings = new Map<string, Keeping>()
    const onChange = () => {
      for (const keeping of keepings.values()) keeping.look()
      const [now, still] = [namedIn(session).join(), isComing(session)]
      if (now !== named || still !== coming) void this.refresh()
      ;[named, coming] = [now, still]
    }
    const { follower, log } = session
    follower.on('change', onChange)
    log.on('change', onChange)
    const leave = () => {
      follower.off('change', onChange)
      log.off('change', onChange)
    }
    return { session, keepings, leave }
  }

  async #settle({ session, keepings }: Stand): Promise<void> {
    const isWanted = (text: string) => this.known(session, text)?.barred === false
    const wanted = namedIn(session).filter(isWanted)
    await this.#keepOnly(keepings, wanted)
    for (const text of wanted) {
      const address = parseKeeperAddress(text)
      if (address !== undefined && !keepings.has(text)) keepings.set(text, this.#keep(session, address))
    }
  }

  async #settleAskings(): Promise<void> {
    const wanted = this.#isSilent() ? [] : this.#host.asked()
    await this.#keepOnly(this.#askings, wanted)
    for (const text of wanted) {
      const address = parseKeeperAddress(text)
      if (address !== undefined && !this.#askings.has(text)) this.#ask(text, address)
    }
    this.ask()
  }

  async #keepOnly<T extends { close(): Promise<void> }>(all: Map<string, T>, wanted: readonly string[]): Promise<void> {
    for (const [text, one] of all) {
      if (wanted.includes(text)) continue
      all.delete(text)
      await one.close()
    }
  }

  #keep(session: CircleSession, address: KeeperAddress): Keeping {
    const { clock, changed, inviting, warn } = this.#host
    const failed = (error: unknown) => warn(`could not take a request: ${String(error)}`)
    return new Keeping({
      address,
      call: this.#callFor(address),
      replicate: (stream) => void session.log.store.replicate(stream, session.keys().namespace),
      cores: () => session.log.copy.cores(),
      invites: () => invitesOf(session),
      onRequest: (invite, sealed, answer) =>
        void inviting(session)
          .knocked(toHex(invite), sealed, (_status, payload) => void (payload !== undefined && answer(payload)))
          .catch(failed),
      clock,
      changed: () => changed(session.circle.id),
    })
  }

  #ask(text: string, address: KeeperAddress): void {
    const { joining, warn } = this.#host
    const asking = new Asking({
      address,
      call: this.#callFor(address),
      requests: () => joining()?.knocks(text) ?? [],
      onAnswer: (invite, sealed) =>
        void joining()
          ?.replied(toHex(invite), sealed)
          .then(() => this.refresh())
          .catch((error: unknown) => warn(`could not enter: ${String(error)}`)),
    })
    this.#askings.set(text, asking)
  }

  #callFor({ at }: KeeperAddress): KeeperCall {
    return at === null ? this.#host.callAnywhere : this.#atPlace
  }
}

/** Who took up an invitation asked for what its keepers have, and may say later who finds them. */
export const isComing = (session: CircleSession): boolean =>
  session.keys().keepers !== undefined && !(session.belongs() && session.log.copy.whole())

/** What the circle agreed on; for who is not in it yet, what the invitation said. */
function namedIn(session: CircleSession): string[] {
  const named = keepersOf(session.circle).map(({ address }) => address)
  return [...new Set([...named, ...(isComing(session) ? (session.keys().keepers ?? []) : [])])]
}

/** The newest: also those that are used, so that who was let in hears of it. */
const invitesOf = (session: CircleSession): Uint8Array[] =>
  session
    .keys()
    .invites.slice(-MOST_INVITES)
    .map(({ id }) => bytesOfHex(id))

import { keepersOf } from '../domain/standing/keepers.ts'
import { signingPair } from '../log/crypto.ts'
import { callAtPlace } from '../network/keeper/call-keeper.ts'
import { parseKeeperAddress, type KeeperAddress } from '../network/keeper/keeper-address.ts'
import { Keeping, type KeeperCall, type KeepingState } from '../network/keeper/keeping.ts'
import { isPrivateHost } from '../network/private-host.ts'
import { Sockets } from '../network/sockets.ts'
import type { Chance } from './chance.ts'
import type { CircleSession } from './circle-session.ts'
import type { Clock } from './clock.ts'
import type { ReachOf } from './reach.ts'

export interface KeepersHost {
  readonly clock: Clock
  readonly chance: Chance
  sessions(): readonly CircleSession[]
  reachOf(session: CircleSession): ReachOf
  changed(circle: string): void
  /** Where it cannot be called at a fixed place; undefined where this node has no other way. */
  readonly callAnywhere?: KeeperCall
}

/** A keeper that a circle named, as far as this node can read its address. */
export type KnownKeeper = {
  readonly address: KeeperAddress
  /** Why it is not called: the circle's reach does not go there, or this program cannot. */
  readonly barred: 'reach' | 'no-way' | null
}

type Stand = { readonly session: CircleSession; readonly keepings: Map<string, Keeping>; readonly leave: () => void }

/**
 * The keepers of this node's circles: each circle's things are brought to each of its keepers, and fetched from there, on
 * a connection of their own. Nobody is called before `refresh`.
 */
export class Keepers {
  readonly #host: KeepersHost
  readonly #stands = new Map<string, Stand>()
  readonly #atPlace: KeeperCall
  #sockets: Sockets | undefined
  #turn: Promise<void> = Promise.resolve()
  #closed = false

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
    return new Map([...keepings].map(([, keeping]) => [keeping.keeper, keeping.state()]))
  }

  /** The network of this machine is another. */
  tryNow(): void {
    for (const { keepings } of this.#stands.values()) for (const keeping of keepings.values()) keeping.tryNow()
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.refresh()
  }

  async #refresh(): Promise<void> {
    const sessions = new Map((this.#closed ? [] : this.#host.sessions()).map((one) => [one.circle.id, one]))
    for (const [circle, stand] of this.#stands) {
      if (sessions.get(circle) === stand.session) continue
      stand.leave()
      this.#stands.delete(circle)
      await Promise.all([...stand.keepings.values()].map((keeping) => keeping.close()))
    }
    for (const [circle, session] of sessions) {
      if (!this.#stands.has(circle)) this.#stands.set(circle, this.#watch(session))
      await this.#settle(this.#stands.get(circle)!)
    }
    if ([...this.#stands.values()].some(({ keepings }) => keepings.size > 0)) return
    await this.#sockets?.close()
    this.#sockets = undefined
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
    const wanted = new Map(
      namedIn(session).flatMap((text) => {
        const known = this.known(session, text)
        return known?.barred === null ? [[text, known.address] as const] : []
      }),
    )
    for (const [text, keeping] of keepings) {
      if (wanted.has(text)) continue
      keepings.delete(text)
      await keeping.close()
    }
    for (const [text, address] of wanted) if (!keepings.has(text)) keepings.set(text, this.#keep(session, address))
  }

  known(session: CircleSession, text: string): KnownKeeper | undefined {
    const address = parseKeeperAddress(text)
    if (address === undefined) return undefined
    const reach = this.#host.reachOf(session)
    const isNear = address.at !== null && isPrivateHost(address.at.host)
    const mayGo = isComing(session) || (reach !== 'nobody' && (isNear || reach !== 'lan'))
    const hasWay = address.at !== null || this.#host.callAnywhere !== undefined
    return { address, barred: mayGo ? (hasWay ? null : 'no-way') : 'reach' }
  }

  #keep(session: CircleSession, address: KeeperAddress): Keeping {
    const { clock, changed, callAnywhere } = this.#host
    const { id } = session.circle
    return new Keeping({
      address,
      call: address.at === null && callAnywhere !== undefined ? callAnywhere : this.#atPlace,
      replicate: (stream) => void session.log.store.replicate(stream, session.keys().namespace),
      cores: () => session.log.copy.cores(),
      clock,
      changed: () => changed(id),
    })
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

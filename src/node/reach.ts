import type { Outcome } from '../domain/refusal.ts'
import { isLoopback } from '../network/internet/bootstrap.ts'
import { relaysOf } from '../domain/standing/relays.ts'
import { parseRelayAddress, type RelayAddress } from '../network/relay/relay-address.ts'
import { relaysIn } from './invite-doors.ts'
import { parseKeeperAddress } from '../network/keeper/keeper-address.ts'
import type { Connection } from '../network/one-per-peer.ts'
import { keepBootstrap, ownBootstrap } from './bootstrap-setting.ts'
import type { Changes } from './changes.ts'
import type { CircleKeys } from './circle-keys.ts'
import type { CircleSession } from './circle-session.ts'
import { Internet } from './internet.ts'
import { OVER_INTERNET, type Invite } from './invitation/invite.ts'
import type { Join } from './invitation/join.ts'
import { isComing, Keepers } from './keepers.ts'
import type { Inviting } from './inviting.ts'
import type { Joining } from './joining.ts'
import type { Meeting } from './meeting.ts'
import { Neighbourhood } from './neighbourhood.ts'
import type { NodeOptions } from './node-options.ts'
import type { Seeking } from './seeking.ts'
import type { Place } from './place.ts'

export type ReachOf = NonNullable<CircleKeys['reach']>

/** The node whose reach it is. */
interface ReachHost {
  readonly options: NodeOptions
  readonly changes: Changes
  meet(): Promise<Meeting>
  sessions(): readonly CircleSession[]
  inviting(session: CircleSession): Inviting
  joining(): Outcome<Joining>
  waitingJoins(): readonly Join[]
  readonly seeking: Pick<Seeking, 'met'>
}

/** `bootstrap`: whom to ask for the way on the internet until the node ends, instead of those of the setting. */
type Finding = {
  readonly lan: boolean
  readonly internet: boolean
  readonly bootstrap?: readonly string[] | undefined
  readonly relays?: readonly RelayAddress[] | undefined
}

/** Who may find this node, circle by circle. Nobody may, and nothing is sent, before `findOthers`. */
export class Reach {
  readonly #node: ReachHost
  #neighbourhood: Neighbourhood | undefined
  #internet: Internet | undefined
  #keepers: Keepers | undefined
  #isOut = false
  #opened: ReachOf = 'nobody'
  #bootstrap: readonly string[] | undefined
  #relays: readonly RelayAddress[] = []

  constructor(node: ReachHost) {
    this.#node = node
  }

  /**
   * From now on this node finds others, and is found, as the switch of each circle says. `lan`, `internet`: so far also
   * for circles whose switch nobody has touched.
   */
  async findOthers({ lan, internet, bootstrap, relays }: Finding): Promise<void> {
    if (internet) this.#opened = 'internet'
    else if (lan && this.#opened === 'nobody') this.#opened = 'lan'
    this.#bootstrap = bootstrap ?? this.#bootstrap
    this.#relays = relays ?? this.#relays
    this.#isOut = true
    await Promise.all([this.#near().refresh(), this.#far().refresh()])
    await this.callKeepers({ all: true })
  }

  /** Keepers of circles that let this person in and are not here yet; of `all`, as the switch of each circle says. */
  async callKeepers({ all = false } = {}): Promise<void> {
    this.#isOut ||= all
    const { clock, chance, warn } = this.#node.options
    this.#keepers ??= new Keepers({
      clock,
      chance,
      sessions: () => this.#node.sessions().filter((session) => this.#isOut || isComing(session)),
      reachOf: (session) => this.of(session),
      inviting: (session) => this.#node.inviting(session),
      joining: () => {
        const joining = this.#node.joining()
        return joining.ok ? joining.value : undefined
      },
      asked: () => this.#node.waitingJoins().flatMap((join) => this.#mayBeAsked(join)),
      changed: (circle) => this.#node.changes.tell(circle),
      warn,
      callAnywhere: this.#far().keeperCall(),
      callsNobodyAnywhere: () => this.#far().giveBack(),
    })
    await this.#keepers.refresh()
  }

  keepers(): Keepers | undefined {
    return this.#keepers
  }

  of(session: CircleSession): ReachOf {
    const { reach, practice } = session.keys()
    return reach ?? (practice === true ? 'nobody' : this.#opened)
  }

  async set(session: CircleSession, reach: ReachOf): Promise<void> {
    await session.changeKeys((now) => ({ ...now, reach }))
    await this.refresh()
    this.#node.changes.tell(session.circle.id)
  }

  /** A circle came or went. */
  async refresh(): Promise<void> {
    await Promise.all([this.#neighbourhood?.refresh(), this.#internet?.refresh(), this.#keepers?.refresh()])
  }

  /** Whom this node asks for the way on the internet, now or once it does. */
  async bootstrap(): Promise<{ own: string[]; usual: string[]; asked: string[] }> {
    const { folder, bootstrap: usual = [] } = this.#node.options
    const own = await ownBootstrap(folder)
    const said = this.#bootstrap ?? own
    return { own, usual: [...usual], asked: [...(said.length > 0 ? said : usual)] }
  }

  /** From now on these, or the usual ones where there are none. */
  async askOthers(bootstrap: readonly string[]): Promise<void> {
    await keepBootstrap(this.#node.options.folder, bootstrap)
    this.#bootstrap = undefined
    await this.#internet?.askOthers()
  }

  /** The machine goes to sleep, or the person wants no packet for a while. */
  async suspend(): Promise<void> {
    await this.#keepers?.suspend()
    await this.#internet?.suspend()
  }

  async resume(): Promise<void> {
    await this.#internet?.resume()
    await this.#keepers?.resume()
  }

  /** An invitation was made, used or taken back. */
  async refreshInvites(): Promise<void> {
    await Promise.all([this.#neighbourhood?.refresh(), this.#internet?.refresh()])
  }

  /** Somebody's inviter is looked for from now on, or no longer. */
  async refreshJoins(): Promise<void> {
    const isSeeking = this.#node.waitingJoins().some((join) => this.mayLookNear(join))
    await (isSeeking ? this.#near() : this.#neighbourhood)?.refresh()
  }

  /** Whether somebody's inviter may be looked for in the local network. */
  mayLookNear({ reach }: Join): boolean {
    return (reach ?? this.#opened) !== 'nobody'
  }

  /** Whether somebody's inviter can be met over the internet, and the person lets their request be brought there. */
  mayGoAbroad(join: Join): boolean {
    return join.invite.addresses.includes(OVER_INTERNET) && this.mayAskTheWay(join)
  }

  /** Whether strangers on the internet may be asked for the way to whoever brings somebody in. */
  mayAskTheWay({ reach }: Join): boolean {
    return (reach ?? this.#opened) === 'internet'
  }

  /** A keeper at a place is called there, as an inviter is; to another the way would have to be asked for. */
  #mayBeAsked(join: Join): readonly string[] {
    const mayAsk = this.mayAskTheWay(join)
    return join.invite.addresses.filter((text) => mayAsk || parseKeeperAddress(text)?.at !== null)
  }

  callInviter(invite: Invite): Promise<Connection | undefined> {
    return this.#far().callInviter(invite)
  }

  /** Whether this node is found on the internet for a circle now. */
  isAbroad(session: CircleSession): boolean {
    return this.#internet?.isAbroad(session.circle.id) === true
  }

  /** How many connections a relay (its key) passes on for this node now, of all circles. */
  linesTo(relay: string): number {
    return this.#internet?.linesTo(relay) ?? 0
  }

  /** Another device knows the same as this one. */
  metInStep(session: CircleSession, device: string): void {
    this.#internet?.metInStep(session, device)
  }

  /** Where this node answers in the local network for a circle alone; null where it does not. */
  whereabouts(session: CircleSession): { peer: string; port: number } | null {
    return this.#neighbourhood?.whereabouts(session.circle.id) ?? null
  }

  #near(): Neighbourhood {
    const { clock, chance, warn, onlyHere } = this.#node.options
    const isHere = onlyHere === undefined
    return (this.#neighbourhood ??= new Neighbourhood({
      clock,
      chance,
      meet: () => this.#node.meet(),
      sessions: () => (isHere ? this.#around() : []),
      places: async () => this.#placesOf(isHere ? this.#around() : []),
      joins: () => (isHere ? this.#node.waitingJoins().filter((join) => this.mayLookNear(join)) : []),
      met: (request, connection) => this.#node.seeking.met(request, connection),
      unheard: (error) => warn(`others in this network cannot be found: ${String(error)}`),
    }))
  }

  #far(): Internet {
    const { clock, chance, warn, onlyHere } = this.#node.options
    return (this.#internet ??= new Internet({
      clock,
      chance,
      meet: () => this.#node.meet(),
      sessions: () => this.#abroad(),
      places: async () => this.#placesOf(this.#abroad()),
      isSeeking: () => this.#node.waitingJoins().some((join) => this.mayGoAbroad(join)),
      bootstrap: async () => this.#asked(),
      relays: (session) => this.#relaysOf(session),
      canPunch: onlyHere?.canPunch !== false,
      unheard: (error) => warn(`others on the internet cannot be found: ${String(error)}`),
    }))
  }

  #relaysOf(session?: CircleSession): RelayAddress[] {
    const circles = session === undefined ? this.#node.sessions() : [session]
    const named = circles.flatMap(({ circle }) => relaysOf(circle))
    const known = named.flatMap(({ address }) => parseRelayAddress(address) ?? [])
    const invited = session === undefined ? this.#node.waitingJoins().flatMap(({ invite }) => relaysIn(invite)) : []
    return [...this.#relays, ...known, ...invited]
  }

  #around(): CircleSession[] {
    return this.#node.sessions().filter((session) => this.#isOut && this.of(session) !== 'nobody')
  }

  #abroad(): CircleSession[] {
    return this.#node.sessions().filter((session) => this.#isOut && this.of(session) === 'internet')
  }

  async #placesOf(sessions: readonly CircleSession[]): Promise<readonly Place[]> {
    return sessions.length === 0 ? [] : (await this.#node.meet()).places(sessions)
  }

  async #asked(): Promise<readonly string[]> {
    const { asked } = await this.bootstrap()
    if (this.#node.options.onlyHere !== undefined && !isLoopback(asked))
      throw new Error('only this machine may be asked')
    return asked
  }

  async close(): Promise<void> {
    await this.#keepers?.close()
    await Promise.all([this.#neighbourhood?.close(), this.#internet?.close()])
  }
}

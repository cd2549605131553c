import type { Changes } from './changes.ts'
import type { CircleKeys } from './circle-keys.ts'
import type { CircleSession } from './circle-session.ts'
import { isComing, Keepers } from './keepers.ts'
import type { Meeting } from './meeting.ts'
import { Neighbourhood } from './neighbourhood.ts'
import type { NodeOptions } from './node-options.ts'

export type ReachOf = NonNullable<CircleKeys['reach']>

/** The node whose reach it is. */
interface ReachHost {
  readonly options: NodeOptions
  readonly changes: Changes
  meet(): Promise<Meeting>
  sessions(): readonly CircleSession[]
}

/** Who may find this node, circle by circle. Nobody may, and nothing is sent, before `findOthers`. */
export class Reach {
  readonly #node: ReachHost
  #neighbourhood: Neighbourhood | undefined
  #keepers: Keepers | undefined
  #isOut = false
  #isOpenToAll = false

  constructor(node: ReachHost) {
    this.#node = node
  }

  /**
   * From now on this node finds others, and is found, as the switch of each circle says. `lan`: in the local network also
   * for circles whose switch nobody has touched.
   */
  async findOthers({ lan }: { readonly lan: boolean }): Promise<void> {
    const { clock, chance, warn } = this.#node.options
    this.#isOpenToAll ||= lan
    this.#neighbourhood ??= new Neighbourhood({
      clock,
      chance,
      meet: () => this.#node.meet(),
      sessions: () => this.#node.sessions().filter((session) => this.of(session) === 'lan'),
      unheard: (error) => warn(`others in this network cannot be found: ${String(error)}`),
    })
    await this.#neighbourhood.refresh()
    this.#isOut = true
    await this.callKeepers()
  }

  /** Also before this node finds others: for circles that let this person in and that are not here yet. */
  async callKeepers(): Promise<void> {
    const { clock, chance } = this.#node.options
    this.#keepers ??= new Keepers({
      clock,
      chance,
      sessions: () => this.#node.sessions().filter((session) => this.#isOut || isComing(session)),
      reachOf: (session) => this.of(session),
      changed: (circle) => this.#node.changes.tell(circle),
    })
    await this.#keepers.refresh()
  }

  keepers(): Keepers | undefined {
    return this.#keepers
  }

  of(session: CircleSession): ReachOf {
    const { reach, practice } = session.keys()
    return reach ?? (this.#isOpenToAll && practice !== true ? 'lan' : 'nobody')
  }

  async set(session: CircleSession, reach: ReachOf): Promise<void> {
    await session.changeKeys((now) => ({ ...now, reach }))
    await this.refresh()
    this.#node.changes.tell(session.circle.id)
  }

  /** A circle came or went. */
  async refresh(): Promise<void> {
    await this.#neighbourhood?.refresh()
    await this.#keepers?.refresh()
  }

  /** Where this node answers in the local network for a circle alone; null where it does not. */
  whereabouts(session: CircleSession): { peer: string; port: number } | null {
    return this.#neighbourhood?.whereabouts(session.circle.id) ?? null
  }

  async close(): Promise<void> {
    await this.#keepers?.close()
    await this.#neighbourhood?.close()
  }
}

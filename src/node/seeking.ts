import { parseAddress } from '../network/address.ts'
import type { Connection } from '../network/one-per-peer.ts'
import type { Changes } from './changes.ts'
import type { Invite } from './invitation/invite.ts'
import type { Join } from './invitation/join.ts'
import type { Meeting } from './meeting.ts'
import type { Misunderstood } from './seen.ts'
import { pause } from './pause.ts'
import type { Reach } from './reach.ts'

interface SeekingHost {
  meet(): Promise<Meeting>
  /** Those whose word is waited for. */
  joins(): readonly Join[]
  /** Whether the inviter can be met over the internet, and the person lets this request be brought there. */
  mayGoAbroad(join: Join): boolean
  callAbroad(invite: Invite): Promise<Connection | undefined>
  /** Who is looked for in the local network is others than before. */
  lookNear(): Promise<void>
  changed(): void
  readonly signal: AbortSignal
}

interface NodeThatSeeks {
  readonly reach: Reach
  readonly changes: Changes
  waitingJoins(): readonly Join[]
  meet(): Promise<Meeting>
}

export function seekingHost(node: NodeThatSeeks, signal: AbortSignal): SeekingHost {
  return {
    signal,
    meet: () => node.meet(),
    joins: () => node.waitingJoins(),
    mayGoAbroad: (join) => node.reach.mayGoAbroad(join),
    callAbroad: (invite) => node.reach.callInviter(invite),
    lookNear: () => node.reach.refreshJoins(),
    changed: () => node.changes.tell(null),
  }
}

const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 5_000
/** A call over the internet asks strangers for the way. */
const LONGEST_WAIT_ABROAD_MS = 60_000
const KNOWN_MS = 5_000

/** Looks for those whose invitations somebody here took up, again and again, until there is nobody left to look for. */
export class Seeking {
  readonly #host: SeekingHost
  readonly #underWay = new Map<string, Promise<void>>()
  /** By request. */
  readonly #misunderstood = new Map<string, Misunderstood>()

  constructor(host: SeekingHost) {
    this.#host = host
  }

  /** To be called when there may be somebody new to look for. */
  begin(): void {
    void this.#host.lookNear()
    for (const { request } of this.#host.joins()) {
      if (this.#underWay.has(request)) continue
      this.#underWay.set(
        request,
        this.#seek(request).finally(() => this.#underWay.delete(request)),
      )
    }
  }

  /** Why the inviter's program and this one do not understand each other; null where they do, as far as is known. */
  misunderstood(request: string): Misunderstood | null {
    return this.#misunderstood.get(request) ?? null
  }

  /** The inviter was found in the local network. */
  met(request: string, connection: Connection): void {
    void this.#note(request, connection)
  }

  async close(): Promise<void> {
    await Promise.all(this.#underWay.values())
  }

  async #seek(request: string): Promise<void> {
    const { signal } = this.#host
    const meeting = await this.#host.meet()
    const abroad = this.#seekAbroad(request)
    for (let wait = FIRST_WAIT_MS; !signal.aborted; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      const join = this.#open(request)
      if (join === undefined) break
      const wanted = join.invite.addresses.flatMap((text) => parseAddress(text) ?? [])
      const away = wanted.filter(({ peer }) => !meeting.isConnected(peer))
      // Nobody there yet is what the next round is for.
      const met = await Promise.all(
        away.map((address) => meeting.connect(address, join.invite.circle).catch(() => undefined)),
      )
      for (const connection of met) void this.#note(request, connection)
      await pause(wait, signal)
    }
    await abroad
    if (!signal.aborted) await this.#host.lookNear()
  }

  async #seekAbroad(request: string): Promise<void> {
    const { signal, mayGoAbroad, callAbroad } = this.#host
    const state: { met: Connection | undefined } = { met: undefined }
    for (let wait = FIRST_WAIT_MS; !signal.aborted; wait = Math.min(wait * 2, LONGEST_WAIT_ABROAD_MS)) {
      const join = this.#open(request)
      if (join === undefined) break
      const isAway = mayGoAbroad(join) && state.met === undefined
      if (isAway) {
        const met = await callAbroad(join.invite).catch(() => undefined)
        state.met = met
        void met?.closed.then(() => (state.met = undefined))
        if (met !== undefined) wait = FIRST_WAIT_MS
        void this.#note(request, met)
      }
      await pause(isAway ? wait : LONGEST_WAIT_MS, signal)
    }
    // In the circle there are other ways now.
    state.met?.stream.destroy()
  }

  #open(request: string): Join | undefined {
    return this.#host.joins().find((join) => join.request === request)
  }

  async #note(request: string, connection: Connection | undefined): Promise<void> {
    if (connection === undefined) return
    const known = AbortSignal.any([this.#host.signal, AbortSignal.timeout(KNOWN_MS)])
    const why = await (await this.#host.meet()).misunderstanding(connection, known)
    if (why === null) this.#misunderstood.delete(request)
    else this.#misunderstood.set(request, why)
    this.#host.changed()
  }
}

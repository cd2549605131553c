import { RULES } from '../domain/state-hash.ts'
import { toHex, type KeyPair } from '../log/crypto.ts'
import type { LogStore } from '../log/store.ts'
import { formatAddress, type Address } from '../network/address.ts'
import { openDirect, type Direct } from '../network/direct.ts'
import { openKnock, type KnockChannel } from '../network/knock.ts'
import type { KnockStatus } from '../network/knock-format.ts'
import type { Connection } from '../network/one-per-peer.ts'
import { openPresence, type Presence } from '../network/presence.ts'
import type { CircleSession } from './circle-session.ts'
import type { Clock } from './clock.ts'
import { deviceKeys } from './identity.ts'
import { greet, meetingTopic, newsBytes, readGreeting, readNews, type News } from './news.ts'

/** How a node meets others: who is there, and who is how far in which circle. */
export interface Meeting {
  listen(host: string, port: number): Promise<string>
  /** The address others can use, once listening. */
  address(): string | null
  connect(address: Address): Promise<Connection>
  connected(peer: string): boolean
  /** A circle was opened: those who share it and are connected already meet in it now. */
  join(session: CircleSession): void
  /** Says at every open door what there is to say (requests, cancellings). */
  knock(): void
  /** Resolves true once everyone met in any circle is as far as we are; false when `signal` aborts first. */
  inStep(signal: AbortSignal): Promise<boolean>
  /** By device: whether they are here now, and when both sides last knew the same. */
  seenOf(circle: string): ReadonlyMap<string, { readonly reachable: boolean; readonly lastInStep: number | null }>
  close(): Promise<void>
}

export interface MeetingParts {
  readonly store: LogStore
  readonly transport: KeyPair
  readonly clock: Clock
  readonly sessions: () => readonly CircleSession[]
  readonly knocks: () => readonly { readonly invite: Uint8Array; readonly sealed: Uint8Array }[]
  readonly onKnock: (
    invite: string,
    sealed: Uint8Array,
    reply: (status: KnockStatus, payload?: Uint8Array) => void,
  ) => void
  readonly onReply: (invite: string, payload: Uint8Array) => void
  readonly changed: (circle: string | null) => void
  /** Two nodes that counted the same events made different circles of them: a fault, never to be silent. */
  readonly onDifference: (circle: string, device: string) => void
}

interface Encounter {
  readonly session: CircleSession
  readonly presence: Presence
  device: string | null
  theirs: News | null
  here: boolean
}

export function openMeeting(parts: MeetingParts): Meeting {
  const own = toHex(parts.transport.publicKey)
  const doors = new Map<Connection, { readonly knock: KnockChannel; readonly encounters: Map<string, Encounter> }>()
  const lastInStep = new Map<string, Map<string, number>>()
  const waiting = new Set<() => void>()
  const following = new Set<CircleSession>()
  let listening: string | null = null

  const check = () => {
    for (const wake of waiting) wake()
  }
  const inStepWith = (encounter: Encounter) => encounter.theirs?.at === encounter.session.at()
  const settled = () => {
    const all = [...doors.values()].flatMap(({ encounters }) => [...encounters.values()].filter(({ here }) => here))
    return all.length > 0 && all.every(inStepWith)
  }

  const compare = (encounter: Encounter) => {
    const { session, theirs, device } = encounter
    if (theirs === null || device === null || theirs.at !== session.at()) return
    const seen = lastInStep.get(session.circle.id) ?? new Map<string, number>()
    lastInStep.set(session.circle.id, seen.set(device, parts.clock()))
    const mine = theirs.hash === null || theirs.rules !== RULES ? null : session.stateHash().stateHash
    if (mine !== null && theirs.hash !== mine) parts.onDifference(session.circle.id, device)
    parts.changed(session.circle.id)
  }

  const tell = (encounter: Encounter) => {
    const at = encounter.session.at()
    const hash = encounter.theirs?.at === at ? encounter.session.stateHash().stateHash : null
    encounter.presence.tell(newsBytes({ rules: RULES, at, hash }))
  }

  const meet = (connection: Connection, session: CircleSession, encounters: Map<string, Encounter>) => {
    const circle = session.circle.id
    const { baseKey, device } = session.keys()
    const greeting = greet(session.device, deviceKeys(device).sign.secretKey, own, connection.peer)
    const presence = openPresence(connection.stream, meetingTopic(baseKey), greeting, {
      onGreeting(bytes) {
        encounter.device = readGreeting(bytes, own, connection.peer) ?? null
        encounter.here = true
        tell(encounter)
        parts.changed(circle)
      },
      onNews(bytes) {
        const before = encounter.theirs
        encounter.theirs = readNews(bytes) ?? null
        compare(encounter)
        // Once equally far, each tells the other what it makes of it.
        if (encounter.theirs !== null && inStepWith(encounter) && encounter.theirs.at !== before?.at) tell(encounter)
        check()
      },
      onGone() {
        encounter.here = false
        encounter.theirs = null
        parts.changed(circle)
      },
    })
    const encounter: Encounter = { session, presence, device: null, theirs: null, here: false }
    encounters.set(circle, encounter)
  }

  const follow = (session: CircleSession) => {
    if (following.has(session)) return
    following.add(session)
    session.follower.on('change', () => {
      for (const { encounters } of doors.values()) {
        const encounter = encounters.get(session.circle.id)
        if (encounter?.here === true) {
          tell(encounter)
          compare(encounter)
        }
      }
      check()
    })
  }

  const arrived = (connection: Connection) => {
    parts.store.replicate(connection.stream)
    const knock = openKnock(connection.stream, {
      onKnock: (invite, sealed, reply) => parts.onKnock(toHex(invite), sealed, reply),
      onReply: (invite, _status, payload) => parts.onReply(toHex(invite), payload),
    })
    const encounters = new Map<string, Encounter>()
    doors.set(connection, { knock, encounters })
    for (const session of parts.sessions()) {
      follow(session)
      meet(connection, session, encounters)
    }
    for (const { invite, sealed } of parts.knocks()) knock.knock(invite, sealed)
    parts.changed(null)
    void connection.closed.then(() => {
      doors.delete(connection)
      check()
      parts.changed(null)
    })
  }

  const direct: Direct = openDirect({ keyPair: parts.transport, onConnection: arrived })
  return {
    async listen(host, port) {
      const endpoint = await direct.listen(host, port)
      listening = formatAddress({ peer: own, ...endpoint })
      return listening
    },
    address: () => listening,
    connect: (address) => direct.connect(address),
    connected: (peer) => direct.connections().some((connection) => connection.peer === peer),
    join(session) {
      follow(session)
      for (const [connection, { encounters }] of doors) {
        if (!encounters.has(session.circle.id)) meet(connection, session, encounters)
      }
    },
    knock() {
      for (const { knock } of doors.values())
        for (const { invite, sealed } of parts.knocks()) knock.knock(invite, sealed)
    },
    inStep: (signal) => until(settled, waiting, signal),
    seenOf(circle) {
      const here = [...doors.values()].flatMap(({ encounters }) => encounters.get(circle) ?? [])
      const reachable = new Set(here.filter((one) => one.here).map((one) => one.device))
      const times = lastInStep.get(circle) ?? new Map<string, number>()
      const devices = new Set([...times.keys(), ...[...reachable].flatMap((device) => device ?? [])])
      return new Map(
        [...devices].map((device) => [
          device,
          { reachable: reachable.has(device), lastInStep: times.get(device) ?? null },
        ]),
      )
    },
    close: () => direct.close(),
  }
}

/** Waits for a condition that others wake; false when the signal aborts first. */
async function until(holds: () => boolean, waiting: Set<() => void>, signal: AbortSignal): Promise<boolean> {
  while (!holds()) {
    if (signal.aborted) return false
    await new Promise<void>((resolve) => {
      const wake = () => {
        waiting.delete(wake)
        signal.removeEventListener('abort', wake)
        resolve()
      }
      waiting.add(wake)
      signal.addEventListener('abort', wake, { once: true })
    })
  }
  return true
}

import { EVERYTHING } from '../../domain/causality.ts'
import { linkedCircles } from '../../domain/links/queries.ts'
import { linkOf, type Link } from '../../domain/links/state.ts'
import { belongs } from '../../domain/members/queries.ts'
import { purpose } from '../../domain/purpose.ts'
import { refuse } from '../../domain/refusal.ts'
import { isToldIn } from '../../domain/statements/queries.ts'
import { signingPair, toHex } from '../../log/crypto.ts'
import { createOnePerPeer, type Connection } from '../../network/one-per-peer.ts'
import type { Chance } from '../chance.ts'
import type { CircleSession } from '../circle-session.ts'
import { dayOf, type Clock } from '../clock.ts'
import { pause } from '../pause.ts'
import type { Place } from '../place.ts'
import type { Untold } from '../statements/untold.ts'
import { isStillIn } from '../still-in.ts'
import { linkRooms, linkSecrets, type LinkSecrets } from './link-secrets.ts'
import { LinkTalk } from './link-talk.ts'

export interface LinkPlacesHost {
  readonly clock: Clock
  readonly chance: Chance
  sessions(): readonly CircleSession[]
  /** Devices of a circle that this node meets now, besides its own. */
  met(session: CircleSession): readonly string[]
  changed(circle: string): void
  /** Places came or went without anything new in a circle. */
  placesChanged(): void
  readonly untold: Untold
  warn(what: string, error: unknown): void
}

interface Known {
  readonly place: Place
  readonly other: string
  readonly talks: Set<LinkTalk>
  secrets: LinkSecrets
}

/** A node of a linked circle is enough; more come and go. */
const MOST_CONNECTIONS = 8
/** Somebody who knows no secret of the link has no business on its line. */
const STRANGER_MS = 10_000
/** Whose turn is not now waits so long for each who comes before. */
const TURN_MS = 700
const MOST_TURNS = 4
/** Whoever brought an end is still told that it has been taken. */
const PARTING_MS = 1_000
/** After what no honest program sends, nobody of that circle is listened to for so long. */
const FAULT_MS = 10 * 60_000

/**
 * Where nodes of this node's circles meet those of linked ones. Whoever is in both needs no such place, and for what is
 * played for practice there is none.
 */
export class LinkPlaces {
  readonly #host: LinkPlacesHost
  readonly #known = new Map<string, Known>()
  /** By place: until when its people are not listened to. */
  readonly #shut = new Map<string, number>()
  /** By circle: how it was when it was last looked through. */
  readonly #looked = new Map<CircleSession, string>()
  /** By place: ends of links that one of the other circle has taken. */
  readonly #taken = new Set<string>()
  readonly #parting = new Set<Known>()
  readonly #over = new AbortController()

  constructor(host: LinkPlacesHost) {
    this.#host = host
  }

  /** Those of these circles, as they stand now. */
  of(sessions: readonly CircleSession[]): Place[] {
    this.#look()
    const all = [...this.#known.values()].map(({ place }) => place)
    return all.filter(({ session }) => sessions.includes(session))
  }

  /** When somebody of a linked circle is met now: its id. */
  isMet(session: CircleSession, other: string): boolean {
    return [...(this.#known.get(idOf(session, other))?.talks ?? [])].some(({ isOpen }) => isOpen)
  }

  /** Something is new in a circle. Answers whether places came, went or are looked for by something else. */
  heard(session: CircleSession): boolean {
    const changed = this.#look()
    for (const { place, talks } of this.#known.values())
      if (place.session === session) for (const talk of talks) talk.tell()
    return changed
  }

  close(): void {
    this.#over.abort()
  }

  #look(): boolean {
    const sessions = this.#host.sessions()
    const here = new Set(sessions.flatMap((one) => (isStillIn(one) ? [one.circle.id] : [])))
    let changed = false
    for (const known of this.#known.values()) {
      const isLeft = !sessions.includes(known.place.session) || here.has(known.other)
      if (isLeft) changed = this.#drop(known) || changed
    }
    for (const session of sessions) {
      const { circle } = session
      const state = `${circle.counted.size} ${session.keys().keyring.length} ${session.belongs()} ${[...here].join()}`
      if (this.#looked.get(session) === state) continue
      this.#looked.set(session, state)
      changed = this.#settle(session, here) || changed
    }
    return changed
  }

  #settle(session: CircleSession, here: ReadonlySet<string>): boolean {
    const { circle, me } = session
    const maySpeak = session.belongs() && belongs(circle, EVERYTHING, me) && !purpose(circle).practice
    const others = linkedCircles(circle)
    let changed = false
    for (const other of others) {
      const id = idOf(session, other)
      const known = this.#known.get(id)
      const secrets = maySpeak && !here.has(other) ? this.#secretsWith(session, other) : null
      if (secrets === null) changed = (known !== undefined && this.#part(known)) || changed
      else if (known === undefined) {
        this.#known.set(id, this.#open(session, other, secrets))
        changed = true
      } else if (namesOf(known.secrets) !== namesOf(secrets)) {
        known.secrets = secrets
        changed = true
      }
    }
    return changed
  }

  #secretsWith(session: CircleSession, other: string): LinkSecrets | null {
    const now = this.#host.clock()
    const link: Link | null = linkOf(session.circle, other, dayOf(now))
    if (link === null || (link.own === null && this.#taken.has(idOf(session, other)))) return null
    return linkSecrets(session.circle, session.keys(), link, now)
  }

  #open(session: CircleSession, other: string, secrets: LinkSecrets): Known {
    const keyPair = signingPair(this.#host.chance(32))
    const talks = new Set<LinkTalk>()
    const refused = new Set<string>()
    const peers = createOnePerPeer(toHex(keyPair.publicKey), (connection) => this.#arrived(known, connection, refused))
    const place: Place = {
      id: idOf(session, other),
      session,
      quarter: { keyPair, peers },
      secrets: () => known.secrets,
      rooms: (now) => linkRooms(known.secrets, now),
      isSomebodyMissing: () => peers.all().length === 0,
    }
    const known: Known = { place, other, talks, secrets }
    return known
  }

  /** Answers whether it is gone already. */
  #part(known: Known): boolean {
    if (known.talks.size === 0) return this.#drop(known)
    if (this.#parting.has(known)) return false
    this.#parting.add(known)
    void this.#partLater(known)
    return false
  }

  async #partLater(known: Known): Promise<void> {
    await pause(PARTING_MS, this.#over.signal)
    this.#parting.delete(known)
    if (this.#over.signal.aborted || this.#known.get(known.place.id) !== known) return
    if (this.#secretsWith(known.place.session, known.other) !== null) return
    this.#drop(known)
    this.#host.placesChanged()
  }

  #drop(known: Known): boolean {
    this.#known.delete(known.place.id)
    for (const { stream } of known.place.quarter.peers.all()) stream.destroy()
    return true
  }

  #arrived({ place, other, talks, secrets }: Known, connection: Connection, refused: Set<string>): void {
    const { clock, changed, warn } = this.#host
    const { session, quarter, id } = place
    const { stream } = connection
    const isShut = (this.#shut.get(id) ?? 0) > clock()
    if (isShut || quarter.peers.all().length > MOST_CONNECTIONS) {
      stream.destroy()
      return
    }
    const patience = setTimeout(() => stream.destroy(), STRANGER_MS).unref()
    const told = () => changed(session.circle.id)
    const talk = new LinkTalk(connection, {
      session,
      other,
      refused,
      onTold: (outcome) => this.#host.untold.note(other, session.circle.id, [outcome]),
      secrets: secrets.lines,
      clock,
      turn: async (statement) => this.#turnFor(session, statement),
      onOpen() {
        clearTimeout(patience)
        told()
      },
      onClose: told,
      onTaken: ({ kind }) => {
        if (kind !== 'unlink') return
        this.#taken.add(id)
        this.#looked.delete(session)
        this.#host.placesChanged()
      },
      onFault: () => {
        this.#shut.set(id, clock() + FAULT_MS)
        this.#host.untold.note(other, session.circle.id, [refuse('bad-statement', { why: 'changed' })])
        for (const one of quarter.peers.all()) one.stream.destroy()
      },
      warn: (error) => {
        if (!this.#over.signal.aborted) warn('could not exchange what linked circles say', error)
      },
    })
    talks.add(talk)
    stream.once('close', () => {
      clearTimeout(patience)
      talks.delete(talk)
      told()
    })
  }

  /** Of those of a circle who see each other one writes at once, the others only where it does not come by them. */
  async #turnFor(session: CircleSession, statement: string): Promise<boolean> {
    const isHere = () => isToldIn(session.circle, EVERYTHING, statement)
    const order = (device: string) => distance(device, statement)
    const before = this.#host.met(session).filter((device) => order(device) < order(session.device))
    for (let turn = 0; turn < Math.min(before.length, MOST_TURNS) && !isHere(); turn += 1)
      await pause(TURN_MS, this.#over.signal)
    return !isHere() && !this.#over.signal.aborted
  }
}

const idOf = ({ circle }: CircleSession, other: string): string => `link:${circle.id}:${other}`
const namesOf = ({ says, lines }: LinkSecrets): string =>
  [...(says === null ? [] : ['says']), ...lines.map(toHex)].join()

/** Another order for each statement, and the same on all devices. */
function distance(device: string, statement: string): number {
  return Number.parseInt(device.slice(0, 8), 16) ^ Number.parseInt(statement.slice(0, 8), 16)
}

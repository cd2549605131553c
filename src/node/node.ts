import { join } from 'node:path'
import { z } from 'zod'
import { Id } from '../domain/event.ts'
import { refuse, accept, type Outcome, type Refusal } from '../domain/refusal.ts'
import { bytesOfHex, signingPair, toHex } from '../log/crypto.ts'
import { openStore, type LogStore } from '../log/store.ts'
import { writerKeyOf } from '../log/circle-log.ts'
import { parseAddress } from '../network/address.ts'
import type { Chance } from './chance.ts'
import { createChanges, type Changes } from './changes.ts'
import { circleKeysFile, listCircleKeys, type CircleKeys } from './circle-keys.ts'
import type { CircleSession } from './circle-session.ts'
import type { Clock } from './clock.ts'
import { createDesk, type Desk } from './desk.ts'
import { Inviting } from './inviting.ts'
import type { Join } from './invitation/join.ts'
import { openJoining, type Joining } from './joining.ts'
import { localFile } from './local-file.ts'
import { Meeting } from './meeting.ts'
import { foundCircle, openCircle, type CircleHost, type NewCircle } from './open-circle.ts'
import { createProfile, openProfile, type OpenProfile } from './profile.ts'

export interface NodeOptions {
  readonly folder: string
  readonly clock: Clock
  readonly chance: Chance
  /** Ms until a founder's node acks; 0: never by itself. */
  readonly ackInterval?: number
  /** 32 bytes for tests: the store's writer keys derive from it. */
  readonly primaryKey?: Uint8Array
  /** For whoever looks after the machine: a circle that could not be opened, a fault between nodes. */
  readonly warn: (message: string) => void
}

/** One person's node on one data folder. Silent on the network until told to listen, connect or join. */
export class RunningNode {
  readonly desk: Desk
  readonly changes: Changes = createChanges()
  readonly store: LogStore
  readonly #options: NodeOptions
  readonly #sessions = new Map<string, CircleSession>()
  readonly #inviting = new Map<CircleSession, Inviting>()
  #profile: OpenProfile | undefined
  #joining: Joining | undefined
  #meeting: Meeting | undefined
  #closing = new AbortController()
  #reaching: Promise<void> | undefined

  constructor(options: NodeOptions, store: LogStore) {
    this.#options = options
    this.store = store
    this.desk = createDesk(() => this.sessions(), options.clock)
  }

  profile(): Outcome<OpenProfile> {
    return this.#profile === undefined ? refuse('no-profile') : accept(this.#profile)
  }

  async createProfile(name: string) {
    const created = await createProfile(this.#options.folder, name, this.#options.chance)
    if (created.ok) await this.#begin(created.value)
    return created
  }

  sessions(): CircleSession[] {
    return [...this.#sessions.values()]
  }

  /** `practice`: founded to practise in, for ever ([C1]). */
  async found(purpose: NewCircle, practice = false): Promise<Outcome<CircleSession>> {
    const profile = this.profile()
    if (!profile.ok) return profile
    const founded = await foundCircle(this.#host(profile.value), purpose, practice)
    if (founded.ok) this.#add(founded.value)
    return founded
  }

  inviting(session: CircleSession): Inviting {
    const known = this.#inviting.get(session)
    if (known !== undefined) return known
    const { clock, chance } = this.#options
    const changed = () => this.changes.tell(session.circle.id)
    const inviting = new Inviting({ session, clock, chance, changed })
    this.#inviting.set(session, inviting)
    return inviting
  }

  joining(): Outcome<Joining> {
    return this.#joining === undefined ? refuse('no-profile') : accept(this.#joining)
  }

  meeting(): Meeting | undefined {
    return this.#meeting
  }

  /** The way to others; the first call makes it, and still no packet is sent. */
  async meet(): Promise<Meeting> {
    this.#meeting ??= await this.#openMeeting()
    return this.#meeting
  }

  /** A request as it stands when it is no longer undecided, or when the signal aborts. */
  async whenJoined(request: string, signal: AbortSignal): Promise<Join | undefined> {
    const find = () => this.#joining?.list().find((one) => one.request === request)
    const undecided = () => ['waiting', 'confirmed'].includes(find()?.state ?? '')
    const news = this.changes.listen(signal)[Symbol.asyncIterator]()
    while (undecided() && !signal.aborted) await news.next()
    await news.return?.()
    return find()
  }

  /** Looks for those whose invites this person took up, again and again until there is nobody left to look for. */
  reachOut(): void {
    this.#reaching ??= this.#reach().finally(() => (this.#reaching = undefined))
  }

  async close(): Promise<void> {
    this.#closing.abort()
    await this.#reaching
    await this.#meeting?.close()
    await Promise.all(this.sessions().map((session) => session.close()))
    await this.store.close()
  }

  /** Called once, before anything else: opens what is in the folder. */
  async start(): Promise<Refusal | null> {
    const profile = await openProfile(this.#options.folder)
    if (!profile.ok) return profile.refusal.code === 'no-profile' ? null : profile.refusal
    await this.#begin(profile.value)
    return null
  }

  async #begin(profile: OpenProfile): Promise<void> {
    this.#profile = profile
    const { folder, clock, chance } = this.#options
    for (const circle of await listCircleKeys(folder)) await this.#openKnown(profile, circle)
    this.#joining = await openJoining({
      folder,
      profile,
      clock,
      chance,
      writerKey: async (namespace) => toHex(await writerKeyOf(this.store, namespace)),
      isOurs: (circle) => this.#sessions.has(circle),
      enter: (keys) => this.#enter(profile, keys),
      changed: () => this.changes.tell(null),
    })
    // Not waited for: entering needs the others, who may be away for long.
    void this.#joining.resume().catch((error: unknown) => this.#warn('could not enter a circle', error))
    for (const session of this.sessions()) await this.inviting(session).resume()
  }

  /** A circle that cannot be opened is told of and leaves the others as they are. */
  async #openKnown(profile: OpenProfile, circle: string): Promise<void> {
    try {
      const keys = await circleKeysFile(this.#options.folder, circle).read()
      if (keys !== undefined) this.#add(await openCircle(this.#host(profile), keys))
    } catch (error) {
      this.#warn(`could not open circle ${circle}`, error)
    }
  }

  async #enter(profile: OpenProfile, keys: CircleKeys): Promise<void> {
    const known = this.#sessions.get(keys.circle)
    if (known === undefined) await circleKeysFile(this.#options.folder, keys.circle).save(keys)
    const session = known ?? (await openCircle(this.#host(profile), keys))
    if (known === undefined) this.#add(session)
    const signal = this.#closing.signal
    const news = this.changes.listen(signal)[Symbol.asyncIterator]()
    while (!session.belongs() && !signal.aborted) await news.next()
    await news.return?.()
    if (!session.belongs()) throw new Error('the node was closed before the circle was here')
  }

  #add(session: CircleSession): void {
    this.#sessions.set(session.circle.id, session)
    const changed = () => this.changes.tell(session.circle.id)
    session.follower.on('change', changed)
    session.log.on('change', changed)
    session.log.on('fault', (error) => this.#warn(`the log of circle ${session.circle.id} closed itself`, error))
    this.#meeting?.join(session)
    changed()
  }

  async #openMeeting(): Promise<Meeting> {
    return new Meeting({
      store: this.store,
      transport: signingPair(bytesOfHex(await this.#transportSeed())),
      clock: this.#options.clock,
      sessions: () => this.sessions(),
      knocks: () => this.#joining?.knocks() ?? [],
      onKnock: (invite, sealed, reply) => {
        const session = this.sessions().find((one) => one.keys().invites.some(({ id }) => id === invite))
        if (session === undefined) return reply('unknown')
        void this.inviting(session)
          .knocked(invite, sealed, reply)
          .catch((error: unknown) => this.#warn('could not take a request', error))
      },
      onReply: (invite, payload) => {
        void this.#joining?.replied(invite, payload).catch((error: unknown) => this.#warn('could not enter', error))
      },
      changed: (circle) => this.changes.tell(circle),
      onDifference: (circle, device) =>
        this.#options.warn(`circle ${circle}: device ${device} makes something else of the same events`),
    })
  }

  /** This node's key towards other nodes; it stands in no circle. */
  async #transportSeed(): Promise<string> {
    const schema = z.strictObject({ seed: Id })
    const file = localFile({ path: join(this.#options.folder, 'transport.json'), kind: 'transport', schema })
    const { seed } = await file.update((now) => now ?? { seed: toHex(this.#options.chance(32)) })
    return seed
  }

  async #reach(): Promise<void> {
    const signal = this.#closing.signal
    const meeting = await this.meet()
    for (let wait = FIRST_WAIT_MS; !signal.aborted; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      const addresses = (this.#joining?.addresses() ?? []).flatMap((text) => parseAddress(text) ?? [])
      if (addresses.length === 0) return
      const away = addresses.filter(({ peer }) => !meeting.isConnected(peer))
      // Nobody there yet is what the next round is for.
      await Promise.all(away.map((address) => meeting.connect(address).catch(() => undefined)))
      await pause(wait, signal)
    }
  }

  #host(profile: OpenProfile): CircleHost {
    const { folder, clock, chance, ackInterval } = this.#options
    return { folder, store: this.store, profile, clock, chance, ...(ackInterval === undefined ? {} : { ackInterval }) }
  }

  #warn(what: string, error: unknown): void {
    if (!this.#closing.signal.aborted)
      this.#options.warn(`${what}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 5_000

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done, { once: true })
    if (signal.aborted) done()
  })
}

/** Opens the node of a data folder; makes the folder where there is none. */
export async function openNode(options: NodeOptions): Promise<Outcome<RunningNode>> {
  const storeOptions = options.primaryKey === undefined ? {} : { primaryKey: options.primaryKey }
  const store = await openStore(join(options.folder, 'store'), storeOptions)
  const node = new RunningNode(options, store)
  const refused = await node.start()
  if (refused === null) return accept(node)
  await node.close()
  return { ok: false, refusal: refused }
}

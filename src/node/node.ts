import { refuse, accept, type Outcome, type Refusal } from '../domain/refusal.ts'
import { toHex } from '../log/crypto.ts'
import { whenStill } from '../log/still.ts'
import type { LogStore } from '../log/store.ts'
import { writerKeyOf } from '../log/circle-log.ts'
import { followArrivals } from './arrivals.ts'
import { createChanges, type Changes } from './changes.ts'
import { circleKeysFile, listCircleKeys, removeCircleKeys, type CircleKeys } from './circle-keys.ts'
import type { CircleSession } from './circle-session.ts'
import { createDesk, type DamagedCircle, type Desk } from './desk.ts'
import { Inviting } from './inviting.ts'
import type { Join } from './invitation/join.ts'
import { isOpen, openJoining, type Joining } from './joining.ts'
import { orRefusal } from './local-file.ts'
import { Nominations } from './nominations.ts'
import { InStep, inStepFile, type Mark } from './in-step.ts'
import type { Meeting } from './meeting.ts'
import { openMeeting } from './open-meeting.ts'
import type { NodeOptions } from './node-options.ts'
import { foundCircle, openCircle, type CircleHost, type NewCircle } from './open-circle.ts'
import { Reach } from './reach.ts'
import { Seeking, seekingHost } from './seeking.ts'
import { rememberName } from './remember-name.ts'
import { isStillIn } from './still-in.ts'
import { Untold } from './statements/untold.ts'
import { createProfile, openProfile, restoreProfile, type OpenProfile } from './profile.ts'
import { metMember } from './updates/updates-of.ts'

/** One person's node on one data folder. Silent on the network until told to listen, connect or join. */
export class RunningNode {
  readonly desk: Desk
  readonly changes: Changes = createChanges()
  readonly store: LogStore
  readonly reach: Reach = new Reach(this)
  readonly untold: Untold = new Untold((circle) => this.changes.tell(circle))
  /** Looks for those whose invitations this person took up. */
  readonly seeking: Seeking
  readonly #options: NodeOptions
  readonly #sessions = new Map<string, CircleSession>()
  readonly #inviting = new Map<CircleSession, Inviting>()
  readonly #nominations = new Map<CircleSession, Nominations>()
  readonly #damaged = new Map<string, DamagedCircle>()
  #profile: OpenProfile | undefined
  #inStep: InStep | undefined
  #joining: Outcome<Joining> = refuse('no-profile')
  #meeting: Meeting | undefined
  #opening: Promise<Meeting> | undefined
  #closing = new AbortController()
  readonly #guests = new Set<() => Promise<void>>()

  constructor(options: NodeOptions, store: LogStore) {
    this.#options = options
    this.store = store
    this.seeking = new Seeking(seekingHost(this, this.#closing.signal))
    const [sessions, damaged] = [() => this.sessions(), () => this.damaged()]
    this.desk = createDesk(sessions, damaged, options.clock)
  }

  get options(): NodeOptions {
    return this.#options
  }

  profile(): Outcome<OpenProfile> {
    return this.#profile === undefined ? refuse('no-profile') : accept(this.#profile)
  }

  async createProfile(name: string) {
    const created = await createProfile(this.#options.folder, name, this.#options.chance)
    if (created.ok) await this.#begin(created.value)
    return created
  }

  /** This person on a new device: what they were let into before, they ask to be let into again. */
  async restoreProfile(name: string, phrase: string) {
    const restored = await restoreProfile(this.#options.folder, name, phrase, this.#options.chance)
    if (restored.ok) await this.#begin(restored.value)
    return restored
  }

  sessions(): CircleSession[] {
    return [...this.#sessions.values()]
  }

  /** Circles whose keys or log cannot be opened here. */
  damaged(): DamagedCircle[] {
    return [...this.#damaged.values()]
  }

  /** `practice`: founded to practise in, for ever ([C1]). */
  async found(purpose: NewCircle, practice = false): Promise<Outcome<CircleSession>> {
    const profile = this.profile()
    if (!profile.ok) return profile
    const founded = await foundCircle(this.#host(profile.value), purpose, practice)
    if (founded.ok) this.#add(founded.value)
    return founded
  }

  /** Takes a circle off this device. Its keys go first: what is left of its log in the store is closed to everyone. */
  async forget(circle: string): Promise<void> {
    const session = this.#sessions.get(circle)
    if (session === undefined) return
    this.#sessions.delete(circle)
    this.#inviting.delete(session)
    this.#nominations.delete(session)
    this.#meeting?.part(session)
    await this.reach.refresh()
    await session.close()
    await removeCircleKeys(this.#options.folder, circle)
    await this.#inStep?.forget(circle)
    this.changes.tell(null)
  }

  /** For what lives on this node: it is closed before the node is. */
  closesFirst(close: () => Promise<void>): void {
    this.#guests.add(close)
  }

  inviting(session: CircleSession): Inviting {
    const known = this.#inviting.get(session)
    if (known !== undefined) return known
    const changed = () => {
      this.changes.tell(session.circle.id)
      void this.reach.refreshInvites()
    }
    const inviting = new Inviting({ ...this.#options, session, changed })
    this.#inviting.set(session, inviting)
    return inviting
  }

  nominations(session: CircleSession): Nominations {
    const known = this.#nominations.get(session)
    if (known !== undefined) return known
    const nominations = new Nominations(session, this.#options.folder, this.#options.chance)
    this.#nominations.set(session, nominations)
    return nominations
  }

  joining(): Outcome<Joining> {
    return this.#joining
  }

  /** Those whose inviter's word, or whose circle, is waited for. */
  waitingJoins(): Join[] {
    return (this.#joins()?.list() ?? []).filter(isOpen)
  }

  #joins(): Joining | undefined {
    return this.#joining.ok ? this.#joining.value : undefined
  }

  meeting(): Meeting | undefined {
    return this.#meeting
  }

  /** By device: when both last knew the same. */
  marksOf(circle: string): ReadonlyMap<string, Mark> {
    return this.#inStep?.of(circle) ?? new Map<string, Mark>()
  }

  /** The way to others; the first call makes it, and still no packet is sent. */
  meet(): Promise<Meeting> {
    this.#opening ??= this.#openMeeting().finally(() => (this.#opening = undefined))
    return this.#opening
  }

  /** A request as it stands when it is no longer undecided or cannot be brought, or when the signal aborts. */
  async whenJoined(request: string, signal: AbortSignal): Promise<Join | undefined> {
    const find = () => (this.#joins()?.list() ?? []).find((one) => one.request === request)
    await this.changes.until(() => !isOpen(find()) || this.seeking.misunderstood(request) !== null, signal)
    return find()
  }

  async close(): Promise<void> {
    await Promise.all([...this.#guests].map((close) => close()))
    this.#closing.abort()
    await this.seeking.close()
    await this.reach.close()
    await this.#meeting?.close()
    await this.#inStep?.close()
    await whenStill(this.store)
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
    const { folder } = this.#options
    const unkept = (error: unknown) => this.#warn('when others were last in step is not kept', error)
    this.#inStep = await InStep.open(inStepFile(folder), unkept)
    for (const circle of await listCircleKeys(folder)) await this.#openKnown(profile, circle)
    const joining = await orRefusal(
      openJoining({
        ...this.#options,
        profile,
        writerKey: async (namespace) => toHex(await writerKeyOf(this.store, namespace)),
        isOurs: (circle) => isStillIn(this.#sessions.get(circle)) || this.#damaged.has(circle),
        isFoundedHere: (nonce) => this.sessions().some((one) => one.keys().founder && one.keys().salt === nonce),
        enter: (keys, isWanted) => this.#enter(profile, keys, isWanted),
        changed: () => this.changes.tell(null),
      }),
    )
    this.#joining = joining
    if (!joining.ok) this.#options.warn(`what you asked to join cannot be read: ${JSON.stringify(joining.refusal)}`)
    // Not waited for: entering needs the others, who may be away for long.
    if (joining.ok) void joining.value.resume().catch((error: unknown) => this.#warn('could not enter a circle', error))
    const unfinished = (error: unknown) => this.#warn('could not finish letting somebody in', error)
    for (const session of this.sessions()) await this.inviting(session).finish(unfinished)
  }

  /** A circle that cannot be opened is told of and leaves the others as they are. */
  async #openKnown(profile: OpenProfile, circle: string): Promise<void> {
    let name = ''
    try {
      const keys = await circleKeysFile(this.#options.folder, circle).read()
      name = keys?.name ?? ''
      if (keys === undefined) return
      const session = await openCircle(this.#host(profile), keys)
      this.#add(session)
      await rememberName(session)
    } catch (error) {
      this.#damaged.set(circle, { circle, name })
      this.#warn(`the circle ${name === '' ? circle.slice(0, 8) : name} cannot be opened here`, error)
    }
  }

  async #enter(profile: OpenProfile, keys: CircleKeys, isWanted: () => boolean): Promise<void> {
    // Whoever had gone comes again with another device of theirs in it.
    const before = this.#sessions.get(keys.circle)
    if (before !== undefined && before.keys().namespace !== keys.namespace) await this.forget(keys.circle)
    const known = this.#sessions.get(keys.circle)
    if (known === undefined) await circleKeysFile(this.#options.folder, keys.circle).save(keys)
    const session = known ?? (await openCircle(this.#host(profile), keys))
    if (known === undefined) this.#add(session)
    if (!isWanted()) return this.forget(keys.circle)
    const isForgotten = () => this.#sessions.get(keys.circle) !== session
    await this.changes.until(() => session.belongs() || isForgotten(), this.#closing.signal)
    if (session.belongs()) return isForgotten() ? undefined : rememberName(session)
    if (!isForgotten()) throw new Error('the node was closed before the circle was here')
  }

  #add(session: CircleSession): void {
    this.#sessions.set(session.circle.id, session)
    const changed = () => {
      this.changes.tell(session.circle.id)
      const unopened = (error: unknown) => this.#warn('could not open a sealed nomination', error)
      void this.nominations(session).revealDue().catch(unopened)
    }
    session.follower.on('change', changed)
    for (const news of ['change', 'arrived'] as const) session.log.on(news, changed)
    followArrivals(session, {
      isKeeper: (key) => this.reach.keepers()?.isKeeper(session.circle.id, key) === true,
      came: (device, path) => this.#inStep?.came(session.circle.id, device, this.#options.clock(), path),
    })
    session.log.on('fault', (error) => this.#warn(`the log of circle ${session.circle.id} closed itself`, error))
    this.#meeting?.join(session)
    void this.reach.refresh()
    changed()
  }

  async #openMeeting(): Promise<Meeting> {
    this.#meeting ??= await openMeeting({
      options: this.#options,
      store: this.store,
      changes: this.changes,
      reach: this.reach,
      untold: this.untold,
      sessions: () => this.sessions(),
      inviting: (session) => this.inviting(session),
      joins: () => this.#joins(),
      metInStep: (session, device) => {
        const { id, counted } = session.circle
        const path = this.#meeting?.seenOf(id).get(device)?.path ?? null
        this.#inStep?.note(id, device, this.#options.clock(), { known: counted.size, path })
        this.reach.metInStep(session, device)
      },
      onMember: (...met) => metMember(this, ...met),
      warn: (what, error) => this.#warn(what, error),
    })
    return this.#meeting
  }

  #host(profile: OpenProfile): CircleHost {
    return { ...this.#options, store: this.store, profile }
  }

  #warn(what: string, error: unknown): void {
    if (!this.#closing.signal.aborted)
      this.#options.warn(`${what}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

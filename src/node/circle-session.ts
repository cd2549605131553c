import { concerns, validCloses } from '../domain/agreements/queries.ts'
import { EVERYTHING } from '../domain/causality.ts'
import type { AgreementRecord, Circle } from '../domain/circle.ts'
import type { Body, EventType } from '../domain/events.ts'
import { isEpochDue } from '../domain/epochs/queries.ts'
import type { Fold } from '../domain/fold.ts'
import { mayAppend, type Draft } from '../domain/may-append.ts'
import { belongs, holderOf } from '../domain/members/queries.ts'
import { mustHaveRights } from '../domain/members/rules.ts'
import { purpose } from '../domain/purpose.ts'
import { accept, refusal, refuse, type Outcome, type Refusal } from '../domain/refusal.ts'
import { clockHash, type StateHash } from '../domain/state-hash.ts'
import { admitBlock } from '../log/agree.ts'
import type { CircleLog } from '../log/circle-log.ts'
import { bytesOfHex, hashText, toHex, verifyText } from '../log/crypto.ts'
import type { Follower } from '../log/follow.ts'
import type { Keyring } from '../log/keyring.ts'
import type { Notice } from '../api/contract/procedure.ts'
import { admissionBy, admissionOf, noRoom } from './admission.ts'
import type { Chance } from './chance.ts'
import type { CircleKeys } from './circle-keys.ts'
import { dayOf, type Clock } from './clock.ts'
import { EpochKeys } from './epoch-keys.ts'
import { evidenceOf } from './evidence.ts'
import { hashedState } from './hashed-state.ts'
import { deviceKeys } from './identity.ts'
import type { Joiner } from './invitation/request.ts'
import type { LocalFile } from './local-file.ts'
import { hasSeen, isNewsTo, notShownYet } from './not-shown.ts'
import { PATIENCE_MS, patiently } from './patience.ts'
import { saidAt, sealWords, type ByProgram, type Place, type Sayings } from './sealed-words.ts'
import { whyNotWritten } from './write-fault.ts'
import { withNames } from './pages/refused.ts'
import { headsOf, lookedAt } from './pages/shown.ts'

export const TOOLS = { hash: hashText, verify: verifyText }

/** What is being said, without who, when and after what. */
export type Saying = { [T in EventType]: { readonly type: T; readonly body: Body<T> } }[EventType]

/** An event that was appended, and what the circle came to that this person had not been shown. */
export type Spoken = { readonly id: string; readonly meanwhile: Notice[] }

export type SessionParts = {
  readonly log: CircleLog
  readonly follower: Follower<Fold>
  /** What this device said last before it was started. */
  readonly last: Place | undefined
  readonly file: LocalFile<CircleKeys>
  readonly keys: CircleKeys
  /** The epoch keys that the follower reads with. */
  readonly keyring: Keyring
  readonly person: string
  readonly clock: Clock
  readonly chance: Chance
  /** Ms that a person's word waits for its place in the circle; see `patiently`. */
  readonly patience: number | undefined
  /** Notes beside the store how long this device's own log is now. */
  readonly raise: () => Promise<void>
}

/** One circle on this node: what it is now, and this person's voice in it. */
export class CircleSession {
  readonly me: string
  readonly device: string
  readonly log: CircleLog
  readonly follower: Follower<Fold>
  readonly #parts: SessionParts
  readonly #epochs: EpochKeys
  #keys: CircleKeys
  /** Why the log closed itself; nothing can be written in it before a new start. */
  #closedBy: Promise<Refusal> | undefined
  #queue: Promise<unknown> = Promise.resolve()
  /** What this device said last. */
  #last: Place | undefined
  readonly #hashed = hashedState()
  readonly #closing = new AbortController()

  constructor(parts: SessionParts) {
    this.#parts = parts
    this.#keys = parts.keys
    this.log = parts.log
    this.follower = parts.follower
    this.me = parts.person
    const { sign, box } = deviceKeys(parts.keys.device)
    this.device = toHex(sign.publicKey)
    const keep: ConstructorParameters<typeof EpochKeys>[0]['keep'] = (keys) =>
      this.changeKeys((now) => ({ ...now, keyring: [...now.keyring, ...keys] }))
    const { follower, keyring, chance } = parts
    const say = () => this.#inTurn(() => this.#speakByProgram(async () => this.#epochs.sayings()))
    this.follower.on('change', () => void this.#carry().catch(() => undefined))
    this.#epochs = new EpochKeys({ follower, keyring, device: this.device, pair: box, chance, keep, say })
    this.#last = parts.last
    this.log.on('fault', () => {
      this.#closedBy ??= whyNotWritten(this.log.store.folder)
    })
  }

  get circle(): Circle {
    return this.follower.fold.circle
  }

  /** What this device's clock says, in milliseconds. */
  get now(): number {
    return this.#parts.clock()
  }

  keys(): CircleKeys {
    return this.#keys
  }

  /** Takes the epoch keys that others have sealed to this device; also done whenever something new is here. */
  takeKeys(): Promise<void> {
    return this.#epochs.take()
  }

  async changeKeys(change: (now: CircleKeys) => CircleKeys): Promise<void> {
    this.#keys = await this.#parts.file.update((now) => change(now ?? this.#keys))
  }

  /** Says something here, if the rules let this person; `more` with it, all or nothing, none of it building on another. */
  say(saying: Saying, asOf?: string, more: readonly Saying[] = []): Promise<Outcome<Spoken>> {
    return this.#patiently(async () => {
      const [looked, ...others] = lookedAt(this.circle, asOf)
      if (looked === undefined) return refuse('changed-meanwhile')
      const meanwhile = notShownYet(this.circle, this.me, this.device)
      let appended = await this.#append([saying, ...more], looked, [])
      // What names something that came since was said by somebody who knows of it; only for news they are asked again.
      for (const seen of others)
        if (!appended.ok && !isNewsTo(saying, appended.refusal))
          appended = await this.#append([saying, ...more], seen, [])
      if (!appended.ok) return { ok: false, refusal: withNames(this.circle, appended.refusal) }
      return accept({ id: appended.value, meanwhile })
    })
  }

  /** Why this person can invite nobody; null where they can. */
  mayInvite(): Refusal | null {
    const rights = mustHaveRights(this.circle, EVERYTHING, this.me) ?? noRoom(this.log)
    // [C1] Its companions come in by the program's own way; a person would take what is played for real.
    return rights ?? (purpose(this.circle).practice ? refusal('practice-circle') : null)
  }

  /** Why this person could not let them in now; null where they could. */
  mayAdmit(joiner: Joiner, request: string): Refusal | null {
    return noRoom(this.log) ?? this.#refusalOf(admissionOf(this.circle, joiner, request), headsOf(this.circle))
  }

  /** The newcomer's log and their place in the circle, in one batch. Answers with the admission's id. */
  admit(joiner: Joiner, request: string): Promise<Outcome<string>> {
    return this.#patiently(async () => {
      const before = admissionBy(this.circle, request, this.me)
      if (before !== undefined) return accept(before)
      const writer = admitBlock(bytesOfHex(joiner.device.writer))
      return this.#append([admissionOf(this.circle, joiner, request)], headsOf(this.circle), [writer])
    })
  }

  /** A person was shown an agreement: their device says so once, unless they have spoken since (architecture.md, "Seen"). */
  async hasBeenShown(agreement: AgreementRecord): Promise<void> {
    if (!this.log.writable || !concerns(this.circle, agreement, this.me)) return
    await this.#inTurn(async () => {
      for (const close of validCloses(agreement)) {
        if (hasSeen(this.circle, this.device, close.stamp.id)) continue
        await this.#append([{ type: 'close.seen', body: { close: close.id } }], [close.id], [])
      }
    })
  }

  stateHash(): StateHash {
    return this.#hashed(this.circle, this.waiting())
  }

  /** How far this node is: equal where the same events count. */
  at(): string {
    return clockHash(this.circle, hashText)
  }

  /**
   * Events that are here and cannot be read or placed yet. When all that is here is readable and taken in, an event that
   * still waits builds on something that no honest writer had: it is shown as refused and holds nothing up.
   */
  waiting(): number {
    const { unreadable, caughtUp, fold } = this.follower
    return unreadable === 0 && caughtUp ? 0 : unreadable + fold.waiting().length
  }

  /** Whether this device belongs and the circle is wholly here, as far as its log says. */
  belongs(): boolean {
    const isLetIn = holderOf(this.circle, EVERYTHING, this.device) === this.me
    return isLetIn && belongs(this.circle, EVERYTHING, this.me) && this.log.writable && this.follower.caughtUp
  }

  async close(): Promise<void> {
    this.#closing.abort()
    await this.#queue
    await this.#epochs.close()
    await this.#queue
    await this.follower.close()
    await this.log.close()
  }

  #patiently<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const { log, follower, patience: ms = PATIENCE_MS } = this.#parts
    return patiently(() => this.#inTurn(work), { log, follower, closing: this.#closing.signal, ms })
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#queue.then(work, work)
    this.#queue = mine.catch(() => undefined)
    return mine
  }

  async #append(said: Sayings, seen: readonly string[], before: Uint8Array[]): Promise<Outcome<string>> {
    if (this.#closedBy !== undefined) return { ok: false, refusal: await this.#closedBy }
    // Also where a part of the order is still to come: this device's own last words may be in it.
    const isLetIn = (this.circle.devices.get(this.device)?.bindings.length ?? 0) > 0
    if (!this.log.writable || !this.follower.caughtUp || !isLetIn) return refuse('not-writable-yet')
    const [refused] = said.flatMap((one) => this.#refusalOf(one, seen) ?? [])
    if (refused !== undefined) return { ok: false, refusal: refused }
    const key = await this.#currentKey(seen)
    if (!key.ok) return key
    const appended = await this.#seal(said, seen, before, key.value)
    // Whoever brought it about that an epoch is due opens it at once, so that nothing is said in between.
    if (appended.ok && isEpochDue(this.circle)) await this.#openEpoch([])
    return appended
  }

  /** What is said next is sealed with it. Where another epoch is due, it is opened first, on what the person looked at. */
  async #currentKey(seen: readonly string[]): Promise<Outcome<Uint8Array>> {
    await this.#epochs.take()
    const opened = isEpochDue(this.circle) ? await this.#openEpoch(seen) : accept('')
    return opened.ok ? this.#epochs.current() : opened
  }

  /** [Z4] [E9] Built on nothing but this device's own words: what its program heard, its person was not shown. */
  async #speakByProgram(ask: () => Promise<ByProgram | null>): Promise<void> {
    const words = this.#closedBy === undefined && this.belongs() ? await ask() : null
    if (words === null || words.said.some((one) => this.#refusalOf(one, []) !== null)) return
    await this.#seal(words.said, [], [], words.key)
  }

  async #carry(): Promise<void> {
    const ask = () => evidenceOf(this, this.#epochs.current())
    if ((await ask()) !== null) await this.#inTurn(() => this.#speakByProgram(ask))
  }

  async #openEpoch(seen: readonly string[]): Promise<Outcome<string>> {
    const next = await this.#epochs.next()
    if (!next.ok) return next
    const saying = { type: 'epoch.opened', body: next.value.body } as const
    // What makes it due has not been looked at yet: a word may not build on more than its author saw.
    if (this.#refusalOf(saying, seen) !== null) return refuse('changed-meanwhile')
    return this.#seal([saying], seen, [], next.value.first)
  }

  async #seal(
    sayings: Sayings,
    seen: readonly string[],
    before: Uint8Array[],
    key: Uint8Array,
  ): Promise<Outcome<string>> {
    const where = { circle: this.circle.id, writer: toHex(this.log.writerKey) }
    const words = { sayings, seen, head: this.#ownHead(), at: saidAt(this.circle, sayings, this.now) }
    const nonce = () => this.#parts.chance(24)
    const sealed = sealWords(words, where, deviceKeys(this.#keys.device).sign, key, nonce)
    if (!sealed.ok) return sealed
    const appended = await this.#write([...before, ...sealed.value.blocks])
    if (!appended.ok) return appended
    this.#last = sealed.value.last
    await this.#parts.raise()
    await this.follower.settle()
    return accept(sealed.value.id)
  }

  async #write(blocks: Uint8Array[]): Promise<Outcome<number>> {
    try {
      return await this.log.append(blocks)
    } catch (error) {
      if (this.#closedBy === undefined) throw error
      return { ok: false, refusal: await this.#closedBy }
    }
  }

  /** The newest event of this device's own log, counted or not, also where it could not be read back yet. */
  #ownHead(): Place | undefined {
    const writer = toHex(this.log.writerKey)
    const last = this.follower.entries.findLast((entry) => entry.writer === writer && 'event' in entry)
    const read = last !== undefined && 'event' in last ? last.event : undefined
    return this.#last !== undefined && this.#last.seq > (read?.seq ?? 0) ? this.#last : read
  }

  #refusalOf({ type, body }: Saying, seen: readonly string[]): Refusal | null {
    const at = this.#parts.clock()
    const draft = { type, body, device: this.device, seen, today: dayOf(at), at } as Draft
    return mayAppend(this.circle, draft, TOOLS)
  }
}

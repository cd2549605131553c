import { EventEmitter } from 'node:events'
import type { CircleEvent } from '../domain/event.ts'
import { openCheckedSignatures, type CheckedSignatures } from './checked-signatures.ts'
import type { CircleLog } from './circle-log.ts'
import { corrected, NOTHING_COMPARED, type Differences } from './compare-order.ts'
import { openBytes, openSealed } from './envelope.ts'
import type { Keyring } from './keyring.ts'
import { readSigned, type SignedEvent } from './signed-event.ts'
import { isSavable, type Keeping } from './saved-entries.ts'
import { openSavedReading, type SavedReading } from './saved-reading.ts'
import { decodeEntry, placeName, type LogEntry } from './view-entry.ts'
import { readView } from './view-reader.ts'
import { createChains, type Chains } from './writer-chains.ts'

/** What the log becomes to a circle: the fold takes a set of events, so an order that changes costs it nothing. */
export type EventFold = { add(event: CircleEvent): void }

export type FollowOptions<F extends EventFold> = {
  readonly log: CircleLog
  /** Id of the genesis, hex. */
  readonly circle: string
  readonly keyring: Keyring
  /** Ids of the epochs that the circle knows of, asked of the fold as it stands: genesis and epoch.opened. */
  readonly announced: (fold: F) => ReadonlySet<string>
  /** What this device has found good before: a fold that checks something checks it once. */
  readonly createFold: (checked: Pick<CheckedSignatures, 'verify' | 'known'>) => F
  /** Of what was read, what the next start needs; left out: all of it. */
  readonly keeping?: (known: CheckedSignatures['known']) => Keeping
}

/** What was found at a place of a log, with the place's name: made once, since a long order asks for it many times. */
type Found = { readonly name: string; readonly entry: LogEntry }

/** `events` came newly to count; `rebuilt`: the fold is a new one, and what counted before may be gone. */
export type Change = { readonly events: readonly CircleEvent[]; readonly rebuilt: boolean }

/** Resolves when all that is here has been folded. */
export async function followLog<F extends EventFold>(options: FollowOptions<F>): Promise<Follower<F>> {
  const { log, circle, keyring, keeping } = options
  const checked = await openCheckedSignatures(log.store, circle)
  const saving = await openSavedReading(log.store, circle, keyring, keeping?.(checked.known))
  const follower = new Follower(options, checked, saving)
  await follower.settle()
  return follower
}

/** Turns the agreed order into verified events and gives them to a fold. */
export class Follower<F extends EventFold> extends EventEmitter<{ change: [change: Change] }> {
  readonly #options: FollowOptions<F>
  readonly #checked: CheckedSignatures
  readonly #saving: SavedReading
  /** What was found at each place of each log, by name; a block never changes, so this outlives every reorder. */
  readonly #found = new Map<string, Found>()
  readonly #onLog = () => void this.settle().catch(() => undefined)
  /** In the agreed order: the names of the places, and what each came to. */
  #order: string[] = []
  #entries: LogEntry[] = []
  /** How many of the entries are unreadable; while none is, there is nothing to judge in them anew. */
  #sealed = 0
  #chains: Chains = createChains()
  #fold: F
  #work: Promise<void> = Promise.resolve()
  /** A reading is asked for that has not begun. */
  #queued = false
  #stale = false
  #differences: Differences = NOTHING_COMPARED.differences
  /** A reading that failed has taken with it how far the order still stood. */
  #unsure = false
  #complete = false

  constructor(options: FollowOptions<F>, checked: CheckedSignatures, saving: SavedReading) {
    super()
    this.#options = options
    this.#checked = checked
    this.#saving = saving
    this.#fold = options.createFold(checked)
    options.log.on('change', this.#onLog)
  }

  get fold(): F {
    return this.#fold
  }

  /** In the agreed order. */
  get entries(): readonly LogEntry[] {
    if (this.#sealed === 0) return this.#entries
    const announced = this.#options.announced(this.#fold)
    return this.#entries.map((entry) => announcedOnly(entry, announced))
  }

  /** All that could be opened, also what cannot be placed yet because something before it in its log cannot be read. */
  opened(type: string): CircleEvent[] {
    const events: CircleEvent[] = []
    for (const { entry } of this.#found.values())
      if ('event' in entry && entry.event.type === type) events.push(entry.event)
    return events
  }

  /** Events that wait for the key of an announced epoch. While there are any, no state hash is sure. */
  get unreadable(): number {
    return this.#sealed === 0 ? 0 : this.entries.filter((entry) => 'unreadable' in entry).length
  }

  /** All of the agreed order is folded, as it was at one moment: nothing in it is still to come from a peer. */
  get caughtUp(): boolean {
    return this.#complete
  }

  /** Takes in and folds all that is here at the time of the call. Rejects when the log closes. */
  settle(): Promise<void> {
    if (!this.#queued) {
      this.#queued = true
      this.#work = this.#work.catch(() => undefined).then(() => this.#process())
    }
    return this.#work
  }

  /** To be called when the keyring has gained a key: what it opens counts as if it had been there from the start. */
  async keysAdded(): Promise<void> {
    this.#stale = true
    await this.settle()
  }

  /** The event as its device signed it, to be carried on in a certificate. */
  async signed(id: string): Promise<SignedEvent | undefined> {
    // Where the order changed since it was read, the event has another place by now.
    return (await this.#signedAtItsPlace(id)) ?? (await this.settle().then(() => this.#signedAtItsPlace(id)))
  }

  /** To be called before the log is closed; a reading that is under way ends first. */
  async close(): Promise<void> {
    this.#options.log.off('change', this.#onLog)
    this.removeAllListeners()
    await this.#work.catch(() => undefined)
  }

  async #process(): Promise<void> {
    // Before anything is read: what comes from now on has to be read again.
    this.#queued = false
    const differences = this.#options.log.copy.differences()
    const stale = this.#stale || differences !== this.#differences
    const known = stale || this.#unsure || differences.size > 0 ? 0 : this.#order.length
    this.#unsure = true
    const isFirst = this.#found.size === 0 && differences.size === 0
    const read = await readView(this.#options.log, known, isFirst ? this.#saving : undefined)
    const { from, blocks: ordered, complete } = read
    this.#unsure = false
    if (stale) this.#forget(differences)
    const blocks = differences.size === 0 ? ordered : corrected(ordered, differences)
    const found = [...read.saved.map((entry) => this.#remember(entry)), ...blocks.map((block) => this.#open(block))]
    await this.#checked.save()
    const change = this.#changeTo(from, found, stale)
    const isNews = change !== undefined || complete !== this.#complete
    this.#complete = complete
    if (isNews) this.emit('change', change ?? { events: [], rebuilt: false })
    // What the fold itself has checked.
    await this.#checked.save()
    if (complete && this.#saving.wants(this.#order.length)) await this.#keep(read.moment).catch(() => undefined)
  }

  /** So that the next start finds it; an order that changed meanwhile, or had to be corrected, is kept another time. */
  async #keep(moment: number): Promise<void> {
    const { log } = this.#options
    if (log.moment !== moment || log.base.closing !== null || this.#differences.size > 0) return
    const view = log.view.snapshot()
    try {
      await view.ready()
      const entries = this.#order.flatMap((name) => this.#found.get(name)?.entry ?? [])
      const sealed = entries.findIndex((entry) => !isSavable(entry))
      if (log.moment !== moment || entries.length !== view.length) return
      await this.#saving.keep(view, sealed === -1 ? entries : entries.slice(0, sealed))
    } finally {
      await view.close()
    }
  }

  /** Folds the order as it is now from place `from` on; `undefined` where nothing about it is new. */
  #changeTo(from: number, found: readonly Found[], stale: boolean): Change | undefined {
    const before = new Set(this.#order.slice(from))
    const now = new Set(before.size === 0 ? [] : found.map(({ name }) => name))
    const rebuilt = stale || ![...before].every((name) => now.has(name)) || !this.#continues(found, before)
    const isSame = before.size === found.length && found.every(({ name }, at) => name === this.#order[from + at])
    if (isSame && !rebuilt) return undefined
    return { events: rebuilt ? this.#rebuild(from, found) : this.#take(from, found), rebuilt }
  }

  async #signedAtItsPlace(id: string): Promise<SignedEvent | undefined> {
    const index = this.#entries.findIndex((entry) => 'event' in entry && entry.event.id === id)
    const place = this.#entries[index]
    if (place === undefined) return undefined
    const { log } = this.#options
    // An order that had to be corrected has no such places.
    const isCorrected = this.#differences.size > 0
    const block = isCorrected ? await log.entryAt(place) : await log.view.get(index, { wait: false })
    const entry = block === null ? undefined : decodeEntry(block)
    if (entry === undefined || !('value' in entry)) return undefined
    const { circle, keyring } = this.#options
    const bytes = openBytes(entry.value, { circle, writer: entry.writer }, keyring)
    const signed = bytes instanceof Uint8Array ? readSigned(bytes) : undefined
    return signed?.id === id ? signed : undefined
  }

  #forget(differences: Differences): void {
    this.#stale = false
    this.#differences = differences
    for (const [name, { entry }] of this.#found) {
      if ('unreadable' in entry || differences.has(name)) this.#found.delete(name)
    }
  }

  #open(block: Uint8Array): Found {
    const entry = decodeEntry(block)
    if (entry === undefined) {
      const nothing = { writer: '', position: 0 }
      return { name: placeName(nothing), entry: { ...nothing, size: block.byteLength, refused: 'malformed' } }
    }
    const name = placeName(entry)
    const known = this.#found.get(name)
    if (known !== undefined) return known
    const { writer, position } = entry
    const { circle, keyring } = this.#options
    const opened: LogEntry =
      'tooBig' in entry
        ? { writer, position, size: entry.tooBig, refused: 'too-big' }
        : {
            writer,
            position,
            size: entry.value.byteLength,
            ...openSealed(entry.value, { circle, writer }, keyring, this.#checked),
          }
    return this.#remember(opened)
  }

  #remember(entry: LogEntry): Found {
    const found = { name: placeName(entry), entry }
    this.#found.set(found.name, found)
    return found
  }

  /** False where something came into a log before what has been counted from it already. */
  #continues(found: readonly Found[], before: ReadonlySet<string>): boolean {
    return found.every(
      ({ name, entry }) => before.has(name) || entry.position > this.#chains.lastPosition(entry.writer),
    )
  }

  #take(from: number, found: readonly Found[]): CircleEvent[] {
    const standing = new Map(this.#order.slice(from).map((name, at) => [name, this.#entries[from + at]]))
    const events: CircleEvent[] = []
    this.#order.length = from
    for (const entry of this.#entries.splice(from)) if ('unreadable' in entry) this.#sealed -= 1
    for (const one of found) {
      const known = standing.get(one.name)
      const entry = known ?? this.#judge(one.entry)
      this.#order.push(one.name)
      this.#entries.push(entry)
      if ('unreadable' in entry) this.#sealed += 1
      if (known !== undefined || !('event' in entry)) continue
      this.#fold.add(entry.event)
      events.push(entry.event)
    }
    return events
  }

  #rebuild(from: number, found: readonly Found[]): CircleEvent[] {
    const first = this.#order.slice(0, from).flatMap((name) => this.#found.get(name) ?? [])
    this.#fold = this.#options.createFold(this.#checked)
    this.#chains = createChains()
    this.#order = []
    return this.#take(0, [...first, ...found])
  }

  #judge(found: LogEntry): LogEntry {
    const { writer, position, size } = found
    const event = 'event' in found ? found.event : undefined
    const follows = this.#chains.take(writer, position, event)
    return event === undefined || follows ? found : { writer, position, size, refused: 'out-of-sequence' }
  }
}

/** A made-up epoch must not leave everybody waiting for its key. */
function announcedOnly(entry: LogEntry, announced: ReadonlySet<string>): LogEntry {
  if (!('unreadable' in entry) || announced.has(entry.unreadable)) return entry
  const { writer, position, size } = entry
  return { writer, position, size, refused: 'unknown-epoch' }
}

import Autobase from 'autobase'
import type Hypercore from 'hypercore'
import { EventEmitter } from 'node:events'
import { accept, refuse, type Outcome } from '../domain/refusal.ts'
import { agree, MOST_MEMBERS } from './agree.ts'
import { entryAt } from './compare-order.ts'
import { bytesOfHex, equalBytes } from './crypto.ts'
import { ScreenedBase } from './screened-base.ts'
import { BATCH_LIMIT, VALUE_LIMIT } from './size.ts'
import type { LogStore } from './store.ts'
import { storeError } from './store-error.ts'
import { createCopy, type Copy } from './whole-copy.ts'

export type CircleLogOptions = {
  readonly store: LogStore
  /** One circle, one namespace: its writer's key derives from it. */
  readonly namespace: string
  /** None: a new log, of which this device is the founder. */
  readonly baseKey?: Uint8Array
  readonly encryptionKey?: Uint8Array
  /** Ms until the founder acks; 0: never by itself. */
  readonly ackInterval?: number
}

/**
 * A log that is whole up to `length` and whose next block nobody can take, or `forked`: its writer signed two, and only
 * the one that was here first is kept. `writer` in hex.
 */
export type DamagedLog = { readonly writer: string; readonly length: number; readonly forked: boolean }

/** `came`: of a writer's log (hex), by the key at the other end, and whether out of a file. */
type LogEvents = {
  change: []
  arrived: []
  came: [writer: string, from: Uint8Array | null, file: boolean]
  fault: [error: Error]
}

const VIEW = 'events'
/** Where Autobase keeps which log is this device's own. */
const LOCAL = 'autobase/local'

/** The key under which this device will write in that namespace: a joiner names it before the base's key is known. */
export async function writerKeyOf(store: LogStore, namespace: string): Promise<Uint8Array> {
  const session = store.namespace(namespace)
  try {
    return await Autobase.getLocalKey(session)
  } finally {
    await session.close()
  }
}

/**
 * Autobase goes on with the writer that this store last wrote with in that log. Whoever comes again writes with another,
 * which they were let in with: what they said with the first would count for nobody.
 */
async function writeAs({ store, namespace, baseKey }: CircleLogOptions): Promise<void> {
  if (baseKey === undefined) return
  const session = store.namespace(namespace)
  const core = session.get({ key: Buffer.from(baseKey), active: false })
  try {
    await core.ready()
    const kept = await core.getUserData(LOCAL)
    if (kept === null) return
    const own = await writerKeyOf(store, namespace)
    if (!equalBytes(kept, own)) await core.setUserData(LOCAL, own)
  } finally {
    await core.close()
    await session.close()
  }
}

/** Throws a StoreError when the store cannot be read. */
export async function openCircleLog(options: CircleLogOptions): Promise<CircleLog> {
  await writeAs(options).catch((error: unknown) => {
    throw storeError(error, options.store.folder)
  })
  const log = new CircleLog(options)
  try {
    await log.base.ready()
    log.copy.refresh()
    return log
  } catch (error) {
    await log.close().catch(() => undefined)
    throw storeError(error, options.store.folder)
  }
}

/**
 * One circle's log: values of all its writers in one agreed order. 'change' comes after the order or a damage changed;
 * 'arrived' while a copy is coming; * 'fault' when the base closed itself, which nothing a peer sends should bring about.
 */
export class CircleLog extends EventEmitter<LogEvents> {
  readonly base: ScreenedBase
  readonly store: LogStore
  readonly copy: Copy
  #sharedTo = 0
  #moment = 0
  #fault: Error | undefined

  constructor({ store, namespace, baseKey, encryptionKey, ackInterval }: CircleLogOptions) {
    super()
    this.store = store
    this.base = new ScreenedBase(store.namespace(namespace), baseKey ?? null, {
      open: (views) => views.get(VIEW),
      apply: agree,
      update: async (_view, changes) => this.#orderChanges(changes.get(VIEW)?.shared ?? 0),
      valueEncoding: 'binary',
      wakeup: store.wakeup,
      durably: (write) => store.durably(write),
      encrypt: true,
      ...(encryptionKey === undefined ? {} : { encryptionKey }),
      ...(ackInterval === undefined ? {} : { ackInterval }),
    })
    this.copy = createCopy(
      this.base,
      () => this.emit('change'),
      () => this.emit('arrived'),
      (writer, from) => this.emit('came', writer, from, this.base.importing),
    )
    this.base.on('error', (error: Error) => {
      this.#fault = error
      this.emit('fault', error)
    })
    this.base.on('update', () => this.#changed())
    this.base.on('damaged', () => this.emit('change'))
  }

  get writerKey(): Uint8Array {
    return this.base.local.key
  }

  get baseKey(): Uint8Array {
    return this.base.key
  }

  /** What lets its holder read writers, sizes and times of the log, and seal nothing. */
  get encryptionKey(): Uint8Array {
    if (this.base.encryptionKey === null) throw new Error('the log is not open')
    return this.base.encryptionKey
  }

  get writable(): boolean {
    return this.base.writable
  }

  /** An admission would have no effect any more, for anybody. */
  get full(): boolean {
    return (this.base.system?.members ?? 0) >= MOST_MEMBERS
  }

  get view(): Hypercore {
    return this.base.view
  }

  /** Takes in all that is here. */
  async update(): Promise<void> {
    await this.base.update()
  }

  /**
   * All or none, in this order, durable when it resolves. Gives the length of this device's log after it.
   * Refuses `not-writable-yet` and `too-big`; throws a StoreError such as `disk-full`.
   */
  async append(values: readonly Uint8Array[]): Promise<Outcome<number>> {
    if (values.length === 0 || values.length > BATCH_LIMIT) throw new RangeError('an append has 1 to 16,384 values')
    // Peers would read an empty value as none.
    if (values.some((value) => value.byteLength === 0)) throw new RangeError('a value has at least one byte')
    if (values.some((value) => value.byteLength > VALUE_LIMIT)) return refuse('too-big', { limit: VALUE_LIMIT })
    await this.base.update()
    // Autobase would spin for ever on a log of its own that it cannot take in.
    if (!this.base.writable || this.base.localWriter?.idle() !== true) return refuse('not-writable-yet')
    return accept(await this.base.append([...values]).catch((error) => Promise.reject(this.#fault ?? error)))
  }

  /** What stands at that place of a writer's log; null for nothing, or where it is not here. */
  async entryAt({
    writer,
    position,
  }: {
    readonly writer: string
    readonly position: number
  }): Promise<Uint8Array | null> {
    const core = this.base.writerCore(bytesOfHex(writer))
    try {
      return (await entryAt(core, position)) ?? null
    } finally {
      await core.close()
    }
  }

  damaged(): DamagedLog[] {
    const forked = this.copy.forked()
    const damaged = new Map([...forked, ...this.base.damaged])
    return [...damaged].map(([writer, length]) => ({ writer, length, forked: forked.has(writer) }))
  }

  /** How many entries of the view, from the start, are as they were at the last call. */
  takeShared(): number {
    const shared = this.#sharedTo
    this.#sharedTo = Number.MAX_SAFE_INTEGER
    return shared
  }

  /** The order is being worked on. */
  get busy(): boolean {
    return this.base.busy
  }

  /** Another number after each change of the order. */
  get moment(): number {
    return this.#moment
  }

  async close(): Promise<void> {
    await this.copy.close()
    await this.base.close()
    this.removeAllListeners()
  }

  #orderChanges(shared: number): void {
    this.#sharedTo = Math.min(this.#sharedTo, shared)
    this.#moment += 1
  }

  #changed(): void {
    this.copy.refresh()
    this.emit('change')
  }
}

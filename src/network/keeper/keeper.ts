import HyperDHT, { type NoiseSecretStream } from 'hyperdht'
import { join } from 'node:path'
import type { Endpoint } from '../address.ts'
import { NetworkError, reasonOf } from '../network-error.ts'
import { Sockets } from '../sockets.ts'
import { callerPair, formatKeeperAddress } from './keeper-address.ts'
import { keeperIdentity, type KeeperIdentity } from './keeper-file.ts'
import { KEEPER_VERSION, sayWord } from './keeper-word.ts'
import { LetterBoxes } from './letter-boxes.ts'
import { Shelf } from './shelf.ts'

export type KeeperOptions = {
  readonly folder: string
  /** In bytes. */
  readonly limit: number
  /** Takes anybody, not only who knows its address. */
  readonly open: boolean
  /** Answers here; null: only by way of `join`. */
  readonly listen: Endpoint | null
  /** Where others reach it, if that is not where it listens. */
  readonly at: Endpoint | null
  /** Makes it reachable without a fixed place, and answers with what ends that. */
  readonly join?: (seat: KeeperSeat) => Promise<() => Promise<void>>
  readonly newSecret?: boolean
  /** Callers at once, if not as many as usual. */
  readonly most?: number
  readonly clock: () => number
  readonly onChange: () => void
}

/** A keeper as those see it who bring callers to it. */
export type KeeperSeat = {
  readonly keyPair: { readonly publicKey: Uint8Array; readonly secretKey: Uint8Array }
  readonly onStream: (stream: NoiseSecretStream) => void
}

export type KeeperState = {
  readonly address: string
  readonly open: boolean
  readonly limit: number
  /** Of the logs that it was asked to keep. */
  readonly cores: number
  readonly bytes: number
  readonly full: boolean
  /** Sealed ones, of people who ask in and those who answer them. */
  readonly letters: number
  /** Who is connected now, and how many were sent away since it started. */
  readonly callers: number
  readonly refused: number
  /** When somebody was last here, in ms; null for never. */
  readonly lastSeen: number | null
}

export type Keeper = { readonly state: () => KeeperState; readonly close: () => Promise<void> }

const MOST_CALLERS = 512

/**
 * Keeps and passes on what circles bring it, and holds the key of none: always on, and a stranger to what it keeps. It
 * has to be a process of its own, since blind-peer changes how every Hypercore of the process works.
 */
export async function openKeeper(options: KeeperOptions): Promise<Keeper> {
  const identity = await keeperIdentity(options.folder, options.newSecret === true)
  const keeper = new AlwaysOn(options, identity)
  try {
    await keeper.start()
    return { state: () => keeper.state(), close: () => keeper.close() }
  } catch (error) {
    await keeper.close().catch(() => undefined)
    throw error
  }
}

class AlwaysOn {
  readonly #options: KeeperOptions
  readonly #identity: KeeperIdentity
  readonly #keyPair: ReturnType<typeof HyperDHT.keyPair>
  readonly #shelf: Shelf
  #boxes: LetterBoxes | undefined
  readonly #sockets: Sockets
  readonly #allowed: string
  readonly #here = new Map<NoiseSecretStream, () => void>()
  readonly #leaving: (() => Promise<void>)[] = []
  #at: Endpoint | null
  #lastSeen: number | null = null
  #refused = 0
  #wasFull = false

  constructor(options: KeeperOptions, identity: KeeperIdentity) {
    this.#options = options
    this.#identity = identity
    this.#keyPair = HyperDHT.keyPair(Buffer.from(identity.seed, 'hex'))
    this.#allowed = hex(callerPair(identity.secret).publicKey)
    this.#sockets = new Sockets(this.#keyPair)
    this.#at = options.at
    const { folder, limit } = options
    this.#shelf = new Shelf(join(folder, 'kept'), this.#keyPair, limit, () => this.#changed())
  }

  async start(): Promise<void> {
    try {
      await this.#shelf.ready()
    } catch (error) {
      const code = /lock/i.test(String(error)) ? 'store-busy' : 'keeper-damaged'
      throw new NetworkError(code, { path: this.#options.folder }, error)
    }
    this.#lastSeen = await this.#shelf.lastActive()
    const { folder, clock } = this.#options
    this.#boxes = await LetterBoxes.open(join(folder, 'letters'), clock, () => this.#changed())
    const { listen, join: joinOthers } = this.#options
    if (listen !== null) await this.#listen(listen)
    if (joinOthers !== undefined) {
      this.#leaving.push(await joinOthers({ keyPair: this.#keyPair, onStream: (stream) => void this.#admit(stream) }))
    }
  }

  state(): KeeperState {
    const { open, limit } = this.#options
    const { cores, bytes, full } = this.#shelf.stock()
    const secret = open ? null : this.#identity.secret
    const address = formatKeeperAddress({ keeper: hex(this.#keyPair.publicKey), secret, at: this.#at })
    const [callers, refused, lastSeen] = [this.#here.size, this.#refused, this.#lastSeen]
    const letters = this.#boxes?.count ?? 0
    return { address, open, limit, cores, bytes, full, letters, callers, refused, lastSeen }
  }

  async close(): Promise<void> {
    for (const stream of this.#here.keys()) stream.destroy()
    for (const leave of this.#leaving) await leave()
    await this.#sockets.close()
    await this.#boxes?.close()
    await this.#shelf.close()
  }

  async #listen(at: Endpoint): Promise<void> {
    try {
      await this.#sockets.listen(at)
    } catch (error) {
      throw new NetworkError('cannot-listen', { ...at, reason: reasonOf(error) }, error)
    }
    const leave = await this.#sockets.answer({
      keyPair: this.#keyPair,
      refuses: () => this.#isFull(),
      onStream: (stream) => void this.#admit(stream),
    })
    this.#leaving.push(leave)
    const isEverywhere = at.host === '0.0.0.0'
    if (this.#at === null && !isEverywhere) this.#at = { host: at.host, port: this.#sockets.ports().port }
  }

  /** Only who knows the address has the key to call with. */
  async #admit(stream: NoiseSecretStream): Promise<void> {
    stream.on('error', () => {}) // what it died of is the caller's business
    if (!(await stream.opened)) return
    const isAllowed = this.#options.open || hex(stream.remotePublicKey) === this.#allowed
    if (!isAllowed || this.#isFull()) {
      this.#refused += 1
      stream.destroy()
      this.#changed()
      return
    }
    stream.once('close', () => {
      this.#here.delete(stream)
      this.#saw()
    })
    const say = sayWord(stream, () => ({ version: KEEPER_VERSION, full: this.#shelf.stock().full }))
    this.#here.set(stream, say)
    this.#shelf.serve(stream)
    this.#boxes?.serve(stream)
    this.#saw()
  }

  #isFull(): boolean {
    return this.#here.size >= (this.#options.most ?? MOST_CALLERS)
  }

  #saw(): void {
    this.#lastSeen = this.#options.clock()
    this.#changed()
  }

  #changed(): void {
    const { full } = this.#shelf.stock()
    if (full !== this.#wasFull) {
      this.#wasFull = full
      for (const say of this.#here.values()) say()
    }
    this.#options.onChange()
  }
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

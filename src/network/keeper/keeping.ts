import type Hypercore from 'hypercore'
import type { NoiseSecretStream } from 'hyperdht'
import type { KeeperAddress } from './keeper-address.ts'
import { openKeepThese } from './keep-these.ts'
import { hearWord, KEEPER_VERSION } from './keeper-word.ts'
import { Line, type KeeperCall } from './line.ts'
import { openMail, type Letter, type Mail } from './mail.ts'

export type KeepingParts = {
  readonly address: KeeperAddress
  readonly call: KeeperCall
  /** Speaks on this connection of the circle alone. */
  readonly replicate: (stream: NoiseSecretStream) => void
  /** All that is to be kept; asked again whenever `look` is called. */
  readonly cores: () => readonly Hypercore[]
  /** Invitations (32-byte ids) at which somebody may have left a request. */
  readonly invites: () => readonly Uint8Array[]
  readonly onRequest: (invite: Uint8Array, sealed: Uint8Array, answer: (sealed: Uint8Array) => void) => void
  readonly clock: () => number
  readonly changed: () => void
}

/** `kept` of `known` blocks that are here, as the keeper says; `lastHere` in ms, null for never since the start. */
export type KeepingState = {
  readonly connected: boolean
  readonly kept: number
  readonly known: number
  readonly full: boolean
  /** It says that it has what is missing here, and for a while handed nothing of it out. */
  readonly withholds: boolean
  /** It handed out what its writer did not sign; nothing of that was taken. */
  readonly untrue: boolean
  /** It speaks a way that is not known here. */
  readonly newer: boolean
  readonly lastHere: number | null
}

/** A keeper that has what we have, or is busy with it, needs no second word. */
const LOOK_AFTER_MS = 500
/** Longer than an honest keeper lets one wait for the next piece. */
const PATIENCE_MS = 15_000

/** One circle's things at one keeper: brought there, and fetched from there, for as long as this stands. */
export class Keeping {
  readonly #parts: KeepingParts
  readonly #line: Line
  #keepThese: ((cores: readonly { key: Uint8Array; length: number }[]) => void) | undefined
  #mail: Mail | undefined
  readonly #watched = new Set<string>()
  #looking: NodeJS.Timeout | undefined
  #keptBefore = -1
  #knownBefore = -1
  #withheld = false
  #full = false
  #untrue = false
  /** How much was here when it last became more, and when that was. */
  #came = { here: 0, at: 0 }
  readonly #listened = new Map<Hypercore, () => void>()
  #newer = false
  #lastHere: number | null = null

  constructor(parts: KeepingParts) {
    this.#parts = parts
    const { address, call } = parts
    const onStream = (stream: NoiseSecretStream) => this.#attach(stream)
    this.#line = new Line({ address, call, onStream, onHere: (stream) => this.#here(stream !== null) })
  }

  get keeper(): string {
    return this.#parts.address.keeper
  }

  /** Something is here that may not be there yet, or somebody new writes, or is invited. */
  look(): void {
    if (!this.#line.isHere || this.#looking !== undefined) return
    this.#looking = setTimeout(() => {
      this.#looking = undefined
      this.#watch()
      this.#listen()
      const lacking = this.#parts.cores().filter((core) => this.#keptOf(core) < core.length)
      const { kept, known, withholds } = this.state()
      // It is brought more of itself: a second word only where nothing moved.
      if (kept === this.#keptBefore) this.#name(lacking)
      if (kept !== this.#keptBefore || known !== this.#knownBefore || withholds !== this.#withheld)
        this.#parts.changed()
      ;[this.#keptBefore, this.#knownBefore, this.#withheld] = [kept, known, withholds]
      // What a keeper has by now it says to the logs alone, so they are looked at until it has everything.
      if ((lacking.length > 0 && !this.#full) || this.#owed() > 0) this.look()
    }, LOOK_AFTER_MS)
    this.#looking.unref()
  }

  state(): KeepingState {
    const cores = this.#parts.cores()
    const sum = (of: (core: Hypercore) => number) => cores.reduce((all, core) => all + of(core), 0)
    const connected = this.#line.isHere
    return {
      connected,
      kept: connected ? sum((core) => Math.min(this.#keptOf(core), core.length)) : 0,
      known: sum(({ length }) => length),
      full: this.#full,
      withholds: connected && this.#owed() > 0 && this.#parts.clock() - this.#came.at > PATIENCE_MS,
      untrue: this.#untrue,
      newer: this.#newer,
      lastHere: connected ? this.#parts.clock() : this.#lastHere,
    }
  }

  async close(): Promise<void> {
    clearTimeout(this.#looking)
    for (const leave of this.#listened.values()) leave()
    await this.#line.close()
  }

  #attach(stream: NoiseSecretStream): void {
    this.#parts.replicate(stream)
    hearWord(stream, ({ version, full }) => {
      this.#newer = version > KEEPER_VERSION
      this.#full = full
      this.#parts.changed()
      this.look()
    })
    this.#keepThese = openKeepThese(stream)
    const mail = openMail(stream, (letter) => this.#letter(letter, mail))
    this.#mail = mail
  }

  #here(isHere: boolean): void {
    if (isHere) {
      this.#came = { here: -1, at: this.#parts.clock() }
      this.#listen()
      this.#watched.clear()
      this.#watch()
      this.#name(this.#parts.cores())
      this.look()
    } else this.#lastHere = this.#parts.clock()
    this.#parts.changed()
  }

  /** How many pieces it says it has and are missing here. */
  #owed(): number {
    const cores = this.#parts.cores()
    const here = cores.reduce((sum, { contiguousLength }) => sum + contiguousLength, 0)
    if (here > this.#came.here) this.#came = { here, at: this.#parts.clock() }
    return cores.reduce((sum, core) => sum + Math.max(0, this.#keptOf(core) - core.contiguousLength), 0)
  }

  #listen(): void {
    for (const core of this.#parts.cores()) {
      if (this.#listened.has(core)) continue
      const onUntrue = (
        _error: Error,
        _asked: unknown,
        _given: unknown,
        from: { remotePublicKey: Uint8Array | null },
      ) => {
        if (!isKey(from.remotePublicKey, this.keeper) || this.#untrue) return
        this.#untrue = true
        this.#parts.changed()
      }
      core.on('verification-error', onUntrue)
      this.#listened.set(core, () => core.off('verification-error', onUntrue))
    }
  }

  #letter({ kind, box, bytes }: Letter, mail: Mail): void {
    if (kind === 'request')
      this.#parts.onRequest(box, bytes, (sealed) => mail.put({ kind: 'answer', box, bytes: sealed }))
  }

  #watch(): void {
    for (const invite of this.#parts.invites()) {
      const name = Buffer.from(invite).toString('hex')
      if (this.#watched.has(name)) continue
      this.#watched.add(name)
      this.#mail?.watch('request', invite)
    }
  }

  #name(cores: readonly Hypercore[]): void {
    if (cores.length > 0) this.#keepThese?.(cores.map(({ key, length }) => ({ key, length })))
  }

  /** Whole from its start up to there, as the keeper says of itself. */
  #keptOf(core: Hypercore): number {
    const theirs = core.peers.find(({ remotePublicKey }) => isKey(remotePublicKey, this.keeper))
    return theirs?.remoteContiguousLength ?? 0
  }
}

const isKey = (bytes: Uint8Array | null, hex: string): boolean =>
  bytes !== null && Buffer.from(bytes).toString('hex') === hex

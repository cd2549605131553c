import type { AutobaseSystem } from 'autobase'
import type Hypercore from 'hypercore'
import { openComparison, type Comparison } from './comparison.ts'
import type { Differences } from './compare-order.ts'
import { toHex } from './crypto.ts'
import { isForked, openForked, type ForkedWriters } from './forked.ts'
import type { ScreenedBase } from './screened-base.ts'

export type WriterCore = { readonly key: Uint8Array; readonly core: Hypercore }

export type Extent = { readonly here: number; readonly known: number }

/** Fetches in the background what a fast-forward leaves out: without it an offline copy would be a shell. */
export type Copy = {
  /** True once every block that the agreed order rests on is here: the view and all writers' logs. */
  whole(): boolean
  /** How many of the blocks that are known of are here. */
  extent(): Extent
  /** Resolves when whole; needs a peer that has the rest. */
  waitForWhole(): Promise<void>
  /** Every writer's log that is part of the order; sessions belong to the copy. */
  writerCores(): Promise<WriterCore[]>
  /** All that the order rests on, as far as it is known: the view and the writers' logs. Sessions belong to the copy. */
  cores(): Hypercore[]
  /** Writers (hex) who signed two logs, → how much of the one that was here first is kept: no more of it can come. */
  forked(): ReadonlyMap<string, number>
  /** The order that others signed has been compared with all writers' logs, as far as it goes. */
  compared(): boolean
  /** Where it is not what they wrote. Another object each time that there is more of it. */
  differences(): Differences
  /** Looks again at who writes. Cheap; runs in the background. */
  refresh(): void
  close(): Promise<void>
}

/** How often a whole copy's coming is told of: as often as a bar moves visibly. */
const STEPS = 50
/** Parts of the view that are worth a reading of their own while more of them come: each costs as much as a hundred. */
const MANY = 1024

/** Something of a writer's log (hex) has come from a peer, by its key of the connection. */
export type OnBlock = (writer: string, from: Uint8Array | null) => void

/**
 * `needed`: blocks that the order rests on; all of it where the core is made by the order itself, of which `told`, from
 * its start, have been told of.
 */
type Followed = { readonly core: Hypercore; needed: number | 'all'; told: number }

/**
 * `onView` is called when parts of the view have come, a log was found forked, or the order not what was written;
 * `onArrived` when enough has come of what is known that somebody who waits for it would see a difference.
 */
export function createCopy(base: ScreenedBase, onView: () => void, onArrived: () => void, onBlock: OnBlock): Copy {
  return new BackgroundCopy(base, onView, onArrived, onBlock)
}

class BackgroundCopy implements Copy {
  readonly #base: ScreenedBase
  readonly #onView: () => void
  readonly #onArrived: () => void
  readonly #onBlock: OnBlock
  readonly #comparison: Comparison
  readonly #forked: ForkedWriters
  readonly #followed = new Map<string, Followed>()
  readonly #waiting = new Set<() => void>()
  #members = 0
  #unlisted = true
  #looking: Promise<void> | undefined
  #again = false
  #closed = false
  #told = false
  #step = 0
  /** Blocks that have to come before it is worth counting again: counting is dear. */
  #uncounted = 0

  constructor(base: ScreenedBase, onView: () => void, onArrived: () => void, onBlock: OnBlock) {
    this.#onBlock = onBlock
    this.#onArrived = onArrived
    this.#base = base
    this.#onView = onView
    this.#comparison = openComparison(base, onView)
    this.#forked = openForked(base, onView)
    for (const news of ['fast-forward', 'reboot']) {
      base.on(news, () => {
        this.#unlisted = true
        this.#told = false
        this.refresh()
      })
    }
  }

  whole(): boolean {
    return this.#members > 0 && [...this.#followed.values()].every(({ core, needed }) => isHere(core, needed))
  }

  extent(): Extent {
    const parts = [...this.#followed.values()].map(({ core, needed }) => {
      const known = needed === 'all' ? core.length : needed
      if (core.contiguousLength >= known) return { known, here: known }
      return { known, here: core.core?.bitfield?.countSet(0, Math.min(known, core.length)) ?? 0 }
    })
    const sum = (of: (part: Extent) => number) => parts.reduce((all, part) => all + of(part), 0)
    return { here: sum(({ here }) => here), known: sum(({ known }) => known) }
  }

  waitForWhole(): Promise<void> {
    return this.whole() ? Promise.resolve() : new Promise((resolve) => void this.#waiting.add(resolve))
  }

  compared(): boolean {
    return this.whole() && this.#comparison.done()
  }

  differences(): Differences {
    return this.#comparison.differences()
  }

  async writerCores(): Promise<WriterCore[]> {
    await this.#base.update()
    this.#unlisted = true
    this.refresh()
    await this.#looking
    const followed = [...this.#followed.values()].filter(({ needed }) => needed !== 'all')
    return followed.map(({ core }) => ({ key: core.key, core }))
  }

  cores(): Hypercore[] {
    return [...this.#followed.values()].flatMap(({ core }) => (core.opened && !core.closed ? [core] : []))
  }

  forked(): ReadonlyMap<string, number> {
    return this.#forked.found()
  }

  refresh(): void {
    if (this.#closed) return
    this.#again = true
    this.#looking ??= this.#lookWhileAsked()
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#comparison.close()
    await Promise.all([...this.#followed.values()].map(({ core }) => core.close()))
    this.#followed.clear()
    this.#waiting.clear()
  }

  async #lookWhileAsked(): Promise<void> {
    while (this.#again && !this.#closed) {
      this.#again = false
      // A list that is cut while it is read: the change that cut it asks again.
      await this.#look().catch(() => (this.#unlisted = true))
    }
    this.#looking = undefined
  }

  async #look(): Promise<void> {
    await this.#base.ready()
    const { system } = this.#base
    if (system === null) return
    const { members } = system
    if (this.#unlisted || members !== this.#members) {
      this.#unlisted = false
      // Autobase reads of these while it works: where a block is missing it would wait for a peer.
      for (const { key } of [this.#base.core, this.#base.view]) await this.#follow(key, 'all')
      await this.#follow(this.#base.key, 0)
      for (const { key, length } of await listWriters(system)) await this.#follow(key, length)
      this.#members = members
    }
    this.#check()
  }

  async #follow(key: Uint8Array, needed: Followed['needed']): Promise<void> {
    const name = toHex(key)
    const known = this.#followed.get(name)
    if (known !== undefined) {
      if (known.needed !== 'all' && needed !== 'all') known.needed = Math.max(known.needed, needed)
      return
    }
    if (this.#closed) return
    const core = this.#base.store.get({ key })
    const followed: Followed = { core, needed, told: 0 }
    this.#followed.set(name, followed)
    await core.ready()
    followed.told = core.contiguousLength
    core.download({ start: 0, end: -1 })
    core.on('download', (_index: number, _bytes: number, from: { remotePublicKey: Uint8Array } | null) => {
      this.#onBlock(name, from?.remotePublicKey ?? null)
      this.#arrived(followed)
    })
    core.once('close', () => this.#reopen(name))
    if (needed !== 'all' && isForked(core)) {
      this.#forked.add(name, core.length)
      this.#onView()
    }
    if (needed === 'all') return
    // A writer that Autobase has put to sleep is woken by news of it, from whatever side they come.
    core.on('append', () => this.#base.hintWakeup([{ key, length: core.length }]))
  }

  /** A log that was found forked is closed under us: what is here of it stays. */
  #reopen(name: string): void {
    if (this.#closed) return
    this.#followed.delete(name)
    this.#unlisted = true
    this.refresh()
  }

  #arrived(followed: Followed): void {
    this.#check()
    if (followed.needed === 'all') this.#readOn(followed)
    this.#uncounted -= 1
    if (this.#uncounted > 0) return
    const { here, known } = this.extent()
    this.#uncounted = Math.min(known - here, Math.ceil(known / STEPS))
    const step = known === 0 ? 0 : Math.floor((here / known) * STEPS)
    if (step === this.#step) return
    this.#step = step
    this.#onArrived()
  }

  /** What comes after a gap can be read by nobody yet, and one by one it would be read in as many goes. */
  #readOn(followed: Followed): void {
    const { contiguousLength, length } = followed.core
    if (contiguousLength < length && contiguousLength - followed.told < MANY) return
    followed.told = contiguousLength
    this.#onView()
  }

  #check(): void {
    if (!this.whole() || this.#closed) return
    if (!this.#told) {
      this.#told = true
      this.#onView()
    }
    this.#comparison.goOn()
    for (const resolve of this.#waiting) resolve()
    this.#waiting.clear()
  }
}

/** Not from the live system, which `apply` may be rewriting. */
async function listWriters(system: AutobaseSystem): Promise<{ key: Uint8Array; length: number }[]> {
  const writers: { key: Uint8Array; length: number }[] = []
  const still = await system.checkout(system.core.length)
  try {
    for await (const { key, value } of still.list()) writers.push({ key: Buffer.from(key), length: value.length })
  } finally {
    await still.close()
  }
  return writers
}

function isHere(core: Hypercore, needed: Followed['needed']): boolean {
  const blocks = needed === 'all' ? core.length : needed
  return core.length >= blocks && core.contiguousLength >= blocks
}

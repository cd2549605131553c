import type { AutobaseSystem } from 'autobase'
import type Hypercore from 'hypercore'
import { toHex } from './crypto.ts'
import type { ScreenedBase } from './screened-base.ts'

export type WriterCore = { readonly key: Uint8Array; readonly core: Hypercore }

/** Fetches in the background what a fast-forward leaves out: without it an offline copy would be a shell. */
export type Copy = {
  /** True once every block that the agreed order rests on is here: the view and all writers' logs. */
  whole(): boolean
  /** Resolves when whole; needs a peer that has the rest. */
  waitForWhole(): Promise<void>
  /** Every writer's log that is part of the order; sessions belong to the copy. */
  writerCores(): Promise<WriterCore[]>
  /** Looks again at who writes. Cheap; runs in the background. */
  refresh(): void
  close(): Promise<void>
}

type Followed = { readonly core: Hypercore; needed: number }

export function createCopy(base: ScreenedBase): Copy {
  return new BackgroundCopy(base)
}

class BackgroundCopy implements Copy {
  readonly #base: ScreenedBase
  readonly #followed = new Map<string, Followed>()
  readonly #waiting = new Set<() => void>()
  #members = -1
  #looking: Promise<void> | undefined
  #again = false
  #closed = false

  constructor(base: ScreenedBase) {
    this.#base = base
    base.on('fast-forward', () => {
      this.#members = -1
      this.refresh()
    })
    // Reads of the order would wait for a peer if parts of these were missing.
    for (const core of [base.core, base.view]) core.download({ start: 0, end: -1 })
  }

  whole(): boolean {
    return this.#followed.size > 0 && [...this.#followed.values()].every(({ core, needed }) => isHere(core, needed))
  }

  waitForWhole(): Promise<void> {
    return this.whole() ? Promise.resolve() : new Promise((resolve) => void this.#waiting.add(resolve))
  }

  async writerCores(): Promise<WriterCore[]> {
    await this.#base.update()
    this.#members = -1
    this.refresh()
    await this.#looking
    return [...this.#followed.values()].map(({ core }) => ({ key: core.key, core }))
  }

  refresh(): void {
    if (this.#closed) return
    if (this.#looking !== undefined) {
      this.#again = true
      return
    }
    this.#looking = this.#look()
      // A list that is truncated while it is read: the update that did it asks again.
      .catch(() => undefined)
      .then(() => {
        this.#looking = undefined
        if (this.#again) {
          this.#again = false
          this.refresh()
        }
      })
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#looking
    await Promise.all([...this.#followed.values()].map(({ core }) => core.close()))
    this.#followed.clear()
    this.#waiting.clear()
  }

  async #look(): Promise<void> {
    await this.#base.ready()
    const { system } = this.#base
    if (system === null) return
    const { members } = system
    if (members !== this.#members) {
      await this.#follow(this.#base.key, 0)
      for (const { key, length } of await listWriters(system)) await this.#follow(key, length)
      this.#members = members
    }
    this.#check()
  }

  async #follow(key: Uint8Array, needed: number): Promise<void> {
    const name = toHex(key)
    const known = this.#followed.get(name)
    if (known !== undefined) {
      known.needed = Math.max(known.needed, needed)
      return
    }
    if (this.#closed) return
    const core = this.#base.store.get({ key })
    this.#followed.set(name, { core, needed })
    await core.ready()
    core.download({ start: 0, end: -1 })
    core.on('download', () => this.#check())
    // A writer that Autobase has put to sleep is woken by news of it, from whatever side they come.
    core.on('append', () => this.#base.hintWakeup([{ key, length: core.length }]))
  }

  #check(): void {
    if (!this.whole()) return
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

const isHere = (core: Hypercore, needed: number): boolean => core.length >= needed && core.contiguousLength >= needed

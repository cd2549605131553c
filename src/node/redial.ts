import type { Address } from '../network/address.ts'
import { pause } from './pause.ts'

type Redialling = {
  readonly call: (address: Address) => Promise<unknown>
  readonly isHere: (peer: string) => boolean
}

const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 60_000

/**
 * Calls those again whom somebody here had called and lost: a machine slept, a network went, a program was started anew.
 * Nobody else would, and what is said meanwhile would not come until a person calls again.
 */
export class Redial {
  readonly #parts: Redialling
  readonly #over = new AbortController()
  readonly #called = new Map<string, Address>()
  readonly #underWay = new Set<string>()

  constructor(parts: Redialling) {
    this.#parts = parts
  }

  /** Where they answered. */
  reached(address: Address): void {
    this.#called.set(address.peer, address)
  }

  /** `isWanted`, asked before each call: there is still something to speak of with them. */
  lost(peer: string, isWanted: () => boolean): void {
    if (!this.#called.has(peer) || this.#underWay.has(peer)) return
    this.#underWay.add(peer)
    void this.#again(peer, isWanted).finally(() => this.#underWay.delete(peer))
  }

  close(): void {
    this.#over.abort()
  }

  async #again(peer: string, isWanted: () => boolean): Promise<void> {
    const { call, isHere } = this.#parts
    const { signal } = this.#over
    for (let wait = FIRST_WAIT_MS; !isHere(peer); wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      await pause(wait, signal)
      const address = this.#called.get(peer)
      if (signal.aborted || address === undefined || !isWanted()) return
      if (!isHere(peer)) await call(address).catch(() => undefined)
    }
  }
}

import type { Sighting } from '../network/lan/lan.ts'

type Call = { sighting: Sighting; tries: number; timer: NodeJS.Timeout | undefined }

/** How long the one waits whose turn it is not. */
const POLITE_MS = 400
const FIRST_WAIT_MS = 500
const MOST_TRIES = 5
/** Anyone in the network can repeat what they heard, from any number of addresses. */
const MOST_CALLS = 256

/** Calls to those who were seen: each a few times with growing waits, and anew when they are seen again. */
export class Calls {
  readonly #call: (sighting: Sighting) => Promise<boolean>
  readonly #calls = new Map<string, Call>()

  /** `call` answers whether no other try is needed. */
  constructor(call: (sighting: Sighting) => Promise<boolean>) {
    this.#call = call
  }

  want(sighting: Sighting, isOurTurn: boolean): void {
    const key = `${sighting.place} ${sighting.peer} ${sighting.host}`
    const known = this.#calls.get(key)
    if (known !== undefined) known.sighting = sighting
    if (known !== undefined || this.#calls.size >= MOST_CALLS) return
    const call: Call = { sighting, tries: 0, timer: undefined }
    this.#calls.set(key, call)
    this.#later(key, call, isOurTurn ? 0 : POLITE_MS)
  }

  /** Nobody there is called any more, or not that one. */
  forget(place: string, peer?: string): void {
    for (const [key, call] of this.#calls) {
      if (call.sighting.place !== place || (peer !== undefined && call.sighting.peer !== peer)) continue
      clearTimeout(call.timer)
      this.#calls.delete(key)
    }
  }

  #later(key: string, call: Call, wait: number): void {
    call.timer = setTimeout(() => void this.#try(key, call), wait)
    call.timer.unref()
  }

  async #try(key: string, call: Call): Promise<void> {
    call.tries += 1
    const isDone = await this.#call(call.sighting)
    if (this.#calls.get(key) !== call) return
    if (isDone || call.tries >= MOST_TRIES) this.#calls.delete(key)
    else this.#later(key, call, FIRST_WAIT_MS * 2 ** call.tries)
  }
}

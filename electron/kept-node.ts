import type { MessagePortMain } from 'electron'
import type { FromNode, ToNode } from './talk.ts'

/** One life of the node's process, whichever way it is run. */
export interface NodeLife {
  readonly tell: (message: ToNode, port?: MessagePortMain) => void
  readonly onMessage: (listener: (message: FromNode) => void) => void
  /** Once, and also where it could not begin. */
  readonly onEnd: (listener: () => void) => void
  readonly kill: () => void
}

type Options = {
  readonly begin: () => NodeLife
  readonly heard: (message: FromNode) => void
  /** It ended without being asked; `again`: in so many ms it begins anew. */
  readonly died: (again: number) => void
  /** As `setTimeout`; a test has its own. */
  readonly after: (ms: number, call: () => void) => void
  readonly now: () => number
}

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 60_000
/** Whoever lived this long began well: the next wait is a short one again. */
const WELL_BEGUN_MS = 60_000
const ENDING_MS = 10_000

/**
 * The node's process, kept running: begun again when it died, later and later while it keeps dying. Pages that ask for a
 * port meanwhile get theirs when it answers. What was being written when it died was either acknowledged or is asked again
 * by the person; nothing is sent twice by itself.
 */
export class KeptNode {
  readonly #options: Options
  readonly #waiting: MessagePortMain[] = []
  #life: NodeLife | undefined
  #isReady = false
  #wait = FIRST_WAIT_MS
  #ending: (() => void) | undefined

  constructor(options: Options) {
    this.#options = options
  }

  begin(): void {
    const { begin, heard, now } = this.#options
    const began = now()
    const life = begin()
    this.#life = life
    life.onMessage((message) => {
      if (this.#life !== life) return
      if (message.type === 'ready') this.#ready(life)
      heard(message)
    })
    life.onEnd(() => {
      if (this.#life === life) this.#ended(now() - began)
    })
  }

  /** Gives a page its end of a wire to the node. */
  connect(port: MessagePortMain): void {
    if (this.#isReady) this.#life?.tell({ type: 'connect' }, port)
    else this.#waiting.push(port)
  }

  tell(message: ToNode): void {
    if (this.#isReady) this.#life?.tell(message)
  }

  /** Resolves when the process is gone; one that does not go by itself is made to. */
  async end(): Promise<void> {
    const life = this.#life
    await new Promise<void>((resolve) => {
      this.#ending = resolve
      if (life === undefined) return resolve()
      life.tell({ type: 'stop' })
      this.#options.after(ENDING_MS, () => {
        if (this.#life === life) life.kill()
      })
    })
  }

  #ready(life: NodeLife): void {
    this.#isReady = true
    for (const port of this.#waiting.splice(0)) life.tell({ type: 'connect' }, port)
  }

  #ended(lived: number): void {
    this.#life = undefined
    this.#isReady = false
    if (this.#ending !== undefined) return this.#ending()
    if (lived >= WELL_BEGUN_MS) this.#wait = FIRST_WAIT_MS
    const again = this.#wait
    this.#wait = Math.min(again * 2, LONGEST_WAIT_MS)
    this.#options.died(again)
    this.#options.after(again, () => {
      if (this.#life === undefined && this.#ending === undefined) this.begin()
    })
  }
}

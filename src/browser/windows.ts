import type { Limits } from './limits.ts'
import { newToken, tokenBook } from './token-book.ts'

/** A window that was let in: it may come and go, by its token, until it is ended. */
export type Window = {
  readonly id: string
  readonly since: number
  readonly userAgent: string
  lastSeen: number
  isEnded: boolean
  /** One call for each open socket: closes it at once. */
  readonly cuts: Set<() => void>
}
export type ShownWindow = {
  readonly window: string
  readonly since: number
  readonly userAgent: string
  readonly lastSeen: number
  readonly connected: boolean
  readonly isThis: boolean
}
type Link = { readonly until: number }

export type WindowsOptions = {
  readonly clock: () => number
  readonly chance: (size: number) => Uint8Array
  readonly limits: Limits
  /** Called when a list of the windows would look different. */
  readonly changed: () => void
}

const MINUTE = 60_000

/** Who may look at the node: those let in by a link, each by a token of its own, known to this process alone. */
export class Windows {
  readonly #options: WindowsOptions
  readonly #links = tokenBook<Link>()
  readonly #windows = tokenBook<Window>()

  constructor(options: WindowsOptions) {
    this.#options = options
  }

  /** A token that lets one window in, once. */
  newLink(): { readonly token: string; readonly until: number } {
    const { clock, chance, limits } = this.#options
    this.#forgetOldLinks()
    const open = this.#links.all()
    if (open.length >= limits.links && open[0] !== undefined) this.#links.delete(open[0])
    const token = newToken(chance)
    const link = { until: clock() + limits.linkLasts }
    this.#links.add(token, link)
    return { token, until: link.until }
  }

  /** The window's own token, for the token of a link, which is then used up; undefined for any other. */
  letIn(linkToken: string, userAgent: string): string | undefined {
    this.#forgetOldLinks()
    const link = this.#links.find(linkToken)
    if (link === undefined) return undefined
    this.#links.delete(link)
    if (!this.#makeRoom()) return undefined
    const { clock, chance, changed } = this.#options
    const token = newToken(chance)
    const now = clock()
    const id = Buffer.from(chance(8)).toString('hex')
    this.#windows.add(token, { id, since: now, userAgent, lastSeen: now, isEnded: false, cuts: new Set() })
    changed()
    return token
  }

  find(token: string): Window | undefined {
    this.#endLongAway()
    return this.#windows.find(token)
  }

  /** A socket of the window stands; call the answer when it no longer does. */
  arrived(window: Window, cut: () => void): () => void {
    window.cuts.add(cut)
    this.seen(window)
    this.#options.changed()
    return () => {
      if (!window.cuts.delete(cut)) return
      this.seen(window)
      this.#options.changed()
    }
  }

  seen(window: Window): void {
    window.lastSeen = this.#options.clock()
  }

  list(asking: string | null): ShownWindow[] {
    this.#endLongAway()
    return this.#windows.all().map(({ id, since, userAgent, lastSeen, cuts }) => ({
      window: id,
      since,
      userAgent,
      connected: cuts.size > 0,
      isThis: id === asking,
      // To the minute: a follower of this list would else make it differ by following.
      lastSeen: Math.max(since, lastSeen - (lastSeen % MINUTE)),
    }))
  }

  /** Ends one, all but the one that asks, or all: nothing more is taken from them. How many it were. */
  end(which: string, asking: string | null): number {
    const ending = this.#windows
      .all()
      .filter(({ id }) => which === 'all' || (which === 'others' ? id !== asking : id === which))
    for (const window of ending) this.#end(window)
    if (ending.length > 0) this.#options.changed()
    return ending.length
  }

  #end(window: Window): void {
    window.isEnded = true
    this.#windows.delete(window)
    for (const cut of window.cuts) cut()
    window.cuts.clear()
  }

  #makeRoom(): boolean {
    this.#endLongAway()
    const all = this.#windows.all()
    if (all.length < this.#options.limits.windows) return true
    const [away] = all.filter(({ cuts }) => cuts.size === 0).sort((one, other) => one.lastSeen - other.lastSeen)
    if (away !== undefined) this.#end(away)
    return away !== undefined
  }

  #endLongAway(): void {
    const since = this.#options.clock() - this.#options.limits.awayFor
    for (const window of this.#windows.all()) if (window.cuts.size === 0 && window.lastSeen < since) this.#end(window)
  }

  #forgetOldLinks(): void {
    const now = this.#options.clock()
    for (const link of this.#links.all()) if (link.until <= now) this.#links.delete(link)
  }
}

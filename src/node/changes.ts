import type { Change } from '../api/node-port.ts'

/** Tells everyone who listens that something may look different; several changes may reach a slow listener as one. */
export interface Changes {
  tell(circle: string | null): void
  listen(signal: AbortSignal): AsyncIterable<Change>
  /** Resolves once it holds, asked again at each change, or when the signal aborts. */
  until(holds: () => boolean, signal: AbortSignal): Promise<void>
}

export function createChanges(): Changes {
  const listeners = new Set<(circle: string | null) => void>()
  return {
    tell: (circle) => listeners.forEach((listener) => listener(circle)),
    listen: (signal) => subscription(listeners, signal),
    async until(holds, signal) {
      const news = subscription(listeners, signal)[Symbol.asyncIterator]()
      while (!holds() && !signal.aborted) await news.next()
      await news.return?.()
    },
  }
}

const nothing = (): void => undefined

/** Listens from the call on, not from the first `next`: nothing is missed between a snapshot and the wait for news. */
function subscription(listeners: Set<(circle: string | null) => void>, signal: AbortSignal): AsyncIterable<Change> {
  const waiting = new Set<string | null>()
  let wake = nothing
  const gone = new AbortController()
  const listener = (circle: string | null) => {
    waiting.add(circle)
    wake()
  }
  listeners.add(listener)
  const stop = () => {
    gone.abort()
    listeners.delete(listener)
    wake()
  }
  signal.addEventListener('abort', stop, { once: true })
  if (signal.aborted) stop()
  const news = (async function* () {
    while (!gone.signal.aborted) {
      if (waiting.size === 0) await new Promise<void>((resolve) => (wake = resolve))
      const circles = [...waiting]
      waiting.clear()
      for (const circle of circles) yield { circle }
    }
  })()
  const leave = async () => {
    stop()
    signal.removeEventListener('abort', stop)
    return news.return(undefined)
  }
  // A generator that nobody has asked yet runs no `finally`: who leaves at once would be told for ever.
  return { [Symbol.asyncIterator]: () => ({ next: async () => news.next(), return: leave }) }
}

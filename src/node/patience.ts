import { AsyncLocalStorage } from 'node:async_hooks'
import type { Outcome } from '../domain/refusal.ts'
import type { CircleLog } from '../log/circle-log.ts'

/** How long somebody waits for their own place in a circle before they are told that it has not arrived. */
export const PATIENCE_MS = 5_000

/** Who asked may go away: everything that their call brings about knows by it. */
const asking = new AsyncLocalStorage<AbortSignal | undefined>()

export const askedUntil = <T>(signal: AbortSignal | undefined, work: () => T): T => asking.run(signal, work)

export type Waiting = {
  readonly log: CircleLog
  readonly follower: { on(news: 'change', heard: () => void): unknown; off(news: 'change', heard: () => void): unknown }
  /** The circle is being closed here. */
  readonly closing: AbortSignal
  readonly ms: number
}

/**
 * Asks again at each change while all that stands against it is that this device's place in the circle, or a part of the
 * order, is still on its way: after letting somebody in, or where a newcomer skips ahead, that is a moment. Ends with
 * the refusal after `ms`, when the circle closes, or as soon as whoever asked has gone.
 */
export async function patiently<T>(ask: () => Promise<Outcome<T>>, waiting: Waiting): Promise<Outcome<T>> {
  let last = await ask()
  if (!isOnItsWay(last)) return last
  const news = listenTo(waiting)
  try {
    // Once more at the beginning: it may have come while nobody listened.
    for (let isThere = true; isThere; isThere = await news.next()) {
      last = await ask()
      if (!isOnItsWay(last)) return last
    }
    return last
  } finally {
    news.stop()
  }
}

const isOnItsWay = (outcome: Outcome<unknown>): boolean => !outcome.ok && outcome.refusal.code === 'not-writable-yet'

function listenTo({ log, follower, closing, ms }: Waiting): { next(): Promise<boolean>; stop(): void } {
  const ended = new AbortController()
  const gone = asking.getStore()
  const signals = gone === undefined ? [closing] : [closing, gone]
  let isNews = false
  let wake = () => {}
  const heard = () => {
    isNews = true
    wake()
  }
  const end = () => {
    ended.abort()
    wake()
  }
  const timer = setTimeout(end, ms)
  for (const signal of signals) signal.addEventListener('abort', end, { once: true })
  if (signals.some(({ aborted }) => aborted)) end()
  log.on('change', heard)
  log.base.on('writable', heard)
  follower.on('change', heard)
  return {
    async next() {
      if (!isNews && !ended.signal.aborted) await new Promise<void>((resolve) => (wake = resolve))
      isNews = false
      return !ended.signal.aborted
    },
    stop() {
      clearTimeout(timer)
      for (const signal of signals) signal.removeEventListener('abort', end)
      log.off('change', heard)
      log.base.off('writable', heard)
      follower.off('change', heard)
    },
  }
}

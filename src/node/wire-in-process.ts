import { once } from 'node:events'
import { whenStill } from '../log/still.ts'
import type { LogStore } from '../log/store.ts'

/** Two stores of one process, tied as by a connection: still encrypted, and no socket anywhere. */
export interface Wire {
  isCut(): boolean
  /** Resolves when nothing goes over it any more. */
  cut(): Promise<void>
}

export function wireInProcess(one: LogStore, other: LogStore): Wire {
  const ends = [one.replicate(true), other.replicate(false)] as const
  ends[0].pipe(ends[1]).pipe(ends[0])
  return {
    isCut: () => ends.some((end) => end.destroyed),
    async cut() {
      const closed = ends.filter((end) => !end.closed).map((end) => once(end, 'close'))
      for (const end of ends) end.destroy()
      await Promise.all(closed)
      for (const store of [one, other]) await whenStill(store)
    },
  }
}

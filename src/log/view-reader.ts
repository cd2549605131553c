import type Hypercore from 'hypercore'
import type { CircleLog } from './circle-log.ts'
import type { SavedReading } from './saved-reading.ts'
import type { LogEntry } from './view-entry.ts'

/**
 * From place `from` on: what was `saved` of it, then `blocks`; not `complete` where some of the view is still to come from a
 * peer. `moment`: the log's, of which it tells.
 */
export type ViewRead = {
  readonly from: number
  readonly saved: readonly LogEntry[]
  readonly blocks: readonly Uint8Array[]
  readonly complete: boolean
  readonly moment: number
}

const AT_ONCE = 512

/**
 * What follows the first `known` places, or less of them where the order changed. One moment's view: while Autobase
 * works on the order, its parts do not fit each other. Throws when the log closes.
 */
export async function readView(log: CircleLog, known: number, saving?: SavedReading): Promise<ViewRead> {
  let from = known
  for (;;) {
    await log.update()
    if (log.base.closing !== null) throw new Error('the log is closing')
    if (log.busy) continue
    from = Math.min(from, log.takeShared())
    const { moment } = log
    const view = log.view.snapshot()
    try {
      await view.ready()
      if (log.moment !== moment) continue
      const saved = from === 0 ? ((await saving?.fitting(view)) ?? []) : []
      const first = from + saved.length
      const blocks: Uint8Array[] = []
      while (first + blocks.length < view.length) {
        const next = range(first + blocks.length, Math.min(first + blocks.length + AT_ONCE, view.length))
        const got = await readUntilMissing(view, next)
        blocks.push(...got)
        if (got.length < next.length) return { from, saved, blocks, complete: false, moment }
      }
      return { from, saved, blocks, complete: true, moment }
    } finally {
      await view.close()
    }
  }
}

/** The first by itself: while a copy comes, most readings end there, and what lies behind would be read in vain. */
async function readUntilMissing(view: Hypercore, [first = 0, ...others]: readonly number[]): Promise<Uint8Array[]> {
  const read = (index: number) => view.get(index, { wait: false })
  const block = await read(first)
  if (block === null) return []
  const got = [block, ...(await Promise.all(others.map(read)))]
  const missing = got.indexOf(null)
  return got.slice(0, missing === -1 ? got.length : missing).filter((one) => one !== null)
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index)

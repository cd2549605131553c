import type Corestore from 'corestore'
import { finished } from 'node:stream/promises'
import type { CircleLog } from './circle-log.ts'
import { toHex } from './crypto.ts'
import { isForked } from './forked.ts'

/** What an import brought: blocks that were not here before, and the writers they are of (hex). */
export type Imported = {
  readonly blocks: number
  readonly writers: readonly string[]
  /** Writers (hex) of whom it holds only what comes after something that is not here. */
  readonly apart: readonly string[]
}

/** Of one writer's log, `from` up to but without `to`. */
export type OfferedLog = { readonly key: Uint8Array; readonly from: number; readonly to: number }

/** Whoever waits hears how many blocks have come, and may stop it. */
type Watch = {
  readonly signal?: AbortSignal | undefined
  readonly tell?: ((done: number, of: number) => void) | undefined
}

/**
 * Takes over writers' logs out of a throw-away store in which each block has been proven to be of its core. Logs that
 * this circle's order does not call for are left. Writes no event. Resolves when all is here and in the order.
 * Throws with the code `stopped` where its signal says so; what has come by then stays, and is proved like the rest.
 */
export async function importCores(
  log: CircleLog,
  from: Corestore,
  logs: readonly OfferedLog[],
  watch: Watch = {},
): Promise<Imported> {
  const offered = new Map(logs.map((one) => [toHex(one.key), one]))
  const [ours, theirs] = [log.store.replicate(true), from.replicate(false)]
  theirs.on('error', () => undefined)
  ours.pipe(theirs).pipe(ours)
  log.base.importing = true
  const before = new Map((await log.copy.writerCores()).map(({ key, core }) => [toHex(key), core.contiguousLength]))
  const writers = new Map<string, number>()
  const apart: string[] = []
  const of = logs.reduce((sum, one) => sum + one.to - one.from, 0)
  const came = { blocks: 0 }
  const onBlock = () => watch.tell?.(Math.min(of, (came.blocks += 1)), of)
  try {
    // Blocks of one log admit the writer of another, so each round may call for more.
    for (let called = await calledFor(log, offered, writers); called.length > 0;) {
      for (const [name, one] of called) {
        if (watch.signal?.aborted === true) throw new Stopped('somebody stopped it')
        const here = await fetchAll(log, from, one, { signal: watch.signal, onBlock })
        writers.set(name, here - (before.get(name) ?? 0))
        if (here < one.from) apart.push(name)
      }
      await log.update()
      called = await calledFor(log, offered, writers)
    }
  } finally {
    log.base.importing = false
    const ended = [ours, theirs].map((stream) => finished(stream).catch(() => undefined))
    ours.destroy()
    theirs.destroy()
    await Promise.all(ended)
  }
  const brought = [...writers].filter(([, blocks]) => blocks > 0)
  const blocks = brought.reduce((sum, [, count]) => sum + count, 0)
  return { blocks, writers: brought.map(([name]) => name), apart }
}

async function calledFor(
  log: CircleLog,
  offered: ReadonlyMap<string, OfferedLog>,
  done: ReadonlyMap<string, number>,
): Promise<[string, OfferedLog][]> {
  const called = (await log.copy.writerCores()).map(({ key }) => toHex(key))
  return [...offered].filter(([name]) => called.includes(name) && !done.has(name))
}

/** How many of its blocks are here then. */
async function fetchAll(
  log: CircleLog,
  from: Corestore,
  { key, from: start, to: end }: OfferedLog,
  { signal, onBlock }: { signal: AbortSignal | undefined; onBlock: () => void },
): Promise<number> {
  const [here, there] = [log.base.store.get({ key }), from.get({ key })]
  try {
    await Promise.all([here.ready(), there.ready()])
    // What comes after a gap is left: nobody could say when the gap is filled.
    const next = Math.max(start, here.contiguousLength)
    if (end > next && start <= here.contiguousLength && !isForked(here) && (await there.has(next, end))) {
      const fetched = here.download({ start: next, end }).done()
      here.on('download', onBlock)
      // A log that is found forked is closed under us.
      await Promise.race([fetched, new Promise((resolve) => here.once('close', resolve)), whenStopped(signal)])
      here.off('download', onBlock)
      log.base.hintWakeup([{ key, length: here.length }])
    }
    return here.contiguousLength
  } finally {
    await Promise.all([here.close(), there.close()])
  }
}

class Stopped extends Error {
  readonly code = 'stopped'
}

function whenStopped(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true }))
}

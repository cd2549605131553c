import type Corestore from 'corestore'
import { finished } from 'node:stream/promises'
import type { CircleLog } from './circle-log.ts'
import { toHex } from './crypto.ts'
import { isForked } from './forked.ts'

/** What an import brought: blocks that were not here before, and the writers they are of (hex). */
export type Imported = { readonly blocks: number; readonly writers: readonly string[] }

/**
 * Takes over writers' logs out of a throw-away store in which each block has been proven to be of its core. Logs that
 * this circle's order does not call for are left. Writes no event. Resolves when all is here and in the order.
 */
export async function importCores(log: CircleLog, from: Corestore, keys: readonly Uint8Array[]): Promise<Imported> {
  const offered = new Map(keys.map((key) => [toHex(key), key]))
  const [ours, theirs] = [log.store.replicate(true), from.replicate(false)]
  theirs.on('error', () => undefined)
  ours.pipe(theirs).pipe(ours)
  log.base.importing = true
  const before = new Map((await log.copy.writerCores()).map(({ key, core }) => [toHex(key), core.contiguousLength]))
  const writers = new Map<string, number>()
  try {
    // Blocks of one log admit the writer of another, so each round may call for more.
    for (let called = await calledFor(log, offered, writers); called.length > 0;) {
      for (const [name, key] of called) writers.set(name, (await fetchAll(log, from, key)) - (before.get(name) ?? 0))
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
  return { blocks: brought.reduce((sum, [, blocks]) => sum + blocks, 0), writers: brought.map(([name]) => name) }
}

async function calledFor(
  log: CircleLog,
  offered: ReadonlyMap<string, Uint8Array>,
  done: ReadonlyMap<string, number>,
): Promise<[string, Uint8Array][]> {
  const called = (await log.copy.writerCores()).map(({ key }) => toHex(key))
  return [...offered].filter(([name]) => called.includes(name) && !done.has(name))
}

/** How many of its blocks are here then. */
async function fetchAll(log: CircleLog, from: Corestore, key: Uint8Array): Promise<number> {
  const [here, there] = [log.base.store.get({ key }), from.get({ key })]
  try {
    await Promise.all([here.ready(), there.ready()])
    if (there.length > here.contiguousLength && !isForked(here)) {
      const fetched = here.download({ start: here.contiguousLength, end: there.length }).done()
      // A log that is found forked is closed under us.
      await Promise.race([fetched, new Promise((resolve) => here.once('close', resolve))])
      log.base.hintWakeup([{ key, length: here.length }])
    }
    return here.contiguousLength
  } finally {
    await Promise.all([here.close(), there.close()])
  }
}

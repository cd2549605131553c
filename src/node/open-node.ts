import { accept, type Outcome } from '../domain/refusal.ts'
import { openStore } from '../log/store.ts'
import { startAlarm } from './alarm.ts'
import { moveIn, mustNotOpen, storeFolder } from './data-folder.ts'
import { RunningNode } from './node.ts'
import type { NodeOptions } from './node-options.ts'
import { realPace } from './practice/pace.ts'
import { openProfile } from './profile.ts'
import { keepCarrying } from './statements/carrying.ts'
import { keepYoungSpaceSmall } from './young-space.ts'

/** Opens the node of a data folder; makes the folder where there is none. */
export async function openNode(options: NodeOptions): Promise<Outcome<RunningNode>> {
  const tied = { folder: options.folder, machine: options.machine ?? null }
  const before = await mustNotOpen(tied)
  if (before !== null) return { ok: false, refusal: before }
  keepYoungSpaceSmall()
  // Before the store: a profile that cannot be read leaves it untouched.
  const profile = await openProfile(options.folder)
  if (!profile.ok && profile.refusal.code !== 'no-profile') return profile
  const storeOptions = options.primaryKey === undefined ? {} : { primaryKey: options.primaryKey }
  const store = await openStore(await storeFolder(options.folder), storeOptions)
  const node = new RunningNode(options, store)
  try {
    const refused = await node.start()
    if (refused === null) await moveIn(tied)
    if (refused === null) {
      node.closesFirst(keepCarrying(node, (what, error) => options.warn(`${what}: ${String(error)}`)))
      const circles = () => node.sessions().map(({ circle }) => circle)
      const { clock, alarm: pace = realPace } = options
      node.closesFirst(startAlarm({ circles, changes: node.changes, clock, pace }))
      return accept(node)
    }
    await node.close()
    return { ok: false, refusal: refused }
  } catch (error) {
    // What is left open would hold the folder for as long as this process lives.
    await node.close().catch(() => undefined)
    throw error
  }
}

import { refuse, type Outcome } from '../domain/refusal.ts'
import type { Join } from './invitation/join.ts'
import type { RunningNode } from './node.ts'

/**
 * Waits for a circle no more; what has come of one that let this person in and is not here yet goes from this device.
 * Refusals: `already-done` once it is here, and why it was refused.
 */
export async function giveUp(node: RunningNode, join: Join): Promise<Outcome<Join>> {
  const joining = node.joining()
  if (!joining.ok) return joining
  const { circle } = join.invite
  const find = () => node.sessions().find((one) => one.circle.id === circle && one.keys().namespace === join.namespace)
  if (find()?.belongs() === true) return refuse('already-done')
  // First the word, so that nothing opens the circle again meanwhile; it may have been opened while that was written.
  const given = await joining.value.cancel(join.request)
  const coming = find()
  if (given.ok && coming !== undefined) await node.forget(coming.circle.id)
  return given
}

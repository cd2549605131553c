import type { NodePort, OutputOf } from '../src/api/node-port.ts'
import type { procedures } from '../src/api/contract.ts'
import type { Waiting } from './talk.ts'

type Item = OutputOf<typeof procedures.home.show>['waiting'][number]

/** Calls `tell` with what waits for the person and did not when it was last looked at; never with what was there at first. */
export async function followWhatWaits(
  node: NodePort,
  tell: (items: readonly Waiting[]) => void,
  signal: AbortSignal,
): Promise<void> {
  let known = await waitingNow(node)
  const changes = node.changes(signal)[Symbol.asyncIterator]()
  while ((await changes.next()).done !== true) {
    const now = await waitingNow(node)
    const fresh = [...now].filter(([key]) => !known.has(key)).map(([, item]) => item)
    known = now
    if (fresh.length > 0) tell(fresh.map(({ circleName, title }) => ({ circle: circleName, title })))
  }
}

async function waitingNow(node: NodePort): Promise<ReadonlyMap<string, Item>> {
  const home = await node.home.show({}, { isAgain: true })
  // A practice is played at the screen; nobody is called to it.
  const items = home.ok ? home.value.waiting.filter(({ practice }) => practice === null) : []
  return new Map(items.map((item) => [keyOf(item), item]))
}

const keyOf = ({ circle, kind, proposal, agreement, driver, role, selection, review, meeting, action, guest }: Item) =>
  JSON.stringify([circle, kind, proposal, agreement, driver, role, selection, review, meeting, action, guest])

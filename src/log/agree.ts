import type { ApplyHost, ApplyNode } from 'autobase'
import type Hypercore from 'hypercore'
import { encodeEntry } from './view-entry.ts'

/** The one kind with effect: 0x01 ‖ 32-byte writer key. All else is opaque. Frozen for the life of a log. */
const ADMIT = 1
const ADMIT_SIZE = 33
/** Writers of a circle for all its time: nobody is ever taken out of the order. */
export const MOST_MEMBERS = 256

export function admitBlock(writer: Uint8Array): Uint8Array {
  if (writer.byteLength !== ADMIT_SIZE - 1) throw new TypeError('a writer key has 32 bytes')
  return Buffer.concat([Buffer.from([ADMIT]), writer])
}

/**
 * Keeps the agreed order and admits writers; nothing else. Runs alike on every peer, so it reads no clock, no chance
 * and nothing outside `nodes` and `host`. A throw here would close the circle on every peer, again at every start.
 */
export async function agree(nodes: ApplyNode[], view: Hypercore, host: ApplyHost): Promise<void> {
  const entries: Uint8Array[] = []
  for (const node of nodes) {
    if (node.value === null || node.value.byteLength === 0) continue
    if (isAdmission(node.value)) await admit(node.value.subarray(1), host)
    else entries.push(encodeEntry(node.from.key, node.length, node.value))
  }
  if (entries.length > 0) await view.append(entries)
}

/** Also where it had no effect: nothing of it stands in the order. */
export const isAdmission = (value: Uint8Array): boolean => value[0] === ADMIT && value.byteLength === ADMIT_SIZE

/** An admission that names somebody already known could demote the founder, or bring back the removed: skipped. */
async function admit(writer: Uint8Array, host: ApplyHost): Promise<void> {
  if (host.system.members >= MOST_MEMBERS) return
  if ((await host.system.get(writer)) !== null) return
  await host.addWriter(Buffer.from(writer), { indexer: false })
}

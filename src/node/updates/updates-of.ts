import type { Duplex } from 'node:stream'
import { nameOf } from '../../domain/members/queries.ts'
import type { CircleSession } from '../circle-session.ts'
import type { RunningNode } from '../node.ts'
import { OWN, RELEASE } from './release.ts'
import { Updates } from './updates.ts'

const known = new WeakMap<RunningNode, Updates>()

/** The updates that a node knows of. */
export function updatesOf(node: RunningNode): Updates {
  const { folder, updates } = node.options
  const { release, own } = updates ?? { release: RELEASE, own: OWN }
  const made = known.get(node) ?? new Updates({ folder, release, own, changed: () => node.changes.tell(null) })
  known.set(node, made)
  return made
}

/** Whoever is of a circle may be handed an update, and hand one over. */
export function metMember(node: RunningNode, stream: Duplex, { circle }: CircleSession, device: string): void {
  const person = circle.devices.get(device)?.bindings[0]?.person
  if (person === undefined) return
  const told = (error: unknown) => node.options.warn(`updates cannot be shared: ${String(error)}`)
  updatesOf(node)
    .met(stream, { person, name: nameOf(circle, person) })
    .catch(told)
}

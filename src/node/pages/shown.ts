import { newest, type Stamp } from '../../domain/causality.ts'
import { byCodeUnit } from '../../domain/canonical.ts'
import type { Circle } from '../../domain/circle.ts'
import { nameOf } from '../../domain/members/queries.ts'

/** The newest events of a circle: what somebody who looks at it now has seen. */
export function headsOf(circle: Circle): string[] {
  const latest = [...circle.latest.values()].map((stamp): { stamp: Stamp } => ({ stamp }))
  return newest(latest)
    .map(({ stamp }) => stamp.id)
    .sort(byCodeUnit)
}

/** Opaque for clients: handed out with what is shown, handed back with what the person then does. */
export const asOfText = (circle: Circle): string => headsOf(circle).join('.')

/** The events that a token stands for; undefined for one that this circle never gave out. */
export function readAsOf(circle: Circle, text: string): string[] | undefined {
  const ids = text.split('.')
  return ids.every((id) => circle.counted.has(id)) ? ids : undefined
}

export const timeOf = (circle: Circle, event: string): number => circle.counted.get(event)?.at ?? 0

/** Names of everyone a page speaks of. */
export function namesOf(circle: Circle): Record<string, string> {
  return Object.fromEntries([...circle.members.keys()].map((person) => [person, nameOf(circle, person)]))
}

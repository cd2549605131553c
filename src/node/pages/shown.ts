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

/**
 * What a person may have been looking at, what counts most first. A client that does not know which circle a command is
 * about hands back the tokens of all, with `|` between them, and `*` at their end: of a circle that it never showed, all
 * that is here. None: the token is no token of this circle.
 */
export function lookedAt(circle: Circle, asOf: string | undefined): string[][] {
  if (asOf === undefined) return [headsOf(circle)]
  const tokens = asOf.split('|')
  const [shown] = tokens.flatMap((token) => (token === '*' ? [] : [readAsOf(circle, token) ?? []])).filter(isSome)
  return [shown ?? [], tokens.includes('*') ? headsOf(circle) : []].filter(isSome)
}

const isSome = (ids: readonly string[]) => ids.length > 0

export const timeOf = (circle: Circle, event: string): number => circle.counted.get(event)?.at ?? 0

/** Names of everyone a page speaks of. */
export function namesOf(circle: Circle): Record<string, string> {
  return Object.fromEntries([...circle.members.keys()].map((person) => [person, nameOf(circle, person)]))
}

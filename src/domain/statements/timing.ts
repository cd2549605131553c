import type { Circle } from '../circle.ts'
import type { Body } from '../events.ts'
import { seatOfRole } from '../links/effects.ts'
import type { Effect } from '../proposals/effect.ts'
import { LATEST_ISSUED } from './statement.ts'

/**
 * [Q12] When a program says that it closes a round; `now` is its clock, all are milliseconds since 1970. Between circles the
 * order of agreements is known by these times alone. So one that others hear of is later than every other of that kind that is
 * known here, and no earlier than most of those say who consented: a clock that is wrong once leaves no later word unheard.
 */
export function closedAt(circle: Circle, { version, consents }: Body<'round.closed'>, now: number): number {
  if (!isHeardElsewhere(circle.versions.get(version)?.content.effect ?? null)) return now
  const others = [...circle.closes.values()].filter(
    ({ problem, effect }) => problem === null && isHeardElsewhere(effect),
  )
  const before = others.map(({ at }) => at + 1)
  const said = consents.flatMap(({ response }) => circle.counted.get(response)?.at ?? []).sort((a, b) => a - b)
  const most = said[Math.floor((said.length - 1) / 2)] ?? now
  return Math.min(Math.max(now, most, ...before), LATEST_ISSUED)
}

/** What a statement is made of: about a link, who sits for it or belongs no more, an objection or an answer. */
function isHeardElsewhere(effect: Effect | null): boolean {
  if (effect?.kind === 'seat') return seatOfRole(effect.role) !== null
  return effect !== null && ['link', 'unlink', 'remove', 'objects', 'answers'].includes(effect.kind)
}

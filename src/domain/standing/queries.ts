import { byCodeUnit } from '../canonical.ts'
import { EVERYTHING, inPast, saw, type Past } from '../causality.ts'
import type { Circle } from '../circle.ts'
import { effectIn, inEffect } from '../proposals/slots.ts'
import { lastSaid } from '../story.ts'

export type CircleState = 'forming' | 'active' | 'dormant' | 'closed'

/** [M1] A circle is forming until its first valid agreement; then it works, until an agreement says otherwise ([C4]). */
export function circleState(circle: Circle, past: Past = EVERYTHING): CircleState {
  if (!circle.adoptions.some((close) => past.has(close.stamp))) return 'forming'
  const effect = effectIn(circle, 'state', past, 'state')
  if (effect === null) return 'active'
  return effect.state === 'dormant' && isWoken(circle, past) ? 'active' : effect.state
}

/** [C5] Whether any member may wake it. */
export function anyoneWakes(circle: Circle, past: Past): boolean {
  return circleState(circle, past) === 'dormant' && effectIn(circle, 'state', past, 'state')?.anyoneWakes === true
}

/** [C5] Woken by somebody who knew that it rests. */
function isWoken(circle: Circle, past: Past): boolean {
  const close = inEffect(circle.slots.get('state'), past)
  return close !== null && inPast(past, circle.standing.woken).some((one) => saw(one.stamp, close.stamp))
}

export interface Kin {
  readonly circle: string
  readonly name: string
  readonly as: 'parent' | 'sub-circle'
  readonly agreement: string | null
  /** Who told so. */
  readonly person: string
  readonly event: string
}

/** [X5] The circles that this one is part of, or that are part of it, as those who belong to both told last. */
export function kinOf(circle: Circle): Kin[] {
  const told = [...circle.standing.told.values()].flatMap((words) => lastSaid(circle, words) ?? [])
  return told
    .flatMap(({ id, person, other, name, as, agreement }) =>
      as === 'nothing' ? [] : [{ circle: other, name, as, agreement, person, event: id }],
    )
    .sort((a, b) => byCodeUnit(a.circle, b.circle))
}

/** For the state hash. */
export function standingMeaning(circle: Circle) {
  return { state: circleState(circle), kin: kinOf(circle).map(({ event }) => event) }
}

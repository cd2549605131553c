import { byCodeUnit } from '../canonical.ts'
import { EVERYTHING, inPast, saw, type Past, type Stamp } from '../causality.ts'
import type { Circle } from '../circle.ts'
import { effectIn, inEffect } from '../proposals/slots.ts'
import { lastSaid } from '../story.ts'
import { adoptsSlot } from './effects.ts'

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

/**
 * [X5] The circles that this one is part of, or that are part of it, as those who belong to both told last. Nobody's word that
 * did not know of it keeps a part that this circle itself has put an end to.
 */
export function kinOf(circle: Circle): Kin[] {
  const told = [...circle.standing.told.values()].flatMap((words) => lastSaid(circle, words) ?? [])
  return told
    .flatMap(({ id, person, stamp, other, name, as, agreement }) =>
      as === 'nothing' || (as === 'sub-circle' && endsOf(circle, other, agreement).some((end) => !saw(stamp, end)))
        ? []
        : [{ circle: other, name, as, agreement, person, event: id }],
    )
    .sort((a, b) => byCodeUnit(a.circle, b.circle))
}

/** The ends of what this circle agreed about a part of it. */
function endsOf(circle: Circle, other: string, agreement: string | null): Stamp[] {
  const proposal = circle.agreements.get(agreement ?? '')?.proposal
  const slots = [circle.slots.get(adoptsSlot(other)), circle.proposals.get(proposal ?? '')?.slot]
  return slots.flatMap((slot) => {
    const close = inEffect(slot, EVERYTHING)
    return close?.effect?.kind === 'end' ? [close.stamp] : []
  })
}

/** For the state hash. */
export function standingMeaning(circle: Circle) {
  return { state: circleState(circle), kin: kinOf(circle).map(({ event }) => event) }
}

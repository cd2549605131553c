import type { Circle } from '../circle.ts'
import { slotOfEffect } from './effects.ts'
import type { VersionContent } from './events.ts'

/**
 * [A6] D2.4: a slot is what only one agreement can hold at a time: a seat, one of the circle's ways, its purpose; else what a
 * proposal and all that would change its agreement are about. Never two agreements in force in one slot, and of each
 * person one standing word in it.
 */
export function slotFor(circle: Circle, proposal: string, { effect, changes }: VersionContent): string {
  const own = slotOfEffect(effect)
  if (own !== null) return own
  const changed = changes === null ? undefined : circle.agreements.get(changes)
  return circle.proposals.get(changed?.proposal ?? '')?.slot.id ?? proposal
}

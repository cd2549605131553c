import type { Circle, CloseRecord, SlotRecord } from '../circle.ts'
import { byCodeUnit } from '../canonical.ts'
import { inPast, newest, saw, type Past } from '../causality.ts'
import type { VersionContent } from './events.ts'
import type { Effect, EffectOf } from './effect.ts'
import { slotOfEffect } from './effects.ts'
import { isAllAfter, wordsCitedIn } from './cited.ts'

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

export function slotOf(circle: Circle, id: string): SlotRecord {
  const known = circle.slots.get(id)
  if (known !== undefined) return known
  const slot: SlotRecord = { id, responses: [], closes: [] }
  circle.slots.set(id, slot)
  return slot
}

/**
 * [A7] The close on which a slot stands in a past: the newest; of several made apart, the one that row 8 puts last;
 * where it puts none, what they were all built on goes on. Null where nothing was ever agreed.
 */
export function inEffect(slot: SlotRecord | undefined, past: Past): CloseRecord | null {
  const valid = inPast(past, slot?.closes ?? []).filter((close) => close.problem === null)
  return standingIn(valid)
}

/** The effect of a slot in a past: null where nothing stands there, or what stood has ended. */
export function effectIn<K extends Effect['kind']>(
  circle: Circle,
  slot: string,
  past: Past,
  kind: K,
): EffectOf<K> | null {
  const close = inEffect(circle.slots.get(slot), past)
  const effect = circle.versions.get(close?.version ?? '')?.content.effect ?? null
  return effect?.kind === kind ? (effect as EffectOf<K>) : null
}

function standingIn(closes: readonly CloseRecord[]): CloseRecord | null {
  const heads = newest(closes)
  if (heads.length === 0) return null
  const [first, ...others] = [...heads].sort((a, b) => byCodeUnit(a.id, b.id))
  if (first !== undefined && others.every((one) => one.agreement === first.agreement)) return first
  const last = heads.filter((one) =>
    heads.every((other) => one === other || isAllAfter(wordsCitedIn([one]), wordsCitedIn([other]))),
  )
  if (last[0] !== undefined) return last[0]
  return standingIn(closes.filter((close) => heads.every((head) => head !== close && saw(head.stamp, close.stamp))))
}

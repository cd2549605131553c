import type { Circle, CloseRecord, SlotRecord } from '../circle.ts'
import { byCodeUnit } from '../canonical.ts'
import { inPast, newest, saw, type Past } from '../causality.ts'
import type { Effect, EffectOf } from './effect.ts'
import { isAllAfter, wordsCitedIn } from './cited.ts'

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
  const effect = inEffect(circle.slots.get(slot), past)?.effect
  return effect?.kind === kind ? (effect as EffectOf<K>) : null
}

/** [H5] The newest agreements of a slot where they were made apart and none is the later: the circle has to say more. */
export function undecidedIn(slot: SlotRecord | undefined, past: Past): CloseRecord[] {
  const valid = inPast(past, slot?.closes ?? []).filter((close) => close.problem === null)
  const heads = newest(valid)
  const standing = standingIn(valid)
  return heads.some((head) => head === standing) ? [] : heads.sort((a, b) => byCodeUnit(a.id, b.id))
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

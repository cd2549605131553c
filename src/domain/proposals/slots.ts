import type { Circle, CloseRecord, SlotRecord } from '../circle.ts'
import { byCodeUnit } from '../canonical.ts'
import { inPast, saw, type Past } from '../causality.ts'
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
  const heads = newestOf(agreedIn(valid))
  const standing = standingIn(valid)
  if (heads.some(([first]) => first === standing)) return []
  return heads.flatMap(([first]) => first ?? []).sort((a, b) => byCodeUnit(a.id, b.id))
}

/** One agreement, with its certificates: never none, sorted by id. */
type Agreed = readonly CloseRecord[]

/** Whether anybody who closed the one knew of the other: of one certificate of it, which is knowing the agreement. */
export function knewOf(one: Agreed, other: Agreed): boolean {
  return one.some((close) => other.some(({ stamp }) => close.stamp !== stamp && saw(close.stamp, stamp)))
}

/**
 * D3 row 8: of two agreements made apart, whether everyone in both gave the word cited here after the word cited there. The
 * same words twice are one commitment: the first by id carries it.
 */
export function isLater(one: Agreed, other: Agreed): boolean {
  const [words, others] = [wordsCitedIn(one), wordsCitedIn(other)]
  if (isAllAfter(words, others)) return true
  const [a, b] = [one[0], other[0]]
  if (a === undefined || b === undefined || a.version !== b.version) return false
  return byCodeUnit(a.agreement, b.agreement) < 0 && !isAllAfter(others, words)
}

function standingIn(closes: readonly CloseRecord[]): CloseRecord | null {
  const agreements = agreedIn(closes)
  const heads = newestOf(agreements)
  if (heads.length === 0) return null
  const last = heads.find((one) => heads.every((other) => one === other || isLater(one, other)))
  if (last !== undefined) return last[0] ?? null
  const before = agreements.filter((one) => !heads.includes(one) && heads.every((head) => knewOf(head, one)))
  return standingIn(before.flat())
}

function agreedIn(closes: readonly CloseRecord[]): Agreed[] {
  const found = new Map<string, CloseRecord[]>()
  for (const close of closes) {
    const known = found.get(close.agreement)
    if (known === undefined) found.set(close.agreement, [close])
    else known.push(close)
  }
  return [...found.values()].map((one) => one.sort((a, b) => byCodeUnit(a.id, b.id)))
}

/** The agreements that no other was made knowing of; all of them where each was made knowing of one, in a circle. */
function newestOf(agreements: readonly Agreed[]): readonly Agreed[] {
  const heads = agreements.filter(
    (one) => !agreements.some((other) => other !== one && knewOf(other, one) && !knewOf(one, other)),
  )
  return heads.length > 0 ? heads : agreements
}

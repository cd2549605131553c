import { z } from 'zod'
import { Name, Words } from '../words.ts'

/**
 * [W1] The circle's own ways: what the rules of this program read from the circle's agreements. Each rule is one slot;
 * where nothing was agreed, or what was agreed has ended, the default of merging.md holds.
 */
export const Way = z.discriminatedUnion('rule', [
  /** How long role-holders are selected for, and when agreements are looked at again, unless somebody says otherwise. */
  z.strictObject({ rule: z.literal('terms'), months: z.int().min(1).max(120) }),
  /** [R9] After how many days somebody's silence in a round counts, wherever its opener says so. Without it it never does. */
  z.strictObject({ rule: z.literal('absentee'), days: z.int().min(1).max(365) }),
  /** [R9] Lazy consent: the same with days of its own, for the matters that it names. */
  z.strictObject({ rule: z.literal('lazy'), days: z.int().min(1).max(365), matters: Words }),
  /** [W3] What becomes of two whom the circle would send away, each apart and by the other's consent. */
  z.strictObject({ rule: z.literal('mutual-removal'), outcome: z.literal('both-suspended') }),
  /** [V2] Words spoken in a room stand as the answer of whoever said them, where so many others witnessed them. */
  z.strictObject({ rule: z.literal('spoken-words'), witnesses: z.int().min(2).max(16) }),
  /** [W5] An objection may be tested by the others, against what the circle says an objection is. */
  z.strictObject({ rule: z.literal('qualifying'), criteria: z.array(Words).min(1).max(12) }),
  /** [W6] A circle of representatives: whom it is made of, and how many at most. */
  z.strictObject({ rule: z.literal('representatives'), of: Words, most: z.int().min(2).max(100) }),
  /** [W7] A circle that stands for an organisation which keeps its own tools: what of it shows here. */
  z.strictObject({ rule: z.literal('mirror'), of: Name, shows: z.array(Words).min(1).max(32) }),
])
export type Way = z.infer<typeof Way>
export type WayOf<R extends Way['rule']> = Extract<Way, { readonly rule: R }>

const SLOT = 'way:'

/** Each rule is one slot. */
export const waySlot = (rule: Way['rule']): string => SLOT + rule
export const isWaySlot = (slot: string): boolean => slot.startsWith(SLOT)

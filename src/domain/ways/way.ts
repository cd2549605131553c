import { z } from 'zod'

/**
 * [W1] The circle's own ways: what the rules of this program read from the circle's agreements. Each rule is one slot;
 * where nothing was agreed, or what was agreed has ended, the default of merging.md holds.
 */
export const Way = z.discriminatedUnion('rule', [
  /** How long role-holders are selected for, and when agreements are looked at again, unless somebody says otherwise. */
  z.strictObject({ rule: z.literal('terms'), months: z.int().min(1).max(120) }),
])
export type Way = z.infer<typeof Way>
export type WayOf<R extends Way['rule']> = Extract<Way, { readonly rule: R }>

import { z } from 'zod'
import { Id } from '../event.ts'
import { Day, Name, Words } from '../words.ts'

/** [C4] Whether the circle works, rests or has ended. */
export const StateEffect = z.strictObject({
  kind: z.literal('state'),
  state: z.enum(['active', 'dormant', 'closed']),
  /** Of a circle that rests: whether any member wakes it, or only its consent. */
  anyoneWakes: z.boolean(),
})

/** [X1] A few people with a task, until a day. */
export const HelpingCircleEffect = z.strictObject({
  kind: z.literal('helping-circle'),
  name: Name,
  mandate: Words,
  members: z.array(Id).min(1).max(32),
  due: Day,
})

/** [X4] A part of this circle's domain becomes a circle of its own, which one person founds. */
export const SubCircleEffect = z.strictObject({
  kind: z.literal('sub-circle'),
  name: Name,
  aim: Words,
  domain: Words.nullable(),
  founder: Id,
})

/** [X6] Who is to keep the circle's things: a key, and what lets one in there. */
export const KeeperEffect = z.strictObject({
  kind: z.literal('keeper'),
  keeper: Id,
  address: z.string().regex(/^[!-~]{1,200}$/),
})

/** [X7] What passes on packets between networks that let nobody through: a key, and what lets one in there. */
export const RelayEffect = z.strictObject({
  kind: z.literal('relay'),
  relay: Id,
  address: z.string().regex(/^[!-~]{1,200}$/),
})

/** [X4] A circle that formed alone is taken in as a sub-circle of this one. */
export const AdoptsEffect = z.strictObject({ kind: z.literal('adopts'), circle: Id, name: Name })
export const adoptsSlot = (circle: string): string => `adopts:${circle}`

import { z } from 'zod'
import { Id } from '../event.ts'
import { Words } from '../words.ts'

/** How many meetings must have failed before anyone says that two circles go on. */
export const TRIES = 3

export const forkEvents = {
  /** [C9] Where some go on as another circle, which its own genesis says too. This one stays as it is. */
  'circle.forked': z.strictObject({
    successor: Id,
    reason: Words,
    /** The meetings at which it did not come together again, each in a few words. */
    tried: z.array(Words).min(TRIES).max(32),
  }),
} as const

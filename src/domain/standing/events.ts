import { z } from 'zod'
import { Id } from '../event.ts'
import { Name } from '../words.ts'

export const standingEvents = {
  /** [C5] */
  'circle.woken': z.strictObject({}),
  /** [X5] What somebody who belongs to both tells of another circle: no proof, and said as such. */
  'circle.told': z.strictObject({
    other: Id,
    name: Name,
    as: z.enum(['parent', 'sub-circle', 'nothing']),
    /** The agreement it came from: of this circle for a sub-circle, of the other for a parent. */
    agreement: Id.nullable(),
  }),
} as const

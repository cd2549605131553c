import { z } from 'zod'
import { Id } from '../event.ts'
import { Words } from '../words.ts'
import { Hop, MOST_HOPS } from './statement.ts'

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)

export const statementEvents = {
  /** [Q2] What another circle says, written in by anybody here: it counts where it verifies. */
  'statement.told': z.strictObject({
    /** The very one, not a copy: what it was found to be goes with it. */
    statement: z.custom<Record<string, unknown>>(isRecord),
    /** The linked circle that it came through, where it is not from the one it is of. */
    through: Id.nullable(),
    hops: z.array(Hop).max(MOST_HOPS),
  }),
  /** [Q6] An objection that came to this circle goes on to another that it is linked with. */
  'statement.passed': z.strictObject({ statement: Id, to: Id, reason: Words.nullable() }),
  /** [Q4] Whoever holds a delegate's seat says at home that they take part there now. */
  'delegate.arrived': z.strictObject({ circle: Id, seat: z.int().min(1).max(3) }),
  /** [Q10] And that they have gone from there. */
  'delegate.gone': z.strictObject({ circle: Id, seat: z.int().min(1).max(3) }),
} as const

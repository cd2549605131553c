import { z } from 'zod'
import { Id } from '../event.ts'
import { Name, Words } from '../words.ts'
import { Prepared } from './prepared.ts'

/** A reason to act: in one sentence, and taken apart as far as people like to (S3's situation, effect and need). */
export const DriverContent = z.strictObject({
  statement: Words,
  situation: Words.nullable(),
  effect: Words.nullable(),
  need: Words.nullable(),
  /** What any answer has to do, before there is one. */
  requirement: Words.nullable(),
  /** What somebody has ready to be presented as its answer. */
  prepared: Prepared.optional(),
})
export type DriverContent = z.infer<typeof DriverContent>

/** What becomes of a driver. To send it back to `noticed` is to object to what became of it, so it has a reason. */
export const DriverMove = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('accepted') }),
  /** To whom, in words: a circle or a person that this circle may not know. */
  z.strictObject({ as: z.literal('passed-on'), to: Name, reason: Words.nullable() }),
  z.strictObject({ as: z.literal('discarded'), reason: Words }),
  z.strictObject({ as: z.literal('noticed'), reason: Words }),
])
export type DriverMove = z.infer<typeof DriverMove>

export const driverEvents = {
  'driver.noticed': z.strictObject({ content: DriverContent }),
  'driver.reworded': z.strictObject({ driver: Id, parents: z.array(Id).min(1).max(16), content: DriverContent }),
  'driver.moved': z.strictObject({ driver: Id, move: DriverMove }),
} as const

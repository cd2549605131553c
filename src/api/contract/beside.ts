import { z } from 'zod'
import { command, query } from './procedure.ts'
import { Id, Ref, Text } from './shapes.ts'

/** A local name of somebody on this device; nobody else knows it. */
const Beside = z.string()
const Line = z.object({
  beside: Beside,
  name: z.string(),
  circle: Id,
  /** Who they are in the circle; null until their part of the program is up. */
  person: Id.nullable(),
})

/** People who came without a device, each with a key of their own on this one. */
export const beside = {
  /** Gives them a key and lets them into the circle with it. */
  add: command({ circle: Ref, name: Text }, { beside: Beside, person: Id }),
  /** `owner`: what whose device it is calls themselves. */
  list: query({}, z.object({ owner: z.string(), people: z.array(Line) })),
  /** Their 24 words, for a slip of paper that they take home. Asked for as a command: it is in no answer that is kept. */
  slip: command({ beside: Beside }, { words: z.string() }),
  /** Takes all that could speak for them off this device. */
  takeHome: command({ beside: Beside }, { name: z.string() }),
}

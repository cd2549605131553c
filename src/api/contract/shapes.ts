import { z } from 'zod'
import { PutAway } from './states.ts'

/** An id, the unmistakable beginning of one, or a name or title where only one matches: the node resolves it. */
export const Ref = z.string().min(1)
/** A full id as the node gives it out. */
export const Id = z.string()
/** An opaque token for what was shown: handed back with a command as `asOf`; those of several circles joined by `|`. */
export const AsOf = z.string()
/** Milliseconds since 1970; a claim of whoever wrote it. */
export const At = z.number()
/** A calendar day, YYYY-MM-DD. */
export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
/** Whether this belongs to a circle that was founded to practise in: it says so for ever. */
export const Practice = z.boolean()
/** Free text; empty and too long are refused by the node with a code, not here. */
export const Text = z.string()

/** How much is here of what is known to be there; more may become known. */
export const Extent = z.object({ here: z.number(), known: z.number() })

/** A list of things in one circle, with the state it was read from. */
export const listOf = <T extends z.ZodType>(item: T) => z.object({ asOf: AsOf, items: z.array(item) })

/** One line of a story: who did what, when. `type` is the event's, `text` its words if it has any. */
export const StoryLine = z.object({
  event: Id,
  type: z.string(),
  person: Id.nullable(),
  name: z.string().nullable(),
  at: At,
  text: z.string().nullable(),
  /** Steps that a round left out, on the line that opened it. */
  skipped: z.array(z.string()).optional(),
  /** That its author's clock was off: the time shown is the nearest that the others' leave room for. */
  unsure: z.literal(true).optional(),
  /** How a proposal was put away or handed on, on the line that did so. */
  as: PutAway.optional(),
})

/** Where something is on the agenda of a meeting that is to come or goes on. */
export const OnAgenda = z.array(z.object({ meeting: Id, item: Id, title: z.string(), starts: At }))

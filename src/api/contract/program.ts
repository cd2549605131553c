import { z } from 'zod'
import { command, query } from './procedure.ts'
import { At, Id } from './shapes.ts'

/** A place where a person looks at the node: a tab of their browser. */
const Window = z.object({
  window: Id,
  since: At,
  /** The browser and the system, as the browser says: "Firefox 140, Linux". */
  userAgent: z.string(),
  /** To the minute: when something last came from it. */
  lastSeen: At,
  /** Whether it is there now; it comes back when its page is loaded again. */
  connected: z.boolean(),
  /** Whether it is the one that asks. */
  isThis: z.boolean(),
})

/** The program itself: which one runs, what looks at it, and its end. Whoever hosts the node answers for it. */
export const program = {
  info: query(
    {},
    z.object({
      version: z.string(),
      /** What the person looks through; `cli` has no windows. */
      mode: z.enum(['browser', 'electron', 'cli']),
      dataFolder: z.string(),
      /** The version of Node that it runs on. */
      node: z.string(),
    }),
  ),
  windows: query({}, z.array(Window)),
  /** One window, all but the one that asks, or all. It cannot come back; `ended` says how many it were. */
  endWindow: command({ window: z.union([z.enum(['others', 'all']), Id]) }, { ended: z.number() }),
  /** A link that lets one window in, once, until then. */
  openWindow: command({}, { link: z.string(), until: At }),
  /** Answers, then ends the program as Ctrl-C does. */
  stop: command({}, {}),
}

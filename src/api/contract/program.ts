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

/** What a person chooses of a program that is installed; a page in a browser has nothing of this. */
const shellShape = {
  /** Closing the window leaves the circles in step. */
  keepsInStep: z.boolean(),
  opensAtLogin: z.boolean(),
  /** What the system's own notices say when something waits for the person. */
  tells: z.enum(['nothing', 'that-something', 'what']),
}
const Shell = z.object(shellShape)

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
      /** Who was handed this window: a local name; null for the device's owner. */
      at: z.string().nullable(),
    }),
  ),
  windows: query({}, z.array(Window)),
  /** One window, all but the one that asks, or all. It cannot come back; `ended` says how many it were. */
  endWindow: command({ window: z.union([z.enum(['others', 'all']), Id]) }, { ended: z.number() }),
  /** A link that lets one window in, once, until then. */
  openWindow: command({}, { link: z.string(), until: At }),
  /** Null where the program has no shell of its own. */
  shell: query({}, Shell.nullable()),
  setShell: command(Shell.partial().shape, shellShape),
  /**
   * Hands this window to somebody who has a key of their own on this device, or (null) back to its owner. It holds from
   * the window's next connection on, so that nothing of who had it before is left in it.
   */
  hand: command({ beside: z.string().nullable() }, {}),
  /**
   * Checks an update file (left out: the one that the window brought) once more, and opens its installer by the system, which
   * asks the person. Only where the program has a shell.
   */
  install: command({ file: z.string().min(1).optional() }, {}),
  /** Answers, then ends the program as Ctrl-C does. */
  stop: command({}, {}),
}

import { z } from 'zod'
import { command, query } from './procedure.ts'
import { At, Extent, Id, Ref } from './shapes.ts'

/** Of two programs that do not understand each other: what theirs is, and what it calls itself. */
export const Misunderstood = z.object({ theirs: z.enum(['newer', 'older']), program: z.string() })

const Reach = z.object({
  circle: Id,
  person: Id,
  name: z.string(),
  reachable: z.boolean(),
  /**
   * How: `direct`, at an address that one gave the other; `lan`, found in the same network; `internet`; `relay`, carried by
   * a third node that cannot read it; null while not reachable.
   */
  path: z.string().nullable(),
  /** When this node last knew that it holds all that they hold; null for never. */
  lastInStep: At.nullable(),
  /** How much of the circle's whole copy is on this device, of what is known here: nothing is missing where both are equal. */
  copy: Extent.optional(),
  /** Both know the same at this moment. */
  inStep: z.boolean().optional(),
  /** How many of the things that are here they are not known to have; 0 for none. */
  behind: z.number().optional(),
  /** By which way words last went between the two, also `stick` and `keeper`; kept over a restart. */
  lastPath: z.string().nullable().optional(),
  /** A keeper of the circle is on the line: what is said reaches them by it, whether or not they are here. */
  byKeeper: z.boolean().optional(),
  /** What a keeper of the circle does wrong: see `keeper.list`. */
  keeperFault: z.enum(['withholds', 'untrue']).nullable().optional(),
  /** Their program makes something else of the same words than this one: a fault, to be told of. */
  differs: z.boolean().optional(),
  /** Their device and this one do not understand each other: one program has to be updated, to `program` where it is theirs. */
  misunderstood: Misunderstood.nullable().optional(),
})

const Bootstrap = {
  /** Of this person; empty while they named nobody. */
  own: z.array(z.string()),
  /** Whom the program asks then. */
  usual: z.array(z.string()),
  /** Whom this node asks. */
  asked: z.array(z.string()),
}

export const network = {
  /** Where this node answers now, if anywhere, and the addresses that this machine has in its networks. */
  info: query({}, z.object({ address: z.string().nullable(), hosts: z.array(z.string()) })),
  /** Answers on HOST:PORT; sends nothing by itself. */
  listen: command({ listen: z.string() }, { address: z.string() }),
  /**
   * Finds others, and is found, as the switch of each circle says (`circle.reach`), until the node ends. `lan`, `internet`:
   * so far also for circles whose switch nobody has touched. `bootstrap` (HOST:PORT,…): whom to ask for the way on the
   * internet until then, instead of the setting. `relays`: addresses of relays (`nst relay`) beside those that each circle
   * named, used until then where no other way is found. Says for how many circles.
   */
  findOthers: command(
    {
      lan: z.boolean(),
      internet: z.boolean().optional(),
      bootstrap: z.string().optional(),
      relays: z.array(z.string()).optional(),
    },
    { circles: z.number() },
  ),
  /** Whom this node asks for the way on the internet, each HOST:PORT. */
  bootstrap: query({}, z.object(Bootstrap)),
  /** HOST:PORT,…: these and no others from now on; empty: the usual ones. */
  setBootstrap: command({ bootstrap: z.string() }, Bootstrap),
  connect: command({ address: z.string() }, { peer: Id, connected: z.boolean() }),
  status: query({ circle: Ref.optional() }, z.array(Reach)),
}

/** Files are read and written by the node, which has the data; paths are absolute. */
export const bundle = {
  export: command(
    {
      circle: Ref,
      /** Where to; in a folder it gets a name that says nothing. */
      file: z.string(),
      /** A file that the reader has: what it says they have is left out. */
      since: z.string().optional(),
      /** Nothing but what is here, for others to leave out. */
      isEmpty: z.boolean().optional(),
    },
    /** `whole`: false while something of the circle has not arrived here yet, so that the file lacks it too. */
    { file: z.string(), events: z.number(), bytes: z.number(), whole: z.boolean() },
  ),
  /** What this node reads or writes now, of bundles, sticks and answers: where, and how far it is, from 0 to 1. */
  underWay: query(
    {},
    z.array(
      z.object({
        work: z.enum(['export', 'import', 'stick', 'answer', 'come-in', 'update']),
        place: z.string(),
        done: z.number(),
      }),
    ),
  ),
  /** `apart`: some of it continues what is not here. */
  import: command({ file: z.string() }, { circle: Id, events: z.number(), apart: z.boolean() }),
}

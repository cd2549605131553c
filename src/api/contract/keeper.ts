import { z } from 'zod'
import { query } from './procedure.ts'
import { AsOf, At, Id, Ref } from './shapes.ts'
import { AgreementState } from './states.ts'

/**
 * `whole`: it has all that is here. `coming`: it lacks something still. `full`: it takes nothing more. `away`: it does not
 * answer. `withholds`: it says that it has what is missing here, and hands nothing of it out. `untrue`: it handed out what nobody
 * signed, of which nothing was taken. `barred`: this circle's reach does not go there. `newer`: it speaks a newer way than this program.
 */
const KeeperStanding = z.enum(['whole', 'coming', 'full', 'away', 'barred', 'newer', 'withholds', 'untrue'])

const Keeper = z.object({
  keeper: Id,
  address: z.string(),
  /** By which the circle named it, and how that stands. */
  agreement: Id,
  state: AgreementState,
  /** Where it answers; null where it is looked for on the internet. */
  place: z.string().nullable(),
  standing: KeeperStanding,
  connected: z.boolean(),
  /** Pieces that it says it has, of those that are here. */
  kept: z.number(),
  known: z.number(),
  /** When this node last had it on the line, since it started. */
  lastHere: At.nullable(),
})

export const keeper = {
  list: query(
    { circle: Ref },
    z.object({
      circle: Id,
      keepers: z.array(Keeper),
      proposed: z.array(z.object({ proposal: Id, title: z.string(), address: z.string() })),
      asOf: AsOf,
    }),
  ),
  /** What an address says, before it is proposed. `open`: anybody may use that keeper. */
  read: query(
    { address: z.string() },
    z.object({ good: z.boolean(), place: z.string().nullable(), open: z.boolean() }),
  ),
}

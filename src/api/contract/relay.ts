import { z } from 'zod'
import { query } from './procedure.ts'
import { AsOf, Id, Ref } from './shapes.ts'
import { AgreementState } from './states.ts'

/** `used`: it passes something on for this node now. `ready`: nothing needs it. `barred`: this circle's reach does not go there. */
const RelayStanding = z.enum(['used', 'ready', 'barred'])

const Relay = z.object({
  relay: Id,
  address: z.string(),
  /** By which the circle named it, and how that stands. */
  agreement: Id,
  state: AgreementState,
  standing: RelayStanding,
  /** Connections of this node, of all its circles, that go through it. */
  carries: z.number(),
})

/** What passes on packets between networks that let nobody through. */
export const relay = {
  list: query(
    { circle: Ref },
    z.object({
      circle: Id,
      relays: z.array(Relay),
      proposed: z.array(z.object({ proposal: Id, title: z.string(), address: z.string() })),
      asOf: AsOf,
    }),
  ),
  /** What an address says, before it is proposed. `open`: anybody may use that relay. */
  read: query({ address: z.string() }, z.object({ good: z.boolean(), open: z.boolean() })),
}

import { currentEpochs, entitledDevices } from '../domain/epochs/queries.ts'
import { EVERYTHING } from '../domain/causality.ts'
import type { Room } from '../network/internet/circle-swarm.ts'
import type { CircleSession } from './circle-session.ts'
import { internetRooms, type MetAt } from './internet-rooms.ts'
import { lanSecrets } from './lan-secrets.ts'
import type { Quarter } from './quarter.ts'

/** By which secrets others are found. */
export type Secrets = {
  /** Said for all to hear; null where this node only looks and is not to be found. */
  readonly says: Uint8Array | null
  /** What others say who are looked for. */
  readonly hears: readonly Uint8Array[]
  /** Said to whoever is met at an address: perhaps they know only an older one. */
  readonly shows: readonly Uint8Array[]
}

/** Where others are met, on any way: a circle, or what two circles have in common by their link. */
export interface Place {
  /** Of a circle, its id. */
  readonly id: string
  /** Whose switch it follows. */
  readonly session: CircleSession
  readonly quarter: Quarter
  secrets(): Secrets
  rooms(now: number, metAt: MetAt): Room[]
  /** Whether it helps to look further. */
  isSomebodyMissing(): boolean
}

/** A circle, where its own people meet. */
export function circlePlace(session: CircleSession, quarter: Quarter): Place {
  return {
    id: session.circle.id,
    session,
    quarter,
    secrets() {
      const hears = lanSecrets(session.keys(), currentEpochs(session.circle))
      return { says: hears[0] ?? null, hears, shows: hears }
    },
    rooms: (now, metAt) => internetRooms(session.circle, session.keys(), session.device, now, metAt),
    isSomebodyMissing: () => quarter.peers.all().length < entitledDevices(session.circle, EVERYTHING).length - 1,
  }
}

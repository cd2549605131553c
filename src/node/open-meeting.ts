import { bytesOfHex, signingPair } from '../log/crypto.ts'
import type { LogStore } from '../log/store.ts'
import type { Changes } from './changes.ts'
import type { CircleSession } from './circle-session.ts'
import type { Inviting } from './inviting.ts'
import type { Joining } from './joining.ts'
import { Meeting, type MeetingParts } from './meeting.ts'
import type { NodeOptions } from './node-options.ts'
import type { Untold } from './statements/untold.ts'
import { transportSeed } from './transport-seed.ts'

/** What a meeting needs of the node whose it is. */
interface MeetingHost {
  readonly options: NodeOptions
  readonly store: LogStore
  readonly changes: Changes
  readonly reach: { refresh(): Promise<void> }
  readonly untold: Untold
  sessions(): readonly CircleSession[]
  inviting(session: CircleSession): Inviting
  joins(): Joining | undefined
  metInStep(session: CircleSession, device: string): void
  onMember: MeetingParts['onMember']
  warn(what: string, error: unknown): void
}

/** The way to others for a node; still no packet is sent. */
export async function openMeeting(host: MeetingHost): Promise<Meeting> {
  const { options, store, changes } = host
  const { folder, chance, clock, warn, hello } = options
  return new Meeting({
    store,
    transport: signingPair(bytesOfHex(await transportSeed(folder, chance))),
    chance,
    clock,
    placesChanged: () => void host.reach.refresh(),
    untold: host.untold,
    warn: (what, error) => host.warn(what, error),
    ...(hello === undefined ? {} : { hello }),
    sessions: () => host.sessions(),
    inStepWith: (session, device) => host.metInStep(session, device),
    knocks: () => host.joins()?.knocks() ?? [],
    onKnock(invite, sealed, reply) {
      const session = host.sessions().find((one) => one.keys().invites.some(({ id }) => id === invite))
      if (session === undefined) return reply('unknown')
      void host
        .inviting(session)
        .knocked(invite, sealed, reply)
        .catch((error: unknown) => host.warn('could not take a request', error))
    },
    onReply(invite, payload) {
      void host
        .joins()
        ?.replied(invite, payload)
        .catch((error: unknown) => host.warn('could not enter', error))
    },
    onMember: (stream, session, device) => host.onMember(stream, session, device),
    changed: (circle) => changes.tell(circle),
    onDifference: (circle, device) =>
      warn(`circle ${circle}: device ${device} makes something else of the same events`),
  })
}

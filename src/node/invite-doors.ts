import { bytesOfHex, signingPair, toHex, type KeyPair } from '../log/crypto.ts'
import type { InternetDht } from '../network/internet/internet-dht.ts'
import { answerInvite, callInviter, inviterKeys } from '../network/internet/invite-way.ts'
import { createOnePerPeer, type Connection, type Path } from '../network/one-per-peer.ts'
import type { Chance } from './chance.ts'
import type { CircleSession } from './circle-session.ts'
import type { Clock } from './clock.ts'
import type { Way } from './door.ts'
import type { IssuedInvite } from './invitation/issued-invite.ts'
import { parseRelayAddress, type RelayAddress } from '../network/relay/relay-address.ts'
import { inviteExpired, type Invite } from './invitation/invite.ts'

type InviteDoorsHost = {
  readonly clock: Clock
  readonly chance: Chance
  readonly arrived: (connection: Connection, way: Way) => void
}

type Open = { readonly dht: InternetDht; readonly close: () => Promise<void> }

const PATIENCE_MS = 20_000
/** Whoever holds an invitation is one person; more are somebody who passed it on. */
export const MOST_CALLERS = 8

/** Where newcomers reach their inviters on the internet: a door for each invitation, open no longer than it is needed. */
export class InviteDoors {
  readonly #host: InviteDoorsHost
  readonly #open = new Map<string, Open>()

  constructor(host: InviteDoorsHost) {
    this.#host = host
  }

  /** Answers for the invitations of these circles, and no others. */
  async answer(dht: InternetDht, sessions: readonly CircleSession[]): Promise<void> {
    const now = this.#host.clock()
    const wanted = new Map(
      sessions.flatMap((session) =>
        session
          .keys()
          .invites.filter((issued) => isNeeded(session, issued, now))
          .map((issued) => [issued.id, { session, issued }] as const),
      ),
    )
    for (const [id, { close, dht: of }] of this.#open) {
      if (wanted.has(id) && of === dht) continue
      this.#open.delete(id)
      await close()
    }
    for (const [id, { session, issued }] of wanted)
      if (!this.#open.has(id)) this.#open.set(id, { dht, close: await this.#answer(dht, session, issued.invite) })
  }

  /** Calls an inviter; undefined where they do not answer now. */
  async call(dht: InternetDht, invite: Invite): Promise<Connection | undefined> {
    // A relay is for where nothing else leads there: it has little room, and sees who calls.
    const relays = dht.randomized ? [] : [null]
    for (const relay of [...relays, ...relaysIn(invite).map((one) => bytesOfHex(one.relay))]) {
      const met = await this.#call(dht, invite, relay)
      if (met !== undefined) return met
    }
    return undefined
  }

  async #call(dht: InternetDht, invite: Invite, relay: Uint8Array | null): Promise<Connection | undefined> {
    const keyPair = signingPair(this.#host.chance(32))
    const peers = this.#peersOf(keyPair, { keyPair, circle: null, isCaller: true, expects: invite.circle })
    const stream = callInviter(dht, bytesOfHex(invite.secret), keyPair, relay)
    stream.on('error', () => {})
    const patience = setTimeout(() => stream.destroy(), PATIENCE_MS)
    try {
      return (await stream.opened) ? await peers.offer(stream, pathOn(dht, stream)) : undefined
    } finally {
      clearTimeout(patience)
    }
  }

  async close(): Promise<void> {
    const open = [...this.#open.values()]
    this.#open.clear()
    await Promise.all(open.map(({ close }) => close()))
  }

  async #answer(dht: InternetDht, session: CircleSession, invite: Invite): Promise<() => Promise<void>> {
    const { namespace } = session.keys()
    const keyPair = inviterKeys(bytesOfHex(invite.secret))
    const peers = this.#peersOf(keyPair, { keyPair, circle: { id: session.circle.id, namespace } })
    const refuses = () => peers.all().length >= MOST_CALLERS
    const leave = await answerInvite(dht, bytesOfHex(invite.secret), refuses, (stream) => {
      stream.on('error', () => {})
      // Whoever holds an invitation belongs to nothing yet: only who was let in and shows it is told more.
      void peers.offer(stream, pathOn(dht, stream), false)
    })
    return async () => {
      for (const { stream } of peers.all()) stream.destroy()
      await leave()
    }
  }

  #peersOf({ publicKey }: KeyPair, way: Way) {
    return createOnePerPeer(toHex(publicKey), (connection) => this.#host.arrived(connection, way))
  }
}

/** By which the inviter can be met where no other way is found. */
export const relaysIn = ({ addresses }: Invite): RelayAddress[] =>
  addresses.flatMap((text) => parseRelayAddress(text) ?? [])

const pathOn = (dht: InternetDht, stream: Connection['stream']) => (): Path =>
  dht.isRelayed(stream) ? 'relay' : 'internet'

/** Until it is over, or whoever was let in has said something in the circle: they may have been away when that was. */
export function isNeeded({ circle }: CircleSession, { invite, state, requests }: IssuedInvite, now: number): boolean {
  if (inviteExpired(invite, now)) return false
  const letIn = requests.find((request) => request.state === 'confirmed')
  if (letIn !== undefined) return !circle.latest.has(letIn.joiner.device.sign)
  return state === 'open' || requests.length > 0
}

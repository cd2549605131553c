import { accept, refuse, type Outcome } from '../domain/refusal.ts'
import { bytesOfHex, toHex } from '../log/crypto.ts'
import type { Chance } from './chance.ts'
import { joinsFile, type CircleKeys } from './circle-keys.ts'
import type { Clock } from './clock.ts'
import { deviceCard, deviceKeys, newDeviceSeeds, personKey, type CircleSalt } from './identity.ts'
import { openAnswer, type Admission } from './invitation/answer.ts'
import { sealCancel } from './invitation/cancel.ts'
import { requestCode, type Stretch } from './invitation/code.ts'
import { decodeInvite, founderMark, inviteExpired, inviteId, type Invite } from './invitation/invite.ts'
import * as joins from './invitation/join.ts'
import { sealRequest } from './invitation/request.ts'
import { parseKeeperAddress } from '../network/keeper/keeper-address.ts'
import type { OpenProfile } from './profile.ts'
import type { Vault } from './vault.ts'

/** The newcomer's side: requests that were sent, kept until the circle is open here. */
export interface Joining {
  list(): readonly joins.Join[]
  /** `reach`: who may find this device for the circle; null where the person did not say. */
  request(invite: string, reach?: joins.Join['reach']): Promise<Outcome<joins.Join>>
  cancel(request: string): Promise<Outcome<joins.Join>>
  /** The person lets it be brought so far. */
  reachOut(request: string, reach: 'lan' | 'internet'): Promise<Outcome<joins.Join>>
  /** What to say at a door that opens: each request that waits, and each cancelling, with the id of its invite. `at`: of invites alone that name this address. */
  knocks(at?: string): { readonly invite: Uint8Array; readonly sealed: Uint8Array }[]
  replied(invite: string, payload: Uint8Array): Promise<void>
  /** Opens what was confirmed before the node stopped. */
  resume(): Promise<void>
}

export interface JoiningParts {
  readonly folder: string
  readonly profile: OpenProfile
  readonly clock: Clock
  readonly chance: Chance
  readonly stretch?: Stretch
  /** The key, in hex, that this device will write with in a log that is not known yet. */
  readonly writerKey: (namespace: string) => Promise<string>
  readonly isOurs: (circle: string) => boolean
  /** Whether a circle that this person founded with this nonce is here. */
  readonly isFoundedHere: (nonce: string) => boolean
  /** Opens the circle and answers once its log says that this device belongs, or at once where it is wanted no more. */
  readonly enter: (keys: CircleKeys, isWanted: () => boolean) => Promise<void>
  readonly changed: () => void
}

export async function openJoining(parts: JoiningParts): Promise<Joining> {
  const file = joinsFile(parts.folder)
  let known: readonly joins.Join[] = (await file.read()) ?? []

  const put = async (join: joins.Join) => {
    known = await file.update((now = []) => [...now.filter(({ request }) => request !== join.request), join])
    parts.changed()
    return join
  }
  const change = async (request: string, how: (join: joins.Join) => Outcome<joins.Join>) => {
    const join = known.find((one) => one.request === request)
    const outcome = join === undefined ? refuse('no-such-request') : how(join)
    return outcome.ok && outcome.value !== join ? accept(await put(outcome.value)) : outcome
  }
  /** The same answer often comes twice, at the door and by itself: the circle is opened once. */
  const enter = onceAtATime(async (join: joins.Join) => {
    if (join.admission === null) return
    // Until the circle is open here, giving up finds nothing of it to take away.
    const isWanted = () => known.find(({ request }) => request === join.request)?.state !== 'cancelled'
    await parts.enter(keysOf(join, join.admission), isWanted)
    if (isWanted()) await change(join.request, joins.completeJoin)
  })

  const ask = async (text: string, reach: joins.Join['reach']): Promise<Outcome<joins.Join>> => {
    const decoded = decodeInvite(text)
    if (!decoded.ok) return decoded
    const invite = decoded.value
    const again = known.find((one) => inviteId(one.invite) === inviteId(invite) && one.state !== 'cancelled')
    if (again !== undefined) return accept(reach === null ? again : await put({ ...again, reach }))
    if (parts.isOurs(invite.circle)) return refuse('already-a-member')
    if (inviteExpired(invite, parts.clock())) return refuse('invite-expired')
    return accept(await put(await freshJoin(parts, invite, reach)))
  }
  let asking: Promise<unknown> = Promise.resolve()

  return {
    list: () => known,
    // One after the other: asked twice at once for one invite, a person would get two requests and two codes.
    async request(text, reach = null) {
      const mine = asking.then(() => ask(text, reach))
      asking = mine.catch(() => undefined)
      return mine
    },
    cancel: (request) => change(request, joins.cancelJoin),
    reachOut: (request, reach) => change(request, (join) => accept({ ...join, reach })),
    knocks: (at) =>
      known
        .filter(({ invite }) => at === undefined || invite.addresses.includes(at))
        .flatMap((join) => knockOf(join, parts.chance)),
    async replied(invite, payload) {
      const waiting = known.filter((join) => inviteId(join.invite) === invite)
      for (const join of waiting) {
        const answer = openAnswer(join.invite, join.request, deviceKeys(join.device).box, payload)
        if (!answer.ok) continue
        const taken = await change(join.request, (now) => joins.takeAnswer(now, answer.value))
        if (taken.ok && taken.value.state === 'confirmed') await enter(taken.value)
      }
    },
    async resume() {
      // Each for itself: one whose circle is out of reach would keep the others waiting for ever.
      await Promise.all(known.filter(({ state }) => state === 'confirmed').map(enter))
    },
  }
}

/** Also after the answer, until the circle itself has come. */
export const isOpen = (join: joins.Join | undefined): boolean =>
  join?.state === 'waiting' || join?.state === 'confirmed'

/** Who asks while a join is being worked on gets the same work. */
function onceAtATime(work: (join: joins.Join) => Promise<void>): (join: joins.Join) => Promise<void> {
  const under = new Map<string, Promise<void>>()
  return (join) => {
    const mine = under.get(join.request) ?? work(join).finally(() => under.delete(join.request))
    under.set(join.request, mine)
    return mine
  }
}

/** A request of a device made for this circle alone, and the words that both screens show. */
async function freshJoin(
  { chance, stretch, profile, writerKey, isFoundedHere }: JoiningParts,
  invite: Invite,
  reach: joins.Join['reach'],
): Promise<joins.Join> {
  const namespace = toHex(chance(32))
  const device = newDeviceSeeds(chance)
  const where = whoIn(profile.vault, invite, isFoundedHere)
  const card = deviceCard(profile.vault, where, device, await writerKey(namespace), invite.circle)
  const joiner = { name: profile.profile.name, ...card }
  const sealed = sealRequest(invite, joiner, deviceKeys(device).sign.secretKey, chance)
  const code = await requestCode(invite, sealed.signed, stretch)
  const { founder } = where
  const request = { request: sealed.id, sealed: toHex(sealed.sealed) }
  return joins.startJoin({ ...request, invite, code, namespace, founder, device, reach })
}

/**
 * Who this person is in the circle of an invite. Its founder's key hangs on the nonce there; but never for an invite that
 * says the nonce of a circle which is here, under another circle's name: whoever wrote it would learn who founded that one.
 */
function whoIn(vault: Vault, { circle, founding }: Invite, isFoundedHere: (nonce: string) => boolean): CircleSalt {
  if (founding !== null && !isFoundedHere(founding.nonce)) {
    const founder = { founder: true, salt: founding.nonce }
    const { publicKey } = personKey(vault, founder)
    if (founderMark(founding.nonce, toHex(publicKey)) === founding.mark) return founder
  }
  return { founder: false, salt: circle }
}

function knockOf(join: joins.Join, chance: Chance): { invite: Uint8Array; sealed: Uint8Array }[] {
  const invite = bytesOfHex(inviteId(join.invite))
  if (join.state === 'waiting') return [{ invite, sealed: Buffer.from(join.sealed, 'hex') }]
  if (join.state !== 'cancelled') return []
  return [{ invite, sealed: sealCancel(join.invite, join.request, deviceKeys(join.device).sign.secretKey, chance) }]
}

function keysOf(join: joins.Join, admission: Admission): CircleKeys {
  const keepers = join.invite.addresses.filter((address) => parseKeeperAddress(address) !== undefined)
  return {
    ...(keepers.length > 0 && { keepers }),
    circle: admission.circle,
    namespace: join.namespace,
    baseKey: admission.baseKey,
    encryptionKey: admission.encryptionKey,
    keyring: admission.keyring,
    founder: join.founder,
    salt: join.founder ? (join.invite.founding?.nonce ?? admission.circle) : admission.circle,
    device: join.device,
    name: null,
    invites: [],
    ...(join.reach === null ? {} : { reach: join.reach }),
  }
}

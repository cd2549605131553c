import { createFold, type Fold } from '../domain/fold.ts'
import { bodyBack, keptBody } from '../domain/statements/verdicts.ts'
import { openCircleLog, type CircleLog } from '../log/circle-log.ts'
import { bytesOfHex, toHex } from '../log/crypto.ts'
import { sealEvent } from '../log/envelope.ts'
import { followLog } from '../log/follow.ts'
import { createKeyring, epochIdOf } from '../log/keyring.ts'
import { signEvent } from '../log/signed-event.ts'
import { lastWord } from '../log/last-word.ts'
import type { LogStore } from '../log/store.ts'
import { FORMAT } from '../domain/event.ts'
import { accept, type Outcome } from '../domain/refusal.ts'
import { circleKeysFile, type CircleKeys } from './circle-keys.ts'
import { CircleSession, TOOLS } from './circle-session.ts'
import type { Chance } from './chance.ts'
import type { Clock } from './clock.ts'
import { deviceCard, deviceKeys, newDeviceSeeds, personKey } from './identity.ts'
import { openLengthMark, type LengthMark } from './length-mark.ts'
import { LocalFileError } from './local-file.ts'
import type { OpenProfile } from './profile.ts'

export interface CircleHost {
  readonly folder: string
  readonly store: LogStore
  readonly profile: OpenProfile
  readonly clock: Clock
  readonly chance: Chance
  /** Ms; see CircleLogOptions. */
  readonly ackInterval?: number | undefined
  /** Ms; see NodeOptions. */
  readonly patience?: number | undefined
}

/** Opens a circle whose keys are here, folded as far as the store goes. */
export async function openCircle(host: CircleHost, keys: CircleKeys): Promise<CircleSession> {
  const log = await openCircleLog({
    store: host.store,
    namespace: keys.namespace,
    baseKey: bytesOfHex(keys.baseKey),
    encryptionKey: bytesOfHex(keys.encryptionKey),
    ...acking(host),
  })
  return unlessShortened(host, keys, log)
}

/** The store gives back less of this device's own log than was in it: what it would write next others have read otherwise. */
async function unlessShortened(host: CircleHost, keys: CircleKeys, log: CircleLog): Promise<CircleSession> {
  return unlessBroken(log, async () => {
    const mark = await openLengthMark(host.folder, keys.circle)
    if (log.base.local.length < mark.length) throw new LocalFileError('store-damaged', host.store.folder)
    return follow(host, keys, log, mark)
  })
}

export type NewCircle = {
  readonly name: string
  readonly aim: string
  readonly domain: string | null
  /** [C9] Where it goes on from another circle: which, and the newest that its founder knew there. */
  readonly forkOf?: { readonly circle: string; readonly at: string[] }
}

/** Starts a circle: its genesis names its founder and is the first event of its log. Nobody is asked. */
export async function foundCircle(
  host: CircleHost,
  purpose: NewCircle,
  practice: boolean,
): Promise<Outcome<CircleSession>> {
  const { chance, profile } = host
  const nonce = toHex(chance(32))
  const namespace = toHex(chance(32))
  const device = newDeviceSeeds(chance)
  const epochKey = chance(32)
  const log = await openCircleLog({ store: host.store, namespace, encryptionKey: chance(32), ...acking(host) })
  const writer = toHex(log.writerKey)
  const card = deviceCard(profile.vault, { founder: true, salt: nonce }, device, writer)
  const body = { ...purpose, practice, nonce, epoch: epochIdOf(epochKey), personName: profile.profile.name, ...card }
  const signKeys = deviceKeys(device).sign
  const content = { format: FORMAT, circle: null, device: card.device.sign, seq: 1, prev: null, seen: [] } as const
  const signed = signEvent({ ...content, seen: [], type: 'circle.created', body, at: host.clock() }, signKeys.secretKey)
  if (!signed.ok) {
    await log.close()
    return signed
  }
  const circle = signed.value.id
  const keys: CircleKeys = {
    circle,
    namespace,
    device,
    founder: true,
    salt: nonce,
    name: purpose.name,
    practice,
    invites: [],
    baseKey: toHex(log.baseKey),
    encryptionKey: toHex(log.encryptionKey),
    keyring: [{ id: epochIdOf(epochKey), key: toHex(epochKey) }],
  }
  const genesis = sealEvent(signed.value, { circle, writer }, epochKey, chance(24))
  return unlessBroken(log, async () => {
    const appended = await log.append([genesis])
    if (!appended.ok) throw new Error(`a new log took no event: ${appended.refusal.code}`)
    // Its first word first: what a crash leaves in between shows nowhere, and nobody was told of the circle yet.
    await circleKeysFile(host.folder, circle).save(keys)
    return accept(await follow(host, keys, log, await openLengthMark(host.folder, circle)))
  })
}

async function unlessBroken<T>(log: CircleLog, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    await log.close().catch(() => undefined)
    throw error
  }
}

async function follow(host: CircleHost, keys: CircleKeys, log: CircleLog, mark: LengthMark): Promise<CircleSession> {
  const raise = () => mark.raise(log.base.local.length)
  log.on('change', () => void raise())
  await raise()
  const keyring = createKeyring(keys.keyring.map(({ key }) => bytesOfHex(key)))
  const follower = await followLog<Fold>({
    log,
    circle: keys.circle,
    keyring,
    announced: ({ circle }) => new Set(circle.epochs.map(({ epoch }) => epoch)),
    createFold: ({ verify, known }) => createFold(keys.circle, { ...TOOLS, verify, known }),
    keeping: (known) => ({ instead: (event) => keptBody(event, { ...TOOLS, known }), back: bodyBack }),
  })
  const last = await lastWord(log, keys.circle, keyring)
  const person = toHex(personKey(host.profile.vault, { founder: keys.founder, salt: keys.salt }).publicKey)
  const file = circleKeysFile(host.folder, keys.circle)
  const { clock, chance, patience } = host
  const session = new CircleSession({
    log,
    raise,
    follower,
    last,
    file,
    keys,
    keyring,
    person,
    clock,
    chance,
    patience,
  })
  await session.takeKeys()
  return session
}

const acking = ({ ackInterval }: CircleHost) => (ackInterval === undefined ? {} : { ackInterval })

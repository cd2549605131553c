import { EVERYTHING } from '../domain/causality.ts'
import type { Circle } from '../domain/circle.ts'
import { currentEpochs, entitledDevices } from '../domain/epochs/queries.ts'
import { eventBodies, type Body } from '../domain/events.ts'
import type { Fold } from '../domain/fold.ts'
import { accept, refuse, type Outcome } from '../domain/refusal.ts'
import { boxOpen, boxSeal, bytesOfHex, KEY_SIZE, toHex, type KeyPair } from '../log/crypto.ts'
import type { Follower } from '../log/follow.ts'
import { epochIdOf, type Keyring } from '../log/keyring.ts'
import type { Chance } from './chance.ts'
import { canBeSealedTo, type EpochKey } from './invitation/answer.ts'
import { keySayings } from './lost-keys.ts'
import type { ByProgram } from './sealed-words.ts'

const SEAL = 48

interface Opening {
  readonly body: Body<'epoch.opened'>
  /** What the opening itself is sealed with: the first key, which everyone has who was ever let in. */
  readonly first: Uint8Array
}

/** The keys of one circle's epochs on this device: which to write with, which to take, and how the next is opened. */
export class EpochKeys {
  readonly #follower: Follower<Fold>
  readonly #keyring: Keyring
  readonly #device: string
  readonly #pair: KeyPair
  readonly #chance: Chance
  readonly #keep: (keys: readonly EpochKey[]) => Promise<void>
  readonly #say: () => Promise<void>
  #taking: Promise<void> = Promise.resolve()
  readonly #onChange = () => void this.#heard().catch(() => undefined)

  /** `keep`: writes keys down before anything is sealed or read with them. `say`: says what `sayings` answers with. */
  constructor(parts: {
    readonly follower: Follower<Fold>
    readonly keyring: Keyring
    readonly device: string
    readonly pair: KeyPair
    readonly chance: Chance
    readonly keep: (keys: readonly EpochKey[]) => Promise<void>
    readonly say: () => Promise<void>
  }) {
    this.#follower = parts.follower
    this.#keyring = parts.keyring
    this.#device = parts.device
    this.#pair = parts.pair
    this.#chance = parts.chance
    this.#keep = parts.keep
    this.#say = parts.say
    this.#follower.on('change', this.#onChange)
  }

  get #circle(): Circle {
    return this.#follower.fold.circle
  }

  /** What is said next is sealed with it. */
  current(): Outcome<Uint8Array> {
    const key = this.#keyring.get(currentEpochs(this.#circle)[0] ?? '')
    return key === undefined ? refuse('no-epoch-key') : accept(key)
  }

  /**
   * The next epoch, for whom the circle as it is here entitles, with the keys of those before: somebody may have but one.
   * Its own key is kept already.
   */
  async next(): Promise<Outcome<Opening>> {
    const circle = this.#circle
    const parents = currentEpochs(circle)
    const before = parents.flatMap((epoch) => this.#keyring.get(epoch) ?? [])
    const first = this.#keyring.get(circle.genesis?.epoch ?? '')
    if (before.length < parents.length || first === undefined) return refuse('no-epoch-key')
    const key = this.#chance(KEY_SIZE)
    const keys = Buffer.concat([key, ...before])
    const devices = entitledDevices(circle, EVERYTHING)
    const boxes = devices.map((device) => ({ device, box: sealedFor(circle, device, keys) }))
    await this.#add([key])
    return accept({ body: { epoch: epochIdOf(key), parents, boxes }, first })
  }

  /** Takes the keys that others sealed to this device, until there are no more. */
  take(): Promise<void> {
    const before = this.#taking.catch(() => undefined)
    this.#taking = this.#takeAfter(before)
    return this.#taking
  }

  /** [Z4] What this device has to say of keys, and what that is sealed with; null where it has nothing to say. */
  sayings(): ByProgram | null {
    const key = this.#keyring.get(this.#circle.genesis?.epoch ?? '')
    const [one, ...more] = keySayings(this.#circle, this.#keyring, this.#device)
    return one === undefined || key === undefined ? null : { said: [one, ...more], key }
  }

  async #heard(): Promise<void> {
    await this.take()
    if (this.sayings() !== null) await this.#say()
  }

  async #takeAfter(before: Promise<void>): Promise<void> {
    await before
    for (let keys = this.#toTake(); keys.length > 0; keys = this.#toTake()) {
      await this.#add(keys)
      await this.#follower.keysAdded()
    }
  }

  /** To be called before the follower is closed. */
  async close(): Promise<void> {
    this.#follower.off('change', this.#onChange)
    await this.#taking.catch(() => undefined)
  }

  /**
   * Only keys of epochs that count: whatever else is read with a key, others would refuse. The opening itself may still
   * wait for what one of its keys opens.
   */
  #toTake(): Uint8Array[] {
    const known = this.#circle.epochs.map(({ epoch }) => epoch)
    const missing = new Set(known.filter((epoch) => this.#keyring.get(epoch) === undefined))
    if (missing.size === 0) return []
    const boxes = [...this.#boxesIn('epoch.opened'), ...this.#boxesIn('key.given')]
    return boxes.flatMap((box) => {
      const opened = boxOpen(bytesOfHex(box, box.length / 2), this.#pair)
      return opened === undefined ? [] : keysIn(opened).filter((key) => missing.has(epochIdOf(key)))
    })
  }

  /** For this device. */
  #boxesIn(type: 'epoch.opened' | 'key.given'): string[] {
    return this.#follower.opened(type).flatMap(({ body }) => {
      const boxes = eventBodies['epoch.opened'].safeParse(body).data?.boxes ?? []
      const given = eventBodies['key.given'].safeParse(body).data
      const all = given === undefined ? boxes : [...boxes, given]
      return all.flatMap(({ device, box }) => (device === this.#device ? [box] : []))
    })
  }

  async #add(keys: readonly Uint8Array[]): Promise<void> {
    const fresh = new Map(keys.map((key) => [epochIdOf(key), key]))
    await this.#keep([...fresh].map(([id, key]) => ({ id, key: toHex(key) })))
    for (const key of fresh.values()) this.#keyring.add(key)
  }
}

/** Whose box key nothing can be sealed to has shut themselves out, and nobody else. */
function sealedFor(circle: Circle, device: string, keys: Uint8Array): string {
  const box = circle.devices.get(device)?.bindings[0]?.keys.box ?? ''
  return toHex(canBeSealedTo(box) ? boxSeal(keys, bytesOfHex(box)) : new Uint8Array(keys.byteLength + SEAL))
}

function keysIn(opened: Uint8Array): Uint8Array[] {
  const count = opened.byteLength / KEY_SIZE
  if (!Number.isInteger(count)) return []
  return Array.from({ length: count }, (_, at) => opened.subarray(at * KEY_SIZE, (at + 1) * KEY_SIZE))
}

import type { CircleEvent } from '../../src/domain/event.ts'
import { hash, signingPair, toHex } from '../../src/log/crypto.ts'
import { sealEvent } from '../../src/log/envelope.ts'
import { followLog, type Follower } from '../../src/log/follow.ts'
import { createKeyring, epochIdOf, type Keyring } from '../../src/log/keyring.ts'
import { signEvent, type SignedEvent } from '../../src/log/signed-event.ts'
import type { Device } from './logs.ts'

export const EPOCH_KEY = hash(Buffer.from('epoch one'))
export const EPOCH = epochIdOf(EPOCH_KEY)
export const CIRCLE_ID = toHex(hash(Buffer.from('the garden')))

/** Keeps what it was given, as a set: what any fold sees of a log. */
export class Heard {
  readonly events = new Map<string, CircleEvent>()
  add(event: CircleEvent): void {
    this.events.set(event.id, event)
  }

  get ids(): string[] {
    return [...this.events.keys()].sort()
  }
}

/** Signs and seals what a device says, one after the other, with no chance in it. */
export class Speaker {
  readonly #pair
  readonly #writer: string
  #last: SignedEvent | undefined
  #said = 0

  constructor(of: Device) {
    this.#pair = signingPair(hash(Buffer.from(of.name)))
    this.#writer = toHex(of.log.writerKey)
  }

  sign(words: unknown, over: object = {}): SignedEvent {
    const content = {
      format: 'nst/1' as const,
      circle: CIRCLE_ID,
      device: toHex(this.#pair.publicKey),
      seq: (this.#said += 1),
      prev: this.#last?.id ?? null,
      seen: [],
      type: 'test.said',
      body: { words },
      at: 1_700_000_000_000,
      ...over,
    }
    const outcome = signEvent(content, this.#pair.secretKey)
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    this.#last = outcome.value
    return outcome.value
  }

  seal(event: SignedEvent, key = EPOCH_KEY, where = { circle: CIRCLE_ID, writer: this.#writer }): Uint8Array {
    return sealEvent(event, where, key, hash(Buffer.from(event.id)).subarray(0, 24))
  }

  say(words: unknown): Uint8Array {
    return this.seal(this.sign(words))
  }
}

export function follow(
  of: Device,
  keyring: Keyring = createKeyring([EPOCH_KEY]),
  announced = [EPOCH],
): Promise<Follower<Heard>> {
  return followLog({
    log: of.log,
    circle: CIRCLE_ID,
    keyring,
    announced: () => new Set(announced),
    createFold: () => new Heard(),
  })
}

export const outcomes = (follower: Follower<Heard>): string[] =>
  follower.entries.map((entry) => ('event' in entry ? 'event' : 'refused' in entry ? entry.refused : 'unreadable'))

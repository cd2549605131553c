import type { Circle } from '../domain/circle.ts'
import { FORMAT } from '../domain/event.ts'
import { accept, type Outcome } from '../domain/refusal.ts'
import { closedAt } from '../domain/statements/timing.ts'
import type { KeyPair } from '../log/crypto.ts'
import { sealEvent, type Where } from '../log/envelope.ts'
import { signEvent } from '../log/signed-event.ts'
import type { Saying } from './circle-session.ts'

export type Place = { readonly id: string; readonly seq: number }

/** Said at once. */
export type Sayings = readonly [Saying, ...Saying[]]

/** What a program has to say by itself, and the key that it is sealed with. */
export interface ByProgram {
  readonly said: Sayings
  readonly key: Uint8Array
}

export interface Words {
  /** What comes second builds on the first by being in the same log after it. */
  readonly sayings: Sayings
  /** What their author was looking at, besides their own. */
  readonly seen: readonly string[]
  /** What this device said before them. */
  readonly head: Place | undefined
  readonly at: number
}

export interface SealedWords {
  /** The id of the first of them. */
  readonly id: string
  readonly last: Place
  readonly blocks: Uint8Array[]
}

/** The time that is said with them: this device's, but for a close of which other circles hear. */
export const saidAt = (circle: Circle, sayings: Sayings, now: number): number =>
  sayings.reduce((at, { type, body }) => (type === 'round.closed' ? closedAt(circle, body, now) : at), now)

/** Signs what is said, then seals it with an epoch's key. A `nonce` is 24 random bytes. */
export function sealWords(
  { sayings, seen, head, at }: Words,
  where: Where,
  sign: KeyPair,
  key: Uint8Array,
  nonce: () => Uint8Array,
): Outcome<SealedWords> {
  const [blocks, ids]: [Uint8Array[], string[]] = [[], []]
  let last = head
  for (const saying of sayings) {
    const signed = signEvent(
      contentOf(saying, ids.length === 0 ? seen : [], last, at, where.circle, sign),
      sign.secretKey,
    )
    if (!signed.ok) return signed
    last = { id: signed.value.id, seq: (last?.seq ?? 0) + 1 }
    ids.push(last.id)
    blocks.push(sealEvent(signed.value, where, key, nonce()))
  }
  return accept({ id: ids[0] ?? '', last: last ?? { id: '', seq: 0 }, blocks })
}

function contentOf(
  saying: Saying,
  seen: readonly string[],
  before: Place | undefined,
  at: number,
  circle: string,
  sign: KeyPair,
) {
  return {
    format: FORMAT,
    circle,
    device: Buffer.from(sign.publicKey).toString('hex'),
    seq: (before?.seq ?? 0) + 1,
    prev: before?.id ?? null,
    seen: seen.filter((id) => id !== before?.id).sort(),
    ...saying,
    at,
  } as const
}

import { FORMAT } from '../domain/event.ts'
import { accept, type Outcome } from '../domain/refusal.ts'
import type { KeyPair } from '../log/crypto.ts'
import { sealEvent, type Where } from '../log/envelope.ts'
import { signEvent } from '../log/signed-event.ts'
import type { Saying } from './circle-session.ts'

export type Place = { readonly id: string; readonly seq: number }

export interface Word {
  readonly saying: Saying
  /** What its author was looking at, besides their own. */
  readonly seen: readonly string[]
  /** What this device said before it. */
  readonly head: Place | undefined
  readonly at: number
}

export interface SealedWord extends Place {
  readonly block: Uint8Array
}

/** Signs what is said, then seals it with an epoch's key. `nonce` is 24 random bytes. */
export function sealWord(
  { saying, seen, head, at }: Word,
  where: Where,
  sign: KeyPair,
  key: Uint8Array,
  nonce: Uint8Array,
): Outcome<SealedWord> {
  const seq = (head?.seq ?? 0) + 1
  const content = {
    format: FORMAT,
    circle: where.circle,
    device: Buffer.from(sign.publicKey).toString('hex'),
    seq,
    prev: head?.id ?? null,
    seen: seen.filter((id) => id !== head?.id).sort(),
    ...saying,
    at,
  } as const
  const signed = signEvent(content, sign.secretKey)
  if (!signed.ok) return signed
  return accept({ id: signed.value.id, seq, block: sealEvent(signed.value, where, key, nonce) })
}

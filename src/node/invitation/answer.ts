import { z } from 'zod'
import { encodeCanonical } from '../../domain/canonical.ts'
import { Id } from '../../domain/event.ts'
import { accept, refuse, type Outcome } from '../../domain/refusal.ts'
import {
  boxOpen,
  boxSeal,
  bytesOfHex,
  hash,
  sign,
  SIGNATURE_SIZE,
  toHex,
  verify,
  type KeyPair,
} from '../../log/crypto.ts'
import type { Invite } from './invite.ts'
import { readCanonical } from './signed-text.ts'

const VERSION = 1
const LARGEST = 1024 * 1024

/** The key of one epoch and its id, in hex. */
export const EpochKey = z
  .strictObject({ id: Id, key: Id })
  .refine(({ id, key }) => id === toHex(hash(bytesOfHex(key))), 'an epoch is named by the hash of its key')
export type EpochKey = z.infer<typeof EpochKey>

/** All that a confirmed joiner needs to open the circle. `admission` is the event that admits them. */
export const Admission = z.strictObject({
  kind: z.literal('admitted'),
  request: Id,
  circle: Id,
  baseKey: Id,
  encryptionKey: Id,
  keyring: z.array(EpochKey).min(1),
  admission: Id,
})
export type Admission = z.infer<typeof Admission>

/** The reasons for which a request is over; anything else leaves the joiner waiting. */
export const FINAL_REFUSALS = ['invite-used', 'invite-expired', 'invite-revoked', 'request-cancelled'] as const
export type FinalRefusal = (typeof FINAL_REFUSALS)[number]

export const Denial = z.strictObject({
  kind: z.literal('refused'),
  request: Id,
  circle: Id,
  code: z.enum(FINAL_REFUSALS),
})
export type Denial = z.infer<typeof Denial>

export const Answer = z.discriminatedUnion('kind', [Admission, Denial])
export type Answer = z.infer<typeof Answer>

/**
 * Seals an answer to the joiner's box key (hex) and signs it with the device named in the invite: version 1,
 * signature 64, box. Refusals go the same way, or anyone on the line could end a wait.
 */
export function sealAnswer(answer: Answer, box: string, signKey: Uint8Array): Uint8Array {
  const sealed = boxSeal(Buffer.from(encodeCanonical(Answer.parse(answer)), 'utf8'), bytesOfHex(box))
  return Buffer.concat([Buffer.from([VERSION]), sign(signedPart(answer.request, sealed), signKey), sealed])
}

/**
 * Total, for bytes from anyone. Refusals: `newer-version`; `bad-signature` for another signer or another request;
 * `malformed`; `other-circle`.
 */
export function openAnswer(invite: Invite, request: string, box: KeyPair, bytes: Uint8Array): Outcome<Answer> {
  if ((bytes[0] ?? 0) > VERSION) return refuse('newer-version')
  if (bytes[0] !== VERSION || bytes.byteLength > LARGEST) return refuse('malformed')
  const [signature, sealed] = [bytes.subarray(1, 1 + SIGNATURE_SIZE), bytes.subarray(1 + SIGNATURE_SIZE)]
  if (!verify(signedPart(request, sealed), signature, bytesOfHex(invite.device))) return refuse('bad-signature')
  const text = boxOpen(sealed, box)
  const answer = text && readCanonical(text, Answer)
  if (answer === undefined || answer.request !== request) return refuse('malformed')
  return answer.circle === invite.circle ? accept(answer) : refuse('other-circle')
}

/** A key of low order cannot be sealed to, and would throw on whoever tried to answer it. */
export function canBeSealedTo(box: string): boolean {
  try {
    boxSeal(new Uint8Array(0), bytesOfHex(box))
    return true
  } catch {
    return false
  }
}

function signedPart(request: string, sealed: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from('nst/1 answer'), bytesOfHex(request), sealed])
}

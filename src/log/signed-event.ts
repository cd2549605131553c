import { byCodeUnit, decodeCanonical, encodeCanonical } from '../domain/canonical.ts'
import type { EventType } from '../domain/events.ts'
import { EventContent, type CircleEvent, type VerifyText } from '../domain/event.ts'
import { accept, refuse, type Outcome, type RefusalCode } from '../domain/refusal.ts'
import { bytesOfHex, hash, hashText, SIGNATURE_SIZE, signText, toHex, verifyText } from './crypto.ts'
import { BODY_LIMIT, EVENT_LIMIT } from './size.ts'

const CARRYING: EventType = 'word.carried'

/** An event as its device signed it: `text` is the canonical content, `id` its hash, `signature` in hex. */
export type SignedEvent = { readonly id: string; readonly text: string; readonly signature: string }

export type EventRead = { readonly event: CircleEvent } | { readonly refused: RefusalCode }

/** Refuses `too-big` for what is too big to be carried (64 KiB with what stands around it) and `malformed` for content that no peer would accept. */
export function signEvent(content: EventContent, secretKey: Uint8Array): Outcome<SignedEvent> {
  const text = canonicalText(content)
  if (text === undefined || contentOf(text) === undefined) return refuse('malformed')
  if (isTooBig(text, content)) return refuse('too-big', { limit: EVENT_LIMIT })
  return accept({ id: hashText(text), text, signature: signText(text, secretKey) })
}

/** signature(64) ‖ canonical UTF-8 text: what the envelope seals. */
export function encodeEvent(event: SignedEvent): Uint8Array {
  return Buffer.concat([bytesOfHex(event.signature, SIGNATURE_SIZE), Buffer.from(event.text, 'utf8')])
}

/** `knows`: what `verify` has found good before, on this device, by the hash of its text: an event's id. */
export type Checks = { readonly verify: VerifyText; readonly knows: VerifyText }

const AFRESH: Checks = { verify: verifyText, knows: () => false }

/** Total: whatever the bytes, an event whose signature holds or the reason why not. `writer` is hex. */
export function decodeEvent(bytes: Uint8Array, writer: string, { verify, knows }: Checks = AFRESH): EventRead {
  const signed = readSigned(bytes)
  const before = signed && contentKnown(signed, knows)
  if (signed !== undefined && before !== undefined) return { event: { ...before, id: signed.id, writer } }
  const content = signed && contentOf(signed.text)
  if (signed === undefined || content === undefined) return { refused: 'malformed' }
  if (isTooBig(signed.text, content)) return { refused: 'too-big' }
  if (!verify(signed.text, signed.signature, content.device)) return { refused: 'bad-signature' }
  return { event: { ...content, id: signed.id, writer } }
}

/** The signed form inside the bytes, not verified: for certificates, which carry it on. */
export function readSigned(bytes: Uint8Array): SignedEvent | undefined {
  if (bytes.byteLength <= SIGNATURE_SIZE) return undefined
  const content = bytes.subarray(SIGNATURE_SIZE)
  const text = utf8(content)
  // Only what is whole UTF-8 has a text, and that text has these bytes: its hash is theirs.
  return text === undefined
    ? undefined
    : { id: toHex(hash(content)), text, signature: toHex(bytes.subarray(0, SIGNATURE_SIZE)) }
}

function contentOf(text: string): EventContent | undefined {
  const parsed = EventContent.safeParse(decodeCanonical(text))
  if (!parsed.success || !('body' in parsed.data)) return undefined
  return isSortedSet(parsed.data.seen) ? parsed.data : undefined
}

/** A signature is verified last below: of a text that passed it, all the rest has been found good too. */
function contentKnown({ id, text, signature }: SignedEvent, knows: VerifyText): EventContent | undefined {
  try {
    const content = JSON.parse(text) as EventContent
    return knows(id, signature, content.device) ? content : undefined
  } catch {
    return undefined
  }
}

const isSortedSet = (ids: readonly string[]): boolean =>
  ids.every((id, index) => index === 0 || byCodeUnit(ids[index - 1] ?? '', id) < 0)

/** Measured only where it could be: in bytes a text has at most 3 a code unit. */
function isTooBig(text: string, { type, body }: EventContent): boolean {
  if (text.length * 3 <= EVENT_LIMIT) return false
  if (type !== CARRYING) return Buffer.byteLength(text, 'utf8') > EVENT_LIMIT
  return Buffer.byteLength(encodeCanonical(body), 'utf8') > BODY_LIMIT
}

function canonicalText(content: EventContent): string | undefined {
  try {
    return encodeCanonical(content)
  } catch {
    return undefined
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

import { z } from 'zod'

export const FORMAT = 'nst/1'

/** 32 bytes in lower-case hex: an id, a hash or a public key. */
export const Id = z.string().regex(/^[0-9a-f]{64}$/)
export const Signature = z.string().regex(/^[0-9a-f]{128}$/)

/**
 * What a device signs (architecture.md, law 6). `seen` holds the ids of the newest events it builds on, sorted;
 * `at` is a claim in milliseconds, for display and terms only. In the order of the canonical text, which is quicker made so.
 */
export const EventContent = z.strictObject({
  at: z.int().min(0),
  body: z.unknown(),
  /** The id of the genesis event; null only in the genesis itself. */
  circle: Id.nullable(),
  device: Id,
  format: z.literal(FORMAT),
  prev: Id.nullable(),
  seen: z.array(Id).max(256),
  seq: z.int().min(1),
  type: z.string().min(1).max(64),
})
export type EventContent = z.infer<typeof EventContent>

/** A verified event as the fold takes it: opaque ids, and the writer in whose log it was found. */
export type CircleEvent = EventContent & { readonly id: string; readonly writer: string }

/** Hash of a text in UTF-8, hex. The domain never hashes by itself; whoever hosts it passes this in. */
export type HashText = (text: string) => string
/** Ed25519 over the UTF-8 of `text`; keys and signature in hex. Total: false for anything malformed. */
export type VerifyText = (text: string, signature: string, publicKey: string) => boolean

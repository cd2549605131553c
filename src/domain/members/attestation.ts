import { encodeCanonical } from '../canonical.ts'
import { FORMAT } from '../event.ts'

/** The public keys of one device in one circle, in hex: what a person's key attests. */
export type AttestedKeys = {
  /** What the person key was derived for: the genesis's nonce for its founder, the circle's id for everyone else. */
  readonly salt: string
  readonly person: string
  readonly sign: string
  readonly box: string
  readonly writer: string
}

/**
 * What the person key signs to say "this device is mine, here". The salt ties it to one circle, and the log's
 * writer key to one log: elsewhere the same signature says nothing. It starts unlike any event, so neither can
 * pass for the other.
 */
export function attestationText({ salt, person, sign, box, writer }: AttestedKeys): string {
  return encodeCanonical({ attests: `${FORMAT} device`, box, person, salt, sign, writer })
}

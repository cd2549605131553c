import { wordlist } from '@scure/bip39/wordlists/english.js'
import { hash, stretch, toHex } from '../../log/crypto.ts'
import { inviteBytes, type Invite } from './invite.ts'

const WORDS = 5
const BITS_PER_WORD = 11
const MOST_KEPT = 8

/** 32 bytes of a secret and a salt of 16, with much work. */
export type Stretch = (secret: Uint8Array, salt: Uint8Array) => Promise<Uint8Array>

/**
 * Five words that both screens show. They are over the whole invite and the whole signed request, so whoever changed
 * either on the way shows other words; and they are dear to compute (64 MiB, about 0.1 s), so that nobody tries keys
 * until the words of another request come out.
 */
export async function requestCode(
  invite: Invite,
  signedRequest: Uint8Array,
  dearly: Stretch = stretch,
): Promise<string> {
  // Each part is hashed first: no byte can move from the one into the other.
  const both = hash(Buffer.from('nst/1 code'), hash(inviteBytes(invite)), hash(signedRequest))
  const salt = hash(Buffer.from('nst/1 code salt')).subarray(0, 16)
  const bits = Buffer.from(await onceStretched(both, salt, dearly)).readBigUInt64BE()
  const words = Array.from(
    { length: WORDS },
    (_, i) => wordlist[Number((bits >> BigInt(64 - BITS_PER_WORD * (i + 1))) & 2047n)],
  )
  return words.join(' ')
}

const kept = new Map<string, Promise<Uint8Array>>()

/** Where both screens belong to one program, as with the companions of a practice, it pays for the words once. */
function onceStretched(both: Uint8Array, salt: Uint8Array, dearly: Stretch): Promise<Uint8Array> {
  const name = toHex(both)
  const before = kept.get(name)
  if (before !== undefined) return before
  const stretching = dearly(both, salt)
  kept.set(name, stretching)
  stretching.catch(() => kept.delete(name))
  for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest)
  return stretching
}

/** Whether typed words are the code, however they were spaced, joined or capitalised. */
export function isSameCode(typed: string, code: string): boolean {
  return plain(typed) === plain(code)
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
    .join(' ')

import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { accept, refuse, type Outcome } from '../../domain/refusal.ts'
import { hash, toHex } from '../../log/crypto.ts'
import type { Chance } from '../chance.ts'
import { inviteNamedIn, openUnder, sealUnder } from './invite-seal.ts'
import { inviteId, type Invite } from './invite.ts'

/**
 * A request to join as a text that people carry, small enough for a picture that a camera reads: packed, sealed under the
 * invite, in capitals and digits alone. `NSTR` version `-` base32 of: sealed request, check 4.
 */
const VERSION = 1
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const LINE = /^NSTR(\d{1,4})-([A-Z2-7]+)$/
const CHECK_SIZE = 4
const LONGEST_TEXT = 16_384
const MOST_BYTES = 8_192

/** `sealed`: the request as it would go over a network. */
export function carriedRequest(invite: Invite, sealed: Uint8Array, chance: Chance): string {
  const signed = openUnder(invite, 'request', sealed)
  if (signed === undefined) throw new TypeError('a request that was not sealed under this invite')
  const packed = deflateRawSync(signed, { level: 9, dictionary: likeIt(invite) })
  const bytes = sealUnder(invite, 'carried request', packed, chance)
  return `NSTR${VERSION}-${toLetters(Buffer.concat([bytes, checkOf(bytes)]))}`
}

/**
 * Which invite such a text is for (its id), and what it holds. Space and line breaks, small letters and what surrounds it are
 * forgiven. Refusals: `not-a-request`, `newer-version`.
 */
export function readCarried(text: string): Outcome<{ readonly invite: string; readonly bytes: Uint8Array }> {
  const line = text.length > LONGEST_TEXT ? null : LINE.exec(text.replace(/\s+/g, '').toUpperCase())
  if (line === null) return refuse('not-a-request')
  if (Number(line[1]) > VERSION) return refuse('newer-version')
  const whole = fromLetters(line[2]!)
  const bytes = whole.subarray(0, Math.max(0, whole.length - CHECK_SIZE))
  const isWhole = checkOf(bytes).equals(whole.subarray(bytes.length)) && toLetters(whole) === line[2]
  if (!isWhole) return refuse('not-a-request')
  const invite = inviteNamedIn(bytes)
  return invite === undefined ? refuse('not-a-request') : accept({ invite, bytes })
}

/** As it would have come over a network; `undefined` for what was not sealed under this invite. Total. */
export function asKnocked(invite: Invite, bytes: Uint8Array, chance: Chance): Uint8Array | undefined {
  const packed = openUnder(invite, 'carried request', bytes)
  if (packed === undefined) return undefined
  try {
    const signed = inflateRawSync(packed, { dictionary: likeIt(invite), maxOutputLength: MOST_BYTES })
    return sealUnder(invite, 'request', signed, chance)
  } catch {
    return undefined
  }
}

/** What both sides know of it beforehand is not carried. */
const likeIt = (invite: Invite): Buffer =>
  Buffer.from(
    `0123456789abcdef"},"name":"","person":"{"circle":"${invite.circle}","format":"nst/1 request","invite":"${inviteId(invite)}","joiner":{"device":{"attestation":"","box":"","sign":"","writer":"`,
  )

const checkOf = (bytes: Uint8Array): Buffer =>
  Buffer.from(toHex(hash(Buffer.from('nst/1 carried request check'), bytes)), 'hex').subarray(0, CHECK_SIZE)

function toLetters(bytes: Uint8Array): string {
  let [text, bits, held] = ['', 0, 0]
  for (const byte of bytes) {
    held = (held << 8) | byte
    for (bits += 8; bits >= 5; bits -= 5) text += LETTERS[(held >> (bits - 5)) & 31]
    held &= 0xff
  }
  return bits === 0 ? text : text + LETTERS[(held << (5 - bits)) & 31]
}

function fromLetters(text: string): Buffer {
  const bytes: number[] = []
  let [bits, held] = [0, 0]
  for (const letter of text) {
    held = ((held << 5) | LETTERS.indexOf(letter)) & 0xfff
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes.push((held >> bits) & 0xff)
  }
  return Buffer.from(bytes)
}

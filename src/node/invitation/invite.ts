import { z } from 'zod'
import { Id } from '../../domain/event.ts'
import { accept, refuse, type Outcome } from '../../domain/refusal.ts'
import { equalBytes, hash, toHex } from '../../log/crypto.ts'
import type { Chance } from '../chance.ts'

/** 2 says how the circle's founder knows themselves. */
const VERSIONS = { plain: 1, founding: 2 } as const
const NEWEST = VERSIONS.founding
const CHECK_SIZE = 4
/** version 1, circle 32, device 32, secret 32, expiry 6, number of addresses 1. */
const FIXED_SIZE = 104
/** nonce 32, mark 8, before the addresses. */
const FOUNDING_SIZE = 40
const LONGEST_LINE = 8192
const MOST_ADDRESSES = 16
const WEEK = 7 * 24 * 60 * 60 * 1000
const LINE = /^nst(\d{1,9})-([\w-]+)$/

/** Among the addresses: the inviter can be met over the internet, by what is made of the secret. */
export const OVER_INTERNET = 'internet'

/** Keys in hex. `device` is the inviter's signing key in the circle; `expires` is in ms, by the inviter's clock. */
export const Invite = z.strictObject({
  version: z.literal([VERSIONS.plain, VERSIONS.founding]),
  circle: Id,
  device: Id,
  secret: Id,
  expires: z
    .int()
    .min(0)
    .max(2 ** 48 - 1),
  /** Where the inviter may be met: printable ASCII, each at most 255 long. */
  addresses: z.array(z.string().regex(/^[!-~]{1,255}$/)).max(MOST_ADDRESSES),
  /**
   * What the founder's key was derived from, and a mark of that key: with these and their recovery words the founder comes
   * back as themselves. To everyone else they are random.
   */
  founding: z
    .strictObject({ nonce: Id, mark: z.string().regex(/^[0-9a-f]{16}$/) })
    .nullable()
    .default(null),
})
export type Invite = z.infer<typeof Invite>

export type InviteWish = {
  readonly circle: string
  readonly device: string
  readonly addresses: readonly string[]
  readonly now: number
  /** In ms; seven days if left out. */
  readonly lasts?: number
  readonly founding?: Invite['founding']
}

export function newInvite(wish: InviteWish, chance: Chance): Invite {
  const { circle, device, addresses, now, lasts = WEEK, founding = null } = wish
  const secret = toHex(chance(32))
  const version = founding === null ? VERSIONS.plain : VERSIONS.founding
  return Invite.parse({ version, circle, device, secret, expires: now + lasts, addresses, founding })
}

/** Tells a founder's key (hex) from every other, and says nothing of it to who does not have it. */
export function founderMark(nonce: string, person: string): string {
  const mark = hash(Buffer.from('nst/1 founder mark'), Buffer.from(nonce, 'hex'), Buffer.from(person, 'hex'))
  return toHex(mark.subarray(0, 8))
}

/** Names an invite without giving its secret away. */
export function inviteId(invite: Invite): string {
  return toHex(hash(Buffer.from('nst/1 invite'), Buffer.from(invite.secret, 'hex')))
}

export const inviteExpired = (invite: Invite, now: number): boolean => now >= invite.expires

/** The bytes that both sides' code is made over; the same invite gives the same bytes. */
export function inviteBytes(invite: Invite): Buffer {
  const head = Buffer.alloc(FIXED_SIZE)
  head.writeUInt8(invite.version, 0)
  head.write(invite.circle + invite.device + invite.secret, 1, 'hex')
  head.writeUIntBE(invite.expires, 97, 6)
  head.writeUInt8(invite.addresses.length, 103)
  const addresses = invite.addresses.flatMap((text) => [Buffer.from([text.length]), Buffer.from(text, 'ascii')])
  const { nonce = '', mark = '' } = invite.founding ?? {}
  return Buffer.concat([head, Buffer.from(nonce + mark, 'hex'), ...addresses])
}

/** One line of text. Whoever has it may ask to be let in, and no more than ask. */
export function encodeInvite(invite: Invite): string {
  const bytes = inviteBytes(invite)
  return `nst${invite.version}-${Buffer.concat([bytes, checkOf(bytes)]).toString('base64url')}`
}

/** Space and line breaks that a mail program put in are forgiven. Refusals: `not-an-invite`, `newer-version`. */
export function decodeInvite(text: string): Outcome<Invite> {
  const line = text.length > LONGEST_LINE ? null : LINE.exec(text.replace(/\s+/g, ''))
  if (line === null) return refuse('not-an-invite')
  if (Number(line[1]) > NEWEST) return refuse('newer-version')
  const whole = Buffer.from(line[2]!, 'base64url')
  const bytes = whole.subarray(0, Math.max(0, whole.length - CHECK_SIZE))
  // A letter lost in copying is told at once, not after days of waiting for an answer.
  if (!equalBytes(whole.subarray(bytes.length), checkOf(bytes))) return refuse('not-an-invite')
  const invite = readInvite(bytes)
  // One invite has one line: the id, the code and a search in old mails rely on it.
  return invite !== undefined && encodeInvite(invite) === line[0] ? accept(invite) : refuse('not-an-invite')
}

function readInvite(bytes: Buffer): Invite | undefined {
  const isFounding = bytes[0] === VERSIONS.founding
  const size = FIXED_SIZE + (isFounding ? FOUNDING_SIZE : 0)
  if (bytes.length < size) return undefined
  const [nonce, mark] = [bytes.subarray(FIXED_SIZE, FIXED_SIZE + 32), bytes.subarray(FIXED_SIZE + 32, size)]
  const invite = Invite.safeParse({
    version: bytes[0],
    circle: toHex(bytes.subarray(1, 33)),
    device: toHex(bytes.subarray(33, 65)),
    secret: toHex(bytes.subarray(65, 97)),
    expires: bytes.readUIntBE(97, 6),
    addresses: readAddresses(bytes.subarray(size), bytes[FIXED_SIZE - 1]!),
    founding: isFounding ? { nonce: toHex(nonce), mark: toHex(mark) } : null,
  })
  return invite.success ? invite.data : undefined
}

function readAddresses(bytes: Buffer, count: number): string[] {
  const addresses: string[] = []
  let at = 0
  while (at < bytes.length && addresses.length < count) {
    const end = at + 1 + bytes[at]!
    addresses.push(bytes.toString('latin1', at + 1, end))
    at = end
  }
  return addresses
}

const checkOf = (bytes: Uint8Array): Uint8Array =>
  hash(Buffer.from('nst/1 invite check'), bytes).subarray(0, CHECK_SIZE)

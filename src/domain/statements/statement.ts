import { z } from 'zod'
import { Signed } from '../certificates/certificate.ts'
import { Id, Signature, type HashText } from '../event.ts'
import { encodeCanonical } from '../canonical.ts'
import { Name } from '../words.ts'

/** What a circle tells another, in bytes of its one form: what is larger is not read. */
export const STATEMENT_LIMIT = 60_000
/** How long a statement may be told after it was issued, at most. */
export const LONGEST_LIFE_MS = 11 * 366 * 86_400_000

/** [Q12] No statement is issued later, so that something can still be said after each: it ends with the dates that there are. */
export const LATEST_ISSUED = 8.64e15 - LONGEST_LIFE_MS

/** A circle that something came through, and when that one's device says it did. */
export const Hop = z.strictObject({ at: z.int().min(0), circle: Id, name: Name })
export type Hop = z.infer<typeof Hop>
/** How many circles something may come through. */
export const MOST_HOPS = 8

/**
 * [Q8] What the nodes of both circles meet by: a key of which only who is in this circle holds the other half, and how many
 * epochs of the circle came before it. What carries the statement learns nothing by it.
 */
export const MeetingKey = z.strictObject({ key: Id, turn: z.int().min(0) })
export type MeetingKey = z.infer<typeof MeetingKey>

/** [Q2] What each kind says besides what its certificate holds: that is in the certificate's own words. */
const Says = z.discriminatedUnion('kind', [
  /** `after`: the agreements, of either circle, that had ended it, as far as this one's consent knew of them. */
  z.strictObject({ after: z.array(Id).max(8).optional(), kind: z.literal('link'), meet: MeetingKey.optional() }),
  z.strictObject({ kind: z.literal('unlink') }),
  /** Who sits in a seat, and who that is in the other circle; `after`: the agreements on this seat that its certificate knew of. */
  z.strictObject({ after: z.array(Id).max(64), as: Id.nullable(), kind: z.literal('delegate') }),
  /** Somebody who sat in a seat is of the circle no more; `seat`: whom the other circle had sent, and in which seat of theirs. */
  z.strictObject({ kind: z.literal('recall'), seat: z.int().min(1).max(3).optional() }),
  z.strictObject({ kind: z.literal('objection') }),
  /** `came`: how the objection got here, for the circle that it came from. */
  z.strictObject({ came: z.array(Hop).max(MOST_HOPS), kind: z.literal('answer') }),
])
export type Says = z.infer<typeof Says>
export type StatementKind = Says['kind']

/** What is signed, in the order of its canonical text; its hash is the statement's id, whoever of the circle signed it. */
export const StatementContent = z.strictObject({
  /** The agreement that authorises it. */
  agreement: Id,
  /** Until when it may be told. Milliseconds; a claim. */
  expires: z.int().min(0),
  from: Id,
  fromName: Name,
  /** When that agreement was made. */
  issued: z.int().min(0),
  says: Says,
  to: Id,
  version: z.literal('nst/1 statement'),
})
export type StatementContent = z.infer<typeof StatementContent>

/** A small document that one circle's device signs for another circle, with all that is needed to check it. */
export const StatementFile = z.strictObject({
  statement: StatementContent,
  device: Id,
  signature: Signature,
  /** How the device came to be known in its circle, where the certificate does not say so. */
  doors: z.array(Signed).min(1).max(64).optional(),
  certificate: z.unknown(),
})
export type StatementFile = z.infer<typeof StatementFile>

export function statementId(content: StatementContent, hash: HashText): string {
  return hash(encodeCanonical(content))
}

/** What the device signs: it is its own word, and for no other place. */
export function statementText(content: StatementContent, device: string): string {
  return encodeCanonical({ device, states: content })
}

/** Bytes of a text in UTF-8. */
export function bytesIn(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

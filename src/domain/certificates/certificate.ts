import { z } from 'zod'
import type { AgreementRecord, Circle } from '../circle.ts'
import { validCloses } from '../agreements/queries.ts'
import { byCodeUnit, encodeCanonical } from '../canonical.ts'
import { inPast, pastOf, type Past } from '../causality.ts'
import { EventContent, Signature } from '../event.ts'

/**
 * [K1] A certificate holds what anyone needs, years later, to check that everyone whom a round asked consented to exactly
 * these words: the genesis, the admissions that lead to each person asked, the version, the round, each response and the
 * close, all as their devices signed them.
 */
export const CertificateFile = z.strictObject({
  certificate: z.literal('nst/1 certificate'),
  genesis: z.lazy(() => Signed),
  admissions: z.array(z.lazy(() => Signed)).max(256),
  version: z.lazy(() => Signed),
  round: z.lazy(() => Signed),
  responses: z.array(z.lazy(() => Signed)).max(256),
  close: z.lazy(() => Signed),
})
export type CertificateFile = z.infer<typeof CertificateFile>

/** An event as its device signed it, and the id of the log it stood in. */
const Signed = z.strictObject({ event: EventContent, signature: Signature })
export type Signed = z.infer<typeof Signed>

/** The ids of the events that certify an agreement, by their part in it. */
export interface CertificateParts {
  readonly genesis: string
  readonly admissions: readonly string[]
  readonly version: string
  readonly round: string
  readonly responses: readonly string[]
  readonly close: string
}

/** What an agreement's certificate is made of; null where it has no valid close. Of two closes, the first by id. */
export function certificateParts(circle: Circle, agreement: AgreementRecord): CertificateParts | null {
  const close = validCloses(agreement)[0]
  const round = circle.rounds.get(agreement.round)
  if (close === undefined || round === undefined || circle.genesis === null) return null
  const admissions = new Set<string>()
  const responses = close.consents.map((consent) => consent.response)
  const past = pastOf(close.stamp)
  for (const id of [close.id, round.id, close.version, ...responses]) addDoors(circle, past, id, admissions)
  admissions.delete(circle.genesis.stamp.id)
  return {
    genesis: circle.id,
    admissions: [...admissions].sort(byCodeUnit),
    version: close.version,
    round: round.id,
    responses,
    close: close.id,
  }
}

/** [K2] The one text of a certificate: canonical, so that a changed byte is a changed certificate. */
export function certificateText(parts: CertificateParts, events: ReadonlyMap<string, Signed>): string {
  const signed = (id: string) => events.get(id)
  return encodeCanonical({
    certificate: 'nst/1 certificate',
    genesis: signed(parts.genesis),
    admissions: parts.admissions.map(signed),
    version: signed(parts.version),
    round: signed(parts.round),
    responses: parts.responses.map(signed),
    close: signed(parts.close),
  })
}

/** How the device behind a word, and its person, came to be known here before the close, back to the founder. */
function addDoors(circle: Circle, past: Past, word: string, found: Set<string>): void {
  const act = circle.counted.get(word)
  const doors = inPast(past, circle.devices.get(act?.device ?? '')?.bindings ?? [])
  // What calls a person by a name is their admission: another device of theirs says none.
  const isNamed = doors.some(({ as }) => as === 'person')
  const admissions = isNamed ? [] : inPast(past, circle.members.get(act?.person ?? '')?.admissions ?? [])
  for (const { stamp } of [...doors, ...admissions]) {
    if (found.has(stamp.id)) continue
    found.add(stamp.id)
    addDoors(circle, past, stamp.id, found)
  }
}

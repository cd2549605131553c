import { certificateParts, eventsOf, certificateText, type Signed } from '../certificates/certificate.ts'
import { decodeCanonical, encodeCanonical } from '../canonical.ts'
import { EVERYTHING, inPast, pastOf, saw, type Stamp } from '../causality.ts'
import type { AgreementRecord, Circle } from '../circle.ts'
import { validCloses } from '../agreements/queries.ts'
import { purpose } from '../purpose.ts'
import type { Effect } from '../proposals/effect.ts'
import { endsIn } from '../links/agreed.ts'
import { unlinksOf } from '../links/queries.ts'
import { toldBy } from './queries.ts'
import { statementText, type Says, type StatementContent, type StatementFile } from './statement.ts'

const DAY_MS = 86_400_000
const YEAR_MS = 366 * DAY_MS

/** A statement before it is signed, and the events that have to go with it. */
export interface StatementDraft {
  readonly content: StatementContent
  readonly events: readonly string[]
  readonly doors: readonly string[]
}

/** What this circle says to another by one of its agreements; null where it has no certificate. */
export function draftStatement(
  circle: Circle,
  agreement: AgreementRecord,
  { says, to, device }: { readonly says: Says; readonly to: string; readonly device: string },
): StatementDraft | null {
  const parts = certificateParts(circle, agreement)
  const close = circle.closes.get(parts?.close ?? '')
  if (parts === null || close === undefined) return null
  const content: StatementContent = {
    version: 'nst/1 statement',
    from: circle.id,
    fromName: purpose(circle).name,
    to,
    says,
    agreement: agreement.id,
    issued: close.at,
    expires: expiryOf(close.effect, close.at),
  }
  const held = new Set([...parts.admissions, circle.id])
  const doors = doorsTo(circle, device, held, new Set())
  return { content, events: eventsOf(parts), doors: doors.filter((id) => !held.has(id)) }
}

/** [Q2] A link may be told as long as it lasts, and a while longer; all else for a year. */
function expiryOf(effect: Effect | null, issued: number): number {
  const until = effect?.kind === 'link' || effect?.kind === 'seat' ? effect.until : null
  const end = until === null ? issued : Date.parse(`${until}T00:00:00Z`)
  return Math.min(Math.max(end, issued) + YEAR_MS, issued + 10 * YEAR_MS)
}

/** How a device came in, back to somebody whom the certificate holds. */
function doorsTo(circle: Circle, device: string, held: ReadonlySet<string>, found: Set<string>): string[] {
  for (const { stamp } of inPast(EVERYTHING, circle.devices.get(device)?.bindings ?? [])) {
    if (found.has(stamp.id) || held.has(stamp.id)) continue
    found.add(stamp.id)
    const by = circle.counted.get(stamp.id)
    doorsTo(circle, by?.device ?? '', held, found)
    const person = circle.devices.get(device)?.bindings.find((one) => one.stamp.id === stamp.id)
    if (person?.as === 'device')
      for (const one of circle.members.get(person.person)?.admissions ?? []) {
        if (held.has(one.stamp.id) || found.has(one.stamp.id)) continue
        found.add(one.stamp.id)
        doorsTo(circle, circle.counted.get(one.stamp.id)?.device ?? '', held, found)
      }
  }
  return [...found].sort()
}

/** The whole statement, in its one form. `sign` signs with the device's key. */
export function statementFile(
  circle: Circle,
  agreement: AgreementRecord,
  { content, doors }: StatementDraft,
  signing: {
    readonly device: string
    readonly sign: (text: string) => string
    readonly events: ReadonlyMap<string, Signed>
  },
): string {
  const { device, sign, events } = signing
  const parts = certificateParts(circle, agreement)
  const certificate = parts === null ? null : decodeCanonical(certificateText(parts, events))
  const admissions = doors.flatMap((id) => events.get(id) ?? [])
  const file: StatementFile = {
    statement: content,
    device,
    signature: sign(statementText(content, device)),
    ...(admissions.length > 0 && { doors: admissions }),
    certificate,
  }
  return encodeCanonical(file)
}

/** [Q3] The ends of a link, by either circle, that this one's consent to it knew of: only then it begins anew. */
export function endsKnown(circle: Circle, agreement: AgreementRecord, other: string): string[] {
  const closes = validCloses(agreement)
  const knew = (stamp: Stamp) => closes.some((close) => saw(close.stamp, stamp))
  const own = unlinksOf(circle, EVERYTHING, other).filter(({ stamp }) => knew(stamp))
  const told = toldBy(circle, EVERYTHING, other).filter(({ tellings }) => tellings.some(({ stamp }) => knew(stamp)))
  const ends = [
    ...told.flatMap(({ statement }) => endsIn(statement).map((end) => ({ end, at: statement.issued }))),
    ...own.map((close) => ({ end: close.agreement, at: close.at })),
  ]
  return [...new Set(ends.sort((a, b) => a.at - b.at).map(({ end }) => end))].slice(-8)
}

/** [Q4] The agreements on the same seat that this one's certificate knew of. */
export function seatsBefore(circle: Circle, agreement: AgreementRecord): string[] {
  const slot = circle.proposals.get(agreement.proposal)?.slot
  const closes = validCloses(agreement)
  const before = (slot?.closes ?? []).filter(
    ({ problem, agreement: other, stamp }) =>
      problem === null &&
      other !== agreement.id &&
      closes.some((close) => pastOf(close.stamp).has(stamp) && saw(close.stamp, stamp)),
  )
  return [...new Set(before.map((close) => close.agreement))].sort().slice(-64)
}

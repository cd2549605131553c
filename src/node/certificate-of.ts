import { certificateParts, certificateText, eventsOf, type Signed } from '../domain/certificates/certificate.ts'
import type { AgreementRecord } from '../domain/circle.ts'
import type { CircleSession } from './circle-session.ts'

/** An agreement's certificate as a file's text; null where it has none. */
export async function certificateOf(session: CircleSession, agreement: AgreementRecord): Promise<string | null> {
  const parts = certificateParts(session.circle, agreement)
  if (parts === null) return null
  const signed = new Map<string, Signed>()
  for (const id of eventsOf(parts)) {
    const found = await session.follower.signed(id)
    const carried = session.circle.evidence.carried.get(id)
    if (found !== undefined)
      signed.set(id, { event: JSON.parse(found.text) as Signed['event'], signature: found.signature })
    else if (carried !== undefined) signed.set(id, { event: carried.event, signature: carried.signature })
    else throw new Error(`no signed event ${id}`)
  }
  return certificateText(parts, signed)
}

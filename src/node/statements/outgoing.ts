import { decodeCanonical } from '../../domain/canonical.ts'
import type { Signed } from '../../domain/certificates/certificate.ts'
import { purpose } from '../../domain/purpose.ts'
import { draftStatement, statementFile, type StatementDraft } from '../../domain/statements/issue.ts'
import type { Body } from '../../domain/events.ts'
import { statementId } from '../../domain/statements/statement.ts'
import { hashText, signText } from '../../log/crypto.ts'
import type { CircleSession } from '../circle-session.ts'
import { deviceKeys } from '../identity.ts'
import { meetingKeyOf } from '../linking/link-secrets.ts'
import { intentsFor, passagesTo, type Intent, type Passage } from './intents.ts'

/** What is written into the other circle's log. */
export type Telling = Body<'statement.told'>

export interface Outgoing {
  readonly kind: string
  readonly id: string
  readonly telling: Telling
}

/** Something that is to be said and is not made yet. */
export interface Meant {
  readonly kind: string
  readonly id: string
  readonly make: () => Promise<Telling | null>
}

interface Skip {
  readonly intent: (one: Intent) => boolean
  readonly passage: (one: Passage) => boolean
}

/** What one circle has to say to another, or through it; `skip` says what need not be made. */
export async function outgoingTo(
  session: CircleSession,
  other: string,
  there: string | null,
  skip: Skip,
): Promise<Outgoing[]> {
  const found: Outgoing[] = []
  for (const { kind, id, make } of meantFor(session, other, there, skip)) {
    const telling = await make()
    if (telling !== null) found.push({ kind, id, telling })
  }
  return found
}

/** The same by ids only, which are the same whoever of the circle says it. */
export function meantFor(session: CircleSession, other: string, there: string | null, skip: Skip): Meant[] {
  const { circle, me } = session
  const speaker = { here: me, there, meet: meetingKeyOf(circle, session.keys(), other) }
  const own = intentsFor(circle, other, speaker).flatMap((one): Meant[] => {
    const draft = skip.intent(one) ? null : draftStatement(circle, one.agreement, { ...one, device: session.device })
    if (draft === null) return []
    const make = async () => ({ statement: await stated(session, one, draft), through: null, hops: [] })
    return [{ kind: one.says.kind, id: statementId(draft.content, hashText), make }]
  })
  const others = passagesTo(circle, other, purpose(circle).name).flatMap((one): Meant[] => {
    if (skip.passage(one)) return []
    const kind = circle.statements.told.get(one.statement)?.statement.kind ?? ''
    const make = async () => {
      const statement = await asWritten(session, one.statement)
      return statement === null ? null : { statement, through: circle.id, hops: [...one.hops] }
    }
    return [{ kind, id: one.statement, make }]
  })
  return [...own, ...others]
}

/** Signed by this device, with the certificate. */
async function stated(
  session: CircleSession,
  { agreement }: Intent,
  draft: StatementDraft,
): Promise<Telling['statement']> {
  const { circle, device, follower } = session
  const events = new Map<string, Signed>()
  for (const id of [...draft.events, ...draft.doors]) {
    const found = await follower.signed(id)
    if (found === undefined) throw new Error(`no signed event ${id}`)
    events.set(id, { event: JSON.parse(found.text) as Signed['event'], signature: found.signature })
  }
  const { secretKey } = deviceKeys(session.keys().device).sign
  const sign = (text: string) => signText(text, secretKey)
  return decodeCanonical(statementFile(circle, agreement, draft, { device, sign, events })) as Telling['statement']
}

/** A statement just as somebody wrote it in here. */
async function asWritten({ circle, follower }: CircleSession, id: string): Promise<Record<string, unknown> | null> {
  const event = circle.statements.told.get(id)?.tellings[0]?.id
  const signed = event === undefined ? undefined : await follower.signed(event)
  if (signed === undefined) return null
  const { body } = JSON.parse(signed.text) as { body: Telling }
  return body.statement
}

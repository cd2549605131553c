import { decodeCanonical } from '../../domain/canonical.ts'
import type { Signed } from '../../domain/certificates/certificate.ts'
import { purpose } from '../../domain/purpose.ts'
import { draftStatement, statementFile } from '../../domain/statements/issue.ts'
import type { Body } from '../../domain/events.ts'
import { statementId } from '../../domain/statements/statement.ts'
import { hashText, signText } from '../../log/crypto.ts'
import type { CircleSession } from '../circle-session.ts'
import { deviceKeys } from '../identity.ts'
import { intentsFor, passagesTo, type Intent, type Passage } from './intents.ts'

/** What is written into the other circle's log. */
export type Telling = Body<'statement.told'>

export interface Outgoing {
  readonly kind: string
  readonly id: string
  readonly telling: Telling
}

/** What one circle has to say to another, or through it; `skip` says what need not be made. */
export async function outgoingTo(
  session: CircleSession,
  other: string,
  there: string | null,
  skip: { readonly intent: (one: Intent) => boolean; readonly passage: (one: Passage) => boolean },
): Promise<Outgoing[]> {
  const { circle, me } = session
  const found: Outgoing[] = []
  for (const one of intentsFor(circle, other, { here: me, there })) {
    if (skip.intent(one)) continue
    const made = await stated(session, one)
    if (made === null) continue
    const { kind, id, statement } = made
    found.push({ kind, id, telling: { statement, through: null, hops: [] } })
  }
  for (const one of passagesTo(circle, other, purpose(circle).name)) {
    if (skip.passage(one)) continue
    const statement = await asWritten(session, one.statement)
    const kind = circle.statements.told.get(one.statement)?.statement.kind ?? ''
    if (statement !== null)
      found.push({ kind, id: one.statement, telling: { statement, through: circle.id, hops: [...one.hops] } })
  }
  return found
}

/** Signed by this device, with the certificate. */
async function stated(session: CircleSession, { agreement, says, to }: Intent) {
  const { circle, device, follower } = session
  const draft = draftStatement(circle, agreement, { says, to, device })
  if (draft === null) return null
  const events = new Map<string, Signed>()
  for (const id of [...draft.events, ...draft.doors]) {
    const found = await follower.signed(id)
    if (found === undefined) throw new Error(`no signed event ${id}`)
    events.set(id, { event: JSON.parse(found.text) as Signed['event'], signature: found.signature })
  }
  const { secretKey } = deviceKeys(session.keys().device).sign
  const sign = (text: string) => signText(text, secretKey)
  const text = statementFile(circle, agreement, draft, { device, sign, events })
  return {
    kind: says.kind,
    id: statementId(draft.content, hashText),
    statement: decodeCanonical(text) as Record<string, unknown>,
  }
}

/** A statement just as somebody wrote it in here. */
async function asWritten({ circle, follower }: CircleSession, id: string): Promise<Record<string, unknown> | null> {
  const event = circle.statements.told.get(id)?.tellings[0]?.id
  const signed = event === undefined ? undefined : await follower.signed(event)
  if (signed === undefined) return null
  const { body } = JSON.parse(signed.text) as { body: Telling }
  return body.statement
}

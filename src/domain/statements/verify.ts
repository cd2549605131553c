import { CanonicalError, decodeCanonical, encodeCanonical } from '../canonical.ts'
import { checkCertificate, admitMore } from '../certificates/verify.ts'
import { Fault, type CertificateFault } from '../certificates/fault.ts'
import type { Effect, EffectOf } from '../proposals/effect.ts'
import type { Tools } from '../kind.ts'
import { seatOfRole } from '../links/effects.ts'
import {
  bytesIn,
  LATEST_ISSUED,
  LONGEST_LIFE_MS,
  STATEMENT_LIMIT,
  StatementFile,
  statementId,
  statementText,
  type Hop,
  type MeetingKey,
  type StatementContent,
  type StatementKind,
} from './statement.ts'

/** What a statement turned out to say, by whom. Small: the certificate is not kept. */
export interface Statement {
  readonly id: string
  readonly kind: StatementKind
  readonly from: string
  readonly fromName: string
  readonly to: string
  /** Of the statements of one circle on one subject, the newer counts. */
  readonly subject: string
  readonly agreement: string
  readonly issued: number
  readonly expires: number
  /** Who signed it, in their own circle. */
  readonly person: string
  readonly name: string
  /** What the other circle agreed on, in its own words. */
  readonly title: string
  readonly text: string
  readonly link: EffectOf<'link'> | null
  /** [Q8] Of a consent to a link: what the nodes of both circles may meet by. */
  readonly meet: MeetingKey | null
  /** Whom it is about there: who holds the seat, or who was removed; of an answer, the agreement that objected. */
  readonly about: string | null
  readonly seat: number
  /** Who the delegate is in the circle it is for. */
  readonly as: string | null
  readonly after: readonly string[]
  readonly concerns: string | null
  /** The statement that it answers. */
  readonly objection: string | null
  readonly came: readonly Hop[]
}

export type StatementFault = CertificateFault | 'not-a-statement' | 'statement-too-big' | 'practice'
export type StatementVerdict =
  { readonly valid: true; readonly statement: Statement } | { readonly valid: false; readonly why: StatementFault }

/**
 * [Q2] Checks a statement without any log. *Valid* means what the certificate's validity means, and that somebody whom that
 * circle let in says it for their circle. Whether it has expired, or another has come since, is for whoever takes it in.
 */
export function verifyStatement(text: string, tools: Tools): StatementVerdict {
  if (text.length > STATEMENT_LIMIT || isTooBig(text)) return { valid: false, why: 'statement-too-big' }
  return checkFile(decodeCanonical(text), tools)
}

/** The same of a line of a file, where it may stand with the way that it came. */
export function verifyLine(line: string, tools: Tools): StatementVerdict {
  if (line.length > 2 * STATEMENT_LIMIT) return { valid: false, why: 'statement-too-big' }
  const value = decodeCanonical(line.trim())
  const isTelling = typeof value === 'object' && value !== null && 'through' in value && 'statement' in value
  return checkStatement(isTelling ? value.statement : value, tools)
}

/** The same of one inside an event, which is in its one form already. Total. */
export function checkStatement(value: unknown, tools: Tools): StatementVerdict {
  return checkFile(value, tools, () => isTooBig(encodeCanonical(value)))
}

/** In UTF-8 a code unit is at most three bytes: most texts need not be counted. */
const isTooBig = (text: string): boolean => text.length * 3 > STATEMENT_LIMIT && bytesIn(text) > STATEMENT_LIMIT

function checkFile(value: unknown, tools: Tools, isTooLong = () => false): StatementVerdict {
  try {
    const file = StatementFile.safeParse(value)
    if (!file.success) return { valid: false, why: 'not-a-statement' }
    if (isTooLong()) return { valid: false, why: 'statement-too-big' }
    return check(file.data, tools)
  } catch (error) {
    if (error instanceof Fault) return { valid: false, why: error.why }
    if (error instanceof CanonicalError) return { valid: false, why: 'not-a-statement' }
    throw error
  }
}

function check(file: StatementFile, tools: Tools): StatementVerdict {
  const { statement: content, device, signature } = file
  const { certificate, effect, people, close } = checkCertificate(file.certificate, tools, content.from)
  if (certificate.practice) return { valid: false, why: 'practice' }
  const known = file.doors === undefined ? people : admitMore(people, file.doors, content.from, tools)
  const signer = known.get(device)
  if (signer === undefined) throw new Fault('not-by-a-member')
  if (!tools.verify(statementText(content, device), signature, device)) throw new Fault('bad-signature')
  const { issued, expires } = content
  const isTimely =
    issued === close.at && issued <= LATEST_ISSUED && issued < expires && expires - issued <= LONGEST_LIFE_MS
  if (content.agreement !== certificate.agreement || content.to === content.from || !isTimely)
    throw new Fault('not-these-words')
  const { title, text } = certificate
  const statement = statementOf(content, statementId(content, tools.hash), { signer, effect, title, text })
  if (statement === null) throw new Fault('not-these-words')
  return { valid: true, statement }
}

/** What stands in a certificate, and who signed the statement. */
export interface Grounds {
  readonly signer: { readonly person: string; readonly name: string }
  readonly effect: Effect | null
  readonly title: string
  readonly text: string
}

/** What a statement says, once it is known that it may; null where its certificate is about something else. */
export function statementOf(
  content: StatementContent,
  id: string,
  { signer, effect, title, text }: Grounds,
): Statement | null {
  const said = whatItSays(content, effect, signer.person)
  if (said === null) return null
  const { from, fromName, to, says, agreement, issued, expires } = content
  const { person, name } = signer
  const plain = { id, kind: says.kind, from, fromName, to, agreement, issued, expires, person, name, title, text }
  return { ...plain, ...NOTHING, ...said }
}

const NOTHING = {
  link: null,
  meet: null,
  about: null,
  seat: 0,
  as: null,
  after: [],
  concerns: null,
  objection: null,
  came: [],
}
type Said = Partial<Statement> & { readonly subject: string }

/** Only what the circle agreed on is said for it: the certificate's effect is what the statement claims. */
function whatItSays(content: StatementContent, effect: Effect | null, signer: string): Said | null {
  const { to, says, agreement } = content
  switch (says.kind) {
    case 'link':
      return effect?.kind === 'link' && effect.circle === to
        ? { subject: 'link', link: effect, meet: says.meet ?? null, after: says.after ?? [] }
        : null
    case 'unlink':
      return effect?.kind === 'unlink' && effect.circles.includes(to) ? { subject: 'link' } : null
    case 'delegate':
      return delegateSays(to, says, effect, signer)
    case 'recall':
      return effect?.kind === 'remove'
        ? { subject: `recall:${effect.person}`, about: effect.person, seat: says.seat ?? 0 }
        : null
    case 'objection':
      return effect?.kind === 'objects' && effect.to === to
        ? { subject: `objection:${agreement}`, concerns: effect.concerns }
        : null
    case 'answer': {
      if (effect?.kind !== 'answers' || effect.to !== to) return null
      const { objection, agreement: about } = effect
      return { subject: `answer:${objection}`, objection, about, came: says.came }
    }
    default:
      return null
  }
}

/** [Q4] A delegate says with their own key who they are in the other circle; that a seat is empty, anyone of theirs says. */
function delegateSays(
  to: string,
  { as, after }: Extract<StatementContent['says'], { kind: 'delegate' }>,
  effect: Effect | null,
  signer: string,
): Said | null {
  const seat = effect?.kind === 'seat' ? seatOfRole(effect.role) : null
  if (effect?.kind !== 'seat' || seat?.circle !== to || (effect.person === null) !== (as === null)) return null
  if (effect.person !== null && effect.person !== signer) return null
  return { subject: `seat:${seat.seat}`, seat: seat.seat, about: effect.person, as, after }
}

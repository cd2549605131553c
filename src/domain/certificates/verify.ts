import { eventBodies, type Body, type EventType } from '../events.ts'
import { agreementId } from '../agreements/queries.ts'
import { decodeCanonical, encodeCanonical } from '../canonical.ts'
import type { Tools } from '../kind.ts'
import { attestationProblem } from '../members/rules.ts'
import { CertificateFile, type Certified, type Signed } from './certificate.ts'
import { mustFit } from './aside.ts'
import { lendersIn } from './borrowed.ts'
import { Fault, type CertificateFault } from './fault.ts'
import { notHeard, readWitness, type ReadCertificate } from './not-heard.ts'
import { holderOf, isSorted, type Known, type Read } from './parts.ts'
import { spokenIn } from './spoken.ts'

export interface ValidCertificate {
  readonly valid: true
  readonly circle: string
  readonly circleName: string
  /** [C1] From a circle in which someone practised: it binds nobody. */
  readonly practice: boolean
  readonly agreement: string
  readonly title: string
  readonly text: string
  readonly review: string
  readonly version: string
  readonly asked: readonly { readonly person: string; readonly name: string }[]
  readonly consents: readonly CertifiedConsent[]
  /** [K6] Asked and silent, where the circle had agreed that silence counts. */
  readonly absent: readonly { readonly person: string; readonly name: string }[]
  /** [K6] Asked, and removed by the circle before the close. */
  readonly gone: readonly { readonly person: string; readonly name: string }[]
  /** [K8] Asked, with an objection that all others said does not qualify, where the circle had agreed to test them. */
  readonly aside: readonly { readonly person: string; readonly name: string; readonly reason: string }[]
  /** When its closer's clock said it was closed: a claim. */
  readonly asOf: string
}

export interface CertifiedConsent {
  readonly person: string
  readonly name: string
  readonly at: string
  /** Spoken in a room and not signed by the person: the names of who wrote it down and of who signed that they heard it. */
  readonly spoken?: { readonly by: string; readonly witnesses: readonly string[] }
  /** [V6] Given with a key of their own on the device of the person with this name. */
  readonly borrowedFrom?: string
}

export type Verdict = ValidCertificate | { readonly valid: false; readonly why: CertificateFault }

/**
 * Checks a certificate without the circle's log, a profile or a network. *Valid* means: everyone whom this round asked
 * consented to exactly these words, by keys admitted in the circle with this id. It does not say who stands behind a key,
 * that nobody else belonged, or what happened later.
 */
export function verifyCertificate(text: string, tools: Tools, circle?: string): Verdict {
  try {
    return check(text, tools, circle)
  } catch (error) {
    if (error instanceof Fault) return { valid: false, why: error.why }
    throw error
  }
}

function check(text: string, tools: Tools, wanted: string | undefined): ValidCertificate {
  return checkCertificate(decodeCanonical(text), tools, wanted).certificate
}

/** The same of a certificate inside something else that has one form. Throws a `Fault`; for statements, which carry one. */
export function checkCertificate(value: unknown, tools: Tools, wanted: string | undefined): ReadCertificate {
  const file = CertificateFile.safeParse(value)
  if (!file.success) throw new Fault('not-a-certificate')
  const { grounds = [], ...own } = file.data
  const read = certified(own, tools, wanted)
  const others = new Map(
    grounds.map((one) => certified(one, tools, read.certificate.circle)).map((one) => [one.certificate.agreement, one]),
  )
  if (!isSorted([...others.keys()]) || others.size !== grounds.length) throw new Fault('changed')
  const used = new Set<string>()
  const open = [read]
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const needed = groundsNeeded(one)
    for (const ground of needed.map((agreement) => others.get(agreement))) {
      if (ground === undefined) throw new Fault('not-everyone-consented')
      if (!used.has(ground.certificate.agreement)) open.push(ground)
      used.add(ground.certificate.agreement)
    }
  }
  // What is here and nothing rests on could be anything.
  if (used.size !== others.size) throw new Fault('changed')
  for (const one of others.values()) notHeard(one, others)
  return { ...read, certificate: { ...read.certificate, ...notHeard(read, others) } }
}

/** A ground may rest on others in turn; all of them stand side by side in the file, each once. */
function groundsNeeded({ without, close }: ReadCertificate): string[] {
  const { spoken } = close.body
  return [...new Set([...without.map(({ agreement }) => agreement), ...(spoken === undefined ? [] : [spoken])])]
}

/** One certificate by itself: who is not heard in it, and why, is for `notHeard`. */
function certified(file: Certified, tools: Tools, wanted: string | undefined): ReadCertificate {
  const genesis = read(file.genesis, 'circle.created', tools)
  const circle = genesis.id
  if (file.genesis.event.circle !== null || (wanted !== undefined && wanted !== circle)) throw new Fault('other-circle')
  const reader = <T extends EventType>(signed: Signed, type: T) => {
    if (signed.event.circle !== circle) throw new Fault('other-circle')
    return read(signed, type, tools)
  }
  const admissions = file.admissions.map((signed) => readDoor(signed, reader))
  const people = admit(genesis, admissions, tools)
  const version = readVersion(file.version, reader)
  const round = reader(file.round, 'round.opened')
  const close = reader(file.close, 'round.closed')
  const responses = file.responses.map((signed) => readResponse(signed, reader))
  const witnesses = (file.witnesses ?? []).map((signed) => reader(signed, 'words.witnessed'))
  for (const one of [version, round, close]) holderOf(people, one.device)
  if (round.body.version !== version.id || round.body.proposal !== version.proposal) throw new Fault('not-these-words')
  if (close.body.round !== round.id || close.body.version !== version.id) throw new Fault('not-these-words')
  const aside = {
    objections: (file.objections ?? []).map((signed) => reader(signed, 'objection.raised')),
    tests: (file.tests ?? []).map((signed) => reader(signed, 'objection.tested')),
  }
  mustFit(aside, close.body.tested ?? [])
  const borrowed = (file.borrowed ?? []).map((signed) => reader(signed, 'device.borrowed'))
  const lenders = lendersIn(borrowed, close, responses, people)
  const consents = everyone(round, close, { responses, witnesses, lenders }, people)
  const { content } = version
  const certificate = {
    valid: true,
    circle,
    circleName: genesis.body.name,
    practice: genesis.body.practice,
    agreement: agreementId(round.id, version.id, tools.hash),
    title: content.title,
    text: content.text,
    review: content.review,
    version: version.id,
    asked: round.body.electorate.map((person) => ({ person, name: nameIn(people, person) })),
    consents,
    absent: [],
    gone: [],
    aside: [],
    asOf: timeOf(close.at),
  } as const
  const after = file.after === undefined ? null : readWitness(file.after, circle, tools)
  const since = file.since === undefined ? null : readAnswer(file.since, reader)
  if (after?.id !== close.body.after || since?.id !== close.body.since) throw new Fault('changed')
  return {
    certificate,
    effect: content.effect,
    round,
    close,
    without: close.body.without ?? [],
    after,
    since,
    aside,
    people,
  }
}

function read<T extends EventType>(signed: Signed, type: T, tools: Tools): Read<T> {
  const text = encodeCanonical(signed.event)
  if (!tools.verify(text, signed.signature, signed.event.device)) throw new Fault('bad-signature')
  const body = eventBodies[type].safeParse(signed.event.body)
  if (signed.event.type !== type || !body.success) throw new Fault('changed')
  return { id: tools.hash(text), device: signed.event.device, at: signed.event.at, body: body.data as Body<T> }
}

/** [K3] [K5] Device → person: the founder's from the genesis, everyone else's through someone admitted before them. */
function admit(genesis: Read<'circle.created'>, admissions: readonly Door[], tools: Tools): Known {
  const { person, personName, device, nonce } = genesis.body
  const founder = device.sign === genesis.device && attestationProblem(person, nonce, device, tools.verify) === null
  if (!founder || !isSorted(admissions.map((one) => one.id))) throw new Fault('broken-admission')
  const known: Known = new Map([[device.sign, { person, name: personName }]])
  const names = new Map([[person, personName]])
  letIn(known, names, admissions, { circle: genesis.id, tools })
  return known
}

/** Whom somebody who is known let in, and whom these did: nobody else comes in. */
function letIn(
  known: Known,
  names: Map<string, string>,
  admissions: readonly Door[],
  { circle, tools }: { readonly circle: string; readonly tools: Tools },
): void {
  let open = [...admissions]
  while (open.length > 0) {
    const reached = open.filter(({ device: by, body }) => known.has(by) && ('name' in body || names.has(body.person)))
    if (reached.length === 0) throw new Fault('broken-admission')
    for (const { body } of reached) {
      if (attestationProblem(body.person, circle, body.device, tools.verify) !== null)
        throw new Fault('broken-admission')
      const other = known.get(body.device.sign)
      if (other !== undefined && other.person !== body.person) throw new Fault('broken-admission')
      const name = 'name' in body ? body.name : (names.get(body.person) ?? '')
      known.set(body.device.sign, { person: body.person, name })
      names.set(body.person, name)
    }
    open = open.filter((one) => !reached.includes(one))
  }
}

/** Admissions that the certificate did not need: how a device that speaks later came in, by those whom it holds. */
export function admitMore(people: Known, doors: readonly Signed[], circle: string, tools: Tools): Known {
  const known: Known = new Map(people)
  const names = new Map([...people.values()].map(({ person, name }) => [person, name]))
  const admissions = doors.map((signed) => {
    if (signed.event.circle !== circle) throw new Fault('other-circle')
    return readDoor(signed, (one, type) => read(one, type, tools))
  })
  letIn(known, names, admissions, { circle, tools })
  return known
}

type Door = Read<'member.admitted'> | Read<'device.admitted'>

function readDoor(signed: Signed, reader: <T extends EventType>(signed: Signed, type: T) => Read<T>): Door {
  return signed.event.type === 'device.admitted' ? reader(signed, 'device.admitted') : reader(signed, 'member.admitted')
}

function readVersion(signed: Signed, reader: <T extends EventType>(signed: Signed, type: T) => Read<T>) {
  if (signed.event.type === 'proposal.presented') {
    const { id, device, body } = reader(signed, 'proposal.presented')
    return { id, device, proposal: id, content: body.content }
  }
  const { id, device, body } = reader(signed, 'proposal.amended')
  return { id, device, proposal: body.proposal, content: body.content }
}

type Response = Read<'consent.given'> | Read<'words.spoken'>

function readResponse(signed: Signed, reader: <T extends EventType>(signed: Signed, type: T) => Read<T>): Response {
  return signed.event.type === 'words.spoken' ? reader(signed, 'words.spoken') : reader(signed, 'consent.given')
}

function readAnswer(signed: Signed, reader: <T extends EventType>(signed: Signed, type: T) => Read<T>) {
  return signed.event.type === 'objection.raised' ? reader(signed, 'objection.raised') : reader(signed, 'consent.given')
}

interface Answers {
  readonly responses: readonly Response[]
  readonly witnesses: readonly Read<'words.witnessed'>[]
  readonly lenders: ReadonlyMap<string, string>
}

/** [K4] Each person the round asked, in its order, with the consent of theirs that the close cites, or not heard. */
function everyone(
  round: Read<'round.opened'>,
  close: Read<'round.closed'>,
  { responses, witnesses, lenders }: Answers,
  known: Known,
): CertifiedConsent[] {
  const { electorate } = round.body
  const { consents: cited, without = [] } = close.body
  const left = electorate.filter((person) => !without.some((one) => one.person === person))
  const isWhole =
    left.length + without.length === electorate.length && new Set(without.map(personOf)).size === without.length
  if (!isWhole || cited.length !== left.length || responses.length !== left.length || !isSorted(electorate))
    throw new Fault('not-everyone-consented')
  const heard = spokenIn(round, responses, witnesses, known)
  return left.map((person, index) => {
    const response = responses[index]
    if (response === undefined) throw new Fault('not-everyone-consented')
    const holder = holderOf(known, response.device)
    if (!isCited(cited[index], person, response.id)) throw new Fault('not-everyone-consented')
    if ('says' in response.body) return { ...heard(response as Read<'words.spoken'>, person), at: timeOf(response.at) }
    const binds = response.body.round === round.id && response.body.version === round.body.version
    if (!binds || holder.person !== person) throw new Fault('not-everyone-consented')
    const from = lenders.get(response.device)
    return { person, name: holder.name, at: timeOf(response.at), ...(from !== undefined && { borrowedFrom: from }) }
  })
}

function isCited(cited: { person: string; response: string } | undefined, person: string, response: string): boolean {
  return cited?.person === person && cited.response === response
}

function nameIn(known: Known, person: string): string {
  return [...known.values()].find((one) => one.person === person)?.name ?? ''
}

function personOf({ person }: { readonly person: string }): string {
  return person
}

/** A claimed time that JavaScript's dates can hold, as ISO text. */
function timeOf(at: number): string {
  return at <= 8.64e15 ? new Date(at).toISOString() : 'unsure'
}

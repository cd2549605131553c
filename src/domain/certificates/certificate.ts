import { z } from 'zod'
import type { AgreementRecord, Circle, CloseRecord } from '../circle.ts'
import { validCloses } from '../agreements/queries.ts'
import { byCodeUnit, encodeCanonical } from '../canonical.ts'
import { inPast, pastOf, type Past } from '../causality.ts'
import { EventContent, Signature } from '../event.ts'
import { deciding } from '../members/cuts.ts'
import { heardIn } from '../spoken/queries.ts'

/** An event as its device signed it, and the id of the log it stood in. */
export const Signed = z.strictObject({ event: EventContent, signature: Signature })
export type Signed = z.infer<typeof Signed>

/**
 * [K1] A certificate holds what anyone needs, years later, to check that everyone whom a round asked consented to exactly
 * these words: the genesis, the admissions that lead to each person asked, the version, the round, each response and the
 * close, all as their devices signed them.
 */
const Certified = z.strictObject({
  certificate: z.literal('nst/1 certificate'),
  genesis: Signed,
  admissions: z.array(Signed).max(256),
  version: Signed,
  round: Signed,
  responses: z.array(Signed).max(256),
  /** [V5] Who signed that they heard what is cited as spoken in a room; not there where nothing is. */
  witnesses: z.array(Signed).min(1).max(4096).optional(),
  /** [K8] Where objections are tested: those set aside, and what everyone else said of them. */
  objections: z.array(Signed).min(1).max(256).optional(),
  tests: z.array(Signed).min(1).max(256).optional(),
  /** [V6] Whose device it was in truth, where a consent came from one that is another's. */
  borrowed: z.array(Signed).min(1).max(256).optional(),
  close: Signed,
  /** [K6] Where silence counts: what somebody else has signed past the deadline. */
  after: Signed.optional(),
  /** [K6] And the answer since which all the days of the round have passed on one more clock. */
  since: Signed.optional(),
})
export type Certified = z.infer<typeof Certified>

export const CertificateFile = Certified.extend({
  /** [K6] [V5] What certifies the agreements by which somebody was not heard, or as spoken, and those behind these. */
  grounds: z.array(Certified).min(1).max(64).optional(),
})
export type CertificateFile = z.infer<typeof CertificateFile>

/** The ids of the events that certify an agreement, by their part in it. */
interface CertifiedParts {
  readonly genesis: string
  readonly admissions: readonly string[]
  readonly version: string
  readonly round: string
  readonly responses: readonly string[]
  readonly witnesses: readonly string[]
  readonly borrowed: readonly string[]
  readonly objections: readonly string[]
  readonly tests: readonly string[]
  readonly close: string
  readonly after: string | null
  readonly since: string | null
}
export interface CertificateParts extends CertifiedParts {
  readonly grounds: readonly CertifiedParts[]
}

/** What an agreement's certificate is made of; null where it has no valid close. Of two closes, the first by id. */
export function certificateParts(circle: Circle, agreement: AgreementRecord): CertificateParts | null {
  const own = certifiedParts(circle, agreement)
  if (own === null) return null
  const grounds = groundsOf(circle, agreement, new Set([agreement.id])).sort(byCodeUnit)
  const parts = grounds.flatMap((id) => circle.agreements.get(id) ?? []).map((one) => certifiedParts(circle, one))
  return { ...own, grounds: parts.filter((one) => one !== null) }
}

/** All the events that a certificate holds. */
export function eventsOf({ grounds, ...own }: CertificateParts): string[] {
  const ids = [own, ...grounds].flatMap(
    ({
      genesis,
      admissions,
      version,
      round,
      responses,
      witnesses,
      borrowed,
      objections,
      tests,
      close,
      after,
      since,
    }) => [
      genesis,
      ...admissions,
      version,
      round,
      ...responses,
      ...witnesses,
      ...borrowed,
      ...objections,
      ...tests,
      close,
      ...(after === null ? [] : [after]),
      ...(since === null ? [] : [since]),
    ],
  )
  return [...new Set(ids)]
}

function certifiedParts(circle: Circle, agreement: AgreementRecord): CertifiedParts | null {
  const close = validCloses(agreement)[0]
  const round = circle.rounds.get(agreement.round)
  if (close === undefined || round === undefined || circle.genesis === null) return null
  const admissions = new Set<string>()
  const responses = close.consents.map((consent) => consent.response)
  const { after = null, since = null } = close
  const past = pastOf(close.stamp)
  const heard = heardIn([close])
  const tests = close.tested ?? []
  const objections = testedBy(circle, agreement, tests)
  const witnesses = heard.flatMap((one) => deciding(past, one.heard.witnesses).map(({ id }) => id)).sort(byCodeUnit)
  for (const id of [
    close.id,
    round.id,
    close.version,
    ...responses,
    ...witnesses,
    ...objections,
    ...tests,
    after ?? close.id,
    since ?? close.id,
  ])
    addDoors(circle, past, id, admissions)
  for (const { person } of heard) addAdmissions(circle, past, person, admissions)
  for (const person of lendersIn(circle, close)) addAdmissions(circle, past, person, admissions)
  for (const { person } of close.without ?? []) addAdmissions(circle, past, person, admissions)
  admissions.delete(circle.genesis.stamp.id)
  return {
    genesis: circle.id,
    admissions: [...admissions].sort(byCodeUnit),
    version: close.version,
    round: round.id,
    responses,
    witnesses,
    borrowed: close.borrowed ?? [],
    objections,
    tests,
    close: close.id,
    after,
    since,
  }
}

/** [V6] Whose the devices are in truth that a close says are borrowed. */
function lendersIn(circle: Circle, { borrowed = [] }: CloseRecord): string[] {
  const said = borrowed.flatMap((id) => circle.stamps.get(id)?.by.borrowed.filter(({ stamp }) => stamp.id === id) ?? [])
  return said.map(({ from }) => from)
}

/** The objections that these tests are of. */
function testedBy(circle: Circle, { proposal }: AgreementRecord, tests: readonly string[]): string[] {
  const all = circle.proposals.get(proposal)?.responses ?? []
  const meant = all.filter((one) => one.tests.some(({ id }) => tests.includes(id)))
  return meant.map(({ id }) => id).sort(byCodeUnit)
}

/** The agreements by which somebody was not heard, or was heard as spoken in a room, and those behind these. */
function groundsOf(circle: Circle, agreement: AgreementRecord, found: Set<string>): string[] {
  const { without = [], spoken } = validCloses(agreement)[0] ?? {}
  const own = new Set([...without.map((one) => one.agreement), ...(spoken === undefined ? [] : [spoken])])
  const fresh = [...own].filter((id) => !found.has(id))
  for (const id of fresh) found.add(id)
  return fresh.flatMap((id) => {
    const ground = circle.agreements.get(id)
    return [id, ...(ground === undefined ? [] : groundsOf(circle, ground, found))]
  })
}

/** [K2] The one text of a certificate: canonical, so that a changed byte is a changed certificate. */
export function certificateText(parts: CertificateParts, events: ReadonlyMap<string, Signed>): string {
  const grounds = parts.grounds.map((one) => certifiedFile(one, events))
  return encodeCanonical({ ...certifiedFile(parts, events), ...(grounds.length > 0 && { grounds }) })
}

function certifiedFile(parts: CertifiedParts, events: ReadonlyMap<string, Signed>) {
  const signed = (id: string) => events.get(id)
  return {
    certificate: 'nst/1 certificate',
    genesis: signed(parts.genesis),
    admissions: parts.admissions.map(signed),
    version: signed(parts.version),
    round: signed(parts.round),
    responses: parts.responses.map(signed),
    ...(parts.witnesses.length > 0 && { witnesses: parts.witnesses.map(signed) }),
    ...(parts.borrowed.length > 0 && { borrowed: parts.borrowed.map(signed) }),
    ...(parts.tests.length > 0 && { objections: parts.objections.map(signed), tests: parts.tests.map(signed) }),
    close: signed(parts.close),
    ...(parts.after !== null && { after: signed(parts.after) }),
    ...(parts.since !== null && { since: signed(parts.since) }),
  }
}

/** How the device behind a word, and its person, came to be known here before the close, back to the founder. */
function addDoors(circle: Circle, past: Past, word: string, found: Set<string>): void {
  const act = circle.counted.get(word)
  const doors = inPast(past, circle.devices.get(act?.device ?? '')?.bindings ?? [])
  // What calls a person by a name is their admission: another device of theirs says none.
  const isNamed = doors.some(({ as }) => as === 'person')
  if (!isNamed) addAdmissions(circle, past, act?.person ?? '', found)
  for (const { stamp } of doors) addDoor(circle, past, stamp.id, found)
}

function addAdmissions(circle: Circle, past: Past, person: string, found: Set<string>): void {
  const admissions = inPast(past, circle.members.get(person)?.admissions ?? [])
  for (const { stamp } of admissions) addDoor(circle, past, stamp.id, found)
}

function addDoor(circle: Circle, past: Past, admission: string, found: Set<string>): void {
  if (found.has(admission)) return
  found.add(admission)
  addDoors(circle, past, admission, found)
}

import type { AgreementRecord, Circle, CloseRecord, ProposalRecord, ResponseRecord, RoundRecord } from '../circle.ts'
import type { HashText } from '../event.ts'
import { byCodeUnit } from '../canonical.ts'
import { concurrent, EVERYTHING, newest, saw, type Stamp } from '../causality.ts'
import { opposing } from '../members/belonging.ts'
import { cutsOver, decides, isBeyondCut, uncut } from '../members/cuts.ts'
import { memberState } from '../members/queries.ts'
import { isAllAfter, wordsCitedIn } from '../proposals/cited.ts'
import { contestingTests } from './contesting-tests.ts'
import { contestingForks } from './forked.ts'
import { heardIn, isConfirmed, isDisputed, wasHeardInTime } from '../spoken/queries.ts'
import { hasSeen, heardByAll, isOfTheAsked } from './seen.ts'

export type AgreementState = 'in-force' | 'settled' | 'contested' | 'superseded' | 'invalid'

/** Something that happened apart from the close and disagrees with it (merging.md D2, rows 2, 4, 6 and 8). */
export interface Contest {
  readonly kind:
    | 'objection'
    | 'other-consent'
    | 'other-agreement'
    | 'laid-aside'
    | 'device-gone'
    | 'mutual-removal'
    | 'only-removed'
    | 'device-forked'
    | 'disputed-word'
  readonly id: string
  readonly person: string
  readonly stamp: Stamp
}

/** [A1] Two closes of one round and version are one agreement (D3 row 5). */
export function agreementId(round: string, version: string, hash: HashText): string {
  return hash(`nst/1 agreement ${round} ${version}`)
}

export function validCloses(agreement: AgreementRecord): CloseRecord[] {
  return agreement.closes.filter((close) => close.problem === null).sort((a, b) => byCodeUnit(a.id, b.id))
}

/** In order of precedence: invalid, superseded, contested, settled, in force. */
export function agreementState(circle: Circle, agreement: AgreementRecord): AgreementState {
  if (validCloses(agreement).length === 0) return 'invalid'
  if (supersededBy(circle, agreement) !== null) return 'superseded'
  if (contestsOf(circle, agreement).length > 0) return 'contested'
  return notSeenBy(circle, agreement).length === 0 ? 'settled' : 'in-force'
}

/**
 * [A4] The agreement that took this one's place: a close of it knew of this one and of all that contests it, or row 8.
 * Knowing one certificate of an agreement is knowing the agreement.
 */
export function supersededBy(circle: Circle, agreement: AgreementRecord): AgreementRecord | null {
  return supersedersOf(circle, agreement)[0] ?? null
}

/** All that took its place, one after the other: those that knew of it first. */
export function supersedersOf(circle: Circle, agreement: AgreementRecord): AgreementRecord[] {
  const closes = validCloses(agreement)
  const others = othersInSlot(circle, agreement)
  const contests = others.length === 0 ? [] : contestsOf(circle, agreement)
  const knewAll = (close: CloseRecord) =>
    closes.some((one) => saw(close.stamp, one.stamp)) && contests.every((one) => saw(close.stamp, one.stamp))
  return [
    ...others.filter((other) => !isApart(agreement, other) && validCloses(other).some(knewAll)),
    ...others.filter((other) => isApart(agreement, other) && isLater(other, agreement)),
  ]
}

/** [A3] What contests an agreement: words of people it asked, and acts on its proposal, that no close of it knew of. */
export function contestsOf(circle: Circle, agreement: AgreementRecord): Contest[] {
  const closes = validCloses(agreement)
  const proposal = circle.proposals.get(agreement.proposal)
  const round = circle.rounds.get(agreement.round)
  if (closes.length === 0 || proposal === undefined || round === undefined) return []
  return [
    ...contestingWords(circle, proposal, round, closes),
    ...contestingAgreements(circle, agreement),
    ...contestingEnds(proposal, round, closes),
    ...contestingCuts(round, closes),
    ...contestingRemovals(circle, closes),
    ...restingOnRemoved(closes),
    ...contestingForks(circle, round, closes),
    ...disputesOf(closes),
    ...contestingTests(proposal, round, closes),
  ].sort((a, b) => byCodeUnit(a.id, b.id))
}

/** [A2] D3 row 1: whom the round asked and who, or a device of whom, has signed nothing since that knew of the close. */
export function notSeenBy(circle: Circle, agreement: AgreementRecord): string[] {
  const closes = validCloses(agreement)
  const asked = circle.rounds.get(agreement.round)?.electorate ?? []
  const unsure = new Set(heardIn(closes).flatMap(({ person, heard }) => (isConfirmed(heard) ? [] : [person])))
  return asked.filter(
    (person) =>
      memberState(circle, EVERYTHING, person) !== 'removed' && (unsure.has(person) || !hasSeen(circle, person, closes)),
  )
}

/** D3 rows 2 and 4: in time means not having known of a close (D2.5); the last such word of each person is what stands. */
function contestingWords(
  circle: Circle,
  proposal: ProposalRecord,
  round: RoundRecord,
  closes: readonly CloseRecord[],
): Contest[] {
  const known = heardByAll(circle, round, closes)
  const inTime = proposal.slot.responses.filter(
    (one) =>
      one.late === null &&
      decides(known, one.stamp) &&
      !closes.some((close) => saw(one.stamp, close.stamp)) &&
      isOfTheAsked(round, closes, one.stamp) &&
      wasHeardInTime(one, round, closes),
  )
  const standing = round.electorate.flatMap((person) => {
    const theirs = inTime.filter((one) => one.person === person)
    const here = newest(theirs.filter((one) => one.proposal === proposal.id))
    // A consent to something else in the slot takes back what was said here; an objection to that says nothing of this.
    const elsewhere = newest(theirs).filter((one) => one.proposal !== proposal.id && one.answer === 'consent')
    return [...here, ...elsewhere]
  })
  const isResolved = (one: ResponseRecord) =>
    [...one.withdrawn, ...one.reframed].some(({ stamp }) => !isBeyondCut(known, stamp))
  return standing
    .filter((one) => !closes.some((close) => saw(close.stamp, one.stamp)) && decides(EVERYTHING, one.stamp))
    .filter((one) => (one.answer === 'objection' ? !isResolved(one) : one.version !== round.version))
    .map((one: ResponseRecord) => ({
      kind: one.answer === 'objection' ? 'objection' : 'other-consent',
      id: one.id,
      person: one.person,
      stamp: one.stamp,
    }))
}

function contestingAgreements(circle: Circle, agreement: AgreementRecord): Contest[] {
  return othersInSlot(circle, agreement)
    .filter((other) => isApart(agreement, other))
    .filter((other) => !isLater(agreement, other) && !isLater(other, agreement))
    .flatMap(validCloses)
    .map((close) => ({ kind: 'other-agreement', id: close.id, person: close.person, stamp: close.stamp }))
}

/** D3 row 6: laid aside by someone the round asked, who knew nothing of the close. */
function contestingEnds(proposal: ProposalRecord, round: RoundRecord, closes: readonly CloseRecord[]): Contest[] {
  return uncut(EVERYTHING, proposal.ends)
    .filter((end) => round.electorate.includes(end.person) && isOfTheAsked(round, closes, end.stamp))
    .filter((end) => closes.every((close) => concurrent(close.stamp, end.stamp)))
    .map((end) => ({ kind: 'laid-aside', id: end.id, person: end.person, stamp: end.stamp }))
}

/** [V4] Whoever is said to have spoken says that they did not: until they confirm it, everyone sees that. */
function disputesOf(closes: readonly CloseRecord[]): Contest[] {
  const disputed = heardIn(closes).filter(({ heard }) => isDisputed(heard))
  return disputed.flatMap(({ heard }) =>
    newest(uncut(EVERYTHING, heard.disputed)).map(({ id, person, stamp }) => ({
      kind: 'disputed-word' as const,
      id,
      person,
      stamp,
    })),
  )
}

/**
 * D3 row 12: a consent that the certificates rest on came from a device of which its person says, apart from that, that it
 * was gone by then. The certificate holds; whether the person does is for the circle to ask.
 */
function contestingCuts(round: RoundRecord, closes: readonly CloseRecord[]): Contest[] {
  const cutsOn = (close: CloseRecord) =>
    close.cited.flatMap(({ person, word }) => {
      const cuts = cutsOver(EVERYTHING, word.stamp).filter(({ why }) => why === 'device-gone')
      return newest(cuts.filter(({ stamp }) => isOfTheAsked(round, closes, stamp))).map(({ stamp }) => ({
        kind: 'device-gone' as const,
        id: stamp.id,
        person,
        stamp,
      }))
    })
  const each = closes.map(cutsOn)
  if (each.some((cuts) => cuts.length === 0)) return []
  return [...new Map(each.flat().map((contest) => [contest.id, contest])).values()]
}

/** [M11] D3 row 11: two who would go, each by the other's consent. */
function contestingRemovals(circle: Circle, closes: readonly CloseRecord[]): Contest[] {
  const effect = closes[0]?.effect
  if (effect?.kind !== 'remove') return []
  const others = opposing(circle, EVERYTHING, effect.person, closes).flatMap((one) => one.closes)
  return others.map(({ id, person, stamp }) => ({ kind: 'mutual-removal', id, person, stamp }))
}

/** D3 row 10: what somebody closed beyond the cut of their removal stands where it holds without them. */
function restingOnRemoved(closes: readonly CloseRecord[]): Contest[] {
  const cuts = closes.flatMap(({ cited }) =>
    cited.map(({ person, word }) => ({
      person,
      cut: cutsOver(EVERYTHING, word.stamp).find((one) => one.why === 'removed'),
    })),
  )
  const found = cuts.flatMap(({ person, cut }) =>
    cut === undefined ? [] : [{ kind: 'only-removed' as const, id: cut.stamp.id, person, stamp: cut.stamp }],
  )
  return found.length === cuts.length ? found.slice(0, 1) : []
}

/** Neither knew of the other, or each had a close that knew of the other: no close came last. */
function isApart(a: AgreementRecord, b: AgreementRecord): boolean {
  return knewOf(a, b) === knewOf(b, a)
}

/** Whether a close of the one was made by somebody who knew of the other. */
export function knewOf(a: AgreementRecord, b: AgreementRecord): boolean {
  return validCloses(a).some((one) => validCloses(b).some((other) => saw(one.stamp, other.stamp)))
}

/**
 * D3 row 8: of two agreements closed apart, `a` is the later where everyone in both gave the word cited there after the
 * word cited in `b`. The same words twice are one commitment: the first by id carries it.
 */
function isLater(a: AgreementRecord, b: AgreementRecord): boolean {
  const [inA, inB] = [wordsCitedIn(validCloses(a)), wordsCitedIn(validCloses(b))]
  if (isAllAfter(inA, inB)) return true
  return a.version === b.version && byCodeUnit(a.id, b.id) < 0 && !isAllAfter(inB, inA)
}

function othersInSlot(circle: Circle, agreement: AgreementRecord): AgreementRecord[] {
  const slot = circle.proposals.get(agreement.proposal)?.slot
  const ids = new Set(slot?.closes.filter((close) => close.problem === null).map((close) => close.agreement))
  ids.delete(agreement.id)
  return [...ids].sort(byCodeUnit).flatMap((id) => circle.agreements.get(id) ?? [])
}

/** [R9] D3 row 19: who was silent, as the first certificate by id says. */
export function absentIn(circle: Circle, agreement: AgreementRecord): string[] {
  const [close] = validCloses(agreement)
  const clause = circle.rounds.get(agreement.round)?.clause?.agreement
  return (close?.without ?? []).filter((one) => one.agreement === clause).map(({ person }) => person)
}

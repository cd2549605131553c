import type { AgreementRecord, Circle, CloseRecord, ProposalRecord, RoundRecord } from '../circle.ts'
import type { HashText } from '../event.ts'
import { byCodeUnit } from '../canonical.ts'
import { concurrent, EVERYTHING, newest, saw, type Stamp } from '../causality.ts'
import { opposing } from '../members/belonging.ts'
import { cutsOver, uncut } from '../members/cuts.ts'
import { memberState } from '../members/queries.ts'
import { inEffect, undecidedIn, isLater as isLaterOf, knewOf as knew } from '../proposals/slots.ts'
import { contestingTests } from './contesting-tests.ts'
import { contestingForks } from './forked.ts'
import { heardIn, isConfirmed, isDisputed } from '../spoken/queries.ts'
import { contestingWords } from './contesting-words.ts'
import { isOfTheAsked } from './asked.ts'
import type { Contest } from './contest.ts'
import { othersUnaware } from './others-alone.ts'
import { finalRemovals, isInSuspense, outFor } from './final.ts'
import { hasSeen } from './seen.ts'
import { isTooLate, whoMustHear, type Decision, type Removal } from './too-late.ts'

export type AgreementState = 'in-force' | 'settled' | 'contested' | 'superseded' | 'invalid'

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
  const inSlot = goesOn(circle, agreement) ? [] : othersInSlot(circle, agreement)
  const others = [...inSlot, ...leavings(circle, agreement)]
  const contests = others.length === 0 ? [] : contestsOf(circle, agreement)
  const knewAll = (close: CloseRecord) =>
    closes.some((one) => saw(close.stamp, one.stamp)) && contests.every((one) => saw(close.stamp, one.stamp))
  return [
    ...others.filter((other) => !isApart(agreement, other) && validCloses(other).some(knewAll)),
    ...others.filter((other) => isApart(agreement, other) && isLater(other, agreement)),
  ]
}

/**
 * [A7] What was to take its place was made apart, none of it is the later, and all of it is contested: then this is what its
 * slot stands on. Where one of them was settled before the others came to light, that one has taken its place.
 */
function goesOn(circle: Circle, agreement: AgreementRecord): boolean {
  const slot = circle.proposals.get(agreement.proposal)?.slot
  if (inEffect(slot, EVERYTHING)?.agreement !== agreement.id) return false
  const undecided = undecidedIn(slot, EVERYTHING).flatMap((close) => circle.agreements.get(close.agreement) ?? [])
  return undecided.every((one) => contestsOf(circle, one).length > 0)
}

/** [A3] What contests an agreement: words of people it asked, and acts on its proposal, that no close of it knew of. */
export function contestsOf(circle: Circle, agreement: AgreementRecord): Contest[] {
  const closes = validCloses(agreement)
  const proposal = circle.proposals.get(agreement.proposal)
  const round = circle.rounds.get(agreement.round)
  if (closes.length === 0 || proposal === undefined || round === undefined) return []
  const decision = { round, closes }
  const out = outFor(circle, decision)
  return [
    ...contestingWords(circle, proposal, decision, out),
    ...contestingAgreements(circle, agreement, out),
    ...contestingEnds(proposal, round, closes),
    ...contestingCuts(circle, decision, out),
    ...contestingRemovals(circle, closes),
    ...restingOnRemoved(circle, decision, out),
    ...contestingForks(circle, round, closes),
    ...disputesOf(closes),
    ...contestingTests(proposal, round, closes),
  ].sort((a, b) => byCodeUnit(a.id, b.id))
}

/** [A2] D3 row 1: whom the round asked and who, or a device of whom, has signed nothing since that knew of the close. */
export function notSeenBy(circle: Circle, agreement: AgreementRecord): string[] {
  const closes = validCloses(agreement)
  const round = circle.rounds.get(agreement.round)
  if (round === undefined) return []
  const decision = { round, closes }
  const unsure = new Set(heardIn(closes).flatMap(({ person, heard }) => (isConfirmed(heard) ? [] : [person])))
  const final = finalRemovals(circle)
  const isOut = (person: string) =>
    memberState(circle, EVERYTHING, person) === 'removed' && final.some((one) => one.person === person)
  const asked = whoMustHear(decision).filter(
    (person) =>
      unsure.has(person) ||
      isInSuspense(circle, person, decision, final) ||
      !(isOut(person) || hasSeen(circle, person, decision, final)),
  )
  return [...asked, ...othersUnaware(circle, decision, final)]
}

/** [A2] Whether it matters to anyone that this person was shown it. */
export function concerns(circle: Circle, agreement: AgreementRecord, person: string): boolean {
  const isAsked = circle.rounds.get(agreement.round)?.electorate.includes(person) === true
  return isAsked || notSeenBy(circle, agreement).includes(person)
}

function contestingAgreements(circle: Circle, agreement: AgreementRecord, out: readonly Removal[]): Contest[] {
  return othersInSlot(circle, agreement)
    .filter((other) => isApart(agreement, other) && !cameTooLate(circle, agreement, other, out))
    .filter((other) => !isLater(agreement, other) && !isLater(other, agreement))
    .flatMap(validCloses)
    .map((close) => ({ kind: 'other-agreement', id: close.id, person: close.person, stamp: close.stamp }))
}

/** Never both ways: whoever else could have agreed on something apart has to have heard of the one, and of it alone. */
function cameTooLate(
  circle: Circle,
  agreement: AgreementRecord,
  other: AgreementRecord,
  out: readonly Removal[],
): boolean {
  const late = (one: AgreementRecord, news: AgreementRecord) => {
    const round = circle.rounds.get(one.round)
    const stamps = validCloses(news).map(({ stamp }) => stamp)
    if (round === undefined) return false
    const decision = { round, closes: validCloses(one) }
    const isNewsTo = (stamp: Stamp) => stamps.some((news) => saw(stamp, news))
    return (
      isTooLate(circle, EVERYTHING, decision, stamps, out) &&
      othersUnaware(circle, decision, out, isNewsTo).length === 0
    )
  }
  return late(agreement, other) && !late(other, agreement)
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
function contestingCuts(circle: Circle, decision: Decision, out: readonly Removal[]): Contest[] {
  const { round, closes } = decision
  const isNews = (stamp: Stamp) =>
    isOfTheAsked(round, closes, stamp) && !isTooLate(circle, EVERYTHING, decision, [stamp], out)
  const cutsOn = (close: CloseRecord) =>
    close.cited.flatMap(({ person, word }) => {
      const cuts = cutsOver(EVERYTHING, word.stamp).filter(({ why }) => why === 'device-gone')
      return newest(cuts.filter(({ stamp }) => isNews(stamp))).map(({ stamp }) => ({
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
function restingOnRemoved(circle: Circle, decision: Decision, out: readonly Removal[]): Contest[] {
  const { closes } = decision
  const cuts = closes.flatMap(({ cited }) =>
    cited.map(({ person, word }) => ({
      person,
      cut: cutsOver(EVERYTHING, word.stamp).find(
        (one) => one.why === 'removed' && !isTooLate(circle, EVERYTHING, decision, [one.stamp], out),
      ),
    })),
  )
  const found = cuts.flatMap(({ person, cut }) =>
    cut === undefined ? [] : [{ kind: 'only-removed' as const, id: cut.stamp.id, person, stamp: cut.stamp }],
  )
  return found.length === cuts.length ? found.sort((a, b) => byCodeUnit(a.id, b.id)).slice(0, 1) : []
}

/** Neither knew of the other, or each had a close that knew of the other: no close came last. */
function isApart(a: AgreementRecord, b: AgreementRecord): boolean {
  return knewOf(a, b) === knewOf(b, a)
}

/** Whether a close of the one was made by somebody who knew of the other. */
export function knewOf(a: AgreementRecord, b: AgreementRecord): boolean {
  return knew(validCloses(a), validCloses(b))
}

/** D3 row 8. */
function isLater(a: AgreementRecord, b: AgreementRecord): boolean {
  return isLaterOf(validCloses(a), validCloses(b))
}

function othersInSlot(circle: Circle, agreement: AgreementRecord): AgreementRecord[] {
  const slot = circle.proposals.get(agreement.proposal)?.slot
  const ids = new Set(slot?.closes.filter((close) => close.problem === null).map((close) => close.agreement))
  ids.delete(agreement.id)
  return [...ids].sort(byCodeUnit).flatMap((id) => circle.agreements.get(id) ?? [])
}

/** [Q3] What ended a link together with others takes the link's place, though it stands in a slot of its own. */
function leavings(circle: Circle, agreement: AgreementRecord): AgreementRecord[] {
  const effect = validCloses(agreement)[0]?.effect
  if (effect?.kind !== 'link') return []
  const ids = circle.unlinks.flatMap(({ effect: end, agreement: id }) =>
    end?.kind === 'unlink' && end.circles.length > 1 && end.circles.includes(effect.circle) ? [id] : [],
  )
  return [...new Set(ids)].sort(byCodeUnit).flatMap((id) => circle.agreements.get(id) ?? [])
}

/** [R9] D3 row 19: who was silent, as the first certificate by id says. */
export function absentIn(circle: Circle, agreement: AgreementRecord): string[] {
  const [close] = validCloses(agreement)
  const clause = circle.rounds.get(agreement.round)?.clause?.agreement
  return (close?.without ?? []).filter((one) => one.agreement === clause).map(({ person }) => person)
}

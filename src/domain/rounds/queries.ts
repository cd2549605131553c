import type { Circle, ProposalRecord, ResponseRecord, RoundRecord } from '../circle.ts'
import { byCodeUnit } from '../canonical.ts'
import { EVERYTHING, inPast, newest, saw, type Past, type Stamp } from '../causality.ts'
import { cutsOver, deciding, uncut } from '../members/cuts.ts'
import { isBeyondFork } from '../members/forks.ts'
import { memberState } from '../members/queries.ts'
import { endOf } from '../proposals/queries.ts'
import { isHeard } from '../spoken/queries.ts'

/**
 * `cut-off`: from a device of its author after that was gone. `kept`: its author was removed. `forked`: after its
 * device went on in two ways. They stand like concerns.
 */
export type ObjectionState =
  | 'raised'
  | 'understood'
  | 'offered'
  | 'integrated'
  | 'set-aside'
  | 'withdrawn'
  | 'reframed'
  | 'cut-off'
  | 'kept'
  | 'forked'

export function roundIn(circle: Circle, past: Past, id: string): RoundRecord | null {
  const round = circle.rounds.get(id)
  return round !== undefined && past.has(round.stamp) ? round : null
}

/** [R7] A later round on the same proposal, opened by someone who knew of this one, takes its place. */
export function isReplaced(proposal: ProposalRecord, round: RoundRecord, past: Past): boolean {
  return uncut(past, proposal.rounds).some((other) => other !== round && saw(other.stamp, round.stamp))
}

export function isClosed(proposal: ProposalRecord, round: RoundRecord, past: Past): boolean {
  return proposal.closes.some((close) => close.problem === null && close.round === round.id && past.has(close.stamp))
}

/** [R7] Whether this round, or one opened apart from it, was closed since: to ask on takes a round that knows of that. */
function isAgreedApart(proposal: ProposalRecord, round: RoundRecord, past: Past): boolean {
  return inPast(past, proposal.closes).some((close) => close.problem === null && !saw(round.stamp, close.stamp))
}

/** [P6] Whether someone laid the proposal aside whom this round did not know of. */
export function isLaidAside(proposal: ProposalRecord, round: RoundRecord, past: Past): boolean {
  return uncut(past, proposal.ends).some((end) => !saw(round.stamp, end.stamp))
}

/** [R7] The rounds that still ask for answers. Two opened apart are both open, and answered each by itself; sorted by id. */
export function openRounds(proposal: ProposalRecord, past: Past = EVERYTHING): RoundRecord[] {
  if (endOf(proposal, past) !== null) return []
  const open = inPast(past, proposal.rounds).filter(
    (round) =>
      !isReplaced(proposal, round, past) &&
      !isAgreedApart(proposal, round, past) &&
      !isLaidAside(proposal, round, past),
  )
  return open.sort((a, b) => byCodeUnit(a.id, b.id))
}

/**
 * [R4] D2.4: what a person stands on in a slot: their last word. Words from two of their devices that knew nothing of each
 * other stand side by side, and an objection among them holds.
 */
export function standingOf(proposal: ProposalRecord, past: Past, person: string): ResponseRecord[] {
  const theirs = proposal.slot.responses.filter((one) => one.person === person && one.late === null)
  return newest(deciding(past, theirs).filter((one) => isHeard(one, past)))
}

/** Whether a person stands on consent to exactly this version in exactly this round, and on nothing else. */
export function standsOnConsent(standing: readonly ResponseRecord[], round: string, version: string): boolean {
  return (
    standing.length > 0 &&
    standing.every((one) => one.answer === 'consent' && one.round === round && one.version === version)
  )
}

export function isResolvedByAuthor(objection: ResponseRecord, past: Past = EVERYTHING): boolean {
  return uncut(past, objection.withdrawn).length > 0 || uncut(past, objection.reframed).length > 0
}

/** [O4] Whether a close set it aside. */
function isSetAside(circle: Circle, objection: ResponseRecord, past: Past): boolean {
  const tests = new Set(objection.tests.map(({ id }) => id))
  const closes = tests.size === 0 ? [] : inPast(past, circle.proposals.get(objection.proposal)?.closes ?? [])
  return closes.some(({ problem, tested = [] }) => problem === null && tested.some((id) => tests.has(id)))
}

/**
 * [O1] The fate of an objection. Nobody but its author ever ends it: an amendment only offers to integrate it, until its
 * author consents to that version or one after it, or to one after the version that they objected to; to an agreement,
 * once what its author consented to has taken its place.
 */
export function objectionState(circle: Circle, objection: ResponseRecord, past: Past = EVERYTHING): ObjectionState {
  if (uncut(past, objection.withdrawn).length > 0) return 'withdrawn'
  if (uncut(past, objection.reframed).length > 0) return 'reframed'
  if (isSetAside(circle, objection, past)) return 'set-aside'
  // D2.7, D3 row 12: its text stays for any member to take up, and holds nothing up.
  const cuts = cutsOver(past, objection.stamp)
  // Whichever of two cuts came here first: who is removed is so with all their devices.
  if (cuts.length > 0) return cuts.some(({ why }) => why === 'removed') ? 'kept' : 'cut-off'
  // [E8] D3 row 13, in the same way.
  if (isBeyondFork(past, objection.stamp)) return 'forked'
  const proposal = circle.proposals.get(objection.proposal)
  const consented = new Set(consentsAfter(proposal, past, objection).map((consent) => consent.version))
  const offers = inPast(past, proposal?.versions ?? []).filter((version) => version.integrates.includes(objection.id))
  const before = versionsBefore(circle, consented)
  if (offers.some((offer) => consented.has(offer.id) || before.has(offer.id))) return 'integrated'
  if (before.has(objection.version)) return 'integrated'
  if (consented.has(objection.version)) return 'withdrawn'
  const replaced = consentToWhatFollowed(circle, past, objection)
  if (replaced !== null) return replaced
  // D2.7, D3 row 9: who is not here any more cannot end it; it stands as a concern, for any member to take up.
  if (memberState(circle, past, objection.person) === 'removed') return 'kept'
  if (offers.length > 0) return 'offered'
  return inPast(past, objection.understoodBy).length > 0 ? 'understood' : 'raised'
}

/** [O1] Whether its author consented to what was agreed in place of the agreement objected to; the same words give it up. */
function consentToWhatFollowed(
  circle: Circle,
  past: Past,
  objection: ResponseRecord,
): 'integrated' | 'withdrawn' | null {
  if (objection.late === null) return null
  const slot = circle.proposals.get(objection.proposal)?.slot
  const closes = inPast(past, slot?.closes ?? []).filter(({ problem }) => problem === null)
  const after = consentsAfter(slot, past, objection)
  const found = closes.find(
    ({ round, version }) =>
      follows(circle, version, objection.late) && after.some((one) => one.round === round && one.version === version),
  )
  if (found === undefined) return null
  const [before, now] = [objection.version, found.version].map((id) => circle.versions.get(id)?.content)
  return now?.effect?.kind !== 'end' && now?.text === before?.text ? 'withdrawn' : 'integrated'
}

/** Whether words change an agreement, or one that took its place. */
function follows(circle: Circle, version: string, agreement: string | null): boolean {
  const seen = new Set<string>()
  let changes = circle.versions.get(version)?.content.changes ?? null
  while (changes !== null && changes !== agreement && !seen.has(changes)) {
    seen.add(changes)
    changes = circle.versions.get(circle.agreements.get(changes)?.version ?? '')?.content.changes ?? null
  }
  return changes !== null && changes === agreement
}

export function objectionsTo(proposal: ProposalRecord): ResponseRecord[] {
  return proposal.responses.filter((one) => one.answer === 'objection' && isHeard(one, EVERYTHING))
}

/** What these versions were amended from, and that in turn. */
function versionsBefore(circle: Circle, versions: ReadonlySet<string>): Set<string> {
  const before = new Set<string>()
  const open = [...versions]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const parent of circle.versions.get(id)?.parents ?? []) {
      if (!before.has(parent)) open.push(parent)
      before.add(parent)
    }
  }
  return before
}

function consentsAfter(
  said: { readonly responses: readonly ResponseRecord[] } | undefined,
  past: Past,
  objection: { readonly person: string; readonly stamp: Stamp },
): ResponseRecord[] {
  const isAfter = (one: ResponseRecord) => one.person === objection.person && saw(one.stamp, objection.stamp)
  return uncut(past, said?.responses.filter((one) => one.answer === 'consent' && isAfter(one)) ?? []).filter((one) =>
    isHeard(one, past),
  )
}

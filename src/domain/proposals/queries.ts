import type { Circle, ProposalRecord, QuestionRecord, SkippedStep, VersionRecord } from '../circle.ts'
import type { EndRecord } from './records.ts'
import { byCodeUnit } from '../canonical.ts'
import { EVERYTHING, inPast, newest, saw, type Past } from '../causality.ts'
import { deciding, uncut } from '../members/cuts.ts'

export function proposalIn(circle: Circle, past: Past, id: string): ProposalRecord | null {
  const proposal = circle.proposals.get(id)
  return proposal !== undefined && past.has(proposal.stamp) ? proposal : null
}

export function versionIn(circle: Circle, past: Past, id: string): VersionRecord | null {
  const version = circle.versions.get(id)
  return version !== undefined && past.has(version.stamp) ? version : null
}

/** [P3] D3 row 7: the drafts that nobody has amended. Two made apart from one version are siblings; nothing merges by itself. */
export function draftsOf(proposal: ProposalRecord, past: Past = EVERYTHING): VersionRecord[] {
  const versions = inPast(past, proposal.versions)
  const amended = new Set(uncut(past, versions).flatMap((version) => version.parents))
  return versions.filter((version) => !amended.has(version.id)).sort((a, b) => byCodeUnit(a.id, b.id))
}

/** [P5] Questions that wait: not answered, and their asker has not said since that they understand. */
export function openQuestions(proposal: ProposalRecord, past: Past = EVERYTHING): QuestionRecord[] {
  const understood = uncut(past, proposal.understood)
  return deciding(past, proposal.questions).filter(
    (question) =>
      inPast(past, question.answers).length === 0 &&
      !understood.some((one) => one.person === question.person && saw(one.stamp, question.stamp)),
  )
}

/**
 * [P6] How the proposal was laid aside, until a version or a round that knew of it takes it up again. After a withdrawal
 * that counts only where the proposal was adopted apart from it (D3 row 6): see `mustBeOpen`.
 */
export function endOf(proposal: ProposalRecord, past: Past = EVERYTHING): EndRecord | null {
  if (proposal.ends.length === 0) return null
  const later = [...inPast(past, proposal.versions), ...inPast(past, proposal.rounds)]
  const standing = uncut(past, proposal.ends).filter((end) => !later.some((other) => saw(other.stamp, end.stamp)))
  return newest(standing).sort((a, b) => byCodeUnit(b.as, a.as) || byCodeUnit(a.id, b.id))[0] ?? null
}

/** [R3] What of the path was left out before a round: who has not said that they understand, who has not reacted. */
export function skippedSteps(proposal: ProposalRecord, past: Past, electorate: readonly string[]): SkippedStep[] {
  const others = electorate.filter((person) => person !== proposal.author)
  const waiting = new Set(openQuestions(proposal, past).map((question) => question.person))
  const understood = peopleOf(inPast(past, proposal.understood))
  const reacted = peopleOf(inPast(past, proposal.reactions))
  const steps: SkippedStep[] = [
    { step: 'clarifying', missing: others.filter((person) => waiting.has(person) || !understood.has(person)) },
    { step: 'reactions', missing: others.filter((person) => !reacted.has(person)) },
  ]
  return steps.filter((step) => step.missing.length > 0)
}

function peopleOf(spoken: readonly { readonly person: string }[]): Set<string> {
  return new Set(spoken.map((one) => one.person))
}

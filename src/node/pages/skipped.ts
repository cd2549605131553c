import type { Circle, ProposalRecord, RoundRecord } from '../../domain/circle.ts'

/** Whoever is proposed out of a selection was talked about there: no questions and reactions are waited for again. */
export function isOutOfSelection({ versions: [first] }: Pick<ProposalRecord, 'versions'>): boolean {
  const effect = first?.content.effect
  return effect?.kind === 'seat' && effect.selection !== null
}

/** [R3] What a round was opened without. */
export function skippedIn(circle: Circle, round: RoundRecord): RoundRecord['skipped'] {
  const proposal = circle.proposals.get(round.proposal)
  return proposal !== undefined && isOutOfSelection(proposal) ? [] : round.skipped
}

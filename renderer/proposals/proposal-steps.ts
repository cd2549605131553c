import type { Words } from '../words/words.tsx'
import type { StepState } from '../ui/Steps.tsx'
import { isOutOfSelection, isPutAway, openRound, type Proposal } from './page-data.ts'

type Step = { readonly id: string; readonly label: string; readonly state: StepState }

/** The path of sociocracy (presented, clarifying, reactions, round, agreed) and where on it this proposal is. */
export function stepsOf(proposal: Proposal, t: Words['t']): Step[] {
  const skipped = new Set(proposal.rounds.flatMap((round) => round.skipped))
  const talk = talkState(proposal)
  const all: Step[] = [
    { id: 'presented', label: t('proposals.step.presented'), state: 'done' },
    { id: 'clarifying', label: t('proposals.step.clarifying'), state: skipped.has('clarifying') ? 'skipped' : talk[0] },
    { id: 'reactions', label: t('proposals.step.reactions'), state: skipped.has('reactions') ? 'skipped' : talk[1] },
    { id: 'round', label: t('proposals.step.round'), state: roundState(proposal) },
    { id: 'agreed', label: t('proposals.step.agreed'), state: proposal.state === 'adopted' ? 'done' : 'later' },
  ]
  return isOutOfSelection(proposal) ? all.filter(({ id }) => id !== 'clarifying' && id !== 'reactions') : all
}

function talkState(proposal: Proposal): [StepState, StepState] {
  if (proposal.rounds.length > 0) return ['done', 'done']
  if (isPutAway(proposal.state)) return ['later', 'later']
  const isAsking = proposal.questions.some(({ state }) => state === 'open') || proposal.understood.length === 0
  return isAsking ? ['now', 'later'] : ['done', 'now']
}

function roundState(proposal: Proposal): StepState {
  if (openRound(proposal) !== undefined || proposal.state === 'contested') return 'now'
  if (isOutOfSelection(proposal) && proposal.state === 'open') return 'now'
  return proposal.state === 'adopted' ? 'done' : 'later'
}

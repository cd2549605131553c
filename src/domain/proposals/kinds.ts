import type { Kinds } from '../kind.ts'
import { effectIsWise } from './effects.ts'
import * as proposals from './reducer.ts'
import * as proposalRules from './rules.ts'

export const proposalKinds: Kinds<
  | 'proposal.presented'
  | 'proposal.amended'
  | 'proposal.ended'
  | 'question.asked'
  | 'question.answered'
  | 'proposal.understood'
  | 'reaction.given'
> = {
  'proposal.presented': {
    counts: ({ circle, past, body, by }) => proposalRules.presentingCounts(circle, past, body, by),
    add: proposals.proposalPresented,
    wise: ({ circle, past, body, today }) => effectIsWise(circle, past, body.content.effect, today),
  },
  'proposal.amended': {
    counts: ({ circle, past, body, by }) => proposalRules.amendingCounts(circle, past, body, by),
    add: proposals.proposalAmended,
    wise: ({ circle, past, body, today }) => effectIsWise(circle, past, body.content.effect, today),
  },
  'proposal.ended': {
    counts: ({ circle, past, body, by }) => proposalRules.endingCounts(circle, past, body, by),
    add: proposals.proposalEnded,
  },
  'question.asked': {
    counts: ({ circle, past, body, by }) => proposalRules.speakingCounts(circle, past, body.proposal, by),
    add: proposals.questionAsked,
  },
  'question.answered': {
    counts: ({ circle, past, body, by }) => proposalRules.answeringCounts(circle, past, body, by),
    add: proposals.questionAnswered,
  },
  'proposal.understood': {
    counts: ({ circle, past, body, by }) => proposalRules.speakingCounts(circle, past, body.proposal, by),
    add: proposals.proposalUnderstood,
  },
  'reaction.given': {
    counts: ({ circle, past, body, by }) => proposalRules.speakingCounts(circle, past, body.proposal, by),
    add: proposals.reactionGiven,
  },
}

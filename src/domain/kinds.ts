import type { Circle, Spoken } from './circle.ts'
import type { CircleEvent, HashText, VerifyText } from './event.ts'
import type { Body, EventType } from './events.ts'
import type { Past } from './causality.ts'
import type { Refusal } from './refusal.ts'
import * as agreementRules from './agreements/rules.ts'
import { concernAdded } from './agreements/reducer.ts'
import * as members from './members/reducer.ts'
import * as memberRules from './members/rules.ts'
import { memberState } from './members/queries.ts'
import * as proposals from './proposals/reducer.ts'
import * as proposalRules from './proposals/rules.ts'
import * as rounds from './rounds/reducer.ts'
import * as roundRules from './rounds/rules.ts'
import { refusal } from './refusal.ts'

/** What the domain cannot do by itself and is handed. */
export interface Tools {
  readonly hash: HashText
  readonly verify: VerifyText
}

interface Asked<T extends EventType> {
  readonly circle: Circle
  /** All that a rule may look at. */
  readonly past: Past
  readonly event: CircleEvent
  readonly body: Body<T>
  readonly by: string
  readonly tools: Tools
}

/** One kind of event: whether it counts in its past, and what it then adds to the circle. */
interface Kind<T extends EventType> {
  counts(asked: Asked<T>): Refusal | null
  add(circle: Circle, spoken: Spoken, body: Body<T>, tools: Tools): void
}

/** The genesis is placed by the fold itself: whoever it names is nobody yet. */
type Later = Exclude<EventType, 'circle.created'>

export const kinds: { readonly [T in Later]: Kind<T> } = {
  'member.admitted': {
    counts: ({ circle, past, event, body, by, tools }) =>
      memberRules.admissionCounts(circle, past, event, body, by, tools.verify),
    add: (circle, spoken, body) => members.memberAdmitted(circle, spoken.stamp, spoken.person, body),
  },
  'member.on-leave': {
    counts: ({ circle, past, by }) => {
      const state = memberState(circle, past, by)
      return state === 'on-leave' ? refusal('already-on-leave') : memberRules.mustHaveRights(circle, past, by)
    },
    add: (circle, spoken) => members.memberOnLeave(circle, spoken.stamp, spoken.person),
  },
  'member.returned': {
    counts: ({ circle, past, by }) => (memberState(circle, past, by) === 'on-leave' ? null : refusal('not-on-leave')),
    add: () => {},
  },
  'member.left': {
    counts: ({ circle, past, by }) => memberRules.mustBelong(circle, past, by),
    add: (circle, spoken) => members.memberLeft(circle, spoken.stamp, spoken.person),
  },
  'proposal.presented': {
    counts: ({ circle, past, body, by }) => proposalRules.presentingCounts(circle, past, body, by),
    add: proposals.proposalPresented,
  },
  'proposal.amended': {
    counts: ({ circle, past, body, by }) => proposalRules.amendingCounts(circle, past, body, by),
    add: proposals.proposalAmended,
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
  'round.opened': {
    counts: ({ circle, past, body, by }) => roundRules.openingCounts(circle, past, body, by),
    add: rounds.roundOpened,
  },
  'consent.given': {
    counts: ({ circle, past, body, by }) => roundRules.respondingCounts(circle, past, body, by, 'consent'),
    add: rounds.responded,
  },
  'objection.raised': {
    counts: ({ circle, past, body, by }) => roundRules.respondingCounts(circle, past, body, by, 'objection'),
    add: rounds.responded,
  },
  'objection.understood': {
    counts: ({ circle, past, body, by }) => roundRules.understandingCounts(circle, past, body.objection, by),
    add: rounds.objectionUnderstood,
  },
  'objection.withdrawn': {
    counts: ({ circle, past, body, by }) => roundRules.resolvingCounts(circle, past, body.objection, by),
    add: rounds.objectionWithdrawn,
  },
  'objection.reframed': {
    counts: ({ circle, past, body, by }) => roundRules.resolvingCounts(circle, past, body.objection, by),
    add: rounds.objectionReframed,
  },
  'round.closed': {
    counts: ({ circle, past, body, by }) => roundRules.closingCounts(circle, past, body, by),
    add: (circle, spoken, body, tools) => rounds.roundClosed(circle, spoken, body, tools.hash),
  },
  'close.seen': {
    counts: ({ circle, past, body, by }) => agreementRules.seeingCounts(circle, past, body, by),
    add: () => {},
  },
  'concern.added': {
    counts: ({ circle, past, body, by }) => agreementRules.concernCounts(circle, past, body, by),
    add: concernAdded,
  },
  'agreement.objected': {
    counts: ({ circle, past, body, by }) => agreementRules.agreementObjectionCounts(circle, past, body, by),
    add: rounds.agreementObjected,
  },
}

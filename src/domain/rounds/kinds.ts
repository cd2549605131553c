import type { Kinds } from '../kind.ts'
import { nomineeIsLast } from '../roles/rules.ts'
import { testingCounts } from './aside.ts'
import * as rounds from './reducer.ts'
import * as roundRules from './rules.ts'

export const roundKinds: Kinds<
  | 'round.opened'
  | 'consent.given'
  | 'objection.raised'
  | 'objection.understood'
  | 'objection.tested'
  | 'objection.withdrawn'
  | 'objection.reframed'
  | 'round.closed'
> = {
  'round.opened': {
    counts: ({ circle, past, event, body, by }) => roundRules.openingCounts(circle, past, body, by, event.at),
    add: rounds.roundOpened,
  },
  'consent.given': {
    counts: ({ circle, past, body, by }) => roundRules.respondingCounts(circle, past, body, by, 'consent'),
    add: rounds.responded,
    wise: ({ circle, body, by }) => nomineeIsLast(circle, body.round, by),
  },
  'objection.raised': {
    counts: ({ circle, past, body, by }) => roundRules.respondingCounts(circle, past, body, by, 'objection'),
    add: rounds.responded,
  },
  'objection.tested': {
    counts: ({ circle, past, body, by }) => testingCounts(circle, past, body.objection, by),
    add: rounds.objectionTested,
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
}

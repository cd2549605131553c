import type { Kinds } from '../kind.ts'
import * as actions from './reducer.ts'
import * as actionRules from './rules.ts'

export const actionKinds: Kinds<
  'action.noted' | 'action.changed' | 'action.done' | 'action.dropped' | 'action.reopened'
> = {
  'action.noted': {
    counts: ({ circle, past, body, by }) => actionRules.notingCounts(circle, past, body, by),
    add: actions.actionNoted,
  },
  'action.changed': {
    counts: ({ circle, past, body, by }) => actionRules.changingCounts(circle, past, body, by),
    add: actions.actionChanged,
    wise: ({ circle, body }) => actionRules.mustStillBeOpen(circle, body.action),
  },
  'action.done': {
    counts: ({ circle, past, body, by }) => actionRules.endingCounts(circle, past, body.action, by),
    add: actions.actionDone,
    wise: ({ circle, body }) => actionRules.mustStillBeOpen(circle, body.action),
  },
  'action.dropped': {
    counts: ({ circle, past, body, by }) => actionRules.endingCounts(circle, past, body.action, by),
    add: actions.actionDropped,
    wise: ({ circle, body }) => actionRules.mustStillBeOpen(circle, body.action),
  },
  'action.reopened': {
    counts: ({ circle, past, body, by }) => actionRules.reopeningCounts(circle, past, body.action, by),
    add: actions.actionReopened,
  },
}

import type { Kinds } from '../kind.ts'
import * as selections from './reducer.ts'
import * as rules from './rules.ts'

export const selectionKinds: Kinds<
  | 'selection.opened'
  | 'nomination.sealed'
  | 'nominations.opened'
  | 'nomination.revealed'
  | 'selection.informed'
  | 'nomination.changed'
  | 'nomination.kept'
  | 'selection.ended'
> = {
  'selection.opened': {
    counts: ({ circle, past, body, by }) => rules.openingCounts(circle, past, body, by),
    add: selections.selectionOpened,
    wise: ({ circle, body }) => rules.openingIsWise(circle, body.role),
  },
  'nomination.sealed': {
    counts: ({ circle, past, body, by }) => rules.sealingCounts(circle, past, body, by),
    add: selections.nominationSealed,
  },
  'nominations.opened': {
    counts: ({ circle, past, body, by }) => rules.revealingCounts(circle, past, body.selection, by),
    add: selections.nominationsOpened,
  },
  'nomination.revealed': {
    counts: ({ circle, past, body, by, tools }) => rules.revealCounts(circle, past, body, by, tools.hash),
    add: selections.nominationRevealed,
  },
  'selection.informed': {
    counts: ({ circle, past, body, by }) => rules.informingCounts(circle, past, body.selection, by),
    add: selections.selectionInformed,
  },
  'nomination.changed': {
    counts: ({ circle, past, body, by }) => rules.changingCounts(circle, past, body, by),
    add: selections.nominationChanged,
    wise: ({ circle, body }) => rules.changingIsWise(circle, body.nominee),
  },
  'nomination.kept': {
    counts: ({ circle, past, body, by }) => rules.keepingCounts(circle, past, body.selection, by),
    add: selections.nominationKept,
  },
  'selection.ended': {
    counts: ({ circle, past, body, by }) => rules.endingCounts(circle, past, body.selection, by),
    add: selections.selectionEnded,
  },
}

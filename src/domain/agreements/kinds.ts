import type { Kinds } from '../kind.ts'
import { agreementObjected } from '../rounds/reducer.ts'
import { agreementEvaluated, concernAdded } from './reducer.ts'
import * as agreementRules from './rules.ts'

export const agreementKinds: Kinds<'close.seen' | 'concern.added' | 'agreement.objected' | 'agreement.evaluated'> = {
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
    add: agreementObjected,
  },
  'agreement.evaluated': {
    counts: ({ circle, past, body, by }) => agreementRules.evaluationCounts(circle, past, body, by),
    add: agreementEvaluated,
  },
}

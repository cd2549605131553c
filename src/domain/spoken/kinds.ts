import type { Kinds } from '../kind.ts'
import type { spokenEvents } from './events.ts'
import * as spoken from './reducer.ts'
import * as spokenRules from './rules.ts'

export const spokenKinds: Kinds<keyof typeof spokenEvents> = {
  'words.spoken': {
    counts: ({ circle, past, body, by }) => spokenRules.speakingCounts(circle, past, body, by),
    add: spoken.wordsSpoken,
  },
  'words.witnessed': {
    counts: ({ circle, past, body, by }) => spokenRules.witnessingCounts(circle, past, body.spoken, by),
    add: spoken.wordsWitnessed,
  },
  'words.confirmed': {
    counts: ({ circle, past, body, by }) => spokenRules.ownWordCounts(circle, past, body.spoken, by, 'confirmed'),
    add: spoken.wordsConfirmed,
  },
  'words.disputed': {
    counts: ({ circle, past, body, by }) => spokenRules.ownWordCounts(circle, past, body.spoken, by, 'disputed'),
    add: spoken.wordsDisputed,
  },
}

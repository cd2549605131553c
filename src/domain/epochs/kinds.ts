import type { Kinds } from '../kind.ts'
import { mustBelong } from '../members/rules.ts'
import { openingCounts } from './rules.ts'

export const epochKinds: Kinds<'epoch.opened' | 'key.missing' | 'key.given'> = {
  'epoch.opened': {
    counts: ({ circle, past, event, body }) => openingCounts(circle, past, body, event.device),
    add: (circle, { stamp }, { epoch, parents, boxes }) => void circle.epochs.push({ epoch, stamp, parents, boxes }),
  },
  // [Z4] Said by a program, which builds on nothing that its person was not shown: it may know of the epoch or not.
  'key.missing': {
    counts: ({ circle, past, by }) => mustBelong(circle, past, by),
    add: (circle, { id, stamp }, { epoch, bad }) =>
      void circle.lostKeys.missing.push({ id, device: stamp.by.key, epoch, bad }),
  },
  'key.given': {
    counts: ({ circle, past, by }) => mustBelong(circle, past, by),
    add: (circle, { id, stamp }, { epoch, device }) =>
      void circle.lostKeys.given.push({ id, by: stamp.by.key, device, epoch }),
  },
}

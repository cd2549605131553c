import type { Kinds } from '../kind.ts'
import { openingCounts } from './rules.ts'

export const epochKinds: Kinds<'epoch.opened'> = {
  'epoch.opened': {
    counts: ({ circle, past, event, body }) => openingCounts(circle, past, body, event.device),
    add: (circle, { stamp }, { epoch, parents, boxes }) => void circle.epochs.push({ epoch, stamp, parents, boxes }),
  },
}

import type { Kinds } from '../kind.ts'
import { mustHaveRights } from '../members/rules.ts'
import { refusal } from '../refusal.ts'

export const forkKinds: Kinds<'circle.forked'> = {
  'circle.forked': {
    // [C9] D3 row 20: each side says it for itself; nobody wins, and nobody is asked whether they may go.
    counts: ({ circle, past, body, by }) => {
      const isSaid = circle.forks.some(({ successor, stamp }) => successor === body.successor && past.has(stamp))
      return mustHaveRights(circle, past, by) ?? (isSaid ? refusal('already-done') : null)
    },
    add: (circle, spoken, { successor, reason, tried }) =>
      void circle.forks.push({ ...spoken, successor, reason, tried }),
  },
}

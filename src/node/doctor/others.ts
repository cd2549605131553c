import { keeperLines } from '../pages/keepers-page.ts'
import { reachOf } from '../pages/reach-lines.ts'
import type { Case, Finding } from './finding.ts'

const KEEPER = {
  away: ['bad', 'keeper-away'],
  full: ['advice', 'keeper-full'],
  newer: ['advice', 'keeper-lacks'],
  coming: ['advice', 'keeper-lacks'],
  barred: ['skipped', 'keeper-barred'],
  withholds: ['bad', 'keeper-untrue'],
  untrue: ['bad', 'keeper-untrue'],
  whole: ['good', 'keeper-good'],
} as const

const BY_WORTH = ['whole', 'coming', 'newer', 'full', 'withholds', 'untrue', 'away', 'barred'] as const

/** The best that any keeper does: one is enough. */
export function keeper({ node, sessions }: Case): Finding {
  const standings = sessions.flatMap((session) =>
    keeperLines(session, node.reach.keepers()).map(({ standing }) => standing),
  )
  const best = BY_WORTH.find((one) => standings.includes(one))
  if (best === undefined) return { outcome: 'skipped', code: 'keeper-none' }
  const [outcome, code] = KEEPER[best]
  return { outcome, code, about: { count: standings.length } }
}

export function people({ node, sessions }: Case): Finding {
  const all = sessions.flatMap((session) => reachOf(session, node))
  const [count, here] = [all.length, all.filter(({ reachable }) => reachable).length]
  if (count === 0) return { outcome: 'skipped', code: 'people-none' }
  const about = { count, here }
  if (here === 0) return { outcome: 'advice', code: 'people-away', about }
  return here === count
    ? { outcome: 'good', code: 'people-here', about }
    : { outcome: 'good', code: 'people-some', about }
}

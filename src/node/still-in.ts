import { EVERYTHING } from '../domain/causality.ts'
import { hasGone } from '../domain/members/queries.ts'
import type { CircleSession } from './circle-session.ts'

/** False for whoever was here and has gone: they may come again. */
export function isStillIn(session: CircleSession | undefined): boolean {
  return session !== undefined && !hasGone(session.circle, EVERYTHING, session.me)
}

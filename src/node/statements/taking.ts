import { decodeCanonical } from '../../domain/canonical.ts'
import { EVERYTHING, inPast } from '../../domain/causality.ts'
import type { Circle } from '../../domain/circle.ts'
import { eventBodies } from '../../domain/events.ts'
import { accept, refuse, type Outcome } from '../../domain/refusal.ts'
import { STATEMENT_LIMIT } from '../../domain/statements/statement.ts'
import type { CircleSession } from '../circle-session.ts'
import type { Telling } from './outgoing.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** A line is a statement, by itself or with the way that it came. */
export function tellingIn(line: string): Outcome<Telling> {
  if (line.length > 2 * STATEMENT_LIMIT) return refuse('bad-statement', { why: 'statement-too-big' })
  const value = decodeCanonical(line.trim())
  const whole = eventBodies['statement.told'].safeParse(value)
  if (whole.success) return accept(whole.data)
  const bare = eventBodies['statement.told'].safeParse({ statement: value, through: null, hops: [] })
  return bare.success ? accept(bare.data) : refuse('bad-statement', { why: 'not-a-statement' })
}

/** Writes it in; `known` where it is here already, or something newer is. */
export async function takeIn(session: CircleSession, telling: Telling): Promise<Outcome<'told' | 'known'>> {
  const said = await session.say({ type: 'statement.told', body: telling })
  if (said.ok) return accept('told')
  return ['already-done', 'statement-superseded'].includes(said.refusal.code) ? accept('known') : said
}

/** How many statements came from or through one circle within a day before now, by their tellers' clocks. */
export function toldWithinDay({ statements }: Circle, other: string, now: number): number {
  return [...statements.told.values()].filter(({ statement, tellings }) =>
    inPast(EVERYTHING, tellings).some(
      ({ at, through }) => (through ?? statement.from) === other && at > now - DAY_MS && at <= now,
    ),
  ).length
}

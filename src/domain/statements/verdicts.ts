import type { CircleEvent } from '../event.ts'
import type { Body } from '../events.ts'
import type { Tools } from '../kind.ts'
import { readAgain, readBare, withoutProof, type Bare } from './again.ts'
import { checkStatement, type StatementVerdict } from './verify.ts'

/** What a statement in a body turned out to be: the rule and the reducer look at the same one. */
const verdicts = new WeakMap<object, StatementVerdict>()

export function verdictOf({ statement }: Body<'statement.told'>, tools: Tools, event = ''): StatementVerdict {
  const found = verdicts.get(statement)
  if (found !== undefined) return found
  // An event's id is the hash of all that is in it: what was found valid in it once is valid for ever.
  const fact = `statement ${event}`
  const before = event !== '' && tools.known?.has(fact) === true ? readAgain(statement, tools.hash) : null
  const verdict = before ?? checkStatement(statement, tools)
  if (verdict.valid && event !== '' && before === null) tools.known?.add(fact)
  verdicts.set(statement, verdict)
  return verdict
}

/** Those without their proof that this device itself put away: no statement out of a log is ever one. */
const putAway = new WeakSet<object>()

/** A body as this device keeps it for its next start: a statement that was found valid, without its proof. */
type KeptBody = Omit<Body<'statement.told'>, 'statement'> & { readonly bare: Bare }

/** What to keep in place of an event's body; undefined where that is the body itself. */
export function keptBody({ id, type, body }: CircleEvent, tools: Pick<Tools, 'hash' | 'known'>): KeptBody | undefined {
  if (type !== 'statement.told' || tools.known?.has(`statement ${id}`) !== true) return undefined
  const { statement, ...about } = body as Body<'statement.told'>
  const bare = putAway.has(statement) ? (statement as unknown as Bare) : withoutProof(statement, tools.hash)
  return bare === null ? undefined : { ...about, bare }
}

/**
 * The body that was kept so, which counts as what it was found to be; undefined where it cannot be read any more. Never for
 * what anybody else could have written.
 */
export function bodyBack(kept: unknown): Body<'statement.told'> | undefined {
  const { bare, ...about } = kept as Omit<KeptBody, 'bare'> & { readonly bare: Bare | null }
  const verdict = readBare(bare)
  if (bare === null || verdict === null) return undefined
  putAway.add(bare)
  verdicts.set(bare, verdict)
  return { ...about, statement: bare as unknown as Body<'statement.told'>['statement'] }
}

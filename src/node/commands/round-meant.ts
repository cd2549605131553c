import { agreementState, validCloses } from '../../domain/agreements/queries.ts'
import { EVERYTHING, saw } from '../../domain/causality.ts'
import type { ProposalRecord, RoundRecord } from '../../domain/circle.ts'
import { endOf } from '../../domain/proposals/queries.ts'
import { refuse } from '../../domain/refusal.ts'
import { closeProblem, closingOf } from '../../domain/rounds/closing.ts'
import { isReplaced, openRounds } from '../../domain/rounds/queries.ts'
import type { CircleSession } from '../circle-session.ts'
import { findOne } from '../find.ts'
import { lookedAt } from '../pages/shown.ts'
import { must } from './answering.ts'

/** Which round a person means, as far as they said. */
export interface Meant {
  readonly version?: string | undefined
  readonly round?: string | undefined
  readonly asOf?: string | undefined
}

/**
 * [R7] The open round that an answer is for. Of several begun apart: the one that was named, else one that asks this person;
 * whoever named nothing is asked which words they mean, where these differ.
 */
export function roundMeant(
  session: CircleSession,
  proposal: ProposalRecord,
  { version, round, asOf }: Meant,
  person = session.me,
): RoundRecord {
  const open = roundsMeant(session, proposal, { version, round, asOf })
  const asking = open.filter(({ electorate }) => electorate.includes(person))
  return onlyOne(asking.length > 0 ? asking : open)
}

/** The round that can be closed, where one can: else the one whose close is refused with the reason. */
export function roundToClose(session: CircleSession, proposal: ProposalRecord, meant: Meant): RoundRecord {
  const open = roundsMeant(session, proposal, meant)
  const by = { by: session.me, at: session.now }
  const ready = open.filter((one) => {
    const body = closingOf(session.circle, EVERYTHING, one, by.by, by.at)
    return closeProblem(session.circle, EVERYTHING, { ...by, body }) === null
  })
  return onlyOne(ready.length > 0 ? ready : open)
}

function roundsMeant(session: CircleSession, proposal: ProposalRecord, { version, round, asOf }: Meant): RoundRecord[] {
  const open = openRounds(proposal)
  if (round !== undefined) {
    const named = proposal.rounds.map((it) => ({ id: it.id, called: [], it }))
    const one = must(findOne(named, round, 'no-such-round'))
    if (open.includes(one)) return [one]
    if (isReplaced(proposal, one, EVERYTHING)) must(refuse('round-replaced'))
    return nothingOpen(session, proposal, asOf)
  }
  const [first] = open
  if (first === undefined) return nothingOpen(session, proposal, asOf)
  const about = open.filter((one) => version === undefined || one.version === version)
  return about.length > 0 ? about : must(refuse('changed-meanwhile', { version: first.version }))
}

function onlyOne(rounds: readonly RoundRecord[]): RoundRecord {
  const [first] = rounds
  if (first === undefined) return must(refuse('no-round-open'))
  const versions = [...new Set(rounds.map(({ version }) => version))]
  return versions.length === 1 ? first : must(refuse('several-rounds', { versions }))
}

/** Says as exactly as it can why there is nothing to answer: [R6] a close that the person was not shown is told first. */
function nothingOpen(session: CircleSession, proposal: ProposalRecord, asOf: string | undefined): never {
  const { circle } = session
  const adopted = proposal.closes
    .flatMap((close) => circle.agreements.get(close.agreement) ?? [])
    .find((agreement) => !['invalid', 'superseded'].includes(agreementState(circle, agreement)))
  if (adopted === undefined) return must(refuse(endOf(proposal) === null ? 'no-round-open' : 'proposal-ended'))
  const shown = (lookedAt(circle, asOf)[0] ?? []).flatMap((id) => circle.stamps.get(id) ?? [])
  const knew = validCloses(adopted).some((close) => shown.some((stamp) => saw(stamp, close.stamp)))
  return must(refuse(knew ? 'round-closed' : 'closed-meanwhile', { agreement: adopted.id }))
}

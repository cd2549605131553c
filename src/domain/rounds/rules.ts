import type { Circle } from '../circle.ts'
import type { Body } from '../events.ts'
import type { Past } from '../causality.ts'
import { electorateIn } from '../members/queries.ts'
import { mustBelong, mustHaveRights } from '../members/rules.ts'
import { proposalIn, versionIn } from '../proposals/queries.ts'
import { mustBeOpen, mustTakePart } from '../proposals/rules.ts'
import { refusal, type Refusal } from '../refusal.ts'
import { isClosed, isLaidAside, isReplaced, isResolvedByAuthor, roundIn } from './queries.ts'
import { clauseProblem } from './silence.ts'

/** [R1] D2.3: the electorate is frozen in the event and must be exactly whom its past makes members. */
export function openingCounts(
  circle: Circle,
  past: Past,
  body: Body<'round.opened'>,
  by: string,
  at: number,
): Refusal | null {
  const proposal = proposalIn(circle, past, body.proposal)
  if (proposal === null) return refusal('no-such-proposal')
  if (versionIn(circle, past, body.version)?.proposal !== proposal.id) return refusal('no-such-version')
  const refused = mustTakePart(circle, past, proposal, by) ?? mustBeOpen(proposal, past)
  if (refused !== null) return refused
  const asked = electorateIn(circle, past, by, proposal.slot.id)
  const same = asked.length === body.electorate.length && asked.every((person, i) => person === body.electorate[i])
  return same ? clauseProblem(circle, past, body, at) : refusal('wrong-electorate')
}

/** [R2] A response binds to one round and the version it asks about, by someone whom the round asks. */
export function respondingCounts(
  circle: Circle,
  past: Past,
  body: { readonly round: string; readonly version: string },
  by: string,
  answer: 'consent' | 'objection',
): Refusal | null {
  const round = roundIn(circle, past, body.round)
  const proposal = round === null ? null : proposalIn(circle, past, round.proposal)
  if (round === null || proposal === null) return refusal('no-such-round')
  if (body.version !== round.version) return refusal('no-such-version')
  if (!round.electorate.includes(by)) return mustHaveRights(circle, past, by) ?? refusal('not-asked')
  const gone = mustBelong(circle, past, by)
  if (gone !== null) return gone
  if (isReplaced(proposal, round, past)) return refusal('round-replaced')
  if (isLaidAside(proposal, round, past)) return refusal('proposal-ended')
  // D3 row 3: an objection by someone who knew of the close is kept, as an objection to the agreement.
  if (answer === 'consent' && isClosed(proposal, round, past)) return refusal('round-closed')
  return null
}

/** [O2] Everyone but its author can say that they understand an objection. */
export function understandingCounts(circle: Circle, past: Past, objectionId: string, by: string): Refusal | null {
  const objection = objectionIn(circle, past, objectionId)
  if (objection === null) return refusal('no-such-objection')
  if (objection.person === by) return refusal('own-objection')
  return mustBelong(circle, past, by)
}

/** [O1] Only its author withdraws an objection or turns it into a concern, and only once. */
export function resolvingCounts(circle: Circle, past: Past, objectionId: string, by: string): Refusal | null {
  const objection = objectionIn(circle, past, objectionId)
  if (objection === null) return refusal('no-such-objection')
  if (objection.person !== by) return refusal('not-your-own')
  return isResolvedByAuthor(objection, past) ? refusal('objection-resolved') : null
}

/** Whether a close is an act at all; whether it is a valid certificate is `closeProblem`. */
export function closingCounts(circle: Circle, past: Past, body: Body<'round.closed'>, by: string): Refusal | null {
  const round = roundIn(circle, past, body.round)
  if (round === null) return refusal('no-such-round')
  if (body.version !== round.version) return refusal('no-such-version')
  return mustTakePart(circle, past, circle.proposals.get(round.proposal), by)
}

function objectionIn(circle: Circle, past: Past, id: string) {
  const response = circle.responses.get(id)
  const isObjection = response !== undefined && response.answer === 'objection' && past.has(response.stamp)
  return isObjection ? response : null
}

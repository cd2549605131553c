import type { Circle, ProposalRecord } from '../circle.ts'
import type { Body } from '../events.ts'
import { agreementIn } from '../agreements/agreed.ts'
import { inPast, type Past } from '../causality.ts'
import { driverIn } from '../drivers/queries.ts'
import { recusedFrom } from '../members/belonging.ts'
import { mustBeHere, mustBelong, mustHaveRights } from '../members/rules.ts'
import { charterIn } from '../helping/queries.ts'
import { refusal, type Refusal } from '../refusal.ts'
import { effectProblem } from './effects.ts'
import type { VersionContent } from './events.ts'
import { slotFor } from './slot-for.ts'
import { endOf, openQuestions, proposalIn, versionIn } from './queries.ts'

/** [P1] Any member presents; presenting is never itself a consent. */
export function presentingCounts(
  circle: Circle,
  past: Past,
  body: Body<'proposal.presented'>,
  by: string,
): Refusal | null {
  const { content } = body
  const own = recusedFrom(circle, past, slotFor(circle, '', content)).includes(by) ? refusal('recused') : null
  return mustHaveRights(circle, past, by) ?? own ?? contentProblem(circle, past, content)
}

/** [P2] Any member amends, from versions of this proposal; consents never carry over to another version. */
export function amendingCounts(circle: Circle, past: Past, body: Body<'proposal.amended'>, by: string): Refusal | null {
  const proposal = proposalIn(circle, past, body.proposal)
  if (proposal === null) return refusal('no-such-proposal')
  if (body.parents.some((parent) => versionIn(circle, past, parent)?.proposal !== proposal.id))
    return refusal('no-such-version')
  const foreign = body.integrates.find((id) => !isObjectionTo(circle, past, proposal, id))
  if (foreign !== undefined) return refusal('no-such-objection', { objection: foreign })
  const refused = mustTakePart(circle, past, proposal, by) ?? mustBeOpen(proposal, past)
  return refused ?? contentProblem(circle, past, body.content) ?? sameSlot(circle, proposal, body.content)
}

/** [P6] Any member may table a proposal; only its author withdraws it. */
export function endingCounts(circle: Circle, past: Past, body: Body<'proposal.ended'>, by: string): Refusal | null {
  const proposal = proposalIn(circle, past, body.proposal)
  if (proposal === null) return refusal('no-such-proposal')
  if (body.as === 'withdrawn' && proposal.author !== by) return refusal('not-your-own')
  if (endOf(proposal, past) !== null) return refusal('proposal-ended')
  if (isAdopted(proposal, past)) return refusal('proposal-adopted')
  return handingProblem(circle, past, body) ?? mustTakePart(circle, past, proposal, by)
}

/** [P11] [X3] What is handed on is handed to somebody: members who carry it, or a helping circle that was agreed. */
function handingProblem(circle: Circle, past: Past, body: Body<'proposal.ended'>): Refusal | null {
  const { as, carriers = [], helping } = body
  if ((as === 'escalated') !== carriers.length > 0) return refusal('no-such-person')
  if ((as === 'to-helping-circle') !== (helping !== undefined)) return refusal('no-such-helping-circle')
  if (helping !== undefined && charterIn(circle, past, helping) === null) return refusal('no-such-helping-circle')
  return carriers.map((person) => mustBeHere(circle, past, person)).find((one) => one !== null) ?? null
}

/** [M9] [M11] Consent rights, in a matter from which one is not recused. */
export function mustTakePart(
  circle: Circle,
  past: Past,
  proposal: ProposalRecord | undefined,
  by: string,
): Refusal | null {
  const isRecused = proposal !== undefined && recusedFrom(circle, past, proposal.slot.id).includes(by)
  return mustHaveRights(circle, past, by) ?? (isRecused ? refusal('recused') : null)
}

/** [P4] Asking, reacting and saying "I understand" belong to everyone in the circle, guests too. */
export function speakingCounts(circle: Circle, past: Past, proposalId: string, by: string): Refusal | null {
  const proposal = proposalIn(circle, past, proposalId)
  if (proposal === null) return refusal('no-such-proposal')
  return mustBelong(circle, past, by) ?? mustBeOpen(proposal, past)
}

export function answeringCounts(
  circle: Circle,
  past: Past,
  body: Body<'question.answered'>,
  by: string,
): Refusal | null {
  const question = circle.questions.get(body.question)
  if (question === undefined || !past.has(question.stamp)) return refusal('no-such-question')
  return mustBelong(circle, past, by)
}

/** [P5] Open questions of people whom the round asks: they hold the close. */
export function questionsThatHold(proposal: ProposalRecord, past: Past, electorate: readonly string[]): string[] {
  const open = openQuestions(proposal, past).filter((question) => electorate.includes(question.person))
  return open.map((question) => question.id)
}

/** [P6] Withdrawn is the end, unless it was adopted apart from that: then the circle has to take it up again. */
export function mustBeOpen(proposal: ProposalRecord, past: Past): Refusal | null {
  if (endOf(proposal, past)?.as !== 'withdrawn' || isAdopted(proposal, past)) return null
  return refusal('proposal-ended')
}

function isAdopted(proposal: ProposalRecord, past: Past): boolean {
  return inPast(past, proposal.closes).some((close) => close.problem === null)
}

function isObjectionTo(circle: Circle, past: Past, proposal: ProposalRecord, id: string): boolean {
  const response = circle.responses.get(id)
  if (response === undefined || !past.has(response.stamp)) return false
  return response.proposal === proposal.id && response.answer === 'objection'
}

/** [P10] Other words may say it otherwise; another seat, way or agreement is another proposal. */
function sameSlot(circle: Circle, proposal: ProposalRecord, content: VersionContent): Refusal | null {
  return slotFor(circle, proposal.id, content) === proposal.slot.id ? null : refusal('another-matter')
}

/** An owner must belong; what it changes must have been agreed; its effect must make sense. */
function contentProblem(circle: Circle, past: Past, content: VersionContent): Refusal | null {
  const { owner, answers, changes, effect } = content
  if (answers !== null && driverIn(circle, past, answers) === null) return refusal('no-such-driver')
  if (changes !== null && agreementIn(circle, past, changes) === null) return refusal('no-such-agreement')
  const stranger = owner === null ? null : mustBeHere(circle, past, owner)
  return stranger ?? effectProblem(circle, past, effect, changes)
}

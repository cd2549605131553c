import type { Circle, CloseRecord, ProposalRecord, ResponseRecord, RoundRecord, Spoken } from '../circle.ts'
import type { HashText } from '../event.ts'
import type { Body } from '../events.ts'
import { agreementId } from '../agreements/queries.ts'
import { inPast, pastOf } from '../causality.ts'
import { memberAtRest, memberOf, memberRemoved } from '../members/reducer.ts'
import { skippedSteps } from '../proposals/queries.ts'
import type { SpokenWord } from '../spoken/records.ts'
import { closeProblem } from './closing.ts'

export function roundOpened(circle: Circle, spoken: Spoken, body: Body<'round.opened'>): void {
  const proposal = circle.proposals.get(body.proposal)
  if (proposal === undefined) return
  const skipped = skippedSteps(proposal, pastOf(spoken.stamp), body.electorate)
  const round: RoundRecord = { ...spoken, ...body, skipped }
  circle.rounds.set(round.id, round)
  proposal.rounds.push(round)
}

export function responded(
  circle: Circle,
  spoken: Spoken,
  body: { readonly round: string; readonly version: string; readonly reason?: string },
): void {
  const round = circle.rounds.get(body.round)
  const proposal = round === undefined ? undefined : circle.proposals.get(round.proposal)
  if (round === undefined || proposal === undefined) return
  const known = inPast(pastOf(spoken.stamp), proposal.closes)
  const closed = known.find((close) => close.problem === null && close.round === round.id)
  const late = closed?.agreement ?? null
  addResponse(circle, proposal, { ...spoken, ...slotOf(round), late, reason: body.reason ?? null, heard: null })
}

/** [A5] */
export function agreementObjected(circle: Circle, spoken: Spoken, body: Body<'agreement.objected'>): void {
  const agreement = circle.agreements.get(body.agreement)
  const proposal = agreement === undefined ? undefined : circle.proposals.get(agreement.proposal)
  if (agreement === undefined || proposal === undefined) return
  const { round, version } = agreement
  addResponse(circle, proposal, {
    ...spoken,
    proposal: proposal.id,
    round,
    version,
    late: agreement.id,
    reason: body.reason,
    heard: null,
  })
}

/** [V2] Kept beside the words of people's own devices; whether it stands is asked of each past. */
export function respondedInTheRoom(circle: Circle, heard: SpokenWord): void {
  const { id, stamp, at, who, says } = heard
  const round = says.kind === 'words' ? undefined : circle.rounds.get(says.round)
  const proposal = circle.proposals.get(round?.proposal ?? '')
  if (round === undefined || proposal === undefined || !('person' in who)) return
  const reason = says.kind === 'objection' ? says.reason : null
  addResponse(circle, proposal, { id, stamp, at, person: who.person, ...slotOf(round), late: null, reason, heard })
}

type Given = Omit<ResponseRecord, 'answer' | 'understoodBy' | 'tests' | 'withdrawn' | 'reframed'>

function addResponse(circle: Circle, proposal: ProposalRecord, given: Given): void {
  const answer = given.reason === null ? 'consent' : 'objection'
  const response: ResponseRecord = { ...given, answer, understoodBy: [], tests: [], withdrawn: [], reframed: [] }
  circle.responses.set(response.id, response)
  proposal.responses.push(response)
  proposal.slot.responses.push(response)
}

function slotOf(round: RoundRecord): { proposal: string; round: string; version: string } {
  return { proposal: round.proposal, round: round.id, version: round.version }
}

export function objectionUnderstood(circle: Circle, spoken: Spoken, body: Body<'objection.understood'>): void {
  circle.responses.get(body.objection)?.understoodBy.push(spoken)
}

export function objectionTested(circle: Circle, spoken: Spoken, body: Body<'objection.tested'>): void {
  const { qualifies, reason } = body
  circle.responses.get(body.objection)?.tests.push({ ...spoken, qualifies, reason })
}

export function objectionWithdrawn(circle: Circle, spoken: Spoken, body: Body<'objection.withdrawn'>): void {
  circle.responses.get(body.objection)?.withdrawn.push(spoken)
}

/** [O3] D2.7: an objection turned into a concern by its author keeps its words, beside the criteria. */
export function objectionReframed(circle: Circle, spoken: Spoken, body: Body<'objection.reframed'>): void {
  const objection = circle.responses.get(body.objection)
  if (objection === undefined) return
  objection.reframed.push(spoken)
  const concern = { ...spoken, agreement: objection.late, text: objection.reason ?? '' }
  circle.proposals.get(objection.proposal)?.concerns.push(concern)
}

export function roundClosed(circle: Circle, spoken: Spoken, body: Body<'round.closed'>, hash: HashText): void {
  const round = circle.rounds.get(body.round)
  const proposal = round === undefined ? undefined : circle.proposals.get(round.proposal)
  if (round === undefined || proposal === undefined) return
  const problem = closeProblem(circle, pastOf(spoken.stamp), { by: spoken.person, at: spoken.at, body })
  const id = agreementId(round.id, body.version, hash)
  const cited = body.consents.flatMap(({ person, response }) => {
    const word = problem === null ? circle.responses.get(response) : undefined
    return word === undefined ? [] : [{ person, word }]
  })
  const effect = circle.versions.get(body.version)?.content.effect ?? null
  const close: CloseRecord = { ...spoken, ...body, cited, effect, proposal: proposal.id, agreement: id, problem }
  circle.closes.set(close.id, close)
  proposal.closes.push(close)
  proposal.slot.closes.push(close)
  const { version } = body
  const agreement = circle.agreements.get(id) ?? { id, proposal: proposal.id, round: round.id, version, closes: [] }
  agreement.closes.push(close)
  circle.agreements.set(id, agreement)
  if (problem === null) adopt(circle, close)
  if (problem === null) keepAside(proposal, close)
}

/** [O4] What was set aside stands as a concern beside the criteria, once, whoever closed. */
function keepAside(proposal: ProposalRecord, close: CloseRecord): void {
  const tested = new Set(close.tested)
  const aside = proposal.responses.filter(({ tests }) => tests.some(({ id }) => tested.has(id)))
  for (const { id, stamp, at, person, reason } of aside) {
    if (proposal.concerns.some((concern) => concern.id === id)) continue
    proposal.concerns.push({ id, stamp, at, person, agreement: close.agreement, text: reason ?? '' })
  }
}

function adopt(circle: Circle, close: CloseRecord): void {
  circle.adoptions.push(close)
  const { effect } = close
  if (effect?.kind === 'admit') memberOf(circle, effect.person).admittedBy.push(close)
  if (effect?.kind === 'remove') memberRemoved(circle, close, effect.person)
  if (effect?.kind === 'unlink') unlinked(circle, close, effect.people)
  if (effect?.kind === 'rest') memberAtRest(circle, close, effect.person)
}

/** [Q3] Who was here only for the link goes with it; where that is not so, its naming has no effect. */
function unlinked(circle: Circle, close: CloseRecord, people: readonly string[]): void {
  circle.unlinks.push(close)
  for (const person of people) memberRemoved(circle, close, person)
}

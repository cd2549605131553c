import type { Circle, ProposalRecord, QuestionRecord, Spoken, VersionRecord } from '../circle.ts'
import type { Body } from '../events.ts'
import { charterOf } from '../helping/queries.ts'
import { slotFor } from './slot-for.ts'
import { slotOf } from './slots.ts'

export function proposalPresented(circle: Circle, spoken: Spoken, body: Body<'proposal.presented'>): void {
  const proposal: ProposalRecord = {
    id: spoken.id,
    slot: slotOf(circle, slotFor(circle, spoken.id, body.content)),
    stamp: spoken.stamp,
    author: spoken.person,
    versions: [],
    questions: [],
    understood: [],
    reactions: [],
    rounds: [],
    responses: [],
    closes: [],
    ends: [],
    concerns: [],
    acts: [],
  }
  circle.proposals.set(proposal.id, proposal)
  addVersion(circle, proposal, { ...spoken, proposal: proposal.id, parents: [], integrates: [], content: body.content })
}

export function proposalAmended(circle: Circle, spoken: Spoken, body: Body<'proposal.amended'>): void {
  const { proposal, parents, content, integrates } = body
  const record = circle.proposals.get(proposal)
  if (record !== undefined) addVersion(circle, record, { ...spoken, proposal, parents, content, integrates })
}

export function proposalEnded(circle: Circle, spoken: Spoken, body: Body<'proposal.ended'>): void {
  const { as, until, reason, helping = null } = body
  const members = charterOf(circle, circle.agreements.get(helping ?? ''))?.members
  const carriers = body.carriers ?? members ?? []
  circle.proposals.get(body.proposal)?.ends.push({ ...spoken, as, until, reason, carriers, helping })
}

export function questionAsked(circle: Circle, spoken: Spoken, body: Body<'question.asked'>): void {
  const question: QuestionRecord = { ...spoken, proposal: body.proposal, text: body.text, answers: [] }
  circle.questions.set(question.id, question)
  circle.proposals.get(body.proposal)?.questions.push(question)
}

export function questionAnswered(circle: Circle, spoken: Spoken, body: Body<'question.answered'>): void {
  circle.questions.get(body.question)?.answers.push({ ...spoken, text: body.text })
}

export function proposalUnderstood(circle: Circle, spoken: Spoken, body: Body<'proposal.understood'>): void {
  circle.proposals.get(body.proposal)?.understood.push(spoken)
}

export function reactionGiven(circle: Circle, spoken: Spoken, body: Body<'reaction.given'>): void {
  circle.proposals.get(body.proposal)?.reactions.push({ ...spoken, text: body.text })
}

function addVersion(circle: Circle, proposal: ProposalRecord, version: VersionRecord): void {
  proposal.versions.push(version)
  circle.versions.set(version.id, version)
  circle.drivers.get(version.content.answers ?? '')?.answers.push(version)
}

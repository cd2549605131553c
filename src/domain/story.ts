import type { Act, Circle } from './circle.ts'
import type { Body, EventType } from './events.ts'
import { byCodeUnit } from './canonical.ts'

/** Files a counted event under the proposal it is about: the story that "why is this so?" reads. */
export function tellStory(circle: Circle, id: string, type: EventType, body: Body<EventType>): void {
  const act = circle.counted.get(id)
  const proposal = circle.proposals.get(subjectOf(circle, id, type, body) ?? '')
  if (act !== undefined && proposal !== undefined) proposal.acts.push(act)
}

/** [P9] The acts of a story so that each comes after what it built on; those made apart by their claimed time, then id. */
export function inOrder(acts: readonly Act[]): Act[] {
  return [...acts].sort((a, b) => a.time - b.time || a.depth - b.depth || byCodeUnit(a.stamp.id, b.stamp.id))
}

function subjectOf(circle: Circle, id: string, type: EventType, body: Body<EventType>): string | undefined {
  if (type === 'proposal.presented') return id
  if ('proposal' in body) return body.proposal
  if ('round' in body) return circle.rounds.get(body.round)?.proposal
  if ('question' in body) return circle.questions.get(body.question)?.proposal
  if ('objection' in body) return circle.responses.get(body.objection)?.proposal
  if ('agreement' in body) return circle.agreements.get(body.agreement)?.proposal
  if ('close' in body) return circle.closes.get(body.close)?.proposal
  return undefined
}

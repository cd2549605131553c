import type { Circle, Spoken } from '../circle.ts'
import type { Body } from '../events.ts'

export function concernAdded(circle: Circle, spoken: Spoken, body: Body<'concern.added'>): void {
  const { agreement, text } = body
  circle.proposals.get(body.proposal)?.concerns.push({ ...spoken, agreement, text })
}

/** [L2] Several made apart are all kept. */
export function agreementEvaluated(circle: Circle, spoken: Spoken, body: Body<'agreement.evaluated'>): void {
  const { agreement, results, note } = body
  const others = circle.evaluations.get(agreement) ?? []
  others.push({ ...spoken, agreement, results, note })
  circle.evaluations.set(agreement, others)
}

import type { Circle, Spoken } from '../circle.ts'
import type { Body } from '../events.ts'

export function concernAdded(circle: Circle, spoken: Spoken, body: Body<'concern.added'>): void {
  const { agreement, text } = body
  circle.proposals.get(body.proposal)?.concerns.push({ ...spoken, agreement, text })
}

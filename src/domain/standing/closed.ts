import type { Circle } from '../circle.ts'
import type { Past } from '../causality.ts'
import type { Body, EventType } from '../events.ts'
import { slotFor } from '../proposals/slot-for.ts'
import { refusal, type Refusal } from '../refusal.ts'
import { subjectOf } from '../story.ts'
import { circleState } from './queries.ts'

/** What concerns a person and their devices, not the circle's work. */
const STILL_SAID: ReadonlySet<EventType> = new Set([
  'close.seen',
  'member.left',
  'device.admitted',
  'device.revoked',
  'key.missing',
  'key.given',
  'word.missing',
  'word.carried',
])

/**
 * [C6] In a closed circle nothing more is said, but what would open it again: by those who knew that it is closed. What was
 * said apart from that counts, as everywhere.
 */
export function closedProblem(circle: Circle, past: Past, type: EventType, body: Body<EventType>): Refusal | null {
  if (circleState(circle, past) !== 'closed' || STILL_SAID.has(type)) return null
  // The compiler cannot pair a type with its body across the union.
  const presented = type === 'proposal.presented' ? (body as Body<'proposal.presented'>) : null
  const slot =
    presented === null
      ? circle.proposals.get(subjectOf(circle, '', type, body) ?? '')?.slot.id
      : slotFor(circle, '', presented.content)
  return slot === 'state' ? null : refusal('circle-closed')
}

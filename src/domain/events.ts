import type { z } from 'zod'
import { actionEvents } from './actions/events.ts'
import { agreementEvents } from './agreements/events.ts'
import { backlogEvents } from './backlog/events.ts'
import { formingEvents } from './forming/events.ts'
import { helpingEvents } from './helping/events.ts'
import { standingEvents } from './standing/events.ts'
import { driverEvents } from './drivers/events.ts'
import { epochEvents } from './epochs/events.ts'
import { evidenceEvents } from './evidence/events.ts'
import { forkEvents } from './forks/events.ts'
import { meetingEvents } from './meetings/events.ts'
import { memberEvents } from './members/events.ts'
import { proposalEvents } from './proposals/events.ts'
import { reviewEvents } from './reviews/events.ts'
import { roleEvents } from './roles/events.ts'
import { roundEvents } from './rounds/events.ts'
import { selectionEvents } from './selections/events.ts'
import { statementEvents } from './statements/events.ts'
import { spokenEvents } from './spoken/events.ts'

/** Everything that can happen in a circle: the schema of each type's body. */
export const eventBodies = {
  ...memberEvents,
  ...proposalEvents,
  ...roundEvents,
  ...agreementEvents,
  ...driverEvents,
  ...backlogEvents,
  ...formingEvents,
  ...helpingEvents,
  ...standingEvents,
  ...actionEvents,
  ...meetingEvents,
  ...roleEvents,
  ...selectionEvents,
  ...reviewEvents,
  ...spokenEvents,
  ...epochEvents,
  ...forkEvents,
  ...evidenceEvents,
  ...statementEvents,
} as const

export type EventType = keyof typeof eventBodies
export type Body<T extends EventType> = z.infer<(typeof eventBodies)[T]>

export function isEventType(type: string): type is EventType {
  return Object.hasOwn(eventBodies, type)
}

import type { EventType } from './events.ts'
import type { Kinds } from './kind.ts'
import { actionKinds } from './actions/kinds.ts'
import { agreementKinds } from './agreements/kinds.ts'
import { backlogKinds } from './backlog/kinds.ts'
import { formingKinds } from './forming/kinds.ts'
import { helpingKinds } from './helping/kinds.ts'
import { standingKinds } from './standing/kinds.ts'
import { driverKinds } from './drivers/kinds.ts'
import { epochKinds } from './epochs/kinds.ts'
import { evidenceKinds } from './evidence/kinds.ts'
import { forkKinds } from './forks/kinds.ts'
import { meetingKinds } from './meetings/kinds.ts'
import { memberKinds } from './members/kinds.ts'
import { proposalKinds } from './proposals/kinds.ts'
import { reviewKinds } from './reviews/kinds.ts'
import { roleKinds } from './roles/kinds.ts'
import { roundKinds } from './rounds/kinds.ts'
import { selectionKinds } from './selections/kinds.ts'
import { statementKinds } from './statements/kinds.ts'
import { spokenKinds } from './spoken/kinds.ts'

/** The genesis is placed by the fold itself: whoever it names is nobody yet. */
type Later = Exclude<EventType, 'circle.created'>

/** Every kind of event with its rule and its reducer. */
export const kinds: Kinds<Later> = {
  ...memberKinds,
  ...proposalKinds,
  ...roundKinds,
  ...agreementKinds,
  ...driverKinds,
  ...backlogKinds,
  ...formingKinds,
  ...helpingKinds,
  ...standingKinds,
  ...actionKinds,
  ...meetingKinds,
  ...roleKinds,
  ...selectionKinds,
  ...reviewKinds,
  ...spokenKinds,
  ...epochKinds,
  ...forkKinds,
  ...evidenceKinds,
  ...statementKinds,
}

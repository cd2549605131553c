import type { Circle } from '../circle.ts'
import type { Body } from '../events.ts'
import type { Past } from '../causality.ts'
import { mustBelong, mustHaveRights } from '../members/rules.ts'
import { proposalIn } from '../proposals/queries.ts'
import { agreementIn } from './agreed.ts'
import { refusal, type Refusal } from '../refusal.ts'

/** [A2] A receipt is for a close that its writer's device could show. */
export function seeingCounts(circle: Circle, past: Past, body: Body<'close.seen'>, by: string): Refusal | null {
  const close = circle.closes.get(body.close)
  if (close === undefined || !past.has(close.stamp)) return refusal('no-such-agreement')
  return mustBelong(circle, past, by)
}

/** [P7] A concern never stops anything: it stands beside the criteria, from anyone in the circle, at any time. */
export function concernCounts(circle: Circle, past: Past, body: Body<'concern.added'>, by: string): Refusal | null {
  if (proposalIn(circle, past, body.proposal) === null) return refusal('no-such-proposal')
  const agreement = body.agreement === null ? null : agreementIn(circle, past, body.agreement)
  if (body.agreement !== null && agreement?.proposal !== body.proposal) return refusal('no-such-agreement')
  return mustBelong(circle, past, by)
}

/** [A5] An objection to an existing agreement is always possible: it goes on the backlog, the agreement stays (D3 row 3). */
export function agreementObjectionCounts(
  circle: Circle,
  past: Past,
  body: Body<'agreement.objected'>,
  by: string,
): Refusal | null {
  if (agreementIn(circle, past, body.agreement) === null) return refusal('no-such-agreement')
  return mustHaveRights(circle, past, by)
}

/** [L2] Anyone in the circle says how an agreement does, at any time; it changes nothing by itself. */
export function evaluationCounts(
  circle: Circle,
  past: Past,
  body: Body<'agreement.evaluated'>,
  by: string,
): Refusal | null {
  if (agreementIn(circle, past, body.agreement) === null) return refusal('no-such-agreement')
  return mustBelong(circle, past, by)
}

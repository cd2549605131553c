import type { Circle } from '../circle.ts'
import { inPast, type Past } from '../causality.ts'
import type { Body } from '../events.ts'
import { driverIn } from '../drivers/queries.ts'
import { hasConsentRights } from '../members/queries.ts'
import { mustBelong, mustHaveRights } from '../members/rules.ts'
import { refusal, type Refusal } from '../refusal.ts'

/** [U1] Anyone in the circle adds; what it is about is a question of the same matter. */
export function addingCounts(circle: Circle, past: Past, body: Body<'forming.added'>, by: string): Refusal | null {
  if (driverIn(circle, past, body.driver) === null) return refusal('no-such-driver')
  const about = body.item.kind === 'dimension' ? null : body.item.about
  if (about !== null && dimensionIn(circle, past, about)?.driver !== body.driver) return refusal('no-such-question')
  return mustBelong(circle, past, by)
}

export function answeringCounts(circle: Circle, past: Past, dimension: string, by: string): Refusal | null {
  return dimensionIn(circle, past, dimension) === null ? refusal('no-such-question') : mustBelong(circle, past, by)
}

/** [U2] Only who said it takes it back, and once. */
export function takingBackCounts(circle: Circle, past: Past, id: string, by: string): Refusal | null {
  const said = circle.forming.items.get(id) ?? circle.forming.answers.get(id)
  if (said === undefined || !past.has(said.stamp)) return refusal('no-such-item')
  if (said.person !== by) return refusal('not-your-own')
  return inPast(past, said.takenBack).length > 0 ? refusal('already-done') : null
}

/** [U3] Tuners are named by a member, and have consent rights themselves. */
export function namingCounts(circle: Circle, past: Past, body: Body<'tuners.named'>, by: string): Refusal | null {
  if (driverIn(circle, past, body.driver) === null) return refusal('no-such-driver')
  const stranger = body.people.find((person) => !hasConsentRights(circle, past, person))
  return stranger === undefined ? mustHaveRights(circle, past, by) : refusal('no-such-person')
}

export function objectingCounts(circle: Circle, past: Past, id: string, by: string): Refusal | null {
  const tuners = circle.forming.tuners.get(id)
  if (tuners === undefined || !past.has(tuners.stamp)) return refusal('no-such-item')
  return mustHaveRights(circle, past, by)
}

function dimensionIn(circle: Circle, past: Past, id: string) {
  const record = circle.forming.items.get(id)
  return record?.item.kind === 'dimension' && past.has(record.stamp) ? record : null
}

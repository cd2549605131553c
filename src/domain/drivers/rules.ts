import type { Circle } from '../circle.ts'
import { inPast, type Past } from '../causality.ts'
import type { Body } from '../events.ts'
import { mustBelong, mustHaveRights } from '../members/rules.ts'
import { refusal, type Refusal } from '../refusal.ts'
import { driverIn, moveOf } from './queries.ts'

/** [N2] Anyone in the circle finds better words for what was noticed. */
export function rewordingCounts(circle: Circle, past: Past, body: Body<'driver.reworded'>, by: string): Refusal | null {
  const driver = driverIn(circle, past, body.driver)
  if (driver === null) return refusal('no-such-driver')
  const known = new Set(inPast(past, driver.wordings).map((one) => one.id))
  if (body.parents.some((parent) => !known.has(parent))) return refusal('no-such-version')
  return mustBelong(circle, past, by)
}

/** [N3] Any member says what becomes of it: nothing is decided by that, since acting on it takes a proposal. */
export function movingCounts(circle: Circle, past: Past, body: Body<'driver.moved'>, by: string): Refusal | null {
  if (driverIn(circle, past, body.driver) === null) return refusal('no-such-driver')
  return mustHaveRights(circle, past, by)
}

/** It is there already. */
export function movingIsNeeded(circle: Circle, past: Past, { driver: id, move }: Body<'driver.moved'>): Refusal | null {
  const driver = driverIn(circle, past, id)
  const now = driver === null ? undefined : (moveOf(driver)?.move.as ?? 'noticed')
  return now === move.as ? refusal('already-done') : null
}

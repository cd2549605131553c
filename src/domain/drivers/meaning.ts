import { byCodeUnit } from '../canonical.ts'
import type { Circle } from '../circle.ts'
import { driverState, wordingsOf } from './queries.ts'

/** What the circle's drivers mean, for the state hash. */
export function driversMeaning(circle: Circle) {
  const drivers = [...circle.drivers.values()].sort((a, b) => byCodeUnit(a.id, b.id))
  return drivers.map((driver) => ({
    id: driver.id,
    words: wordingsOf(driver).map(({ id }) => id),
    state: driverState(circle, driver),
  }))
}

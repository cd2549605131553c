import { byCodeUnit } from '../canonical.ts'
import { EVERYTHING, inPast, newest, type Past } from '../causality.ts'
import type { Circle } from '../circle.ts'
import type { DriverRecord } from '../drivers/record.ts'
import type { FormingRecord, Said, TunersRecord } from './record.ts'

/** [U2] Of what was gathered, all that its author did not take back. */
export function standingIn<T extends Said>(said: readonly T[], past: Past = EVERYTHING): T[] {
  return inPast(past, said).filter((one) => inPast(past, one.takenBack).length === 0)
}

export function formingItems(driver: DriverRecord, past: Past = EVERYTHING): FormingRecord[] {
  return standingIn(driver.items, past)
}

/** [U3] The namings to which nobody objected; of those that came one after the other, the last. */
export function namingsOf(driver: DriverRecord, past: Past = EVERYTHING): TunersRecord[] {
  const good = inPast(past, driver.tuners).filter((one) => inPast(past, one.objections).length === 0)
  return newest(good)
}

/** [U3] Who is to write the draft: of two namings made apart, both. */
export function tunersOf(driver: DriverRecord, past: Past = EVERYTHING): string[] {
  return [...new Set(namingsOf(driver, past).flatMap(({ people }) => people))].sort(byCodeUnit)
}

/** What was gathered, for the state hash. */
export function formingMeaning(circle: Circle) {
  const drivers = [...circle.drivers.values()].sort((a, b) => byCodeUnit(a.id, b.id))
  return drivers.map((driver) => ({
    driver: driver.id,
    items: formingItems(driver)
      .map(({ id, answers }) => ({ id, answers: idsOf(standingIn(answers)) }))
      .sort((a, b) => byCodeUnit(a.id, b.id)),
    tuners: tunersOf(driver),
  }))
}

const idsOf = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id).sort(byCodeUnit)

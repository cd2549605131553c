import type { Circle, Spoken } from '../circle.ts'
import type { Body } from '../events.ts'
import type { DriverRecord } from './record.ts'

/** [N1] */
export function driverNoticed(circle: Circle, spoken: Spoken, { content }: Body<'driver.noticed'>): void {
  const first = { ...spoken, parents: [], content }
  const driver: DriverRecord = { ...spoken, wordings: [first], moves: [], answers: [], items: [], tuners: [], acts: [] }
  circle.drivers.set(driver.id, driver)
}

export function driverReworded(circle: Circle, spoken: Spoken, body: Body<'driver.reworded'>): void {
  const { driver, parents, content } = body
  circle.drivers.get(driver)?.wordings.push({ ...spoken, parents, content })
}

export function driverMoved(circle: Circle, spoken: Spoken, { driver, move }: Body<'driver.moved'>): void {
  circle.drivers.get(driver)?.moves.push({ ...spoken, move })
}

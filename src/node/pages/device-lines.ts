import type { Procedures } from '../../api/contract.ts'
import type { OutputOf } from '../../api/node-port.ts'
import { EVERYTHING } from '../../domain/causality.ts'
import type { Circle } from '../../domain/circle.ts'
import { isGone } from '../../domain/members/cuts.ts'
import { belongs, devicesEverOf, lenderOf, nameOf, people } from '../../domain/members/queries.ts'
import { timeOf } from './shown.ts'

export type DeviceLine = OutputOf<Procedures['device']['list']>['items'][number]

/** Each person's devices, the first let in first. */
export function deviceLines(circle: Circle, here: string): DeviceLine[] {
  const present = people(circle).filter(({ person }) => belongs(circle, EVERYTHING, person))
  return present.flatMap(({ person, name }) => {
    const lines = devicesEverOf(circle, person).flatMap((record) => {
      const { key, bindings } = record
      const [door] = bindings
      const lender = lenderOf(record)
      const borrowedFrom = lender === null ? null : nameOf(circle, lender)
      if (door === undefined) return []
      const letInBy = door.stamp.id === circle.id ? null : nameOf(circle, door.by)
      const gone = isGone(circle, EVERYTHING, key)
      const since = timeOf(circle, door.stamp.id)
      return [{ device: key, person, name, isThis: key === here, gone, since, letInBy, borrowedFrom }]
    })
    return lines.sort((a, b) => a.since - b.since)
  })
}

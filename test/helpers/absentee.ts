import { agreed, circleOf } from './circles.ts'
import type { Person } from './people.ts'

export const DAY = 24 * 60 * 60 * 1000
export const ABSENTEE = { title: 'Who is away', effect: { kind: 'way', way: { rule: 'absentee', days: 14 } } } as const

/** People whose way it is that fourteen days of silence count. */
export function withClause(...names: [string, ...string[]]): { people: Person[]; way: string } {
  const people = circleOf(...names)
  const way = (people[0] as Person).agreementOf(agreed(people, ABSENTEE))
  return { people, way }
}

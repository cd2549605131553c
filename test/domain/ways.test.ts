import { expect, it } from 'vitest'
import { termMonths } from '../../src/domain/ways/queries.ts'
import { agreed, circleOf } from '../helpers/circles.ts'
import type { Person } from '../helpers/people.ts'

it("[W1] [W2] a circle's own way holds from its agreement to its end; before and after, the default", () => {
  const people = circleOf('ana', 'ben', 'cleo') as [Person, Person, Person]
  const [ana, ben] = people
  expect(termMonths(ben.circle)).toBe(12)
  const close = agreed(people, { title: 'Half-year terms', effect: { kind: 'way', way: { rule: 'terms', months: 6 } } })
  expect(termMonths(ben.circle)).toBe(6)
  agreed(people, { title: 'As everywhere', changes: ana.agreementOf(close), effect: { kind: 'end' } })
  expect(termMonths(ben.circle)).toBe(12)
})

import type { Circle } from '../../domain/circle.ts'
import { people } from '../../domain/members/queries.ts'
import { circleState } from '../../domain/standing/queries.ts'
import { purpose } from '../../domain/purpose.ts'

export function circleLine(circle: Circle, fallbackName: string | null) {
  const { name, aim, practice } = purpose(circle)
  const here = people(circle).filter(({ state }) => state !== 'left' && state !== 'removed')
  return {
    circle: circle.id,
    name: name === '' ? (fallbackName ?? '') : name,
    aim,
    practice,
    members: here.length,
    state: circleState(circle),
  }
}

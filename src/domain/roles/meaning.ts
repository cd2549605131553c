import type { Circle } from '../circle.ts'
import { byCodeUnit } from '../canonical.ts'
import { roles, seatIn } from './queries.ts'

/** What the state hash says of the roles: what each is, and who acts in it. */
export function rolesMeaning(circle: Circle) {
  return roles(circle).map(({ id, agreement }) => {
    const { holders, undecided } = seatIn(circle, id)
    return {
      role: id,
      agreement,
      holders: holders.map(({ person, agreement: by }) => ({ person, agreement: by })),
      undecided: undecided.map((one) => one.agreement),
      laidDown: (circle.laidDown.get(id) ?? []).map((one) => one.id).sort(byCodeUnit),
    }
  })
}

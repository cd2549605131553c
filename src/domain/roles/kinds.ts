import type { Kinds } from '../kind.ts'
import { layingDownCounts } from './rules.ts'

export const roleKinds: Kinds<'role.laid-down'> = {
  'role.laid-down': {
    counts: ({ circle, past, body, by }) => layingDownCounts(circle, past, body.role, by),
    add: (circle, spoken, { role, reason }) => {
      const before = circle.laidDown.get(role) ?? []
      circle.laidDown.set(role, [...before, { ...spoken, role, reason }])
    },
  },
}

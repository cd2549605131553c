import type { Kinds } from '../kind.ts'
import { mustHaveRights } from '../members/rules.ts'
import { refusal } from '../refusal.ts'
import { anyoneWakes } from './queries.ts'

export const standingKinds: Kinds<'circle.woken' | 'circle.told'> = {
  'circle.woken': {
    counts: ({ circle, past, by }) =>
      anyoneWakes(circle, past) ? mustHaveRights(circle, past, by) : refusal('not-dormant'),
    add: (circle, spoken) => void circle.standing.woken.push(spoken),
  },
  'circle.told': {
    counts: ({ circle, past, body, by }) =>
      body.other === circle.id ? refusal('other-circle') : mustHaveRights(circle, past, by),
    add: ({ standing }, spoken, body) => {
      const words = standing.told.get(body.other) ?? []
      words.push({ ...spoken, ...body })
      standing.told.set(body.other, words)
    },
  },
}

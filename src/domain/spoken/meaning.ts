import type { Circle } from '../circle.ts'
import { byCodeUnit } from '../canonical.ts'
import { isConfirmed, isDisputed, witnessesOf } from './queries.ts'

/** What was said in a room, for the state hash. */
export function spokenMeaning(circle: Circle) {
  const words = [...circle.words.values()].sort((a, b) => byCodeUnit(a.id, b.id))
  return words.map((word) => ({
    id: word.id,
    witnesses: witnessesOf(word),
    confirmed: isConfirmed(word),
    disputed: isDisputed(word),
  }))
}

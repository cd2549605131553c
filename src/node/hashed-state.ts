import type { Circle } from '../domain/circle.ts'
import { stateHash, type StateHash } from '../domain/state-hash.ts'
import { hashText } from '../log/crypto.ts'

/** Made anew only when something else counted: the meaning of a large circle is dear to put together. */
export function hashedState(): (circle: Circle, waiting: number) => StateHash {
  let known: { circle: Circle; counted: number; waiting: number; hash: StateHash } | undefined
  return (circle, waiting) => {
    const counted = circle.counted.size
    if (known?.circle === circle && known.counted === counted && known.waiting === waiting) return known.hash
    known = { circle, counted, waiting, hash: stateHash(circle, waiting, hashText) }
    return known.hash
  }
}

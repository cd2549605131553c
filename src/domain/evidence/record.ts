import type { Circle } from '../circle.ts'
import type { CircleEvent, HashText, VerifyText } from '../event.ts'
import { encodeCanonical } from '../canonical.ts'
import type { Carried } from './events.ts'

/** What is carried from those who have one side of a device's log to those who have the other. */
export interface Evidence {
  readonly carried: Map<string, Carried>
}

export const createEvidence = (): Evidence => ({ carried: new Map() })

/** [E9] The event as its own log would have brought it. */
export function carriedEvent({ event, writer }: Carried, hash: HashText): CircleEvent {
  return { ...event, id: hash(encodeCanonical(event)), writer }
}

/** Signed by its device, in this circle; what carries something is not carried in turn. */
export function isProven(circle: Circle, { event, signature }: Carried, verify: VerifyText): boolean {
  if (event.circle !== circle.id || event.type === 'word.carried') return false
  try {
    return verify(encodeCanonical(event), signature, event.device)
  } catch {
    // A body can hold what has no canonical form.
    return false
  }
}

import { z } from 'zod'
import { Id } from '../../domain/event.ts'
import { accept, refuse, type Outcome } from '../../domain/refusal.ts'
import { DeviceSeeds } from '../identity.ts'
import { Admission, FINAL_REFUSALS, type Answer } from './answer.ts'
import { Invite } from './invite.ts'

/** A joiner's own request, with all that is needed to send it again and to take up the answer after a restart. */
export const Join = z.strictObject({
  request: Id,
  invite: Invite,
  code: z.string(),
  state: z.enum(['waiting', 'confirmed', 'joined', 'cancelled', 'refused']),
  /** Why, where `state` is `refused`. */
  refusal: z.enum(FINAL_REFUSALS).nullable(),
  /** Where the circle's log will live in the store: its writer key stands in the request already. */
  namespace: Id,
  /** The circle's founder, coming back: their key there hangs on the nonce in the invite. */
  founder: z.boolean().default(false),
  device: DeviceSeeds,
  /** Who may find this device for the circle once it is here; null where the person did not say. */
  reach: z.enum(['nobody', 'lan', 'internet']).nullable().default(null),
  /** The sealed request, in hex. */
  sealed: z.string().regex(/^(?:[0-9a-f]{2})+$/),
  /** Kept from the answer until the circle is open. */
  admission: Admission.nullable(),
})
export type Join = z.infer<typeof Join>

export type NewJoin = Omit<Join, 'state' | 'refusal' | 'admission' | 'reach'> & Partial<Pick<Join, 'reach'>>

export const startJoin = ({ reach = null, ...parts }: NewJoin): Join => ({
  ...parts,
  reach,
  state: 'waiting',
  refusal: null,
  admission: null,
})

/** What an opened answer makes of a join. One that comes after the person cancelled changes nothing: `join-cancelled`. */
export function takeAnswer(join: Join, answer: Answer): Outcome<Join> {
  if (answer.request !== join.request) return refuse('no-such-request')
  if (join.state === 'cancelled') return refuse('join-cancelled')
  // Also after a refusal: the inviter's log is where it is decided, and an admission stands there for good.
  if (answer.kind === 'admitted' && (join.state === 'waiting' || join.state === 'refused')) {
    return accept({ ...join, state: 'confirmed', refusal: null, admission: answer })
  }
  if (answer.kind === 'refused' && join.state === 'waiting') {
    return accept({ ...join, state: 'refused', refusal: answer.code })
  }
  return accept(join)
}

/** The circle is open and its keys are kept: the copies here go. */
export function completeJoin(join: Join): Outcome<Join> {
  if (join.state === 'joined') return accept(join)
  if (join.state === 'confirmed') return accept({ ...join, state: 'joined', admission: null })
  return refuse(join.state === 'cancelled' ? 'join-cancelled' : 'not-joined-yet')
}

/**
 * Also after the answer, as long as the circle is not open here: nobody has to wait for one that may never come. What the
 * others wrote down stays theirs: to them this person is in until they say otherwise. Too late once it is: `already-done`.
 */
export function cancelJoin(join: Join): Outcome<Join> {
  if (join.state === 'waiting' || join.state === 'confirmed')
    return accept({ ...join, state: 'cancelled', admission: null })
  if (join.state === 'cancelled') return accept(join)
  return refuse(join.refusal ?? 'already-done')
}

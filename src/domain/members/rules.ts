import type { Circle } from '../circle.ts'
import type { CircleEvent, VerifyText } from '../event.ts'
import type { Body } from '../events.ts'
import { inPast, type Past } from '../causality.ts'
import { refusal, type Refusal } from '../refusal.ts'
import { attestationText } from './attestation.ts'
import type { DeviceKeys } from './events.ts'
import { isGone } from './cuts.ts'
import { belongs, hasConsentRights, holderOf, memberState } from './queries.ts'

/** [M2] A person's key attests the device, and the device's key accepts: nobody can claim another's device. */
export function attestationProblem(
  person: string,
  salt: string,
  device: DeviceKeys,
  verify: VerifyText,
): Refusal | null {
  const text = attestationText({ person, salt, sign: device.sign, box: device.box, writer: device.writer })
  const good = verify(text, device.attestation, person) && verify(text, device.acceptance, device.sign)
  return good ? null : refusal('bad-attestation')
}

/** [M3] Any member who confirmed the code admits; what the newcomer then is depends on the circle's state (M4). */
export function admissionCounts(
  circle: Circle,
  past: Past,
  event: CircleEvent,
  body: Body<'member.admitted'>,
  by: string,
  verify: VerifyText,
): Refusal | null {
  const rights = mustHaveRights(circle, past, by)
  if (rights !== null) return rights
  const state = memberState(circle, past, body.person)
  if (state !== null && state !== 'left' && state !== 'removed') return refusal('already-a-member')
  return deviceProblem(circle, past, event, body, verify)
}

/** [M7] Any member who confirmed the code lets in another device of somebody who is here; it is no new person. */
export function deviceCounts(
  circle: Circle,
  past: Past,
  event: CircleEvent,
  body: Body<'device.admitted'>,
  by: string,
  verify: VerifyText,
): Refusal | null {
  const refused = mustHaveRights(circle, past, by)
  if (refused !== null) return refused
  return mustBelong(circle, past, body.person) ?? deviceProblem(circle, past, event, body, verify)
}

/** [M8] Only from another device of the same person, which stays. */
export function revokingCounts(
  circle: Circle,
  past: Past,
  event: CircleEvent,
  body: Body<'device.revoked'>,
  by: string,
): Refusal | null {
  if (holderOf(circle, past, body.device) !== by) return refusal('no-such-device')
  if (body.device === event.device) return refusal('this-device')
  return isGone(circle, past, body.device) ? refusal('already-done') : mustBelong(circle, past, by)
}

/** [V6] Said once, by the device that it is about; it is another's, who belongs here too. */
export function borrowingCounts(
  circle: Circle,
  past: Past,
  event: CircleEvent,
  { from }: Body<'device.borrowed'>,
  by: string,
): Refusal | null {
  if (from === by) return refusal('this-device')
  if (inPast(past, circle.devices.get(event.device)?.borrowed ?? []).length > 0) return refusal('already-done')
  return mustBelong(circle, past, by) ?? mustBeHere(circle, past, from)
}

function deviceProblem(
  circle: Circle,
  past: Past,
  event: CircleEvent,
  body: Pick<Body<'device.admitted'>, 'person' | 'device'>,
  verify: VerifyText,
): Refusal | null {
  const { person, device } = body
  if (inPast(past, circle.devices.get(device.sign)?.bindings ?? []).length > 0) return refusal('key-in-use')
  return attestationProblem(person, event.circle ?? '', device, verify)
}

/** [M4] Only members speak with consent rights; a guest needs the circle's consent first. */
export function mustHaveRights(circle: Circle, past: Past, person: string): Refusal | null {
  if (hasConsentRights(circle, past, person)) return null
  const state = memberState(circle, past, person)
  return refusal(state === 'guest' ? 'needs-consent' : state === 'suspended' ? 'suspended' : 'not-a-member')
}

/** Members and guests may ask, answer, react and add concerns. */
export function mustBelong(circle: Circle, past: Past, person: string): Refusal | null {
  return belongs(circle, past, person) ? null : refusal('not-a-member')
}

/** Whom an act or an agreement is about has to be in the circle. */
export function mustBeHere(circle: Circle, past: Past, person: string): Refusal | null {
  const state = memberState(circle, past, person)
  return state === null || state === 'left' || state === 'removed' ? refusal('no-such-person') : null
}

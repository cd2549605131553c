import { EVERYTHING } from '../domain/causality.ts'
import type { Circle } from '../domain/circle.ts'
import { belongs } from '../domain/members/queries.ts'
import { refusal, type Refusal } from '../domain/refusal.ts'
import type { Saying } from './circle-session.ts'
import type { Joiner } from './invitation/request.ts'

/** Somebody who is here already comes with another device. */
export function admissionOf(circle: Circle, { person, name, device }: Joiner, request: string): Saying {
  return belongs(circle, EVERYTHING, person)
    ? { type: 'device.admitted', body: { person, device, request } }
    : { type: 'member.admitted', body: { person, name, device, request } }
}

/** After a crash between the append and the answer: the admission stands already. */
export function admissionBy(circle: Circle, request: string, by: string): string | undefined {
  const doors = [...circle.devices.values()].flatMap(({ bindings }) => bindings)
  return doors.find((door) => door.request === request && door.by === by)?.stamp.id
}

export const noRoom = ({ full }: { readonly full: boolean }): Refusal | null => (full ? refusal('circle-full') : null)

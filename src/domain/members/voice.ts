import type { Circle } from '../circle.ts'
import { inPast, pastOf, type Past } from '../causality.ts'
import type { EventType } from '../events.ts'
import { refusal, type Refusal } from '../refusal.ts'
import { voiceSlot } from './belonging.ts'
import { isFrozen } from './forks.ts'
import type { DeviceBinding } from './records.ts'

/** What anyone in the circle may say, and what concerns a person and their devices. */
const UNVOICED: ReadonlySet<EventType> = new Set([
  'question.asked',
  'question.answered',
  'proposal.understood',
  'reaction.given',
  'concern.added',
  'objection.raised',
  'agreement.objected',
  'close.seen',
  'words.disputed',
  'member.left',
  'device.revoked',
  'key.missing',
  'key.given',
  'word.missing',
  'word.carried',
])

/**
 * [M13] D3 row 13: whoever let a device in knowing that another of its person had gone on in two ways has given it no voice
 * yet: nobody can tell by a key who of the two the person is. The circle can, and consents to it.
 */
export function voiceProblem(circle: Circle, past: Past, device: string, type: string): Refusal | null {
  const mayBeSaid: ReadonlySet<string> = UNVOICED
  return !mayBeSaid.has(type) && isUnvoiced(circle, past, device) ? refusal('needs-rekey') : null
}

export function isUnvoiced(circle: Circle, past: Past, device: string): boolean {
  const doors = inPast(past, circle.devices.get(device)?.bindings ?? [])
  if (doors.length === 0 || !doors.every((door) => knewOfFork(circle, door))) return false
  const person = doors[0]?.person ?? ''
  return !inPast(past, circle.slots.get(voiceSlot(person))?.closes ?? []).some(
    ({ problem, effect }) => problem === null && effect?.kind === 'rekey' && effect.device === device,
  )
}

function knewOfFork(circle: Circle, { stamp, person, keys }: DeviceBinding): boolean {
  const others = (circle.members.get(person)?.devices ?? []).filter(({ key }) => key !== keys.sign)
  return others.some(({ key, forks }) => forks.length > 0 && isFrozen(circle, pastOf(stamp), key))
}

/** The devices of a person that wait for the circle's consent, sorted. */
export function unvoicedDevices(circle: Circle, past: Past, person: string): string[] {
  const keys = (circle.members.get(person)?.devices ?? []).map(({ key }) => key)
  return keys.filter((key) => !isFrozen(circle, past, key) && isUnvoiced(circle, past, key)).sort()
}

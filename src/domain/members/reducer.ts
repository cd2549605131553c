import type { Circle, DeviceBinding, MemberRecord } from '../circle.ts'
import type { CircleEvent } from '../event.ts'
import type { Body, EventType } from '../events.ts'
import { pastOf, saw, type Stamp } from '../causality.ts'
import { circleState } from './queries.ts'
import { deviceOf } from './cuts.ts'

export function circleCreated(circle: Circle, stamp: Stamp, body: Body<'circle.created'>): void {
  const { name, aim, domain, practice, nonce, epoch } = body
  circle.genesis = { stamp, name, aim, domain, practice, nonce, epoch }
  const { person, personName: called } = body
  memberOf(circle, person).admissions.push({ stamp, name: called, asGuest: false, by: person, request: null })
  bind(circle, { stamp, person: body.person, keys: body.device, as: 'person', by: person, request: null })
}

export function memberAdmitted(circle: Circle, stamp: Stamp, by: string, body: Body<'member.admitted'>): void {
  const asGuest = circleState(circle, pastOf(stamp)) === 'active'
  memberOf(circle, body.person).admissions.push({ stamp, name: body.name, asGuest, by, request: body.request })
  bind(circle, { stamp, person: body.person, keys: body.device, as: 'person', by, request: body.request })
}

export function deviceAdmitted(circle: Circle, stamp: Stamp, by: string, body: Body<'device.admitted'>): void {
  bind(circle, { stamp, person: body.person, keys: body.device, as: 'device', by, request: body.request })
}

export function deviceRevoked(circle: Circle, stamp: Stamp, by: string, body: Body<'device.revoked'>): void {
  deviceOf(circle, body.device).cuts.push({ stamp, why: 'device-gone', by })
}

export function memberLeft(circle: Circle, stamp: Stamp, person: string): void {
  memberOf(circle, person).departures.push({ stamp })
}

export function memberOnLeave(circle: Circle, stamp: Stamp, person: string): void {
  memberOf(circle, person).leaves.push({ stamp, endings: [] })
}

/** [M5] The first word of a person on leave brings them back; a receipt is no word, nor is that a device is gone. */
export function endLeaves(circle: Circle, event: CircleEvent, type: EventType, stamp: Stamp, person: string): void {
  if (type === 'close.seen' || type === 'member.on-leave' || type === 'device.revoked') return
  for (const leave of circle.members.get(person)?.leaves ?? []) {
    const isFirst = saw(stamp, leave.stamp) && !leave.endings.some((ending) => saw(stamp, ending.stamp))
    if (isFirst && leave.stamp.id !== event.id) leave.endings.push({ stamp })
  }
}

export function memberOf(circle: Circle, person: string): MemberRecord {
  const known = circle.members.get(person)
  if (known !== undefined) return known
  const member: MemberRecord = { person, admissions: [], devices: [], leaves: [], departures: [], admittedBy: [] }
  circle.members.set(person, member)
  return member
}

function bind(circle: Circle, binding: DeviceBinding): void {
  const device = deviceOf(circle, binding.keys.sign)
  device.bindings.push(binding)
  const { devices } = memberOf(circle, binding.person)
  if (!devices.includes(device)) devices.push(device)
}

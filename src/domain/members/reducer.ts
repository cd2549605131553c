import type { Circle, CloseRecord } from '../circle.ts'
import type { DeviceBinding, DeviceRecord, MemberRecord } from './records.ts'
import type { CircleEvent } from '../event.ts'
import type { Body, EventType } from '../events.ts'
import { endsSeat, isHereByLink } from '../links/seats.ts'
import { EVERYTHING, pastOf, saw, type Past, type Stamp } from '../causality.ts'
import { slotOf } from '../proposals/slots.ts'
import { belongingSlot, isRemovedBy } from './belonging.ts'
import { circleState } from '../standing/queries.ts'
import { deviceOf } from './cuts.ts'

export function circleCreated(circle: Circle, stamp: Stamp, body: Body<'circle.created'>): void {
  const { name, aim, domain, practice, nonce, epoch, forkOf } = body
  circle.genesis = { stamp, name, aim, domain, practice, nonce, epoch, forkOf }
  circle.epochs.push({ epoch, stamp, parents: [], boxes: [] })
  const { person, personName: called } = body
  memberOf(circle, person).admissions.push({ stamp, name: called, asGuest: false, by: person, request: null })
  bind(circle, { stamp, person: body.person, keys: body.device, as: 'person', by: person, request: null })
}

export function memberAdmitted(circle: Circle, stamp: Stamp, by: string, body: Body<'member.admitted'>): void {
  // [C3]
  const asGuest = circleState(circle, pastOf(stamp)) !== 'forming'
  memberOf(circle, body.person).admissions.push({ stamp, name: body.name, asGuest, by, request: body.request })
  bind(circle, { stamp, person: body.person, keys: body.device, as: 'person', by, request: body.request })
}

export function deviceAdmitted(circle: Circle, stamp: Stamp, by: string, body: Body<'device.admitted'>): void {
  bind(circle, { stamp, person: body.person, keys: body.device, as: 'device', by, request: body.request })
}

export function deviceRevoked(circle: Circle, stamp: Stamp, by: string, body: Body<'device.revoked'>): void {
  deviceOf(circle, body.device).cuts.push({ stamp, why: 'device-gone', by })
}

export function deviceBorrowed(stamp: Stamp, from: string): void {
  stamp.by.borrowed.push({ stamp, from })
}

export function memberLeft(circle: Circle, stamp: Stamp, person: string): void {
  memberOf(circle, person).departures.push({ stamp })
}

export function memberRenamed(circle: Circle, stamp: Stamp, person: string, name: string): void {
  memberOf(circle, person).names.push({ stamp, name })
}

export function memberOnLeave(circle: Circle, stamp: Stamp, person: string): void {
  memberOf(circle, person).leaves.push({ stamp, endings: [] })
}

/** [M9] D3 row 9: the words of all their devices end with what the circle had heard by then. */
export function memberRemoved(circle: Circle, close: CloseRecord, person: string): void {
  const member = memberOf(circle, person)
  member.removals.push(close)
  for (const device of member.devices) cutOff(circle, device, member, close)
}

function cutOff(circle: Circle, device: DeviceRecord, member: MemberRecord, close: CloseRecord): void {
  const { stamp, person: by, agreement } = close
  if (device.cuts.some((cut) => cut.stamp.id === stamp.id)) return
  const holds = (past: Past) => isRemovedBy(circle, past, member, agreement)
  device.cuts.push({ stamp, why: 'removed', by, removal: { agreement, holds } })
}

/**
 * [Q5] D3 row 21: what somebody said here for another circle ends with what had been heard of them when its end was told.
 * To be called for whatever is new about them: an end, a seat, a device.
 */
export function cutSeats(circle: Circle, member: MemberRecord): void {
  for (const from of new Set(member.seats.map(({ statement }) => statement.from))) {
    for (const { statement, tellings } of circle.statements.byCircle.get(from) ?? []) {
      if (!endsSeat(circle, EVERYTHING, member, statement.id)) continue
      const holds = (past: Past) => endsSeat(circle, past, member, statement.id) && isHereByLink(past, member)
      for (const { stamp, person: by } of tellings)
        for (const device of member.devices)
          if (!device.cuts.some((cut) => cut.stamp.id === stamp.id))
            device.cuts.push({ stamp, why: 'removed', by, removal: { agreement: statement.id, holds } })
    }
  }
}

/** [M10] Whoever spoke apart from the agreement was not silent: that word ends it too. */
export function memberAtRest(circle: Circle, close: CloseRecord, person: string): void {
  const words = [...circle.counted.values()].filter((act) => act.person === person && isWord(act.type))
  const apart = words.filter(({ stamp }) => !saw(close.stamp, stamp)).map(({ stamp }) => ({ stamp }))
  memberOf(circle, person).rests.push({ close, endings: apart })
}

const NO_WORDS: ReadonlySet<EventType> = new Set([
  'close.seen',
  'member.on-leave',
  'device.revoked',
  'device.borrowed',
  'epoch.opened',
  'key.missing',
  'key.given',
  'word.missing',
  'word.carried',
  // Programs write in what linked circles say, and at home that a seat was taken or left, as soon as they hear of it.
  'statement.told',
  'delegate.arrived',
  'delegate.gone',
])
/** Whether a person says it, and not their program by itself. */
export const isWord = (type: EventType): boolean => !NO_WORDS.has(type)

/** [M5] [M10] The first word of a person on leave brings them back; a receipt is no word, nor is that a device is gone. */
export function endLeaves(circle: Circle, event: CircleEvent, type: EventType, stamp: Stamp, person: string): void {
  if (!isWord(type)) return
  const member = circle.members.get(person)
  for (const { close, endings } of member?.rests ?? []) {
    const isFirst = !saw(close.stamp, stamp) && !endings.some((ending) => saw(stamp, ending.stamp))
    if (isFirst) endings.push({ stamp })
  }
  for (const leave of member?.leaves ?? []) {
    const isFirst = saw(stamp, leave.stamp) && !leave.endings.some((ending) => saw(stamp, ending.stamp))
    if (isFirst && leave.stamp.id !== event.id) leave.endings.push({ stamp })
  }
}

export function memberOf(circle: Circle, person: string): MemberRecord {
  const known = circle.members.get(person)
  if (known !== undefined) return known
  const member: MemberRecord = {
    person,
    admissions: [],
    names: [],
    devices: [],
    leaves: [],
    departures: [],
    admittedBy: [],
    removals: [],
    seats: [],
    rests: [],
    belonging: slotOf(circle, belongingSlot(person)),
  }
  circle.members.set(person, member)
  return member
}

function bind(circle: Circle, binding: DeviceBinding): void {
  const device = deviceOf(circle, binding.keys.sign)
  device.bindings.push(binding)
  const member = memberOf(circle, binding.person)
  if (!member.devices.includes(device)) member.devices.push(device)
  for (const close of member.removals) cutOff(circle, device, member, close)
  cutSeats(circle, member)
}

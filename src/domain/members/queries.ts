import type { Circle, DeviceRecord, MemberRecord } from '../circle.ts'
import { byCodeUnit } from '../canonical.ts'
import { EVERYTHING, inPast, newest, saw, type Past, type Stamp } from '../causality.ts'
import { isGone, isShut, uncut } from './cuts.ts'

export type MemberState = 'joined' | 'guest' | 'on-leave' | 'left' | 'removed'
export type CircleState = 'forming' | 'active'

/** [M1] A circle is forming until its first valid agreement. */
export function circleState(circle: Circle, past: Past = EVERYTHING): CircleState {
  return circle.adoptions.some((close) => past.has(close.stamp)) ? 'active' : 'forming'
}

/** The person whose device this is, in a past; null where nobody, or two people, claim it. */
export function holderOf(circle: Circle, past: Past, device: string): string | null {
  const bindings = inPast(past, circle.devices.get(device)?.bindings ?? []).filter((door) => !isShut(past, door))
  const person = bindings[0]?.person ?? null
  return bindings.every((binding) => binding.person === person) ? person : null
}

/** [M6] Leaving ends what any admission before it gave, by whoever and whatever agreement. */
export function memberState(circle: Circle, past: Past, person: string): MemberState | null {
  const member = circle.members.get(person)
  if (member === undefined) return null
  const departures = uncut(past, member.departures)
  const admissions = inPast(past, member.admissions)
  const isBefore = (one: { readonly stamp: Stamp }) => departures.some((departure) => saw(departure.stamp, one.stamp))
  const standing = admissions.filter((one) => !isBefore(one))
  if (standing.length === 0) return admissions.length === 0 ? null : 'left'
  const guest = standing.every((one) => one.asGuest) && inPast(past, member.admittedBy).every(isBefore)
  if (guest) return 'guest'
  return isOnLeave(member, past) ? 'on-leave' : 'joined'
}

/** [M5] Leave lasts until its end or the person's first word. */
function isOnLeave(member: MemberRecord, past: Past): boolean {
  return uncut(past, member.leaves).some((leave) => !leave.endings.some((ending) => past.has(ending.stamp)))
}

/** Members and guests, here or on leave. */
export function belongs(circle: Circle, past: Past, person: string): boolean {
  const state = memberState(circle, past, person)
  return state !== null && state !== 'left' && state !== 'removed'
}

/** Whether a person has consent rights: a member, here or on leave. */
export function hasConsentRights(circle: Circle, past: Past, person: string): boolean {
  const state = memberState(circle, past, person)
  return state === 'joined' || state === 'on-leave'
}

/** [R1] Whom a round asks: every member who is not on leave, sorted by id. Whoever opens it is back with that word. */
export function electorateIn(circle: Circle, past: Past, openedBy: string): string[] {
  const asked = [...circle.members.keys()].filter((person) => {
    const state = memberState(circle, past, person)
    return state === 'joined' || (state === 'on-leave' && person === openedBy)
  })
  return asked.sort(byCodeUnit)
}

/** The name a person goes by in this circle: the one of their newest admission. */
export function nameOf(circle: Circle, person: string): string {
  const last = newest(circle.members.get(person)?.admissions ?? [])
  return last.sort((a, b) => byCodeUnit(a.stamp.id, b.stamp.id))[0]?.name ?? ''
}

export function people(circle: Circle): { person: string; name: string; state: MemberState }[] {
  return [...circle.members.keys()].sort(byCodeUnit).flatMap((person) => {
    const state = memberState(circle, EVERYTHING, person)
    return state === null ? [] : [{ person, name: nameOf(circle, person), state }]
  })
}

/** [M7] The devices that speak for a person in a past, sorted. */
export function devicesOf(circle: Circle, person: string, past: Past = EVERYTHING): DeviceRecord[] {
  return devicesEverOf(circle, person, past).filter(({ key }) => !isGone(circle, past, key))
}

/** Also those that are gone. */
export function devicesEverOf(circle: Circle, person: string, past: Past = EVERYTHING): DeviceRecord[] {
  const theirs = (circle.members.get(person)?.devices ?? []).filter(({ key }) => holderOf(circle, past, key) === person)
  return theirs.sort((a, b) => byCodeUnit(a.key, b.key))
}

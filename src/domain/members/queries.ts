import type { Circle } from '../circle.ts'
import type { DeviceRecord, MemberRecord } from './records.ts'
import { byCodeUnit } from '../canonical.ts'
import { suspendsOpponents } from '../ways/queries.ts'
import { EVERYTHING, inPast, newest, saw, type Past, type Stamp } from '../causality.ts'
import { isAtRest, opponentsOf, recusedFrom, removalsIn, type Agreed } from './belonging.ts'
import { cutsOver, deciding, isGone, isShut } from './cuts.ts'
import { isFrozen } from './forks.ts'
import { isSeated, outlasting } from '../links/seats.ts'

export type MemberState = 'joined' | 'guest' | 'on-leave' | 'suspended' | 'left' | 'removed'

/** The person whose device this is, in a past; null where nobody, or two people, claim it. */
export function holderOf(circle: Circle, past: Past, device: string): string | null {
  const bindings = inPast(past, circle.devices.get(device)?.bindings ?? []).filter((door) => !isShut(past, door))
  const person = bindings[0]?.person ?? null
  return bindings.every((binding) => binding.person === person) ? person : null
}

/** [M6] [M9] Leaving, and being removed, ends what any admission before it gave, by whoever and whatever agreement. */
export function memberState(circle: Circle, past: Past, person: string): MemberState | null {
  const member = circle.members.get(person)
  if (member === undefined) return null
  const departures = deciding(past, member.departures)
  const admissions = inPast(past, member.admissions)
  const removals = removalsIn(circle, past, member)
  const isBefore = (one: { readonly stamp: Stamp }) =>
    departures.some((departure) => saw(departure.stamp, one.stamp)) || !removals.every((closes) => isAfter(one, closes))
  const certified = inPast(past, member.admittedBy).some((one) => !isBefore(one))
  // D3 row 10: whom somebody let in beyond their own cut is here only where the circle has certified it.
  const standing = admissions.filter((one) => !isBefore(one) && (certified || !isBeyondRemoval(past, one.stamp)))
  if (standing.length === 0) {
    const wentSince = departures.some((one) => removals.every((closes) => isAfter(one, closes)))
    const isRemoved = removals.length > 0 ? !wentSince : admissions.some((one) => !isBefore(one))
    return admissions.length === 0 ? null : isRemoved ? 'removed' : 'left'
  }
  const guest = !certified && standing.every((one) => one.asGuest)
  // [Q4] A delegate of a linked circle is a member while the link lasts, and goes with it.
  const isDelegate = guest && member.seats.length > 0
  if (isDelegate && outlasting(circle, past, member, standing).length === 0) return 'left'
  if (guest && !(isDelegate && isSeated(circle, past, member))) return 'guest'
  if (isSuspended(circle, past, person)) return 'suspended'
  return isOnLeave(member, past) ? 'on-leave' : 'joined'
}

function isBeyondRemoval(past: Past, word: Stamp): boolean {
  return cutsOver(past, word).some(({ why }) => why === 'removed')
}

/** Whoever knew of one certificate of an agreement knew of the agreement. */
function isAfter(one: { readonly stamp: Stamp }, closes: Agreed): boolean {
  return closes.some((close) => saw(one.stamp, close.stamp))
}

/** [M5] Leave lasts until its end or the person's first word. */
function isOnLeave(member: MemberRecord, past: Past): boolean {
  const isOpen = (leave: MemberRecord['leaves'][number]) => !leave.endings.some((ending) => past.has(ending.stamp))
  return deciding(past, member.leaves).some(isOpen) || isAtRest(past, member)
}

/** [M11] Only where the circle has made that its way. */
function isSuspended(circle: Circle, past: Past, person: string): boolean {
  return opponentsOf(circle, past, person).length > 0 && suspendsOpponents(circle, past)
}

/** Members and guests, here or on leave. */
export function belongs(circle: Circle, past: Past, person: string): boolean {
  const state = memberState(circle, past, person)
  return state !== null && !isGoneState(state)
}

/** They were here, and left, were removed or went with a link. */
export function hasGone(circle: Circle, past: Past, person: string): boolean {
  const state = memberState(circle, past, person)
  return state !== null && isGoneState(state)
}

const isGoneState = (state: MemberState): boolean => state === 'left' || state === 'removed'

/** Whether a person has consent rights: a member, here or on leave. */
export function hasConsentRights(circle: Circle, past: Past, person: string): boolean {
  const state = memberState(circle, past, person)
  return state === 'joined' || state === 'on-leave'
}

/**
 * [R1] Whom a round on a proposal asks: every member who is not on leave, nor recused from the matter, sorted by id.
 * Whoever opens it is back with that word.
 */
export function electorateIn(circle: Circle, past: Past, openedBy: string, slot = ''): string[] {
  const recused = recusedFrom(circle, past, slot)
  const asked = [...circle.members.keys()].filter((person) => {
    const state = recused.includes(person) ? null : memberState(circle, past, person)
    return state === 'joined' || (state === 'on-leave' && person === openedBy)
  })
  return asked.sort(byCodeUnit)
}

/** [M12] The name a person goes by in this circle: the one they came with, or gave themselves since. */
export function nameOf(circle: Circle, person: string): string {
  const { admissions = [], names = [] } = circle.members.get(person) ?? {}
  const last = newest<{ stamp: Stamp; name: string }>([...admissions, ...names])
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
  return devicesEverOf(circle, person, past).filter(
    ({ key }) => !isGone(circle, past, key) && !isFrozen(circle, past, key),
  )
}

/** [V6] Whose device it is in truth; null for a person's own. */
export function lenderOf(device: DeviceRecord, past: Past = EVERYTHING): string | null {
  return lentBy(device, past)?.from ?? null
}

/** How a device said that it is another's. It says so once; where it went on in two ways, the first by id. */
export function lentBy(device: DeviceRecord, past: Past): DeviceRecord['borrowed'][number] | undefined {
  return inPast(past, device.borrowed).sort((a, b) => byCodeUnit(a.stamp.id, b.stamp.id))[0]
}

/** Also those that are gone. */
export function devicesEverOf(circle: Circle, person: string, past: Past = EVERYTHING): DeviceRecord[] {
  const theirs = (circle.members.get(person)?.devices ?? []).filter(({ key }) => holderOf(circle, past, key) === person)
  return theirs.sort((a, b) => byCodeUnit(a.key, b.key))
}

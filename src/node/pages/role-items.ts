import type { Circle } from '../../domain/circle.ts'
import { EVERYTHING } from '../../domain/causality.ts'
import { linkSlot, seatOfRole } from '../../domain/links/effects.ts'
import type { Effect } from '../../domain/proposals/effect.ts'
import { endOf } from '../../domain/proposals/queries.ts'
import { reviewState } from '../../domain/reviews/queries.ts'
import { roleIn, roles, seatIn, seatName, seatState } from '../../domain/roles/queries.ts'
import { seatSlot, type RoleId } from '../../domain/roles/role.ts'
import { isOver } from '../../domain/selections/queries.ts'
import type { BacklogItem } from './backlog.ts'

/** What the role is called that an agreement gives to somebody. */
export function seatNamed(circle: Circle, effect: Effect | null): { readonly seat?: string } {
  return effect?.kind === 'seat' ? { seat: roleTitle(circle, effect.role) } : {}
}

/** The name of a role; of one that the circle has not described, its id, for which the clients have words. */
export function roleTitle(circle: Circle, role: RoleId): string {
  return roleNamed(circle, role) ?? role
}

/** What the circle calls a role, or called one that has ended; null where it never described it. */
export function roleNamed(circle: Circle, role: RoleId): string | null {
  const now = roleIn(circle, EVERYTHING, role)?.described?.name
  const began = circle.proposals.get(role)?.versions.at(-1)?.content.effect
  return now ?? (began?.kind === 'role' ? began.name : lastSeatName(circle, role))
}

/** What the seat of a delegate was called while its link was there. */
function lastSeatName(circle: Circle, role: RoleId): string | null {
  const seat = seatOfRole(role)
  const closes = seat === null ? [] : (circle.slots.get(linkSlot(seat.circle))?.closes ?? [])
  const last = closes.findLast(({ problem, effect }) => problem === null && effect?.kind === 'link')?.effect
  return seat !== null && last?.kind === 'link' ? seatName(last, seat.seat) : null
}

/** [H3] Terms that are over, seats that somebody left, and selections and reviews that go on. */
export function roleItems(circle: Circle, today: string): BacklogItem[] {
  const selections = [...circle.selections.values()].filter((one) => !isOver(circle, one))
  const reviews = [...circle.reviews.values()].filter((one) => reviewState(circle, one) === 'speaking')
  return [
    ...roles(circle).flatMap(({ id }) => seatItems(circle, id, today)),
    ...selections.map(({ id, role }): BacklogItem => {
      return { item: id, kind: 'selection', about: id, title: roleTitle(circle, role) }
    }),
    ...reviews.map(({ id, role }): BacklogItem => {
      return { item: id, kind: 'role-review', about: id, title: roleTitle(circle, role) }
    }),
  ]
}

/** Whether somebody is already finding out who holds a role from now on. */
export function isUnderWay(circle: Circle, role: RoleId): boolean {
  const selected = [...circle.selections.values()].some((one) => one.role === role && !isOver(circle, one))
  return selected || proposalsOnSeat(circle, role).length > 0
}

/** Proposals on who holds it that nothing became of yet. */
export function proposalsOnSeat(circle: Circle, role: RoleId) {
  const slot = circle.slots.get(seatSlot(role))
  return [...circle.proposals.values()].filter(
    (one) => one.slot === slot && endOf(one) === null && !one.closes.some(({ problem }) => problem === null),
  )
}

function seatItems(circle: Circle, role: RoleId, today: string): BacklogItem[] {
  if (isUnderWay(circle, role)) return []
  const seat = seatIn(circle, role)
  const [holder] = seat.holders
  const of = { about: role, title: roleTitle(circle, role) }
  const state = seatState(seat, today)
  if (state === 'term-due')
    return [
      { ...of, item: `term-${role}`, kind: 'term-due', due: holder?.until ?? null, owner: holder?.person ?? null },
    ]
  return state === 'vacant' && wasLeft(circle, role) ? [{ ...of, item: `seat-${role}`, kind: 'seat-vacant' }] : []
}

/** Somebody held it by the last agreement, and is gone or has laid it down: the circle did not mean to have it empty. */
function wasLeft(circle: Circle, role: RoleId): boolean {
  const last = circle.slots.get(seatSlot(role))?.closes.findLast(({ problem }) => problem === null)
  const effect = circle.versions.get(last?.version ?? '')?.content.effect
  return effect?.kind === 'seat' && effect.person !== null
}

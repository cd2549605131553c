import { z } from 'zod'
import { Id } from '../event.ts'
import { LinkSeat, seatOfRole } from '../links/effects.ts'
import { Day, Name, Words } from '../words.ts'

/** [H1] The seats that every circle has from the start, described or not. */
export const STANDARD_ROLES = ['facilitator', 'secretary', 'leader', 'delegate'] as const
export const StandardRole = z.enum(STANDARD_ROLES)
export type StandardRole = z.infer<typeof StandardRole>

/** A standard role by its name; a delegate's seat in a linked circle; any other by the slot of its description, which is the id of the proposal that began it. */
export const RoleId = z.union([StandardRole, Id, LinkSeat])
export type RoleId = z.infer<typeof RoleId>

/** What a role is, as the circle agreed on it. Of a standard role it takes the place of the plain words everyone starts with. */
export const RoleEffect = z.strictObject({
  kind: z.literal('role'),
  standard: StandardRole.nullable(),
  name: Name,
  aim: Words,
  domain: Words.nullable(),
  accountabilities: z.array(Words).max(64),
  qualities: z.array(Words).max(64),
  /** How long somebody is selected for; null for what the circle's ways say (W2). */
  months: z.int().min(1).max(120).nullable(),
})

/** Who holds a role until when, and the selection it came from; nobody where the circle empties the seat. */
export const SeatEffect = z.strictObject({
  kind: z.literal('seat'),
  role: RoleId,
  person: Id.nullable(),
  until: Day.nullable(),
  selection: Id.nullable(),
})

export function isStandard(role: RoleId): role is StandardRole {
  return (STANDARD_ROLES as readonly string[]).includes(role)
}

/** Where a role's description stands (`proposals/slots.ts`). */
export function roleSlot(role: RoleId): string {
  // What a delegate's seat is, the link says: no agreement describes it.
  if (seatOfRole(role) !== null) return `role:${role}`
  return isStandard(role) ? `role:${role}` : role
}

/** Where it stands who holds it. */
export function seatSlot(role: RoleId): string {
  return `seat:${role}`
}

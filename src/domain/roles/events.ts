import { z } from 'zod'
import { Words } from '../words.ts'
import { RoleId } from './role.ts'

export const roleEvents = {
  /** [H4] An act of whoever holds the role: it needs nobody's consent. */
  'role.laid-down': z.strictObject({ role: RoleId, reason: Words.nullable() }),
} as const

import type { Spoken } from '../circle.ts'
import type { RoleId } from './role.ts'

export interface LaidDownRecord extends Spoken {
  readonly role: RoleId
  readonly reason: string | null
}

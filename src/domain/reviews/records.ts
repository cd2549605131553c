import type { Spoken } from '../circle.ts'
import type { RoleId } from '../roles/role.ts'

export interface ReviewRecord extends Spoken {
  readonly role: RoleId
  /** Whose holding of the role is looked at. */
  readonly about: string
  readonly reviewers: readonly string[]
  readonly said: SaidRecord[]
  readonly ends: Spoken[]
}

export interface SaidRecord extends Spoken {
  readonly as: 'appreciation' | 'improvement'
  readonly text: string
}

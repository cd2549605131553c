import type { Spoken } from '../circle.ts'
import type { Stamp } from '../causality.ts'
import type { RoleId } from '../roles/role.ts'

export interface SelectionRecord extends Spoken {
  readonly role: RoleId
  readonly electorate: readonly string[]
  readonly seals: SealRecord[]
  /** Reveals that did not wait for everyone. */
  readonly openings: Spoken[]
  readonly nominations: NominationRecord[]
  readonly kept: Spoken[]
  readonly information: (Spoken & { readonly text: string })[]
  readonly ends: (Spoken & { readonly reason: string })[]
}

export interface SealRecord extends Spoken {
  readonly seal: string
}

export interface NominationRecord extends Spoken {
  readonly nominee: string | null
  readonly reason: string | null
  /** The seal that it opens; null where it was said openly, in the change round. */
  readonly sealed: string | null
  /** When it was decided: at sealing, not at opening. */
  readonly decided: Stamp
}

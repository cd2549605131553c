import type { Spoken } from '../circle.ts'

/** How a proposal was laid aside or handed on. */
export interface EndRecord extends Spoken {
  readonly as: 'withdrawn' | 'tabled' | 'escalated' | 'to-helping-circle'
  readonly until: string | null
  readonly reason: string
  /** Whom it was handed to: members here who carry it on where it went. */
  readonly carriers: readonly string[]
  /** The agreement of the helping circle that it was handed to. */
  readonly helping: string | null
}

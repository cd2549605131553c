import type { Act, Spoken, VersionRecord } from '../circle.ts'
import type { DriverContent, DriverMove } from './events.ts'

export interface DriverRecord extends Spoken {
  readonly wordings: DriverWording[]
  readonly moves: (Spoken & { readonly move: DriverMove })[]
  /** The versions of proposals that mean to answer it. */
  readonly answers: VersionRecord[]
  readonly acts: Act[]
}

export interface DriverWording extends Spoken {
  readonly parents: readonly string[]
  readonly content: DriverContent
}

import type { Act, Spoken, VersionRecord } from '../circle.ts'
import type { FormingRecord, TunersRecord } from '../forming/record.ts'
import type { DriverContent, DriverMove } from './events.ts'

export interface DriverRecord extends Spoken {
  readonly wordings: DriverWording[]
  readonly moves: (Spoken & { readonly move: DriverMove })[]
  /** The versions of proposals that mean to answer it. */
  readonly answers: VersionRecord[]
  /** What was gathered on it, and who was named to write a draft. */
  readonly items: FormingRecord[]
  readonly tuners: TunersRecord[]
  readonly acts: Act[]
}

export interface DriverWording extends Spoken {
  readonly parents: readonly string[]
  readonly content: DriverContent
}

import type { Spoken } from '../circle.ts'

type Words = Spoken & { readonly text: string }

/** What was said in and about a helping circle. It has no log of its own, and decides nothing. */
export interface HelpingRecord {
  readonly helping: string
  readonly notes: Words[]
  readonly reports: Words[]
  readonly dissolutions: (Spoken & { readonly reason: string | null })[]
}

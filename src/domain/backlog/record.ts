import type { Spoken } from '../circle.ts'
import type { BacklogNote } from './events.ts'

/** What people said about one item of the list; the items themselves are derived from all that waits. */
export interface BacklogRecord {
  readonly item: string
  readonly places: (Spoken & { readonly under: readonly string[] })[]
  readonly notes: (Spoken & { readonly note: BacklogNote })[]
}

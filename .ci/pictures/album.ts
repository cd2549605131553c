import type { Person } from '../../test/helpers/window.ts'

/** What a story needs to be told in pictures. */
export interface Album {
  /** For files on the way, as on a stick. */
  readonly folder: string
  /** `name`: null for somebody who has never begun. */
  enters(name: string | null): Promise<Person>
  take(person: Person, name: string): Promise<void>
}

import type { OutputOf } from '../../api/node-port.ts'
import type { Procedures } from '../../api/contract.ts'

type Entry = OutputOf<Procedures['logbook']['list']>['items'][number]

/** One entry as it is whoever looks when; and everything in it that a search goes through, the title first. */
export type Kept = Omit<Entry, 'due' | 'found' | 'foundBy'> & {
  readonly parts: readonly string[]
  /** Who said a part, by its place, where it is neither what was agreed nor a name. */
  readonly saidBy?: ReadonlyMap<number, string>
}

/** An entry that has nothing but what is said of it. */
export const BARE = {
  title: '',
  agreement: null,
  state: null,
  review: null,
  became: null,
  owner: null,
  person: null,
  text: null,
  driver: null,
  criteria: [],
  consents: [],
  borrowed: [],
}

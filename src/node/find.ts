import { accept, refuse, type Outcome, type RefusalCode } from '../domain/refusal.ts'

/** Something a person can point at: by its id, the beginning of its id, or what it is called. */
export interface Named<T> {
  readonly id: string
  readonly called: readonly string[]
  /** What it is called no more, or less than another: looked at only where nothing is called so. */
  readonly formerly?: readonly string[]
  readonly it: T
}

const SHORTEST_BEGINNING = 6
const MOST_CHOICES = 8

/** The one thing that a reference means; `missing` where nothing does, `ambiguous` where several do. */
export function findOne<T>(things: readonly Named<T>[], ref: string, missing: RefusalCode): Outcome<T> {
  const exact = things.filter((thing) => thing.id === ref)
  const called = (names: (thing: Named<T>) => readonly string[]) => () =>
    things.filter((thing) => names(thing).some((name) => isSameName(name, ref)))
  const ways = [
    () => exact,
    called((thing) => thing.called),
    called((thing) => thing.formerly ?? []),
    () => beginningWith(things, ref),
  ]
  const begun = firstOf(ways)
  const [only, ...others] = begun
  if (only === undefined) return refuse(missing, { wanted: ref.slice(0, 200) })
  return others.length === 0
    ? accept(only.it)
    : refuse('ambiguous', { wanted: ref.slice(0, 200), choices: begun.slice(0, MOST_CHOICES).map(({ id }) => id) })
}

function firstOf<T>(ways: readonly (() => readonly T[])[]): readonly T[] {
  for (const way of ways) {
    const found = way()
    if (found.length > 0) return found
  }
  return []
}

function beginningWith<T>(things: readonly Named<T>[], ref: string): Named<T>[] {
  if (ref.length < SHORTEST_BEGINNING) return []
  return things.filter((thing) => thing.id.startsWith(ref.toLowerCase()))
}

function isSameName(name: string, ref: string): boolean {
  return name.normalize('NFC').trim().toLowerCase() === ref.normalize('NFC').trim().toLowerCase()
}

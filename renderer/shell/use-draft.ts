import { useState } from 'react'

/** Held by this window alone: nothing that was not sent is written to a disk, and it goes with the window. */
const drafts = new Map<string, unknown>()

export interface Draft<T> {
  readonly value: T
  write(value: T): void
  /** It was sent. */
  clear(): void
}

/** What somebody is writing, by what it is about: it outlives a dialog that is closed and a page that is left. */
export function useDraft<T>(about: string, first: T): Draft<T> {
  const [value, setValue] = useState(() => (drafts.has(about) ? (drafts.get(about) as T) : first))
  const write = (next: T) => {
    drafts.set(about, next)
    setValue(next)
  }
  const clear = () => {
    drafts.delete(about)
    setValue(first)
  }
  return { value, write, clear }
}

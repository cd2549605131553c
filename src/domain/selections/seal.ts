import type { HashText } from '../event.ts'

export interface SealedWords {
  readonly nominee: string | null
  readonly reason: string | null
  /** 32 random bytes: without them anyone could try the few names there are. */
  readonly salt: string
}

/** [G2] The hash that stands for a nomination until it is revealed: of one person in one selection, so that nobody can copy it. */
export function nominationSeal(selection: string, person: string, words: SealedWords, hash: HashText): string {
  const { nominee, reason, salt } = words
  return hash(`nst/1 nomination ${selection} ${person} ${salt} ${nominee ?? '-'} ${reason ?? ''}`)
}

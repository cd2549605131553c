import type { CloseRecord, ResponseRecord, RoundRecord } from '../circle.ts'
import { byCodeUnit } from '../canonical.ts'
import { EVERYTHING, pastOf, saw, type Past } from '../causality.ts'
import { isOfTheAsked } from '../agreements/asked.ts'
import { deciding } from '../members/cuts.ts'
import type { SpokenWord } from './records.ts'

/** [V2] Who signed with a device of their own that they heard it. */
export function witnessesOf(word: SpokenWord, past: Past = EVERYTHING): string[] {
  return [...new Set(deciding(past, word.witnesses).map(({ person }) => person))].sort(byCodeUnit)
}

/** [V3] The person's own device said that these were their words. */
export function isConfirmed(word: SpokenWord, past: Past = EVERYTHING): boolean {
  return deciding(past, word.confirmed).length > 0
}

/** [V3] The person's own device said that these were not their words, and none has confirmed them since or apart. */
export function isDisputed(word: SpokenWord, past: Past = EVERYTHING): boolean {
  return deciding(past, word.disputed).length > 0 && !isConfirmed(word, past)
}

/** [V2] Whether a word stands in a past as what its person says. A word of their own device always does. */
export function isHeard({ heard }: ResponseRecord, past: Past): boolean {
  if (heard === null) return true
  const needed = heard.needed(past)
  return needed !== null && witnessesOf(heard, past).length >= needed && !isDisputed(heard, past)
}

/**
 * [V4] D2.5: whether a spoken word stood before any of these closes was known to whoever signs for it. Whoever signs is
 * asked by the round, so that what everyone has seen stays settled.
 */
export function wasHeardInTime({ heard }: ResponseRecord, round: RoundRecord, closes: readonly CloseRecord[]): boolean {
  if (heard === null) return true
  const needed = heard.needed(pastOf(heard.stamp))
  const inTime = deciding(EVERYTHING, heard.witnesses).filter(
    ({ stamp }) => !closes.some((close) => saw(stamp, close.stamp)) && isOfTheAsked(round, closes, stamp),
  )
  return needed !== null && new Set(inTime.map(({ person }) => person)).size >= needed && !isDisputed(heard)
}

/** [V4] The spoken words that certificates rest on, with the person who is said to have said them. */
export function heardIn(closes: readonly CloseRecord[]): { readonly person: string; readonly heard: SpokenWord }[] {
  const cited = closes.flatMap((close) => close.cited)
  const words = cited.flatMap(({ person, word: { heard } }) => (heard === null ? [] : [{ person, heard }]))
  return [...new Map(words.map((one) => [one.heard.id, one])).values()]
}

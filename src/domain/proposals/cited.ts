import type { CloseRecord, ResponseRecord } from '../circle.ts'
import { saw } from '../causality.ts'

export type Cited = ReadonlyMap<string, ResponseRecord>

/** Each person's last word that these closes cite. */
export function wordsCitedIn(closes: readonly CloseRecord[]): Cited {
  const cited = new Map<string, ResponseRecord>()
  for (const { person, word } of closes.flatMap((close) => close.cited)) {
    const known = cited.get(person)
    if (known === undefined || saw(word.stamp, known.stamp)) cited.set(person, word)
  }
  return cited
}

/** D3 row 8: whether everyone in both gave their word here after their word there. */
export function isAllAfter(words: Cited, others: Cited): boolean {
  const shared = [...words].flatMap(([person, word]) => {
    const other = others.get(person)
    return other === undefined ? [] : [{ word, other }]
  })
  return shared.length > 0 && shared.every(({ word, other }) => saw(word.stamp, other.stamp))
}

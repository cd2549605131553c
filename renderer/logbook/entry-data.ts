import type { Client } from '../../src/api/client.ts'
import { isolated } from '../words/isolated.ts'
import type { Words } from '../words/words.tsx'

export type Entry = Awaited<ReturnType<Client['logbook']['list']>>['items'][number]
export type Names = Readonly<Record<string, string>>

/** Under the title, soft: since when, whose, until when. */
export function aboutEntry({ kind, state, at, way, due, review, owner }: Entry, names: Names, words: Words): string {
  const { t, date } = words
  const said = [
    ...(kind === 'agreement' || kind === 'ending' || state === null ? [] : [t(`logbook.kind.${kind}`)]),
    date(new Date(at).toISOString().slice(0, 10)),
    ...(way === undefined ? [] : [wayOf(way, words)]),
    ...(owner === null ? [] : [t('logbook.ownedBy', { name: names[owner] ?? '' })]),
    ...(due === null || review === null ? [] : [t(`logbook.due.${due}`, { date: date(review) })]),
  ]
  return said.join(' · ')
}

/** What stands at the end of the line: a state where it has one, else what it is. */
export function stateOfEntry({ kind, state, became }: Entry, { t }: Words): string {
  if (kind === 'ending' || state === null) return t(`logbook.kind.${kind}`)
  return became !== null ? t(`logbook.became.${became}`) : t(`agreements.state.${state}`)
}

/** The circles that it went through, in the direction that one reads. */
function wayOf(way: readonly string[], { t, direction }: Words): string {
  const then = direction === 'rtl' ? ' ← ' : ' → '
  return t('logbook.way', { way: way.map((name) => isolated(name, direction)).join(then) })
}

import type { Way } from '../../src/domain/ways/way.ts'

/** What is typed of a way: its number, and its words or lists, a line each. */
export type WayFields = { readonly number: string; readonly words: string }

/** The most that each way takes, as the rules have it. */
export const MOST: Readonly<Partial<Record<Way['rule'], number>>> = {
  terms: 120,
  absentee: 365,
  lazy: 365,
  'spoken-words': 16,
  representatives: 100,
}
export const HAS_WORDS: ReadonlySet<Way['rule']> = new Set(['lazy', 'qualifying', 'representatives', 'mirror'])

export function fieldsOf(way: Way | null): WayFields {
  if (way === null) return { number: '', words: '' }
  const { rule: _rule, ...said } = way
  const number = Object.values(said).find((value) => typeof value === 'number')
  const words = Object.values(said).filter((value) => typeof value !== 'number')
  return { number: String(number ?? ''), words: words.flat().join('\n') }
}

/** Null while something is missing. */
export function wayOf(rule: Way['rule'], { number, words }: WayFields): Way | null {
  const count = Number(number)
  const least = rule === 'spoken-words' || rule === 'representatives' ? 2 : 1
  const most = MOST[rule]
  if (most !== undefined && !(Number.isInteger(count) && count >= least && count <= most)) return null
  const lines = words.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
  if (HAS_WORDS.has(rule) && lines.length === 0) return null
  switch (rule) {
    case 'terms':
      return { rule, months: count }
    case 'absentee':
      return { rule, days: count }
    case 'lazy':
      return { rule, days: count, matters: lines.join('\n') }
    case 'qualifying':
      return { rule, criteria: lines.slice(0, 12) }
    case 'spoken-words':
      return { rule, witnesses: count }
    case 'mirror':
      return lines.length < 2 ? null : { rule, of: (lines[0] ?? '').slice(0, 200), shows: lines.slice(1, 33) }
    case 'representatives':
      return { rule, of: lines.join('\n'), most: count }
    default:
      return { rule: 'mutual-removal', outcome: 'both-suspended' }
  }
}

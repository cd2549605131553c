import type { Way } from '../../src/domain/ways/way.ts'

/** What is typed of a way: its number, whom it names, and its words or lists, a line each. */
export type WayFields = { readonly number: string; readonly name: string; readonly words: string }

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
  if (way === null) return { number: '', name: '', words: '' }
  if (way.rule === 'mirror') return { number: '', name: way.of, words: way.shows.join('\n') }
  const { rule: _rule, ...said } = way
  const number = Object.values(said).find((value) => typeof value === 'number')
  const words = Object.values(said).filter((value) => typeof value !== 'number')
  return { number: String(number ?? ''), name: '', words: words.flat().join('\n') }
}

/** Whether its number is one that the way takes; true where it takes none. */
export function isNumberOf(rule: Way['rule'], number: string): boolean {
  const [count, most] = [Number(number), MOST[rule]]
  const least = rule === 'spoken-words' || rule === 'representatives' ? 2 : 1
  return most === undefined || (Number.isInteger(count) && count >= least && count <= most)
}

/** Null while something is missing. */
export function wayOf(rule: Way['rule'], { number, name, words }: WayFields): Way | null {
  if (!isNumberOf(rule, number)) return null
  const count = Number(number)
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
      return name.trim() === '' ? null : { rule, of: name.trim().slice(0, 200), shows: lines.slice(0, 32) }
    case 'representatives':
      return { rule, of: lines.join('\n'), most: count }
    default:
      return { rule: 'mutual-removal', outcome: 'both-suspended' }
  }
}

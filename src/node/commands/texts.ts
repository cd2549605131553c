import { isDay, Name } from '../../domain/words.ts'
import { accept, refuse, type Outcome } from '../../domain/refusal.ts'
import { EVENT_LIMIT } from '../../log/size.ts'

const HALF_A_CHARACTER = /\p{Surrogate}/gu

/** What a person wrote, as it will be signed: whole characters, NFC. Refusals: `empty-text`, `too-big`. */
export function words(text: string, field: string): Outcome<string> {
  if (Buffer.byteLength(text, 'utf8') > EVENT_LIMIT) return refuse('too-big', { field, limit: EVENT_LIMIT })
  const clean = text.replace(HALF_A_CHARACTER, '\ufffd').normalize('NFC').trim()
  return clean === '' ? refuse('empty-text', { field }) : accept(clean)
}

/** A title or name: one short line. */
export function title(text: string, field: string): Outcome<string> {
  const line = words(text.replace(/\s+/gu, ' '), field)
  if (!line.ok) return line
  if (Name.safeParse(line.value).success) return line
  return line.value.length > 200 ? refuse('too-big', { field, limit: 200 }) : refuse('malformed', { field })
}

export function optionalWords(text: string | undefined | null, field: string): Outcome<string | null> {
  return text === undefined || text === null ? accept(null) : words(text, field)
}

export function wordList(texts: readonly string[] | undefined, field: string): Outcome<string[]> {
  return collect((texts ?? []).map((text) => words(text, field)))
}

export function day(text: string): Outcome<string> {
  return isDay(text) ? accept(text) : refuse('not-a-date', { date: text })
}

/** All values, or the first refusal. */
export function collect<T>(outcomes: readonly Outcome<T>[]): Outcome<T[]> {
  const values: T[] = []
  for (const outcome of outcomes) {
    if (!outcome.ok) return outcome
    values.push(outcome.value)
  }
  return accept(values)
}

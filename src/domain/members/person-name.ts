import { accept, refuse, type Outcome } from '../refusal.ts'

/** In UTF-16 units, after NFC: the same count as the schema of events. */
export const LONGEST_NAME = 200

/** Control characters, line separators, and the marks that turn the reading direction: a name could feign other text. */
const UNFIT = /[\p{Cc}\p{Surrogate}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

/** The name as it is kept (NFC, no outer space). Refusals: `empty-text`, `too-big`, `malformed`. */
export function personName(text: string): Outcome<string> {
  if (UNFIT.test(text)) return refuse('malformed')
  const name = text.normalize('NFC').trim()
  if (name === '') return refuse('empty-text')
  if (name.length > LONGEST_NAME) return refuse('too-big', { limit: LONGEST_NAME })
  return accept(name)
}

/** Whether a name that came from elsewhere is one that `personName` would have made. */
export function isPersonName(text: string): boolean {
  const name = personName(text)
  return name.ok && name.value === text
}

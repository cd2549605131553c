/**
 * [B1] The one canonical encoding: what is signed, hashed and compared is this text in UTF-8.
 * JSON with sorted keys, no spaces, NFC text and safe integers only, so that any two
 * programs that mean the same write the same bytes. Golden vectors: test/domain/canonical.test.ts.
 */
export type Canonical = null | boolean | number | string | readonly Canonical[] | { readonly [key: string]: Canonical }

/** [B2] Thrown for what has no canonical form (a float, a lone surrogate, text that is not NFC, nesting below 32). */
export class CanonicalError extends Error {}

const DEEPEST = 32
const LONE_SURROGATE = /\p{Surrogate}/u
/** All else is in NFC and whole: most of what is encoded are ids, dates and names of fields. */
const BEYOND_ASCII = /[\u0080-\uffff]/
/** Of it, what JSON writes as it stands. */
const AS_IT_STANDS = /^[ !#-[\]-~]*$/
/** How JSON begins half a character; where it is something else, looking closer does no harm. */
const HALF = '\\ud'

export function encodeCanonical(value: unknown): string {
  return encodePlain(value) ?? encode(value, 0)
}

/** [B3] The value of a canonical text; `undefined` where re-encoding would give other bytes. Never throws. */
export function decodeCanonical(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return encodeCanonical(value) === text ? value : undefined
  } catch {
    return undefined
  }
}

/**
 * The same for most of what is encoded, in a third of the time: where all is in order JSON itself writes this form, and the
 * whole text tells of every text in it. What is part of a text in NFC is in NFC. `undefined` where it takes a closer look.
 */
function encodePlain(value: unknown): string | undefined {
  if (!isInOrder(value, 0)) return undefined
  const text = JSON.stringify(value)
  const isPlain = !text.includes(HALF) && (!BEYOND_ASCII.test(text) || text.normalize('NFC') === text)
  return isPlain ? text : undefined
}

function isInOrder(value: unknown, depth: number): boolean {
  if (depth > DEEPEST) return false
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return true
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0)
  if (typeof value !== 'object') return false
  if (Array.isArray(value)) return Array.from(value).every((item) => isInOrder(item, depth + 1))
  const prototype: unknown = Object.getPrototypeOf(value)
  // JSON writes dates, boxed texts and the like in ways of their own.
  if (prototype !== Object.prototype && prototype !== null) return false
  let before: string | undefined
  for (const key of Object.keys(value)) {
    if (before !== undefined && before >= key) return false
    if (!isInOrder((value as Record<string, unknown>)[key], depth + 1)) return false
    before = key
  }
  return true
}

function encode(value: unknown, depth: number): string {
  if (depth > DEEPEST) throw new CanonicalError('nested too deeply')
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return encodeInteger(value)
  if (typeof value === 'string') return encodeText(value)
  // `Array.from` also visits holes, which `map` would write as nothing at all.
  if (Array.isArray(value))
    return value.length === 0 ? '[]' : `[${Array.from(value, (item) => encode(item, depth + 1)).join(',')}]`
  if (typeof value === 'object') return encodeRecord(value as Record<string, unknown>, depth)
  throw new CanonicalError(`a ${typeof value} has no canonical form`)
}

function encodeInteger(value: number): string {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new CanonicalError('only safe integers')
  return String(value)
}

function encodeText(value: string): string {
  if (AS_IT_STANDS.test(value)) return `"${value}"`
  if (!BEYOND_ASCII.test(value)) return JSON.stringify(value)
  if (LONE_SURROGATE.test(value)) throw new CanonicalError('text with half a character')
  if (value.normalize('NFC') !== value) throw new CanonicalError('text is not in NFC')
  return JSON.stringify(value)
}

function encodeRecord(value: Record<string, unknown>, depth: number): string {
  const keys = Object.keys(value)
  // What was read from a canonical text is in order already.
  if (!keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') < key)) keys.sort(byCodeUnit)
  let text = ''
  for (const key of keys) text += `${text === '' ? '{' : ','}${encodeText(key)}:${encode(value[key], depth + 1)}`
  return text === '' ? '{}' : `${text}}`
}

/** [B4] The order of ids, keys and names everywhere: by code unit, never by locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

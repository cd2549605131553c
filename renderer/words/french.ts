const VOWEL = /^[aeiou\u0153\u00e6]/iu

/**
 * What French wants of every text, so that no text has to see to it: no line ends before a mark that stands apart or
 * inside quotation marks, and "de" or "que" before a name is shortened where the name begins with a vowel.
 */
export function frenchWords<K extends string>(words: Readonly<Record<K, string>>): Record<K, string> {
  const spaced = Object.entries<string>(words).map(([key, text]) => [key, shortened(unbroken(text))])
  return Object.fromEntries(spaced) as Record<K, string>
}

const unbroken = (text: string) => text.replaceAll(/ (?=[;:!?»])/gu, '\u00a0').replaceAll('« ', '«\u00a0')

/** `de {name}` becomes one place of its own, which `withShort` fills. */
const shortened = (text: string) => text.replaceAll(/\b(?<word>de|que) \{(?<name>\w+)\}/gu, '{$<word>_$<name>}')

/** The values of a text with those that its shortened places ask for. */
export function withShort(values: Readonly<Record<string, string | number>> = {}): Record<string, string | number> {
  const short = Object.entries(values).flatMap(([name, value]) =>
    ['de', 'que'].map((word) => [`${word}_${name}`, beforeName(word, String(value))]),
  )
  return { ...values, ...Object.fromEntries(short) }
}

function beforeName(word: string, name: string): string {
  const first = name.replace(/^\u2068/u, '').normalize('NFD')
  return VOWEL.test(first) ? `${word.slice(0, -1)}\u2019${name}` : `${word} ${name}`
}

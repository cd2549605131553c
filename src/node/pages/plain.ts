/** Letters that no normal form takes apart and that people type for one another. */
const ALIKE: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  ى: 'ي',
  ة: 'ه',
  ـ: '',
}
const UNLIKE = new RegExp(`[${Object.keys(ALIKE).join('')}]`, 'gu')
/** Arabic-Indic and Persian digits. */
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/gu

/**
 * A text as it is searched: without marks above and below letters, in small letters, digits as 0 to 9. A person in a
 * hurry leaves marks out, and Arabic is mostly written without them.
 */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(UNLIKE, (letter) => ALIKE[letter] ?? letter)
    .replaceAll(DIGITS, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .trim()
}

export const plainWords = (text: string): string[] => plain(text).split(/\s+/).filter(Boolean)

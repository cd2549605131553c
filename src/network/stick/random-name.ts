/** No vowels, so that no name says something by chance; no 0, 1, I, L, O, so that it can be read out. */
const LETTERS = '23456789BCDFGHJKMNPQRSTVWXYZ'

/** Eight letters that say nothing, as any stick takes them. */
export function randomName(chance: (size: number) => Uint8Array): string {
  return Array.from(chance(8), (byte) => LETTERS[byte % LETTERS.length]).join('')
}

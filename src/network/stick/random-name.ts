import sodium from 'sodium-native'

/** No vowels, so that no name says something by chance; no 0, 1, I, L, O, so that it can be read out. */
const LETTERS = '23456789BCDFGHJKMNPQRSTVWXYZ'
const OWN_AT = 5

type Chance = (size: number) => Uint8Array

/** Eight letters that say nothing, as any stick takes them. */
export const randomName = (chance: Chance): string => letters(chance(8))

/** One that whoever has the mark (32 bytes, a secret) recognises as theirs, also where nothing in the file can be read. */
export function markedName(chance: Chance, mark: Uint8Array): string {
  const first = letters(chance(OWN_AT))
  return first + endOf(first, mark)
}

/** Of another's name it is wrong once in twenty thousand. */
export const isMarked = (name: string, mark: Uint8Array): boolean =>
  name.slice(OWN_AT, 8).toUpperCase() === endOf(name.slice(0, OWN_AT).toUpperCase(), mark)

function endOf(first: string, mark: Uint8Array): string {
  const end = Buffer.alloc(16)
  sodium.crypto_generichash(end, Buffer.from(`nst/2 name ${first}`), mark)
  return letters(end.subarray(0, 8 - OWN_AT))
}

const letters = (bytes: Uint8Array): string => Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join('')

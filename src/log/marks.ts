/** Bytes of a mark: a keyed hash, so that its first four are as good a number as any to find it by. */
export const MARK = 16
const WORDS = MARK / 4

/** A set of marks. A long circle has tens of thousands, all of them at its start: as texts they would cost more than to read. */
export class Marks {
  readonly #scratch = new Uint32Array(WORDS)
  readonly #scratchBytes = new Uint8Array(this.#scratch.buffer)
  #words: Uint32Array
  /** Where in `words` a mark stands, from 1; 0 for a free place. Never more than half of them are taken. */
  #table: Int32Array
  #count = 0

  /** What is left over at the end of `bytes` is no mark. */
  constructor(bytes: Uint8Array) {
    const count = Math.floor(bytes.length / MARK)
    this.#words = new Uint32Array(Math.max(64, count * 2) * WORDS)
    new Uint8Array(this.#words.buffer).set(bytes.subarray(0, count * MARK))
    this.#table = this.#tableOf(count)
  }

  has(mark: Uint8Array): boolean {
    return this.#table[this.#placeOf(mark)] !== 0
  }

  /** False where it is there already. */
  add(mark: Uint8Array): boolean {
    const place = this.#placeOf(mark)
    if (this.#table[place] !== 0) return false
    if (this.#count * WORDS === this.#words.length) this.#words = longer(this.#words)
    this.#words.set(this.#scratch, this.#count * WORDS)
    this.#count += 1
    this.#table[place] = this.#count
    if (this.#count * 2 >= this.#table.length) this.#table = this.#tableOf(this.#count)
    return true
  }

  #tableOf(count: number): Int32Array {
    let size = 128
    while (size < count * 4) size *= 2
    const table = new Int32Array(size)
    const words = this.#words
    for (let index = 0; index < count; index += 1) {
      let place = (words[index * WORDS] ?? 0) & (size - 1)
      while (table[place] !== 0) place = (place + 1) & (size - 1)
      table[place] = index + 1
    }
    this.#count = count
    return table
  }

  /** Where it stands, or could. */
  #placeOf(mark: Uint8Array): number {
    this.#scratchBytes.set(mark)
    const [words, table, wanted] = [this.#words, this.#table, this.#scratch]
    let place = (wanted[0] ?? 0) & (table.length - 1)
    for (let index = table[place] ?? 0; index !== 0; index = table[place] ?? 0) {
      const at = (index - 1) * WORDS
      if (
        words[at] === wanted[0] &&
        words[at + 1] === wanted[1] &&
        words[at + 2] === wanted[2] &&
        words[at + 3] === wanted[3]
      )
        break
      place = (place + 1) & (table.length - 1)
    }
    return place
  }
}

function longer(words: Uint32Array): Uint32Array {
  const twice = new Uint32Array(words.length * 2)
  twice.set(words)
  return twice
}

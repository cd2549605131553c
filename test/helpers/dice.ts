/** Chance that is the same in each run, from a number (mulberry32). */
export class Dice {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** From 0 up to, and without, 1. */
  roll(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  below(limit: number): number {
    return Math.floor(this.roll() * limit)
  }

  /** Whether something happens that happens so often, of a hundred times. */
  happens(inHundred: number): boolean {
    return this.roll() * 100 < inHundred
  }

  oneOf<T>(things: readonly T[]): T | undefined {
    return things[this.below(things.length)]
  }

  shuffled<T>(things: readonly T[]): T[] {
    const shuffled = [...things]
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = this.below(last + 1)
      ;[shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T]
    }
    return shuffled
  }
}

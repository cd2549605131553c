/** Seeded chance (mulberry32): numbers in [0, 1), the same for the same seed. */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const below = (chance: () => number, limit: number): number => Math.floor(chance() * limit)

export const bytesFrom = (chance: () => number, size: number): Buffer =>
  Buffer.from(Array.from({ length: size }, () => below(chance, 256)))

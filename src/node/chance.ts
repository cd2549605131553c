/** So many random bytes. A node gets the system's; tests get one that repeats. */
export type Chance = (size: number) => Uint8Array

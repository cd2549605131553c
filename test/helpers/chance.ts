import { hash } from '../../src/log/crypto.ts'
import type { Chance } from '../../src/node/chance.ts'

/** Bytes that look random and are the same in each run, for each name. */
export function chanceOf(name: string): Chance {
  let drawn = 0
  return (size) => {
    const blocks: Uint8Array[] = []
    for (let got = 0; got < size; got += 32) blocks.push(hash(Buffer.from(`${name} ${(drawn += 1)}`)))
    return Buffer.concat(blocks).subarray(0, size)
  }
}

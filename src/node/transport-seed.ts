import { join } from 'node:path'
import { z } from 'zod'
import { Id } from '../domain/event.ts'
import { toHex } from '../log/crypto.ts'
import type { Chance } from './chance.ts'
import { localFile } from './local-file.ts'

/** Of this node's key towards other nodes, in hex; it stands in no circle. */
export async function transportSeed(folder: string, chance: Chance): Promise<string> {
  const schema = z.strictObject({ seed: Id })
  const file = localFile({ path: join(folder, 'transport.json'), kind: 'transport', schema })
  const { seed } = await file.update((now) => now ?? { seed: toHex(chance(32)) })
  return seed
}

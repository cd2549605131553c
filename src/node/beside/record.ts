import { join } from 'node:path'
import { z } from 'zod'
import { Id } from '../../domain/event.ts'
import { isPersonName } from '../../domain/members/person-name.ts'
import { localFile, type LocalFile } from '../local-file.ts'

const One = z.strictObject({
  /** A local name, never sent: also that of their folder. */
  beside: z.string().regex(/^[0-9a-f]{16}$/),
  circle: Id,
  name: z.string().refine(isPersonName),
  /** Their key is being taken off this device: what a crash left is taken off at the next start. */
  leaving: z.boolean(),
})
export type One = z.infer<typeof One>
const Record = z.strictObject({ people: z.array(One).max(32) })

/** Who has a key of their own on this device without it being theirs. */
export function besideRecord(folder: string): LocalFile<z.infer<typeof Record>> {
  return localFile({ path: join(folder, 'beside.json'), kind: 'beside', schema: Record })
}

/** Where the data of one of them is: a whole data folder. */
export const besideFolder = (folder: string, beside: string): string => join(folder, 'beside', beside)

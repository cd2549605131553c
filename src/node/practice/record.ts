import { join } from 'node:path'
import { z } from 'zod'
import { isPersonName } from '../../domain/members/person-name.ts'
import { realDisk } from '../disk.ts'
import { localFile, type LocalFile } from '../local-file.ts'
import { PRACTICE_LANGUAGES } from './lines.ts'

const PersonName = z.string().refine(isPersonName)

/** How the practice here was begun. What happened in it since stands in its circle's log alone. */
export const PracticeRecord = z.strictObject({
  language: z.enum(PRACTICE_LANGUAGES),
  names: z.tuple([PersonName, PersonName]),
  /** It is being erased: what a crash left is erased at the next start. */
  ending: z.boolean(),
})
export type PracticeRecord = z.infer<typeof PracticeRecord>

const pathOf = (folder: string) => join(folder, 'practice.json')

export function practiceRecord(folder: string): LocalFile<PracticeRecord> {
  return localFile({ path: pathOf(folder), kind: 'practice', schema: PracticeRecord })
}

export async function removePracticeRecord(folder: string): Promise<void> {
  await realDisk.remove(pathOf(folder))
  await realDisk.syncFolder(folder)
}

/** Where a companion's own data is: 0 is who asks, 1 who objects. */
export const companionFolder = (folder: string, index: number): string => join(practiceFolder(folder), `${index}`)
export const practiceFolder = (folder: string): string => join(folder, 'practice')

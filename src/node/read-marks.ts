import { join } from 'node:path'
import { z } from 'zod'
import { Id } from '../domain/event.ts'
import { localFile, type LocalFile } from './local-file.ts'

/** How far this person has read in each circle: the newest events they were shown, by circle. On this device only. */
export const ReadMarks = z.record(Id, z.array(Id))
export type ReadMarks = z.infer<typeof ReadMarks>

export function readMarksFile(folder: string): LocalFile<ReadMarks> {
  return localFile({ path: join(folder, 'read.json'), kind: 'read-marks', schema: ReadMarks })
}

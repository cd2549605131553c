import { join } from 'node:path'
import { z } from 'zod'
import { formatBootstrap, parseBootstrap } from '../network/internet/bootstrap.ts'
import { localFile, type LocalFile } from './local-file.ts'

const Setting = z.strictObject({ bootstrap: z.array(z.string()) })

const settingFile = (folder: string): LocalFile<z.infer<typeof Setting>> =>
  localFile({ path: join(folder, 'internet.json'), kind: 'internet', schema: Setting })

/** Whom this person's node asks for the way on the internet; empty: those that the program comes with. */
export async function ownBootstrap(folder: string): Promise<string[]> {
  const kept = (await settingFile(folder).read())?.bootstrap ?? []
  return kept.filter((entry) => parseBootstrap(entry)?.length === 1)
}

export async function keepBootstrap(folder: string, bootstrap: readonly string[]): Promise<void> {
  await settingFile(folder).save({ bootstrap: [...bootstrap] })
}

/** Entries as they are kept; undefined where one is not `HOST:PORT`. */
export function bootstrapEntries(text: string): string[] | undefined {
  return parseBootstrap(text)?.map((entry) => formatBootstrap([entry]))
}

import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * RocksDB writes notes of its own for whoever mends it, and keeps those of a thousand openings: tens of megabytes, and a
 * diary of when somebody was here. Those of this opening are enough.
 */
export async function dropOldNotes(folder: string): Promise<void> {
  const database = join(folder, 'db')
  const names = await readdir(database).catch(() => [])
  const old = names.filter((name) => name.startsWith('LOG.old.'))
  await Promise.allSettled(old.map((name) => rm(join(database, name))))
}

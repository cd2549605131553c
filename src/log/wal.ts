import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { storeError } from './store-error.ts'

/**
 * Forces RocksDB's write-ahead log to the disk. RocksDB writes it at once but never syncs it: after a power failure
 * the tail would be gone while peers hold it, and the next append would fork this device's log for ever.
 */
export async function syncWal(folder: string): Promise<void> {
  const database = join(folder, 'db')
  try {
    const logs = (await readdir(database)).filter((name) => name.endsWith('.log'))
    await Promise.all(logs.map((name) => syncFile(join(database, name))))
  } catch (error) {
    throw storeError(error, folder)
  }
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+').catch((error: NodeJS.ErrnoException) => {
    // RocksDB removes a log once its content is in a table, which it syncs itself.
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  try {
    await file?.datasync()
  } finally {
    await file?.close()
  }
}

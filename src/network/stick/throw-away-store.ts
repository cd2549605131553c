import Corestore from 'corestore'
import Hypercore from 'hypercore'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { diskError } from '../network-error.ts'

/** Small buffers: what RocksDB sets aside for writing by default would be 74 MB on the disk for an empty store. */
const STORAGE = { allowBackup: true, writeBufferSize: 1024 * 1024 }

type StorageMaker = { defaultStorage(folder: string, options: typeof STORAGE): unknown }

/** A store in a new folder inside `scratch`; `close` removes it. After a crash the folder stays and may be deleted. */
export async function openThrowAwayStore(scratch: string): Promise<{ store: Corestore; close: () => Promise<void> }> {
  let folder = join(scratch, 'bundle-')
  let store: Corestore | undefined
  async function close(): Promise<void> {
    await store?.close().catch(() => {})
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
  try {
    await mkdir(scratch, { recursive: true, mode: 0o700 })
    folder = await mkdtemp(folder)
    store = new Corestore((Hypercore as unknown as StorageMaker).defaultStorage(folder, STORAGE))
    await store.ready()
    return { store, close }
  } catch (error) {
    await close().catch(() => {})
    throw diskError(error, { file: scratch }) ?? error
  }
}

import { mkdir, open, rename, rm } from 'node:fs/promises'

/** The steps of a safe write, each of which a process may be killed after; tests pass in one that stops. */
export type Disk = {
  /** Makes the folder and those above it, for the person alone; one that exists stays as its owner set it. */
  makeFolder(path: string): Promise<void>
  /** Writes the whole file, readable for the person alone, down to the medium. */
  write(path: string, text: string): Promise<void>
  rename(from: string, to: string): Promise<void>
  /** Brings the folder's names down to the medium, so that a rename outlives a power cut. */
  syncFolder(path: string): Promise<void>
  remove(path: string): Promise<void>
}

export const realDisk: Disk = {
  async makeFolder(path) {
    await mkdir(path, { recursive: true, mode: 0o700 })
  },
  async write(path, text) {
    // Removed first: an old file would keep its own, perhaps wider, permissions.
    await rm(path, { force: true })
    const file = await open(path, 'wx', 0o600)
    try {
      await file.writeFile(text, 'utf8')
      await file.sync()
    } finally {
      await file.close()
    }
  },
  rename,
  async syncFolder(path) {
    // Windows opens no folder; there the rename itself is journalled.
    if (process.platform === 'win32') return
    const folder = await open(path, 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  },
  async remove(path) {
    await rm(path, { force: true })
  },
}

import { chmod, mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises'

export type OpenFile = {
  write(bytes: Uint8Array): Promise<void>
  /** Down to the medium. */
  sync(): Promise<void>
  close(): Promise<void>
}

/** The steps of writing onto a stick, at each of which it may be pulled out or be full; tests pass in one that is. */
export type Files = {
  makeFolder(path: string): Promise<void>
  /** Names, in no order. */
  list(folder: string): Promise<string[]>
  size(file: string): Promise<number>
  /** Bytes that can still be written there; undefined where the system does not say. */
  free(folder: string): Promise<number | undefined>
  /** A new, empty file. */
  create(file: string): Promise<OpenFile>
  rename(from: string, to: string): Promise<void>
  /** Brings the folder's names down to the medium, so that a rename outlives a power cut. */
  syncFolder(folder: string): Promise<void>
  /** No error where it is not there. */
  remove(file: string): Promise<void>
}

/** What a system says that cannot sync a folder at all, as Windows or some sticks; anything else is a fault. */
const NO_FOLDER_SYNC = new Set(['EINVAL', 'EPERM', 'EACCES', 'EISDIR', 'ENOTSUP', 'EBADF'])

export const realFiles: Files = {
  async makeFolder(path) {
    const made = await mkdir(path, { recursive: true })
    // On a stick that knows owners, the next person is another one there: anybody adds, each takes away their own alone.
    if (made !== undefined) await chmod(path, 0o1777).catch(() => undefined)
  },
  list: (folder) => readdir(folder),
  size: async (file) => (await stat(file)).size,
  async free(folder) {
    const { bavail, bsize } = await statfs(folder).catch(() => ({ bavail: undefined, bsize: 0 }))
    return bavail === undefined ? undefined : bavail * bsize
  },
  async create(file) {
    // It is sealed; and on a stick that knows owners the others have to read it.
    const handle = await open(file, 'wx', 0o644)
    return {
      write: (bytes) => handle.writeFile(bytes),
      sync: () => handle.sync(),
      close: () => handle.close(),
    }
  },
  rename,
  async syncFolder(folder) {
    const handle = await open(folder, 'r').catch((error: NodeJS.ErrnoException) => unlessNever(error))
    try {
      await handle?.sync().catch((error: NodeJS.ErrnoException) => unlessNever(error))
    } finally {
      await handle?.close()
    }
  },
  async remove(file) {
    await rm(file, { force: true })
  },
}

function unlessNever(error: NodeJS.ErrnoException): undefined {
  if (!NO_FOLDER_SYNC.has(error.code ?? '')) throw error
  return undefined
}

import { readdir, stat, utimes } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { realFiles, type Files } from '../../src/network/stick/files.ts'

const CLUSTER = 32 * 1024
const SHORT = /^[A-Z0-9_~]{1,8}(\.[A-Z0-9]{1,3})?$/i
const TIME_STEP_S = 2

const refuse = (code: string): never => {
  throw Object.assign(new Error(code), { code })
}

type Fat = {
  /** Bytes of a file at most (a real one: 4 GiB - 1). */
  readonly mostFileBytes: number
  /** In all, of which files take whole clusters. */
  readonly size: number
}

/**
 * A stick with FAT, as far as a program can meet it: names of 8 and 3 letters that come back in other letters than they
 * were given and are the same in both; no name over another, no links, no owners; times in steps of two seconds; files and
 * stick of limited size, filled in whole clusters; a folder cannot be brought down to the medium by itself.
 */
export function fatFiles(stick: string, { mostFileBytes, size }: Fat): Files {
  const under = (path: string): string => {
    if (!path.startsWith(stick)) return refuse('EXDEV')
    const parts = path
      .slice(stick.length)
      .split('/')
      .filter((part) => part !== '')
    if (parts.some((part) => !SHORT.test(part))) return refuse('EINVAL')
    return join(stick, ...parts.map((part) => part.toLowerCase()))
  }
  const used = async (folder = stick): Promise<number> => {
    const entries = await readdir(folder, { withFileTypes: true })
    const sizes = entries.map(async (entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? CLUSTER + (await used(path)) : Math.ceil((await stat(path)).size / CLUSTER) * CLUSTER
    })
    return (await Promise.all(sizes)).reduce((sum, one) => sum + one, 0)
  }
  const isThere = async (path: string) => (await readdir(dirname(path))).includes(basename(path))
  return {
    makeFolder: async (path) => {
      if (!(await isThere(under(path)))) await realFiles.makeFolder(under(path))
    },
    list: (folder) => readdir(under(folder)),
    size: (file) => realFiles.size(under(file)),
    free: async () => Math.max(0, size - (await used())),
    async create(file) {
      const path = under(file)
      if (await isThere(path)) return refuse('EEXIST')
      const open = await realFiles.create(path)
      let written = 0
      return {
        async write(bytes) {
          written += bytes.byteLength
          if (written > mostFileBytes) return refuse('EFBIG')
          if ((await used()) + bytes.byteLength > size) return refuse('ENOSPC')
          return open.write(bytes)
        },
        sync: () => open.sync(),
        async close() {
          await open.close()
          const seconds = Math.floor(Date.now() / 1000 / TIME_STEP_S) * TIME_STEP_S
          await utimes(path, seconds, seconds)
        },
      }
    },
    async rename(from, to) {
      if (await isThere(under(to))) return refuse('EEXIST')
      return realFiles.rename(under(from), under(to))
    },
    syncFolder: async () => undefined,
    remove: (file) => realFiles.remove(under(file)),
  }
}

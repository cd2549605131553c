import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { realFiles } from '../../network/stick/files.ts'

export type Drive = {
  readonly folder: string
  readonly name: string
  readonly free: number | null
  readonly used: boolean
}

/** Where this system shows sticks; tests pass in folders of their own. */
export type DrivePlaces = { readonly platform: string; readonly mounts: () => Promise<string[]> }

export const thisMachine: DrivePlaces = { platform: process.platform, mounts: () => mountsOf(process.platform) }

/** Sticks and other drives that were put in, as far as the system shows them. Total: without any, none. */
export async function drives({ mounts }: DrivePlaces = thisMachine): Promise<Drive[]> {
  const folders: string[] = await mounts().catch(() => [])
  const found = await Promise.all(folders.toSorted().map(driveAt))
  return found.filter((drive) => drive !== undefined)
}

async function driveAt(folder: string): Promise<Drive | undefined> {
  const names = await readdir(folder).catch(() => undefined)
  if (names === undefined) return undefined
  const used = names.some((name) => name.toUpperCase() === 'NEXTSTEP')
  return { folder, name: basename(folder) || folder, free: (await realFiles.free(folder)) ?? null, used }
}

async function mountsOf(platform: string): Promise<string[]> {
  if (platform === 'win32') return letters()
  if (platform === 'darwin') return under('/Volumes')
  const text = await readFile('/proc/self/mounts', 'utf8').catch(() => '')
  const mounted = text.split('\n').flatMap((line) => line.split(' ')[1] ?? [])
  return mounted.map(unescaped).filter((folder) => /^\/(media|run\/media)\//.test(folder))
}

/** What the system's own disk is called there leads to the root, and is none that was put in. */
async function under(parent: string): Promise<string[]> {
  const root = await stat('/')
  const folders = (await readdir(parent)).map((name) => join(parent, name))
  const isOther = await Promise.all(folders.map(async (folder) => (await stat(folder)).dev !== root.dev))
  return folders.filter((_folder, index) => isOther[index])
}

/** Not C:, which is the system's own. */
async function letters(): Promise<string[]> {
  const all = Array.from('DEFGHIJKLMNOPQRSTUVWXYZ', (letter) => `${letter}:\\`)
  const isThere = await Promise.all(
    all.map((folder) =>
      readdir(folder).then(
        () => true,
        () => false,
      ),
    ),
  )
  return all.filter((_folder, index) => isThere[index])
}

/** Spaces and the like are written in octal there. */
const unescaped = (path: string): string =>
  path.replace(/\\([0-7]{3})/g, (_whole, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)))

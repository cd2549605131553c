import { access, chmod, constants, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Id } from '../domain/event.ts'
import { refusal, type Refusal } from '../domain/refusal.ts'
import { listCircleKeys } from './circle-keys.ts'
import { localFile } from './local-file.ts'

/** `machine`: see machineMark. */
export type Folder = { readonly folder: string; readonly machine: string | null }

/** Whether anybody ever began here. */
export async function isBegun(folder: string): Promise<boolean> {
  return (await isThere(join(folder, 'profile.json'))) || (await listCircleKeys(folder)).length > 0
}

/**
 * Why a data folder must not be opened; asked before anything is, since the store below would put an empty database
 * in the place of a lost one, and take a copy for the original where only its device file is gone. Changes nothing.
 * Throws `LocalFileError`.
 */
export async function mustNotOpen({ folder, machine }: Folder): Promise<Refusal | null> {
  const closed = await notWritable(folder)
  if (closed !== null) return closed
  const before = await machineFile(folder).read()
  // First of all: a copy that is being made a new device, and was cut short, lacks its store for a moment.
  if (machine !== null && before !== undefined && before.machine !== machine) return refusal('store-copied')
  const lost = await firstLost(folder)
  return lost === undefined ? null : refusal('store-damaged', { file: lost })
}

/** Where the logs are. The store below makes files that everybody may read, and the keys that devices write with are in them. */
export async function storeFolder(folder: string): Promise<string> {
  const path = join(folder, 'store')
  await mkdir(path, { recursive: true, mode: 0o700 })
  await chmod(path, 0o700)
  return path
}

/** What a bundle is unpacked into before anything of it is taken. */
export const scratchFolder = (folder: string): string => join(folder, 'scratch')

/** Ties the folder to this machine, once, and clears what a crash left of imports. To be called while holding the store. */
export async function moveIn({ folder, machine }: Folder): Promise<void> {
  await rm(scratchFolder(folder), { recursive: true, force: true })
  if (machine !== null) await machineFile(folder).update((now) => now ?? { machine })
}

/** A copied folder belongs to this machine from now on. */
export async function settleIn({ folder, machine }: Folder): Promise<void> {
  if (machine !== null) await machineFile(folder).save({ machine })
}

function machineFile(folder: string) {
  return localFile({ path: join(folder, 'machine.json'), kind: 'machine', schema: z.strictObject({ machine: Id }) })
}

async function firstLost(folder: string): Promise<string | undefined> {
  const profile = join(folder, 'profile.json')
  if (!(await isThere(profile))) return (await listCircleKeys(folder)).length > 0 ? profile : undefined
  // A profile is written only where a store was opened before.
  for (const part of [join(folder, 'store', 'CORESTORE'), join(folder, 'store', 'db', 'CURRENT')]) {
    if (!(await isThere(part))) return part
  }
  return undefined
}

async function notWritable(folder: string): Promise<Refusal | null> {
  const store = join(folder, 'store')
  for (const path of [folder, store, join(store, 'CORESTORE'), join(store, 'db')]) {
    const why = await access(path, constants.W_OK).then(() => '', reasonOf)
    if (why !== '' && why !== 'ENOENT') return refusal('cannot-write-file', { file: path, why })
  }
  return null
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    (error: unknown) => reasonOf(error) !== 'ENOENT',
  )

const reasonOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error)

import { mkdir, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Id } from '../domain/event.ts'
import { accept, refusal, type Outcome, type Refusal } from '../domain/refusal.ts'
import { openStore } from '../log/store.ts'
import { StoreError } from '../log/store-error.ts'
import type { Chance } from './chance.ts'
import { circleKeysFile, listCircleKeys } from './circle-keys.ts'
import { mustNotOpen, settleIn, storeFolder, type Folder } from './data-folder.ts'
import { localFile, orRefusal } from './local-file.ts'
import { renewDevice } from './profile.ts'

/** A circle that this person belongs to, and this device is to be let into; without a name where its keys cannot be read. */
export const Rejoin = z.strictObject({ circle: Id, name: z.string() })
export type Rejoin = z.infer<typeof Rejoin>

/** Where this device must be let in again. */
export const rejoinFile = (folder: string) =>
  localFile({ path: join(folder, 'rejoin.json'), kind: 'rejoin', schema: z.array(Rejoin) })

/** All that one device alone may use: who copied it must never speak with it. Keys first, the logs last. */
const OF_ONE_DEVICE = ['circles', 'joins.json', 'transport.json', 'in-step.json', 'practice.json', 'practice', 'store']

/**
 * Makes a new device of a folder that was copied from another: the same person, and nothing of the old device is used again.
 * It is set aside, not erased: it may be all that is left. Answers with the circles to ask at. Refusals: `not-copied`,
 * `store-busy`, and those of local files.
 */
export async function adoptCopy(tied: Folder & { readonly chance: Chance }): Promise<Outcome<Rejoin[]>> {
  const { folder, chance } = tied
  const why = await whyNotCopied(tied)
  if (why !== null) return { ok: false, refusal: why }
  const found = await circlesIn(folder)
  const rejoin = await rejoinFile(folder).update((now = []) => [
    ...now.filter(({ circle }) => found.every((one) => one.circle !== circle)),
    ...found,
  ])
  await setAside(folder)
  await renewDevice(folder, chance)
  const store = await openStore(await storeFolder(folder))
  await store.close()
  await settleIn(tied)
  return accept(rejoin)
}

async function whyNotCopied(tied: Folder): Promise<Refusal | null> {
  const closed = await mustNotOpen(tied)
  if (closed !== null && closed.code !== 'store-copied') return closed
  try {
    const store = await openStore(await storeFolder(tied.folder))
    await store.close()
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    return error.code === 'store-busy' ? refusal('store-busy') : null
  }
  return closed === null ? refusal('not-copied') : null
}

async function circlesIn(folder: string): Promise<Rejoin[]> {
  const circles: Rejoin[] = []
  for (const circle of await listCircleKeys(folder)) {
    const keys = await orRefusal(circleKeysFile(folder, circle).read())
    const { name = null, practice = false } = (keys.ok ? keys.value : undefined) ?? {}
    if (!practice) circles.push({ circle, name: name ?? '' })
  }
  return circles
}

async function setAside(folder: string): Promise<void> {
  const before = (await readdir(folder)).filter((name) => name.startsWith('set-aside-')).length
  const aside = join(folder, `set-aside-${before + 1}`)
  await mkdir(aside, { mode: 0o700 })
  for (const part of OF_ONE_DEVICE) {
    await rename(join(folder, part), join(aside, part)).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    })
  }
}

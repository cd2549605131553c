import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Id } from '../domain/event.ts'
import { realDisk } from './disk.ts'
import { DeviceSeeds } from './identity.ts'
import { EpochKey } from './invitation/answer.ts'
import { IssuedInvite } from './invitation/issued-invite.ts'
import { Join } from './invitation/join.ts'
import { localFile, type LocalFile } from './local-file.ts'

/** What this device alone knows of one circle; keys in hex. Losing it is losing the circle on this device. */
export const CircleKeys = z.strictObject({
  circle: Id,
  /** Of the circle's log in the store; random, so that a store shows no circle ids. */
  namespace: Id,
  baseKey: Id,
  encryptionKey: Id,
  keyring: z.array(EpochKey).min(1),
  founder: z.boolean(),
  /** What the person key hangs on: the nonce of the genesis for its founder, the circle's id for the others. */
  salt: Id,
  device: DeviceSeeds,
  /** To be shown until the log says the circle's name; null where nobody said it yet. */
  name: z.string().min(1).nullable(),
  /** Founded here to practise in. */
  practice: z.boolean().optional(),
  invites: z.array(IssuedInvite),
  /** Who may find this device for the circle; left out: its person did not say yet, and that is nobody. */
  reach: z.enum(['nobody', 'lan', 'internet']).optional(),
  /** Keepers that the invitation named: they bring the circle to who cannot meet anybody of it. */
  keepers: z.array(z.string()).optional(),
  /** People whose words this device's person does not read in the circle. Never said in it: nobody else learns of it. */
  notRead: z.array(Id).optional(),
})
export type CircleKeys = z.infer<typeof CircleKeys>

const FILE = /^([0-9a-f]{64})\.json$/

/** One file per circle: a damaged one takes no other with it. */
export function circleKeysFile(folder: string, circle: string): LocalFile<CircleKeys> {
  const schema = CircleKeys.refine((keys) => keys.circle === circle, 'the file of another circle')
  return localFile({ path: join(folder, 'circles', `${Id.parse(circle)}.json`), kind: 'circle', schema })
}

/** Nobody on this device can read the circle after that. A file is taken from its folder, not overwritten on the disk. */
export async function removeCircleKeys(folder: string, circle: string): Promise<void> {
  const [keys, own] = [join(folder, 'circles'), `${Id.parse(circle)}.`]
  await realDisk.remove(join(keys, `${own}json`))
  // And what stands beside them, such as what a save leaves that was cut short.
  for (const name of await readdir(keys)) if (name.startsWith(own)) await realDisk.remove(join(keys, name))
  await realDisk.syncFolder(keys)
}

/** The ids of the circles whose keys are here, sorted; the files are not opened. */
export async function listCircleKeys(folder: string): Promise<string[]> {
  const names = await readdir(join(folder, 'circles')).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  })
  return names.flatMap((name) => FILE.exec(name)?.[1] ?? []).toSorted()
}

/** The joins this device started, oldest first. */
export function joinsFile(folder: string): LocalFile<Join[]> {
  return localFile({ path: join(folder, 'joins.json'), kind: 'joins', schema: z.array(Join) })
}

import { join } from 'node:path'
import { z } from 'zod'
import { Id } from '../domain/event.ts'
import { isPersonName, personName } from '../domain/members/person-name.ts'
import { accept, refuse, type Outcome } from '../domain/refusal.ts'
import { hash, toHex } from '../log/crypto.ts'
import type { Chance } from './chance.ts'
import { localFile, type LocalFile } from './local-file.ts'
import { createVault, openVault, restoreVault, type Vault } from './vault.ts'

/** Who uses this folder. `person` and `device` are local names in hex, never sent, and equal to no key in any circle. */
export const Profile = z.strictObject({ person: Id, device: Id, name: z.string().refine(isPersonName) })
export type Profile = z.infer<typeof Profile>

export type OpenProfile = { readonly profile: Profile; readonly vault: Vault }

/** The phrase is there this once. Refusals: `profile-exists`, and those of a name. Sends nothing to anyone. */
export async function createProfile(
  folder: string,
  name: string,
  chance: Chance,
): Promise<Outcome<OpenProfile & { readonly phrase: string }>> {
  const checked = personName(name)
  if (!checked.ok) return checked
  const file = profileFile(folder)
  if ((await file.read()) !== undefined) return refuse('profile-exists')
  const { vault, phrase } = await createVault(folder, chance)
  const mine: Profile = { person: localPerson(vault), device: toHex(chance(32)), name: checked.value }
  // Asked again in turn: of two that create at once, one wins and the other is told.
  const kept = await file.update((now) => now ?? mine)
  return kept === mine ? accept({ profile: mine, vault, phrase }) : refuse('profile-exists')
}

/** The same person on a new device. Refusals: `not-a-phrase`, `profile-exists`, and those of a name. */
export async function restoreProfile(
  folder: string,
  name: string,
  phrase: string,
  chance: Chance,
): Promise<Outcome<OpenProfile>> {
  const checked = personName(name)
  if (!checked.ok) return checked
  const file = profileFile(folder)
  if ((await file.read()) !== undefined) return refuse('profile-exists')
  const vault = await restoreVault(folder, phrase)
  if (!vault.ok) return vault
  const mine: Profile = { person: localPerson(vault.value), device: toHex(chance(32)), name: checked.value }
  const kept = await file.update((now) => now ?? mine)
  return kept === mine ? accept({ profile: mine, vault: vault.value }) : refuse('profile-exists')
}

/** In a folder that was copied: the same person, and another device from now on. */
export async function renewDevice(folder: string, chance: Chance): Promise<void> {
  const file = profileFile(folder)
  const now = await file.read()
  if (now !== undefined) await file.save({ ...now, device: toHex(chance(32)) })
}

/** Refusals: `no-profile`; `store-damaged` where the vault is gone or another's. Throws `LocalFileError`. */
export async function openProfile(folder: string): Promise<Outcome<OpenProfile>> {
  const profile = await profileFile(folder).read()
  if (profile === undefined) return refuse('no-profile')
  const vault = await openVault(folder)
  // Another root under the same profile would make its owner a stranger in every circle.
  if (vault === undefined || localPerson(vault) !== profile.person) return refuse('store-damaged')
  return accept({ profile, vault })
}

function profileFile(folder: string): LocalFile<Profile> {
  return localFile({ path: join(folder, 'profile.json'), kind: 'profile', schema: Profile })
}

/** The hash of a key that stands in no circle: the same on each device of the person, and a link to nothing. */
function localPerson(vault: Vault): string {
  const key = vault.derivePersonKey(hash(Buffer.from('nst/1 local person')))
  return toHex(hash(key.publicKey))
}

import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { join } from 'node:path'
import { z } from 'zod'
import { Id } from '../domain/event.ts'
import { accept, refuse, type Outcome } from '../domain/refusal.ts'
import { bytesOfHex, deriveKey, signingPair, toHex, type KeyPair } from '../log/crypto.ts'
import type { Chance } from './chance.ts'
import { localFile, type LocalFile } from './local-file.ts'

/**
 * Holds the root secret of a person. Out of it come person keys and nothing else.
 * The file is protected by its permissions (0600) alone; a passphrase over it comes with a later issue.
 */
export type Vault = {
  /** The person's Ed25519 key for one purpose: the same salt (32 bytes) gives the same key, on each of their devices. */
  derivePersonKey(salt: Uint8Array): KeyPair
}

/** The 24 words are the root itself, to be written down by the person: shown once, then dropped. */
export type NewVault = { readonly vault: Vault; readonly phrase: string }

const Content = z.strictObject({ root: Id })
type Content = z.infer<typeof Content>

/**
 * A vault for a folder that has no profile yet. One that an interrupted start left behind is taken up again:
 * nobody has seen its phrase.
 */
export async function createVault(folder: string, chance: Chance): Promise<NewVault> {
  const { root } = await vaultFile(folder).update((now) => now ?? { root: toHex(chance(32)) })
  return { vault: vaultOf(root), phrase: entropyToMnemonic(bytesOfHex(root), wordlist) }
}

/** The vault of the phrase's owner, on a new device. Refusals: `not-a-phrase`, `profile-exists` where another lives. */
export async function restoreVault(folder: string, phrase: string): Promise<Outcome<Vault>> {
  const root = rootOfPhrase(phrase)
  if (root === undefined) return refuse('not-a-phrase')
  const kept = await vaultFile(folder).update((now) => now ?? { root })
  return kept.root === root ? accept(vaultOf(root)) : refuse('profile-exists')
}

/** The 24 words again, for a slip of paper: only for who has no other place for their key than this folder. */
export async function phraseIn(folder: string): Promise<string | undefined> {
  const content = await vaultFile(folder).read()
  return content === undefined ? undefined : entropyToMnemonic(bytesOfHex(content.root), wordlist)
}

/** `undefined` where the folder has none. */
export async function openVault(folder: string): Promise<Vault | undefined> {
  const content = await vaultFile(folder).read()
  return content === undefined ? undefined : vaultOf(content.root)
}

function vaultFile(folder: string): LocalFile<Content> {
  return localFile({ path: join(folder, 'vault.json'), kind: 'vault', schema: Content })
}

function vaultOf(root: string): Vault {
  const secret = bytesOfHex(root)
  return {
    derivePersonKey(salt) {
      if (salt.byteLength !== 32) throw new TypeError('a salt is 32 bytes')
      return signingPair(deriveKey(secret, 'nst/1 person', salt))
    },
  }
}

function rootOfPhrase(phrase: string): string | undefined {
  try {
    const entropy = mnemonicToEntropy(phrase.trim().toLowerCase().split(/\s+/).join(' '), wordlist)
    return entropy.byteLength === 32 ? toHex(entropy) : undefined
  } catch {
    return undefined
  }
}

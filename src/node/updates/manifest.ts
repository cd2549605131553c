import { z } from 'zod'
import { decodeCanonical, encodeCanonical } from '../../domain/canonical.ts'
import { verifyText } from '../../log/crypto.ts'
import type { Own, Release } from './release.ts'

const Hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))
/** 1.2.3, nothing more: two programs never differ about which is newer. */
const VERSION = /^(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$/
/** More than any program with a browser in it. */
export const LARGEST = 512 * 1024 * 1024

const Manifest = z.strictObject({
  format: z.literal('nst/1 update'),
  version: z.string().regex(VERSION),
  platform: z.enum(['linux', 'darwin', 'win32']),
  arch: z.enum(['x64', 'arm64']),
  /** The installer's name: it becomes a file's, so it leads nowhere, and is of a kind that installs. */
  file: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}\.(deb|zip|dmg|exe)$/),
  /** Bytes. */
  size: z.int().min(1).max(LARGEST),
  /** SHA-256 of the installer, as `sha256sum` says it. */
  sha256: Hex(32),
})
export type Manifest = z.infer<typeof Manifest>

const Head = z.strictObject({
  manifest: Manifest,
  signatures: z.array(z.strictObject({ key: Hex(32), signature: Hex(64) })).max(16),
})
/** What stands before the installer: what it is, and who of those who release the program said so. */
export type Head = z.infer<typeof Head>

/** Why a file is not taken; or `good`. In the order in which it is looked at. */
export const VERDICTS = [
  'good',
  'no-keys',
  'not-an-update',
  'not-signed',
  'damaged',
  'for-another',
  'not-newer',
] as const
export type Verdict = (typeof VERDICTS)[number]

/** What is signed: its first line keeps a signature from meaning anything else. */
export const signedText = (manifest: Manifest): string => `nst/1 update\n${encodeCanonical(manifest)}`

export const headText = (head: Head): string => encodeCanonical(head)

/** Total: undefined for any text that is not exactly a head. */
export function readHead(text: string): Head | undefined {
  const head = Head.safeParse(decodeCanonical(text))
  return head.success ? head.data : undefined
}

/** How many of those who release this program signed it; the same one twice counts once. */
export function signers({ manifest, signatures }: Head, { keys }: Release): number {
  const text = signedText(manifest)
  const known = signatures.filter(({ key, signature }) => keys.includes(key) && verifyText(text, signature, key))
  return new Set(known.map(({ key }) => key)).size
}

/** What is to be said of an update before its installer is looked at. */
export function judge(head: Head | undefined, release: Release, own: Own): Verdict {
  if (release.keys.length === 0) return 'no-keys'
  if (head === undefined) return 'not-an-update'
  if (signers(head, release) < Math.max(release.threshold, 1)) return 'not-signed'
  const { platform, arch, version } = head.manifest
  if (platform !== own.platform || arch !== own.arch) return 'for-another'
  return isNewer(version, own.version) ? 'good' : 'not-newer'
}

/** A version that cannot be read is older than any. */
function isNewer(version: string, than: string): boolean {
  const [a, b] = [partsOf(version), partsOf(than)]
  const at = a.findIndex((part, index) => part !== b[index])
  return at !== -1 && (a[at] ?? 0) > (b[at] ?? 0)
}

function partsOf(version: string): readonly number[] {
  const parts = VERSION.exec(version)
  return parts === null ? [-1, -1, -1] : parts.slice(1).map(Number)
}

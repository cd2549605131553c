import type { Procedures } from '../../api/contract.ts'
import type { OutputOf } from '../../api/node-port.ts'
import { signers, type Manifest } from './manifest.ts'
import type { Release } from './release.ts'
import type { Checked } from './update-file.ts'

export type CheckShown = OutputOf<Procedures['update']['verify']>

/** A check as its reader gets it: of what nobody signed, nothing that it says of itself. */
export function checkShown({ verdict, head }: Checked, release: Release): CheckShown {
  const isTold = head !== null && !['no-keys', 'not-signed', 'not-an-update'].includes(verdict)
  return {
    verdict,
    signers: head === null ? 0 : signers(head, release),
    threshold: release.threshold,
    update: isTold ? updateShown(head.manifest) : null,
  }
}

export const updateShown = ({ version, platform, arch, file, size }: Manifest) => ({
  version,
  platform,
  arch,
  file,
  size,
})

import { copyFile, mkdir, open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { NodePort } from '../../api/node-port.ts'
import { refuse } from '../../domain/refusal.ts'
import { underWayOf } from '../carrying/under-way.ts'
import type { RunningNode } from '../node.ts'
import { checkShown, updateShown } from '../updates/check-shown.ts'
import { LARGEST } from '../updates/manifest.ts'
import { updatesOf } from '../updates/updates-of.ts'
import { answering, must } from './answering.ts'

export function updateCommands(node: RunningNode): NodePort['update'] {
  const updates = updatesOf(node)
  const incoming = join(updates.folder, 'incoming.nst-update')
  return {
    list: answering(async () => {
      await updates.known()
      const { release, own } = updates
      const offers = updates.offers().map(({ manifest, verdict, from }) => {
        return { ...updateShown(manifest), verdict, from: [...from] }
      })
      const offered = updates.offered === null ? null : updateShown(updates.offered.head.manifest)
      return { version: own.version, keys: release.keys.length, threshold: release.threshold, offers, offered }
    }),
    verify: answering(async ({ file = incoming }) => checkShown(must(await updates.look(file)), updates.release)),
    bring: answering(async ({ at, block }) => ({ size: await bring(incoming, at, block) })),
    offer: answering(async ({ file }) => {
      // What is brought next takes the place of what was brought.
      const kept = join(updates.folder, 'offered.nst-update')
      if (file === undefined) await copyFile(incoming, kept)
      const manifest = must(await updates.offer(file === undefined ? kept : file))
      return { offered: manifest === null ? null : updateShown(manifest) }
    }),
    fetch: answering(async ({ version }, call) => {
      const fetched = underWayOf(node).during('update', version, call, (watch) => updates.fetch(version, watch))
      return { file: must(await fetched) }
    }),
    prepare: answering(async ({ file = incoming }) => {
      const { installer, manifest } = must(await updates.prepare(file))
      return { installer, version: manifest.version }
    }),
  }
}

/** Only ever goes on where it ended, or begins anew. */
async function bring(to: string, at: number, block: string): Promise<number> {
  const bytes = Buffer.from(block, 'base64')
  await mkdir(join(to, '..'), { recursive: true, mode: 0o700 })
  const size = at === 0 ? 0 : (await stat(to).catch(() => ({ size: -1 }))).size
  // Room for what stands before the installer.
  if (size !== at || size + bytes.byteLength > LARGEST + 65_536)
    return must(refuse('update-not-taken', { why: 'damaged' }))
  const handle = await open(to, at === 0 ? 'w' : 'a', 0o600)
  try {
    await handle.write(bytes)
  } finally {
    await handle.close()
  }
  return size + bytes.byteLength
}

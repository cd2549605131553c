import { blockCipher } from '../../log/block-cipher.ts'
import { bytesOfHex, deriveKey, toHex } from '../../log/crypto.ts'
import { importCores } from '../../log/import-cores.ts'
import type { KnownCircle, OpenBundle } from '../../network/stick/read-bundle.ts'
import type { Watch } from '../../network/stick/watch.ts'
import type { BundleContent } from '../../network/stick/write-bundle.ts'
import type { Chance } from '../chance.ts'
import type { CircleSession } from '../circle-session.ts'

/** How the files of a circle with this key are opened: everybody in it has it, and a newcomer with their answer. */
export function fileCircle(circle: string, encryptionKey: string): Required<KnownCircle> {
  const log = bytesOfHex(encryptionKey)
  return { circle, key: deriveKey(log, 'nst/2 circle files'), ciphers: (core) => blockCipher(log, core) }
}

/** The circles whose files this node can open. */
export function fileCircles(sessions: readonly CircleSession[]): KnownCircle[] {
  return sessions.map((session) => fileCircle(session.circle.id, session.keys().encryptionKey))
}

/** All of a circle that is here and comes after what the reader has: by writer (hex), the length of their log there. */
export async function contentOf(
  session: CircleSession,
  chance: Chance,
  had: ReadonlyMap<string, number> = new Map(),
): Promise<BundleContent> {
  const writers = await session.log.copy.writerCores()
  const { key, ciphers } = fileCircle(session.circle.id, session.keys().encryptionKey)
  return {
    circle: bytesOfHex(session.circle.id),
    key,
    ciphers,
    nonce: chance(24),
    author: session.log.writerKey,
    cores: writers.map(({ core }) => ({ core, from: had.get(toHex(core.key)) ?? 0 })),
  }
}

/** What it brought. `apart`: some of it continues what is not here. */
export async function takeIn(
  session: CircleSession,
  bundle: OpenBundle,
  watch: Watch = {},
): Promise<{ events: number; apart: boolean }> {
  const before = session.follower.entries.length
  const { apart } = await importCores(session.log, bundle.store, bundle.pieces, watch)
  await session.follower.settle()
  return { events: session.follower.entries.length - before, apart: apart.length > 0 }
}

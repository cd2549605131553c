import type Hypercore from 'hypercore'
import { COUNT_SIZE, encodeNode, encodePrefix, uint, VERSION } from './bundle-format.ts'
import { manifestBytes } from './manifest.ts'
import { writeWholeFile, type Sink } from './write-whole-file.ts'

/** `missing`: blocks that this node knows of and does not have, so that the copy is not whole. */
export type WrittenBundle = { readonly bytes: number; readonly blocks: number; readonly missing: number }

/**
 * Writes a circle's writer cores into one file, as they lie in the store: no key is needed, nothing is opened. Of each
 * core it takes what is there without a gap from the start. Throws a NetworkError, see `writeWholeFile`.
 */
export async function writeBundle(options: {
  file: string
  /** 32 bytes */
  circle: Uint8Array
  cores: readonly Hypercore[]
}): Promise<WrittenBundle> {
  const { file, circle, cores } = options
  await Promise.all(cores.map((core) => core.ready()))
  // A core that was ever cut back has another fork, which a reader could not take up.
  const held = cores.filter((core) => core.contiguousLength > 0 && core.fork === 0)
  let blocks = 0
  const bytes = await writeWholeFile(file, async (sink) => {
    await sink.write(encodePrefix({ version: VERSION, circle }))
    await sink.write(uint(held.length, COUNT_SIZE))
    for (const core of held) blocks += await writeCore(sink, core)
  })
  const known = cores.reduce((sum, core) => sum + core.length, 0)
  return { bytes, blocks, missing: Math.max(0, known - blocks) }
}

async function writeCore(sink: Sink, core: Hypercore): Promise<number> {
  // The core may grow meanwhile; the signature is for what it is now, and the nodes lead from `count` to there.
  const count = core.contiguousLength
  const { upgrade } = await core.proof({ upgrade: { start: 0, length: count } })
  if (upgrade === null) throw new Error('A core with blocks has a signature')
  const manifest = manifestBytes(core)
  await sink.write(core.key)
  await sink.write(Buffer.concat([uint(manifest.byteLength, 2), manifest]))
  await sink.write(Buffer.concat([uint(upgrade.signature.byteLength, 2), upgrade.signature]))
  await sink.write(Buffer.concat([uint(upgrade.additionalNodes.length, 1), ...upgrade.additionalNodes.map(encodeNode)]))
  await sink.write(uint(count, COUNT_SIZE))
  for (let index = 0; index < count; index += 1) {
    const block = await core.get(index, { raw: true, wait: false })
    if (block === null) throw new Error(`Block ${index} has gone`)
    await sink.write(uint(block.byteLength, COUNT_SIZE))
    await sink.write(block)
  }
  return count
}

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Peer } from './nodes.ts'

/** What stands in the logs of a circle, each block as it is carried. */
export async function blocksOf({ node }: Peer, circle: string): Promise<Buffer[]> {
  const session = node.sessions().find((one) => one.circle.id === circle)
  const cores = (await session?.log.copy.writerCores()) ?? []
  const blocks: Buffer[] = []
  for (const { core } of cores)
    for (let at = 0; at < core.length; at += 1) {
      const block = Buffer.from((await core.get(at)) as Uint8Array)
      // The end of a sealed event is no other's; what is shorter is only about the order.
      if (block.length > 200) blocks.push(block.subarray(block.length - 64))
    }
  return blocks
}

/** How many of them stand in no file of somebody's. */
export async function missingOn(peer: Peer, blocks: readonly Buffer[]): Promise<number> {
  const bytes = await everyFileOf(peer.folder)
  return blocks.filter((block) => !bytes.some((file) => file.includes(block))).length
}

/** A file that was put in another's place meanwhile is there under its new name: all of them are read again. */
async function everyFileOf(folder: string): Promise<Buffer[]> {
  for (;;) {
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile())
    const bytes = await Promise.all(files.map(async (one) => readIfThere(join(one.parentPath, one.name))))
    const here = bytes.filter((one) => one !== null)
    if (here.length === files.length) return here
  }
}

async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

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
  const files = await readdir(peer.folder, { recursive: true, withFileTypes: true })
  const bytes = await Promise.all(
    files.filter((one) => one.isFile()).map(async (one) => readFile(join(one.parentPath, one.name))),
  )
  return blocks.filter((block) => !bytes.some((file) => file.includes(block))).length
}

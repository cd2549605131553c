import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { upTo } from './life.ts'
import { short, type Row } from './measured.ts'
import { openSeeded, tempFolder, valueOf } from './peers.ts'

const CIRCLES = 50
const CHILD = fileURLToPath(new URL('idle-child.ts', import.meta.url))

/** What a node in many circles costs while nothing happens: a process of its own, answering on this machine. */
export async function measureIdle(): Promise<Row[]> {
  const { folder, remove } = await tempFolder()
  try {
    for (const [name, count] of [
      ['many', CIRCLES],
      ['none', 0],
    ] as const) {
      const node = await openSeeded(folder, name)
      valueOf(await node.createProfile(name))
      for (const number of upTo(count))
        valueOf(await node.found({ name: `Circle ${number}`, aim: 'to be', domain: null }))
      await node.close()
    }
    const run = async (name: string) => {
      const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', CHILD, folder, name])
      return JSON.parse(stdout) as { cpu: number; mebibytes: number; sockets: number }
    }
    const [many, none] = await Promise.all([run('many'), run('none')])
    const told = (it: typeof many) =>
      `${short(it.cpu)} s CPU a minute, ${short(it.mebibytes)} MiB, ${it.sockets} open sockets`
    return [
      {
        what: `A node with ${CIRCLES} circles, idle and answering, for a minute`,
        ours: told(many),
        baseline: `${told(none)}: one without a circle`,
        ratio: `${(many.mebibytes / none.mebibytes).toFixed(1)}× memory`,
      },
    ]
  } finally {
    await remove()
  }
}

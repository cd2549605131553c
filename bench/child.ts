import { join } from 'node:path'
import { openBackend } from '../src/backend.ts'
import { bytesOfHex } from '../src/log/crypto.ts'
import { openBare, readAll } from './bare.ts'
import type { Built } from './build-history.ts'
import { timed, type Took } from './measured.ts'
import { valueOf } from './peers.ts'

/** What a fresh process came to: until its first answer, and MiB once that was given. */
export type Came = Took & { readonly mebibytes: number }

/** Run as a process of its own: `node bench/child.ts <task> <folder> <history as JSON>`. */
const [task = '', folder = '', about = '{}'] = process.argv.slice(2)
const history = JSON.parse(about) as Built
const tasks: Record<string, () => Promise<Came>> = {
  node: async () => {
    let close = async () => {}
    const took = await timed(async () => {
      const backend = valueOf(await openBackend(join(folder, history.name)))
      close = backend.close
      const shown = valueOf(await backend.commands.circle.show({ circle: history.circle }, {}))
      if (shown.stateHash === null) throw new Error('not all of it is here')
    })
    return came(took, close)
  },
  bare: async () => {
    let close = async () => {}
    const took = await timed(async () => {
      const { namespace, baseKey, encryptionKey } = history
      const keys = { baseKey: bytesOfHex(baseKey), encryptionKey: bytesOfHex(encryptionKey) }
      const bare = await openBare(join(folder, history.name, 'store'), { namespace, ...keys })
      close = bare.close
      if ((await readAll(bare)) === 0) throw new Error('nothing was read')
    })
    return came(took, close)
  },
  empty: async () => {
    let close = async () => {}
    const took = await timed(async () => {
      const backend = valueOf(await openBackend(join(folder, 'empty')))
      close = backend.close
      if (!(await backend.commands.profile.show({}, {})).ok)
        valueOf(await backend.commands.profile.create({ name: 'Ana' }, {}))
      valueOf(await backend.commands.circle.list({}, {}))
    })
    return came(took, close)
  },
}

async function came(took: Took, close: () => Promise<void>): Promise<Came> {
  globalThis.gc?.()
  const mebibytes = process.memoryUsage().rss / 2 ** 20
  await close()
  return { ...took, mebibytes }
}

const result = await tasks[task]?.()
process.stdout.write(`${JSON.stringify(result)}\n`)

import Corestore from 'corestore'
import { connect } from 'node:net'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { bytesOfHex } from '../src/log/crypto.ts'
import { timed, type Took } from './measured.ts'

/** What it took to get a whole circle, and the most MiB that the process ever had. */
export type Got = Took & { readonly mebibytes: number }

/** Where the founder hears, how far it is, and what it hands out. */
export type Offer = {
  readonly port: number
  readonly at: string
  readonly cores: readonly { readonly key: string; readonly length: number }[]
}

/** Run as a process of its own: `node bench/joiner-child.ts <task> <folder> <name> <offer as JSON>`. */
const [task = '', folder = '', name = '', about = '{}'] = process.argv.slice(2)
const offer = JSON.parse(about) as Offer

const tasks: Record<string, () => Promise<Took>> = {
  node: async () => {
    // Here alone: the bare process is to hold nothing of ours.
    const { openSeeded, until } = await import('./peers.ts')
    const node = await openSeeded(folder, name)
    const [mine] = node.sessions()
    if (mine === undefined) throw new Error('no circle')
    return timed(async () => {
      reach(node.store.replicate(true))
      await until([node], () => mine.belongs() && mine.at() === offer.at && mine.log.copy.whole())
    })
  },
  raw: async () => {
    const store = new Corestore(join(folder, name))
    await store.ready()
    return timed(async () => {
      reach(store.replicate(true))
      await Promise.all(
        offer.cores.map(async ({ key, length }) => {
          const core = store.get({ key: Buffer.from(bytesOfHex(key)) })
          await core.ready()
          await core.download({ start: 0, end: length }).done()
        }),
      )
    })
  },
}

function reach(stream: Duplex): void {
  const socket = connect({ host: '127.0.0.1', port: offer.port, noDelay: true })
  stream.pipe(socket).pipe(stream)
}

const took = await tasks[task]?.()
const got = { ...took, mebibytes: process.resourceUsage().maxRSS / 1024 }
process.stdout.write(`${JSON.stringify(got)}\n`, () => process.exit(0))

import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { toHex } from '../src/log/crypto.ts'
import type { RunningNode } from '../src/node/node.ts'
import { buildHistory } from './build-history.ts'
import type { Got, Offer } from './joiner-child.ts'
import { upTo } from './life.ts'
import { ratioOf, runsOf, spread, tookRow, type Row } from './measured.ts'
import { admitted, openSeeded, tempFolder } from './peers.ts'

const EVENTS = 10_000
const RUNS = 5
const CHILD = fileURLToPath(new URL('joiner-child.ts', import.meta.url))

/**
 * Somebody new, in a process of their own, gets a whole circle from its founder: all of it here and folded. Beside it,
 * by turns, the same cores raw.
 */
export async function measureJoiner(events = EVENTS): Promise<Row[]> {
  const { folder, remove } = await tempFolder()
  try {
    const { name } = await buildHistory(folder, events)
    const founder = await openSeeded(folder, name)
    const [ours, raw]: [Got[], Got[]] = [[], []]
    const door = await listen(founder)
    const run = async (task: string, who: string): Promise<Got> => {
      const offer = JSON.stringify(await offerOf(founder, door.port))
      const { stdout } = await promisify(execFile)(process.execPath, [CHILD, task, folder, who, offer])
      return JSON.parse(stdout) as Got
    }
    for (const number of upTo(RUNS)) {
      const [session] = founder.sessions()
      if (session === undefined) throw new Error('no circle')
      await (await admitted(folder, `new-${number}`, session)).close()
      ours.push(await run('node', `new-${number}`))
      raw.push(await run('raw', `raw-${number}`))
    }
    await door.close()
    await founder.close()
    const what = `Somebody new gets a circle of ${events.toLocaleString('en')} events, until all of it is here and counted`
    return [tookRow(what, 'the same cores by bare Hypercore replication', ours, raw), memoryRow(ours, raw)]
  } finally {
    await remove()
  }
}

async function listen(founder: RunningNode): Promise<{ port: number; close: () => Promise<void> }> {
  const server = createServer({ noDelay: true }, (socket) => {
    const stream = founder.store.replicate(false)
    stream.pipe(socket).pipe(stream)
    socket.on('error', () => stream.destroy())
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const close = async () => {
    await once(server.close(), 'close')
  }
  return { port: (server.address() as AddressInfo).port, close }
}

async function offerOf(founder: RunningNode, port: number): Promise<Offer> {
  const [session] = founder.sessions()
  if (session === undefined) throw new Error('no circle')
  const { base, copy } = session.log
  const cores = [base.core, base.view, ...(await copy.writerCores()).map(({ core }) => core)]
  return { port, at: session.at(), cores: cores.map(({ key, length }) => ({ key: toHex(key), length })) }
}

function memoryRow(ours: readonly Got[], raw: readonly Got[]): Row {
  const [mine, least] = [runsOf(ours.map(({ mebibytes }) => mebibytes)), runsOf(raw.map(({ mebibytes }) => mebibytes))]
  return {
    what: 'The same: the most memory (RSS) that took',
    ours: spread(mine, 'MiB'),
    baseline: `${spread(least, 'MiB')}: a bare Hypercore process`,
    ratio: ratioOf(mine, least),
  }
}

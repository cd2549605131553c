import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { buildHistory } from './build-history.ts'
import type { Came } from './child.ts'
import { upTo } from './life.ts'
import { ratioOf, runsOf, spread, tookRow, type Row } from './measured.ts'
import { tempFolder } from './peers.ts'

const EVENTS = 10_000
const RUNS = 9
const CHILD = fileURLToPath(new URL('child.ts', import.meta.url))

/** Start and memory, each time in a fresh process, as a person starts it; ours and the bare one by turns. */
export async function measureStart(events = EVENTS): Promise<Row[]> {
  const { folder, remove } = await tempFolder()
  try {
    const history = JSON.stringify(await buildHistory(folder, events))
    const run = async (task: string): Promise<Came> => {
      const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', CHILD, task, folder, history])
      return JSON.parse(stdout) as Came
    }
    const [ours, bare, empty]: [Came[], Came[], Came[]] = [[], [], []]
    for (const _ of upTo(RUNS)) {
      bare.push(await run('bare'))
      ours.push(await run('node'))
      empty.push(await run('empty'))
    }
    const what = `Start with ${events.toLocaleString('en')} events to the first answer (circle, members, state hash)`
    const start = tookRow(what, 'bare Autobase on the same store, opened and its view read', ours, bare)
    return [start, memoryRow(events, ours, empty)]
  } finally {
    await remove()
  }
}

function memoryRow(events: number, ours: Came[], empty: Came[]): Row {
  const [mine, none] = [ours, empty].map((all) => runsOf(all.map(({ mebibytes }) => mebibytes)))
  if (mine === undefined || none === undefined) throw new Error('nothing was measured')
  return {
    what: `Memory (RSS) of an open node with ${events.toLocaleString('en')} events`,
    ours: spread(mine, 'MiB'),
    baseline: `${spread(none, 'MiB')}: an open node without a circle`,
    ratio: ratioOf(mine, none),
  }
}

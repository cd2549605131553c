import Corestore from 'corestore'
import { join } from 'node:path'
import type { RunningNode } from '../src/node/node.ts'
import { buildHistory } from './build-history.ts'
import { upTo } from './life.ts'
import { timed, tookRow, type Row, type Took } from './measured.ts'
import { admitted, meetInMemory, openSeeded, tempFolder, until } from './peers.ts'

const EVENTS = 10_000
const RUNS = 3

/** Somebody new gets a whole circle from its founder: all of it here, compared and folded. Beside it, the same cores raw. */
export async function measureJoiner(events = EVENTS): Promise<Row[]> {
  const { folder, remove } = await tempFolder()
  try {
    const { name } = await buildHistory(folder, events)
    const founder = await openSeeded(folder, name)
    const [ours, raw]: [Took[], Took[]] = [[], []]
    for (const run of upTo(RUNS)) {
      ours.push(await joins(founder, folder, `new-${run}`))
      raw.push(await copiesRaw(founder, join(folder, `raw-${run}`)))
    }
    await founder.close()
    const what = `Somebody new gets a circle of ${events.toLocaleString('en')} events, until all of it is here and counted`
    return [tookRow(what, 'the same cores by bare Hypercore replication', ours, raw)]
  } finally {
    await remove()
  }
}

async function joins(founder: RunningNode, folder: string, name: string): Promise<Took> {
  const [session] = founder.sessions()
  if (session === undefined) throw new Error('no circle')
  const fresh = await admitted(folder, name, session)
  const [mine] = fresh.sessions()
  const took = await timed(async () => {
    meetInMemory(founder, fresh)
    await until([fresh], () => mine?.belongs() === true && mine.at() === session.at() && mine.log.copy.whole())
  })
  await fresh.close()
  return took
}

async function copiesRaw(founder: RunningNode, folder: string): Promise<Took> {
  const [session] = founder.sessions()
  if (session === undefined) throw new Error('no circle')
  const { base, copy } = session.log
  const keys = [base.core, base.view, ...(await copy.writerCores()).map(({ core }) => core)]
  const store = new Corestore(folder)
  await store.ready()
  const took = await timed(async () => {
    const [out, back] = [founder.store.replicate(true), store.replicate(false)]
    out.pipe(back).pipe(out)
    await Promise.all(
      keys.map(async ({ key, length }) => {
        const core = store.get({ key })
        await core.ready()
        await core.download({ start: 0, end: length }).done()
      }),
    )
  })
  await store.close()
  return took
}

import { gzipSync } from 'node:zlib'
import { openStage, type Person } from '../test/helpers/window.ts'
import { runsOf, short, spread, timed, type Row, type Took } from './measured.ts'

const CIRCLES = 50
const RUNS = 9
const REVIEW = '2099-01-01'

/** The window in a real browser: what home loads, and how soon it can be used by somebody in many circles. */
export async function measureWindow(): Promise<Row[]> {
  const stage = await openStage()
  try {
    const [nobody, many] = [await stage.enters({ name: 'Ben' }), await stage.enters({ name: 'Ana' })]
    await joinsMany(many)
    await isUsable(nobody)
    const first = await weighHome(nobody)
    const opened = await byTurns(
      async (person) => {
        const window = await person.another()
        await isUsable(window)
        return window.leaves
      },
      [nobody, many],
    )
    await Promise.all([nobody, many].map(async ({ leaves }) => leaves()))
    const started = await byTurns(
      async ({ folder }) => {
        const person = await stage.enters({ folder })
        await isUsable(person)
        return person.leaves
      },
      [nobody, many],
    )
    return [
      first,
      apart(`Home of somebody in ${CIRCLES} circles: from a new window to the queue`, opened),
      apart('The same, from the start of the program', started),
    ]
  } finally {
    await stage.close()
  }
}

/** Alone in each circle, with three proposals, one of them in a round: something waits in every one. */
async function joinsMany({ node }: Person): Promise<void> {
  for (let index = 1; index <= CIRCLES; index += 1) {
    const { circle } = await node.circle.create({ name: `Circle ${index}`, aim: 'to mend what is broken' })
    for (const title of ['Opening hours', 'A tin for spare parts', 'Soup at noon']) {
      const { proposal } = await node.proposal.present({ circle, title, text: 'As we said.', review: REVIEW })
      if (title === 'Soup at noon') await node.round.open({ proposal })
    }
  }
}

/** Somebody without a circle is told how to begin, everybody else what waits for them. */
async function isUsable({ page, say }: Person): Promise<void> {
  const empty = page.getByRole('heading', { name: say('home.empty.title') })
  await empty.or(page.getByRole('heading', { name: say('home.then') })).waitFor()
}

/** All that a browser which was never here fetches until home can be used; nothing is compressed on the way. */
async function weighHome(person: Person): Promise<Row> {
  const window = await person.another()
  const addresses = new Set<string>()
  window.page.on('request', (request) => addresses.add(request.url().replace(/#.*/, '')))
  await window.page.reload()
  await isUsable(window)
  const each: number[] = []
  for (const one of addresses) if (one.startsWith('http:')) each.push(await weigh(one))
  await window.leaves()
  const total = each.reduce((sum, weight) => sum + weight, 0)
  return {
    what: 'First load of home, everything, as gzip',
    ours: `${short(total / 1000)} kB in ${each.length} files`,
    baseline: '350 kB: what it may be',
    ratio: `${(total / 350_000).toFixed(2)}×`,
  }
}

async function weigh(address: string): Promise<number> {
  const file = await fetch(address)
  return gzipSync(await file.bytes(), { level: 9 }).byteLength
}

async function byTurns(
  open: (person: Person) => Promise<() => Promise<void>>,
  people: readonly Person[],
): Promise<readonly (readonly Took[])[]> {
  const took: Took[][] = people.map(() => [])
  for (let run = 0; run < RUNS; run += 1)
    for (const [index, person] of people.entries()) {
      let close = async () => {}
      took[index]?.push(await timed(async () => (close = await open(person))))
      await close()
    }
  return took
}

function apart(what: string, [empty = [], many = []]: readonly (readonly Took[])[]): Row {
  const [least, ours] = [runsOf(empty.map(({ ms }) => ms)), runsOf(many.map(({ ms }) => ms))]
  return {
    what,
    ours: spread(ours, 'ms'),
    baseline: `${spread(least, 'ms')}: of somebody in none`,
    ratio: `${ours.median < least.median ? '−' : '+'}${short(Math.abs(ours.median - least.median))} ms`,
  }
}

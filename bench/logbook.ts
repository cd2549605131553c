import type { Circle } from '../src/domain/circle.ts'
import { createFold } from '../src/domain/fold.ts'
import { stateHash } from '../src/domain/state-hash.ts'
import { hashText } from '../src/log/crypto.ts'
import { agreementLines, agreementPage } from '../src/node/pages/agreement-page.ts'
import { backlogLines } from '../src/node/pages/backlog.ts'
import { logbookPage } from '../src/node/pages/logbook.ts'
import { waitingIn } from '../src/node/pages/waiting.ts'
import { whyPage } from '../src/node/pages/why.ts'
import { tools } from '../test/helpers/devices.ts'
import { ratioOf, runsOf, spread, timed, type Row, type Runs } from './measured.ts'
import { circleOfYears, yearsOf, type Years } from './years.ts'

const EVENTS = 12_000
const TODAY = '2031-06-01'
const RUNS = 9
/** As somebody types them, letter by letter. */
const SOUGHT = ['garden', 'cafe', 'sabado', 'مدرسه', 'leila', 'bicycles roof']

/** Twelve people and five years: the circle opens, its logbook is searched letter by letter, every agreement tells why. */
export async function measureLogbook(): Promise<Row[]> {
  const years = yearsOf(EVENTS)
  const circle = circleOfYears(years)
  const texts = years.texts.map((text) => text.toLowerCase())
  const agreements = [...circle.agreements.values()]
  const parse = await runsIn(RUNS, () =>
    years.texts.reduce((sum, text) => sum + JSON.stringify(JSON.parse(text)).length, 0),
  )
  const opening = await runsIn(RUNS, () => openAnew(years))
  const first = await firstSearch(years)
  const letters = await eachLetter((search) => logbookPage(circle, { search }, TODAY))
  const naive = await eachLetter((search) => texts.filter((text) => text.includes(search)).length)
  const pages = await each(agreements, (one) => agreementPage(circle, one, TODAY))
  const whys = await each(agreements, (one) => whyPage(circle, one))
  const home = await runsIn(RUNS, () => waitingIn(circle, years.people[0] ?? '', TODAY))
  const lists = await runsIn(RUNS, () => [agreementLines(circle, TODAY), backlogLines(circle, TODAY)])
  const row = (what: string, ours: Runs, baseline: Runs, name: string): Row => ({
    what,
    ours: `${spread(ours, 'ms CPU')}, p99 ${ours.p99.toFixed(1)}`,
    baseline: `${spread(baseline, 'ms CPU')}: ${name}`,
    ratio: ratioOf(ours, baseline),
  })
  const allTexts = 'JSON.parse and stringify of all its texts'
  const grep = 'the same letters looked for in the plain texts of all events'
  return [
    row(`12 people, ${EVENTS} events: folded, with its state hash`, opening, parse, allTexts),
    row('The same: the first search in its logbook', first, parse, allTexts),
    row('The same: each further letter of a search', letters, naive, grep),
    row(
      `The same: why an agreement is so (all ${agreements.length}, one by one)`,
      whys,
      pages,
      'the page of the same agreement',
    ),
    row('The same: what waits for one person', home, parse, allTexts),
    row('The same: the lists of agreements and of what waits for the circle', lists, parse, allTexts),
  ]
}

function openAnew(years: Years): void {
  const fold = createFold(years.circle, tools)
  for (const event of years.events) fold.add(event)
  if (stateHash(fold.circle, 0, hashText).stateHash === null) throw new Error('something waits')
}

/** On a circle that nobody has searched yet. */
async function firstSearch(years: Years): Promise<Runs> {
  const took: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const circle: Circle = circleOfYears(years)
    took.push((await timed(() => logbookPage(circle, { search: 'garden' }, TODAY))).cpu)
  }
  return runsOf(took)
}

async function eachLetter(search: (text: string) => unknown): Promise<Runs> {
  const typed = SOUGHT.flatMap((word) => [...word].map((_, at) => word.slice(0, at + 1)))
  return each([...typed, ...typed], search)
}

async function each<T>(things: readonly T[], work: (thing: T) => unknown): Promise<Runs> {
  const took: number[] = []
  for (const thing of things) took.push((await timed(() => work(thing))).cpu)
  return runsOf(took)
}

async function runsIn(runs: number, work: () => unknown): Promise<Runs> {
  return each(Array.from({ length: runs }), work)
}

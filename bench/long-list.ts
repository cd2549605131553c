import { join } from 'node:path'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { setup, teardown } from '../.ci/window-once.ts'
import { openStage } from '../test/helpers/window.ts'
import { presented, said, upTo } from './life.ts'
import { runsOf, type Row } from './measured.ts'
import { circleOf, closeAll, tempFolder, type Peer } from './peers.ts'

const AGREEMENTS = 10_000
const TOGETHER = 100
const SECONDS = 12
/** In CSS pixels a second: fast reading, and a throw. */
const SPEEDS = { skimmed: 1500, thrown: 8000 } as const
const BAR = 50
const VIEW = { width: 1280, height: 900 }

/** A circle's logbook of ten thousand agreements, scrolled in a real browser, as Chromium's own trace has it. */
export async function measureLongList(): Promise<Row[]> {
  const { folder, remove } = await tempFolder()
  await setup()
  const stage = await openStage()
  try {
    const circle = await agreesOften(folder)
    const ana = await stage.enters({ folder: join(folder, 'ana'), look: { viewport: VIEW } })
    const rows: Row[] = []
    const bare = await stage.browser.newPage({ viewport: VIEW })
    for (const [page, list] of [
      [`/circles/${circle}/logbook`, 'logbook'],
      [`/circles/${circle}`, 'agreements on the circle’s page'],
    ] as const) {
      for (const [how, speed] of Object.entries(SPEEDS)) {
        await ana.goes('/circles', ana.say('circles.title'))
        await ana.goes(page, 'Workshop')
        await ana.page.locator('[aria-setsize]').first().waitFor()
        const ours = await scrolled(ana.page, stage.browser, speed)
        await bare.bringToFront()
        await bare.setContent(
          upTo(AGREEMENTS)
            .map((at) => `<p>Agreement ${at}</p>`)
            .join(''),
        )
        const least = await scrolled(bare, stage.browser, speed)
        await ana.page.bringToFront()
        rows.push(rowOf(`${AGREEMENTS} agreements, ${list}, ${how} (${speed} px a second, ${SECONDS} s)`, ours, least))
      }
    }
    if (ana.faults.length > 0) throw new Error(ana.faults.join('\n'))
    return rows
  } finally {
    await stage.close()
    await teardown()
    await remove()
  }
}

/** One person, so that each agreement is four events, through the real log. Answers with the circle. */
async function agreesOften(folder: string): Promise<string> {
  const peers = await circleOf(folder, ['ana'])
  const [ana] = peers as [Peer]
  const { me, circle } = ana.session
  for (let from = 0; from < AGREEMENTS; from += TOGETHER) {
    const proposals = await ana.says(upTo(TOGETHER).map((at) => presented(`Agreement ${from + at + 1}`)))
    const rounds = await ana.says(
      proposals.map((proposal) => said('round.opened', { proposal, version: proposal, electorate: [me] })),
    )
    const asked = rounds.map((round, at) => ({ round, version: proposals[at] ?? '' }))
    const responses = await ana.says(asked.map((body) => said('consent.given', body)))
    await ana.says(
      asked.map((body, at) =>
        said('round.closed', { ...body, consents: [{ person: me, response: responses[at] ?? '' }] }),
      ),
    )
  }
  if (circle.agreements.size !== AGREEMENTS) throw new Error(`${circle.agreements.size} agreements`)
  await closeAll(peers)
  return circle.id
}

type Frames = {
  readonly fps: readonly number[]
  readonly shown: number
  readonly dropped: number
  readonly moved: number
}

/** What was on the screen while the wheel went on: frames in each second of it, and those that were wanted and not shown. */
async function scrolled(page: Page, browser: Browser, speed: number): Promise<Frames> {
  const [cdp, tracing] = [await page.context().newCDPSession(page), await browser.newBrowserCDPSession()]
  const events = await traced(tracing, async () => {
    const yDistance = -speed * SECONDS
    const where = { x: 640, y: 600, yDistance, speed }
    await cdp.send('Input.synthesizeScrollGesture', { ...where, gestureSourceType: 'mouse', preventFling: true })
  })
  const moved = Number(await page.evaluate('window.scrollY'))
  await Promise.all([cdp.detach(), tracing.detach()])
  return { ...framesOf(events), moved }
}

type TraceEvent = { readonly name: string; readonly ts: number }

async function traced(cdp: CDPSession, work: () => Promise<void>): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = []
  cdp.on('Tracing.dataCollected', ({ value }) => void events.push(...(value as unknown as TraceEvent[])))
  const done = new Promise<void>((resolve) => void cdp.once('Tracing.tracingComplete', () => resolve()))
  const traceConfig = { includedCategories: ['disabled-by-default-devtools.timeline.frame'], excludedCategories: ['*'] }
  await cdp.send('Tracing.start', { traceConfig, transferMode: 'ReportEvents' })
  await work()
  await cdp.send('Tracing.end')
  await done
  return events
}

/** By what the browser's own tools count: a frame that was drawn, and one that had something to show and was not. */
function framesOf(events: readonly TraceEvent[]): Omit<Frames, 'moved'> {
  const timesOf = (wanted: string) =>
    events
      .filter(({ name }) => name === wanted)
      .map(({ ts }) => ts / 1e6)
      .toSorted((a, b) => a - b)
  const [shown, dropped] = [timesOf('DrawFrame'), timesOf('DroppedFrame')]
  const [first, last] = [shown[0] ?? 0, shown.at(-1) ?? 0]
  const seconds = upTo(Math.floor(last - first))
  const fps = seconds.map((at) => shown.filter((time) => Math.floor(time - first) === at).length)
  return { fps, shown: shown.length, dropped: dropped.filter((time) => time > first && time < last).length }
}

function rowOf(what: string, ours: Frames, bare: Frames): Row {
  const said = ({ fps, shown, dropped, moved }: Frames) => {
    const { median, low } = runsOf(fps)
    return `${median} frames a second (worst ${low}), ${dropped} of ${shown + dropped} dropped, ${Math.round(moved)} px`
  }
  const worst = runsOf(ours.fps).low
  return {
    what,
    ours: said(ours),
    baseline: `${said(bare)}: a page of as many bare lines`,
    ratio: `worst second ${(worst / BAR).toFixed(2)}× of ${BAR}`,
  }
}

import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setup, teardown } from '../../.ci/window-once.ts'
import { liveCircle } from '../helpers/lived-circle.ts'
import { livedWords } from '../helpers/lived-words.ts'
import { openStage, type Person, type Stage } from '../helpers/window.ts'
import { pages, type Visit } from '../helpers/window-pages.ts'

/** `npm run screenshots`: every page in four looks, and some in more, as pictures in `screenshots/` to be looked at. */
const OUT = 'screenshots'
const WIDE = { width: 1280, height: 900 }

type Look = {
  readonly language?: 'en' | 'ar'
  readonly look: Parameters<Stage['browser']['newContext']>[0] & object
  /** Of the browser. */
  readonly args?: readonly string[]
  /** The pages that are looked at so; left out, all. */
  readonly only?: readonly string[]
}
const KEY_PAGES = [
  'home',
  'circle',
  'proposal-inRound',
  'proposal-objected',
  'object-dialog',
  'agreement-contested',
  'new-proposal',
  'invite',
]
const looks: Readonly<Record<string, Look>> = {
  light: { look: { viewport: WIDE, colorScheme: 'light' } },
  dark: { look: { viewport: WIDE, colorScheme: 'dark' } },
  narrow: { look: { viewport: { width: 360, height: 740 }, colorScheme: 'light', isMobile: true, hasTouch: true } },
  arabic: { language: 'ar', look: { viewport: WIDE, colorScheme: 'light' } },
  contrast: { only: KEY_PAGES, look: { viewport: WIDE, colorScheme: 'light', contrast: 'more' } },
  forced: { only: KEY_PAGES, look: { viewport: WIDE, colorScheme: 'dark', forcedColors: 'active' } },
  'text-200': {
    only: KEY_PAGES,
    look: { viewport: WIDE, colorScheme: 'light' },
    args: ['--blink-settings=defaultFontSize=32,defaultFixedFontSize=26'],
  },
}

async function welcome(stage: Stage, { language = 'en', look }: Look, folder: string): Promise<void> {
  const { page, say, field, button } = await stage.enters({ language, look })
  const take = async (name: string) => page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
  await take('welcome-1')
  await field('me.welcome.name').fill(livedWords[language].ana)
  await button('me.welcome.start').click()
  await page.getByText(say('me.words.kept')).click()
  await take('welcome-2')
  await button('me.words.next').click()
  await button('me.words.next').waitFor({ state: 'detached' })
  await take('welcome-3')
}

async function practise({ goes, say, button, page }: Person, folder: string): Promise<void> {
  await goes('/practice', say('practice.title'))
  await button('practice.start').click()
  await button('practice.take').waitFor()
  await page.screenshot({ path: join(folder, 'practice-begun.png'), fullPage: true })
  await button('practice.take').click()
  await page.getByText(say('proposals.question.answer')).waitFor()
  await page.screenshot({ path: join(folder, 'practice-asked.png'), fullPage: true })
}

async function photograph(visit: Visit, folder: string, isWanted: (name: string) => boolean): Promise<void> {
  const { page } = visit.person
  for (const { name, open } of pages) {
    if (!isWanted(name)) continue
    // A page that cannot be opened is looked at as it is.
    await open(visit).catch((error: unknown) => tell(`${folder}/${name}: ${String(error)}`))
    const isOver = name.endsWith('-dialog') || name === 'palette'
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: !isOver })
    await page.keyboard.press('Escape')
  }
}

const tell = (text: string) => process.stderr.write(`${text}\n`)

/** Some only, as `npm run screenshots -- dark home circle`: names of looks and of pages. */
const asked = process.argv.slice(2)
const names = [...pages.map(({ name }) => name), 'welcome', 'practice-begun']
const isAsked = (name: string, all: readonly string[]) =>
  asked.includes(name) || !asked.some((one) => all.includes(one))

const lives = await mkdtemp(join(tmpdir(), 'nst-shots-'))
await setup()
const usual = await openStage()
try {
  for (const [lookName, { language = 'en', look, args, only }] of Object.entries(looks)) {
    if (!isAsked(lookName, Object.keys(looks))) continue
    const isWanted = (name: string) => isAsked(name, names) && (only ?? names).includes(name)
    const folder = join(OUT, lookName)
    await mkdir(folder, { recursive: true })
    const stage = args === undefined ? usual : await openStage({ args, root: usual.root })
    const lived = await liveCircle(join(lives, lookName), language, Date.now())
    const person = await stage.enters({ language, look, folder: lived.folders.ana })
    await photograph({ person, lived, language }, folder, isWanted)
    if (isWanted('practice-begun')) await practise(person, folder)
    if (isWanted('welcome')) await welcome(stage, { language, look }, folder)
    for (const fault of person.faults) tell(`${lookName}: ${fault}`)
    if (stage !== usual) await stage.close()
  }
} finally {
  await usual.close()
  await rm(lives, { recursive: true, force: true })
  await teardown()
}

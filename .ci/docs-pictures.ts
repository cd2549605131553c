import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openStage, type Person } from '../test/helpers/window.ts'
import { LANGUAGES, type Language } from '../renderer/words/language.ts'
import { alone } from './pictures/alone.ts'
import { together } from './pictures/together.ts'
import type { Album } from './pictures/album.ts'
import { setup, teardown } from './window-once.ts'

/**
 * `npm run docs:pictures`: does every task of docs/ in the running program, in a real browser, and takes its pictures into
 * docs/pictures/en; `-- --language es` (fr, ar) into a folder beside it, where only those stay that a page in that language
 * shows. `--only alone` (together) takes half of them. What people write in them stays English.
 */
const { values } = parseArgs({ options: { language: { type: 'string', default: 'en' }, only: { type: 'string' } } })
const language = LANGUAGES.find((one) => one === values.language)
if (language === undefined) throw new Error(`one of: ${LANGUAGES.join(', ')}`)
const OUT = join('docs', 'pictures', language)
const SIZE = { width: 960, height: 680 }
const QUALITY = language === 'en' ? 72 : 60
const PAGES = language === 'en' ? 'docs' : join('docs', language)

/** As the browser shows it, without what is outside of the window. */
async function take({ page }: Person, name: string): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  // What has just come or gone is painted by then.
  await page.evaluate<void>('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))')
  const { data } = await cdp.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY })
  await writeFile(join(OUT, `${name}.webp`), Buffer.from(data, 'base64'))
  await cdp.detach()
}

/** What no page shows only makes the program's folder grow. */
async function leaveOutUnused(): Promise<void> {
  const pages = (await readdir(PAGES)).filter((name) => name.endsWith('.md'))
  const text = (await Promise.all(pages.map(async (name) => readFile(join(PAGES, name), 'utf8')))).join('\n')
  for (const name of await readdir(OUT)) if (!text.includes(`pictures/${language}/${name}`)) await rm(join(OUT, name))
}

async function size(): Promise<number> {
  const files = (await readdir(OUT)).map(async (name) => (await stat(join(OUT, name))).size)
  return (await Promise.all(files)).reduce((sum, one) => sum + one, 0)
}

async function photograph(spoken: Language): Promise<void> {
  if (values.only === undefined) await rm(OUT, { recursive: true, force: true })
  await mkdir(OUT, { recursive: true })
  const folder = await mkdtemp(join(tmpdir(), 'nst-pictures-'))
  await setup()
  const stage = await openStage()
  const people: Person[] = []
  const album: Album = {
    folder,
    take,
    enters: async (name) => {
      const showing = { language: spoken, look: { viewport: SIZE } }
      const person = await stage.enters(name === null ? showing : { name, ...showing })
      people.push(person)
      return person
    },
  }
  try {
    if (values.only !== 'alone') await together(album)
    if (values.only !== 'together') await alone(album)
    const faults = people.flatMap((one) => one.faults)
    if (faults.length > 0) throw new Error(faults.join('\n'))
  } finally {
    await stage.close()
    await teardown()
    await rm(folder, { recursive: true, force: true })
  }
}

await photograph(language)
if (values.only === undefined) await leaveOutUnused()
process.stdout.write(`${OUT}: ${Math.round((await size()) / 1000)} kB\n`)

import { mkdtemp, rm } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import type { Client } from '../../src/api/client.ts'
import { clientInProcess } from '../../src/api/in-process.ts'
import { createRouter } from '../../src/api/router.ts'
import { openBackend } from '../../src/backend.ts'
import { runProgram, type RunningProgram } from '../../src/browser/run-program.ts'
import { LIMITS } from '../../src/browser/limits.ts'
import { randomBytes } from '../../src/log/crypto.ts'
import type { NodeOptions } from '../../src/node/node-options.ts'
import type { Pace } from '../../src/node/practice/pace.ts'
import type { Language } from '../../renderer/words/language.ts'
import { launch, sharedBrowsing, type Browsing } from './browser.ts'
import { quickWords } from './quick-words.ts'
import { type Say, sayingIn } from './window-words.ts'

/** The window as it is shipped and a browser to show it in, for all tests of a file. */
export interface Stage {
  readonly browser: Browser
  /** The folder of the built window. */
  readonly root: string
  /** A person at their own machine: a node, browser mode's own server, and a window on it that was let in. */
  enters(asking?: Entering): Promise<Person>
  close(): Promise<void>
}

/** How a window looks and speaks. */
export type Showing = {
  readonly language?: Language
  readonly look?: BrowserContextOptions
}

export type Entering = Showing & {
  /** A name to begin with; left out, the window shows its first page. */
  readonly name?: string
  /** Where somebody has lived already; left out, one that is new. */
  readonly folder?: string
  /** Who releases their program, and which one it is. */
  readonly updates?: NonNullable<NodeOptions['updates']>
}

/** One person: what they see, the words they see it in, and what went wrong in their window or node. */
export interface Person {
  readonly page: Page
  readonly say: Say
  /** Where the node keeps what it has. */
  readonly folder: string
  /** The node itself, to bring about what a test is not about. */
  readonly node: Client
  readonly faults: string[]
  /** What can be pressed or filled in, by the window's own words for it. */
  button(...words: Parameters<Say>): Locator
  link(...words: Parameters<Say>): Locator
  field(...words: Parameters<Say>): Locator
  /** Opens a page of the window by its address, such as `/circles`, and waits for its title. */
  goes(path: string, title: string): Promise<void>
  /** One more window on the same node. */
  another(showing?: Showing): Promise<Person>
  /** Closes the window, and with the first of them the node. */
  leaves(): Promise<void>
}

/** Companions of a practice who need no time to think. */
const atOnce: Pace = (_ms, work) => {
  const soon = setImmediate(work)
  return () => clearImmediate(soon)
}

export type Staging = {
  /** Further switches of the browser. */
  readonly args?: readonly string[]
  /** A built window; left out, the one that the run shares. */
  readonly root?: string
}

export async function openStage({ args = [], root: built }: Staging = {}): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'nst-window-'))
  const closing: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })]
  const close = async () => {
    for (const one of closing.splice(0).toReversed()) await one()
  }
  try {
    // What is shared ends with the tests; whatever else opens a stage has to end by itself.
    const isShared = process.env['VITEST'] !== undefined && args.length === 0
    const [browsing, root] = await Promise.all([isShared ? sharedBrowsing() : launch(args), built ?? builtWindow()])
    const { browser } = browsing
    if (!isShared) closing.push(() => browser.close())
    let people = 0
    const enters = async (asking: Entering = {}) => {
      const program = await runNode(asking.folder ?? join(folder, `person-${(people += 1)}`), root, asking.updates)
      closing.push(program.close)
      const { name } = asking
      if (name !== undefined) await program.node.profile.create({ name })
      const person = await showOn({ browsing, program, closing }, asking)
      const leaves = async () => {
        await person.leaves()
        await program.close()
      }
      return { ...person, leaves }
    }
    return { browser, root, enters, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The folder of the window that the whole run shares. */
async function builtWindow(): Promise<string> {
  const root = await text(createConnection(process.env['NST_WINDOW'] ?? ''))
  if (root === '') throw new Error('the window cannot be built')
  return root
}

type Running = RunningProgram & { readonly folder: string; readonly node: Client; readonly faults: string[] }

async function runNode(dataFolder: string, root: string, updates?: NodeOptions['updates']): Promise<Running> {
  const faults: string[] = []
  const warn = (message: string) => void faults.push(`node: ${message}`)
  let node: Client | undefined
  const program = await runProgram({
    dataFolder,
    root,
    warn,
    version: '0.0.0',
    clock: () => Date.now(),
    chance: randomBytes,
    limits: { ...LIMITS, requests: { burst: 10_000, perSecond: 10_000 } },
    openNode: async (host) => {
      const own = { pace: atOnce, stretch: quickWords, ...(updates && { updates }) }
      const options = { program: host, warn, asksAboutCopies: true, ...own }
      const opened = await openBackend(dataFolder, options)
      if (!opened.ok) throw new Error(opened.refusal.code)
      node = clientInProcess(createRouter(opened.value.commands, (fault) => warn(String(fault))))
      return opened.value
    },
  })
  if (node === undefined) throw new Error('the node was not opened')
  return { ...program, folder: dataFolder, node, faults }
}

const GLANCE_MS = 60
const GLANCES = 10

/** What stands for something that is still on its way. */
const COMING = '.ui-loading, .shell-waiting, .ui-markdown-raw'

type Place = {
  readonly browsing: Browsing
  readonly program: Running
  readonly closing: (() => Promise<unknown>)[]
}

async function showOn(place: Place, { language = 'en', look }: Showing): Promise<Person> {
  const { browsing, program, closing } = place
  const { folder, node, faults } = program
  const looks = { locale: language, timezoneId: 'UTC', reducedMotion: 'reduce', ...look } as const
  const page = await browsing.window(program.origin, looks)
  const leaves = async () => page.close()
  closing.push(leaves)
  page.on('pageerror', (error) => faults.push(`page: ${error.message}`))
  page.on('console', (line) => {
    // A broken policy, a lost file and what React warns of all come this way.
    if (['error', 'warning'].includes(line.type())) faults.push(`console: ${line.text()} ${line.location().url}`)
  })
  await page.goto(program.newLink().link)
  await page.getByRole('main').waitFor()
  const goes = async (path: string, title: string) => {
    await page.goto(`${program.origin}/#${path}`)
    await comes(page.getByRole('heading', { level: 1, name: title }))
    await page.locator(COMING).first().waitFor({ state: 'detached' })
  }
  const say = await sayingIn(language)
  const named =
    (role: 'button' | 'link') =>
    (...words: Parameters<Say>) =>
      page.getByRole(role, { name: say(...words), exact: true })
  // A field that has to be filled in says so after its name.
  const field = (...words: Parameters<Say>) =>
    page.getByRole('textbox', { name: new RegExp(`^${escaped(say(...words))}(\\s+${say('shell.required')})?$`) })
  const another = async (showing: Showing = {}) => showOn(place, showing)
  return { page, folder, node, faults, goes, say, field, another, leaves, button: named('button'), link: named('link') }
}

/** A page comes within half a second, just before which Playwright would begin to look twice a second only. */
async function comes(heading: Locator): Promise<void> {
  for (let glances = 0; glances < GLANCES && !(await heading.isVisible()); glances += 1) await pause(GLANCE_MS)
  await heading.waitFor()
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

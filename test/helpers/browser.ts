import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
/** Without these it would look for updates, and more, outside of this machine. */
const QUIET = ['background-networking', 'component-update', 'sync', 'quic', 'default-apps'].map(
  (what) => `--disable-${what}`,
)
/** The list of a second switch replaces that of the first: this is Playwright's own, of what matters here. */
const NO_FEATURES = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
]
/** What hangs from the address bar is a page too, made for every context: that cost more than our own. */
const NO_ADDRESS_BAR = ['WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup', 'WebUIOmniboxPopup']
/** A process for each window is much of what a window costs: those of people who look at it alike share one. */
const ONE_PROCESS = ['OriginKeyedProcessesByDefault', 'SpareRendererForSitePerProcess']
const FEW_PROCESSES = [
  '--renderer-process-limit=1',
  `--disable-features=${[...NO_FEATURES, ...NO_ADDRESS_BAR, ...ONE_PROCESS].join(',')}`,
]
/** How long anything awaited may take before the test is wrong. No test asserts a time. */
const PATIENCE_MS = 20_000

/** A browser's storage and looks, whose windows have been in it, and whether one is in it now. */
type Room = {
  readonly look: string
  readonly origins: Set<string>
  readonly context: Promise<BrowserContext>
  isTaken: boolean
}

/** Shows windows, each as if it were alone in a browser that nobody used before. */
export class Browsing {
  readonly browser: Browser
  readonly #rooms: Room[] = []

  constructor(browser: Browser) {
    this.browser = browser
  }

  /**
   * A window that will be on this origin. What a browser keeps, it keeps by origin: so others that look alike come into
   * its context after it, but no origin comes into one twice. And never two at a time: the one behind is hardly drawn.
   */
  async window(origin: string, look: BrowserContextOptions): Promise<Page> {
    const room = this.#room(origin, JSON.stringify(look), look)
    room.isTaken = true
    room.origins.add(origin)
    const page = await (await room.context).newPage()
    page.once('close', () => (room.isTaken = false))
    return page
  }

  #room(origin: string, asked: string, look: BrowserContextOptions): Room {
    const found = this.#rooms.find((one) => one.look === asked && !one.isTaken && !one.origins.has(origin))
    if (found !== undefined) return found
    const room = { look: asked, origins: new Set<string>(), context: this.#furnish(look), isTaken: false }
    this.#rooms.push(room)
    return room
  }

  async #furnish(look: BrowserContextOptions): Promise<BrowserContext> {
    const context = await this.browser.newContext(look)
    context.setDefaultTimeout(PATIENCE_MS)
    // Keeps the process from ending with the last window that was in it.
    await context.newPage()
    return context
  }
}

let ofThisProcess: Promise<Browsing> | undefined

/** One browser for all test files of a process, which ends it when it ends itself. */
export async function sharedBrowsing(): Promise<Browsing> {
  ofThisProcess ??= begin()
  return ofThisProcess
}

async function begin(): Promise<Browsing> {
  // Where a process simply dies, its browser's folder would stay behind.
  process.once('SIGTERM', () => process.exit())
  return launch(FEW_PROCESSES, { handleSIGTERM: false })
}

export async function launch(args: readonly string[], options: { handleSIGTERM?: boolean } = {}): Promise<Browsing> {
  const switches = [...QUIET, '--no-first-run', ...args]
  return new Browsing(await chromium.launch({ executablePath: CHROMIUM, args: switches, ...options }))
}

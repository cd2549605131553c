import { BrowserWindow, screen, type Rectangle } from 'electron'
import { ORIGIN } from './origin.ts'
import type { Bounds, Settings } from './settings.ts'

const FIRST = { width: 1200, height: 820 }
const SMALLEST = { width: 360, height: 480 }
const SOON_MS = 10_000
/** So much of a window must be on a screen for it to be found there. */
const TO_BE_FOUND = 80

/** The program's one window, where the person left it if that place is still on a screen. */
export function openWindow(preload: string, settings: Settings, isHidden: boolean): BrowserWindow {
  const place = settings.bounds !== null && isOnAScreen(settings.bounds) ? settings.bounds : FIRST
  const window = new BrowserWindow({
    ...place,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      // A spell checker's words come from a server.
      spellcheck: false,
      devTools: process.env['NODE_ENV'] === 'development',
    },
  })
  if (settings.isMaximized && !isHidden) window.maximize()
  if (!isHidden) window.once('ready-to-show', () => window.show())
  window.on('close', () => settings.keepWindow(window.getNormalBounds(), window.isMaximized()))
  beginAgainWhereItBroke(window)
  goTo(window, '')
  return window
}

/** Brings the window to the front, and to a page of it. */
export function showAt(window: BrowserWindow, page: string | null): void {
  // Where only what follows the # differs the page is not loaded anew, and nothing that was typed is lost; where nothing
  // differs it would be.
  if (page !== null && window.webContents.getURL() !== `${ORIGIN}/#${page}`) goTo(window, `#${page}`)
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** What keeps it from loading is seen in the window itself. */
const goTo = (window: BrowserWindow, page: string) => void window.loadURL(`${ORIGIN}/${page}`).catch(() => undefined)

/** A page whose process broke would stay white for good; one that breaks again at once is left to the person. */
function beginAgainWhereItBroke(window: BrowserWindow): void {
  let last = -Infinity
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    const now = performance.now()
    if (reason === 'clean-exit' || now - last < SOON_MS) return
    last = now
    window.webContents.reload()
  })
}

function isOnAScreen(bounds: Bounds): boolean {
  return screen.getAllDisplays().some(({ workArea }) => overlap(bounds, workArea))
}

function overlap(one: Rectangle, other: Rectangle): boolean {
  const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return across >= TO_BE_FOUND && down >= TO_BE_FOUND
}

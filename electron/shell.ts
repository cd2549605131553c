import { join } from 'node:path'
import {
  app,
  ipcMain,
  MessageChannelMain,
  nativeImage,
  Notification,
  powerMonitor,
  session,
  type BrowserWindow,
  type IpcMainEvent,
} from 'electron'
import { followBuiltWindow } from '../src/browser/built-window.ts'
import { beginAtLogin, type AtLogin } from './at-login.ts'
import { guardSession } from './guards.ts'
import { beginNode } from './hosts.ts'
import { openInstaller } from './installer.ts'
import { KeptNode } from './kept-node.ts'
import { setMenu } from './menu.ts'
import { tellOf } from './notices.ts'
import { isOurs } from './origin.ts'
import { servePages } from './pages.ts'
import { Settings } from './settings.ts'
import { FIRST_SETTINGS, type FromNode, type ShellSettings } from './talk.ts'
import { ShellTray } from './tray.ts'
import { openWindow, showAt } from './window.ts'
import { shellWords, speak } from './words.ts'

export type ShellOptions = {
  readonly data: string
  readonly platform: NodeJS.Platform
  /** The folder of the built window, and the files of the preload and of the node's process. */
  readonly window: string
  readonly preload: string
  readonly node: string
  readonly icons: string
  readonly isHidden: boolean
  readonly atLogin: AtLogin
  /** The page that a link or file leads to, with which the program was begun. */
  readonly begunWith: string | null
}

/** The program on a person's desktop: one window, one tray, one node. */
export class Shell {
  readonly #options: ShellOptions
  readonly #node: KeptNode
  #settings: Settings | undefined
  #window: BrowserWindow | undefined
  #tray: ShellTray | undefined
  #isEnding = false
  #hasEnded = false
  /** Asked for before there was a window to show it in. */
  #page: string | null

  constructor(options: ShellOptions) {
    this.#options = options
    this.#page = options.begunWith
    this.#node = new KeptNode({
      begin: () => beginNode(options.node, [options.data]),
      heard: (message) => this.#heard(message),
      died: () => this.#died(),
      after: (ms, call) => void setTimeout(call, ms),
      now: () => performance.now(),
    })
  }

  async begin(): Promise<void> {
    const { data, window, isHidden } = this.#options
    this.#settings = await Settings.read(join(data, 'window', 'shell.json'))
    guardSession(session.defaultSession)
    servePages(await followBuiltWindow(window))
    ipcMain.on('port-please', (event, language: unknown) => this.#handPort(event, language))
    ipcMain.on('language', (event, language: unknown) => {
      if (this.#isFromOurPage(event) && speak(language)) this.#say()
    })
    this.#node.begin()
    powerMonitor.on('suspend', () => this.#node.tell({ type: 'suspend' }))
    powerMonitor.on('resume', () => this.#node.tell({ type: 'resume' }))
    this.#say()
    this.#tray = new ShellTray(this.#icon(), {
      show: () => this.show(null),
      keepsInStep: () => this.#chosen.keepsInStep,
      keepInStep: (keepsInStep) => this.#choose({ keepsInStep }),
      quit: () => app.quit(),
    })
    this.#open(isHidden && this.#page === null)
  }

  /** Brings the window to the front; makes it where it was closed. */
  show(page: string | null): void {
    if (this.#settings === undefined) {
      this.#page = page ?? this.#page
      return
    }
    if (this.#window === undefined) {
      this.#page = page
      this.#open(false)
    } else showAt(this.#window, page)
  }

  windowsClosed(): void {
    if (!this.#chosen.keepsInStep) app.quit()
  }

  /**
   * The windows are closed and no page asked to stay: now the node is, so that its store is whole and its folder free.
   * Sooner would leave a window without a node where the person stays after all.
   */
  willQuit(event: { preventDefault: () => void }): void {
    if (this.#hasEnded) return
    event.preventDefault()
    if (this.#isEnding) return
    this.#isEnding = true
    void Promise.all([this.#node.end(), this.#settings?.written()]).finally(() => {
      this.#hasEnded = true
      app.quit()
    })
  }

  get #chosen(): ShellSettings {
    return this.#settings?.chosen ?? FIRST_SETTINGS
  }

  #open(isHidden: boolean): void {
    const window = openWindow(this.#options.preload, this.#settings!, isHidden)
    this.#window = window
    window.on('closed', () => {
      if (this.#window === window) this.#window = undefined
    })
    const page = this.#page
    this.#page = null
    if (page !== null) window.webContents.once('did-finish-load', () => showAt(window, page))
  }

  /** A wire between this page and the node; main is not on it. Only our own page's main frame gets one. */
  #handPort(event: IpcMainEvent, language: unknown): void {
    if (!this.#isFromOurPage(event)) return
    if (speak(language)) this.#say()
    const { port1, port2 } = new MessageChannelMain()
    this.#node.connect(port1)
    event.senderFrame?.postMessage('port', null, [port2])
  }

  #isFromOurPage({ senderFrame, sender }: IpcMainEvent): boolean {
    if (senderFrame === null || senderFrame.parent !== null || !isOurs(senderFrame.url)) return false
    return sender === this.#window?.webContents
  }

  #heard(message: FromNode): void {
    if (message.type === 'ready') this.#node.tell({ type: 'settings', settings: this.#chosen })
    if (message.type === 'settings') this.#choose(message.settings)
    if (message.type === 'install') void openInstaller(message.file, this.#options.data)
    if (message.type === 'quit') app.quit()
    if (message.type === 'waiting' && this.#window?.isFocused() !== true)
      tellOf(message.items, this.#chosen.tells, () => this.show('/'))
  }

  /** Says it plainly once, and only to somebody who is there to read it: the next life usually comes before they ask. */
  #died(): void {
    if (this.#isEnding || this.#window?.isVisible() !== true || !Notification.isSupported()) return
    const words = shellWords()
    new Notification({ title: words.died, body: words.diedMore, silent: true }).show()
  }

  #choose(wanted: Partial<ShellSettings>): void {
    const before = this.#chosen.opensAtLogin
    this.#settings?.choose(wanted)
    if (wanted.opensAtLogin !== undefined && wanted.opensAtLogin !== before)
      void beginAtLogin(wanted.opensAtLogin, this.#options.atLogin).catch(() => undefined)
    this.#node.tell({ type: 'settings', settings: this.#chosen })
    this.#tray?.say()
  }

  #say(): void {
    setMenu(this.#options.platform, { go: (page) => this.show(page), quit: () => app.quit() })
    this.#tray?.say()
  }

  #icon() {
    const isMac = this.#options.platform === 'darwin'
    const icon = nativeImage.createFromPath(join(this.#options.icons, isMac ? 'trayTemplate.png' : 'tray.png'))
    icon.setTemplateImage(isMac)
    return icon
  }
}

import { EventEmitter } from 'node:events'

/** What Electron was asked for, in order: `[what, ...arguments]`. */
export type Asked = readonly [what: string, ...args: readonly unknown[]]

type Window = EventEmitter & {
  readonly options: Record<string, unknown> & { readonly webPreferences: Record<string, unknown> }
  readonly webContents: Contents
}
type Contents = EventEmitter & { opener?: (asked: { url: string }) => unknown; address: string }
type Port = EventEmitter & { other?: Port; start: () => void; postMessage: (data: unknown) => void; close: () => void }

/**
 * Electron as `electron/` uses it, without Electron: it records what it is asked, and lets a test be the person, the
 * system and the node's process. It shows nothing and guards nothing itself.
 */
export class RecordingElectron {
  readonly asked: Asked[] = []
  readonly windows: Window[] = []
  readonly processes: (EventEmitter & { messages: unknown[]; ports: Port[] })[] = []
  /** What a test says is the answer of the dialog. */
  dialogAnswer = 0
  isFirst = true
  /** Where no program opens a file. */
  opensNothing = false
  /** Where the program is: a test puts a built window there. */
  appPath = ''
  displays = [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }]
  readonly handlers = new Map<string, (...args: never[]) => unknown>()
  readonly app = Object.assign(new EventEmitter(), {
    isPackaged: true,
    getAppPath: () => this.appPath,
    enableSandbox: () => this.note('enableSandbox'),
    setName: (name: string) => this.note('setName', name),
    setPath: (...path: unknown[]) => this.note('setPath', ...path),
    requestSingleInstanceLock: () => this.isFirst,
    whenReady: async () => undefined,
    getPreferredSystemLanguages: () => ['fr-FR', 'en'],
    setAsDefaultProtocolClient: (scheme: string) => this.note('setAsDefaultProtocolClient', scheme),
    setLoginItemSettings: (settings: unknown) => this.note('setLoginItemSettings', settings),
    quit: () => this.note('quit'),
  })
  readonly ipcMain = new EventEmitter()
  readonly powerMonitor = new EventEmitter()
  readonly session = {
    defaultSession: Object.assign(new EventEmitter(), {
      setPermissionRequestHandler: (handler: () => void) => this.handlers.set('permission-request', handler),
      setPermissionCheckHandler: (handler: () => void) => this.handlers.set('permission-check', handler),
      setDevicePermissionHandler: (handler: () => void) => this.handlers.set('device', handler),
      webRequest: { onBeforeRequest: (handler: () => void) => this.handlers.set('before-request', handler) },
    }),
  }
  readonly protocol = {
    registerSchemesAsPrivileged: (schemes: unknown) => this.note('registerSchemesAsPrivileged', schemes),
    handle: (scheme: string, handler: () => void) => this.handlers.set(`protocol ${scheme}`, handler),
  }
  readonly shell = {
    openExternal: async (url: string) => this.note('openExternal', url),
    openPath: async (path: string) => {
      this.note('openPath', path)
      return this.opensNothing ? 'nothing opens it' : ''
    },
    showItemInFolder: (path: string) => this.note('showItemInFolder', path),
  }
  readonly dialog = {
    showMessageBoxSync: (options: unknown) => {
      this.note('showMessageBoxSync', options)
      return this.dialogAnswer
    },
    showMessageBox: async (options: unknown) => {
      this.note('showMessageBox', options)
      return { response: this.dialogAnswer }
    },
  }
  readonly screen = { getAllDisplays: () => this.displays }
  readonly nativeImage = { createFromPath: (path: string) => ({ path, setTemplateImage: () => undefined }) }
  readonly utilityProcess = { fork: (...how: unknown[]) => this.#fork(how) }
  readonly Menu = {
    buildFromTemplate: (template: unknown) => template,
    setApplicationMenu: (menu: unknown) => this.note('setApplicationMenu', menu),
  }
  readonly Tray: unknown
  readonly Notification: unknown
  readonly BrowserWindow: unknown
  readonly MessageChannelMain: unknown

  constructor() {
    const note = (...asked: Asked) => this.note(...asked)
    const begin = (window: Window) => {
      this.windows.push(window)
      this.app.emit('web-contents-created', {}, window.webContents)
    }
    this.Tray = class extends EventEmitter {
      setToolTip = () => undefined
      setContextMenu = (menu: unknown) => note('trayMenu', menu)
    }
    this.Notification = class extends EventEmitter {
      static isSupported = () => true
      readonly options: unknown
      constructor(options: unknown) {
        super()
        this.options = options
      }
      show = () => note('notification', this.options, this)
    }
    this.MessageChannelMain = class {
      port1 = port()
      port2 = port()
    }
    this.BrowserWindow = class extends EventEmitter {
      readonly webContents = contents(note)
      readonly options: Window['options']
      constructor(options: Window['options']) {
        super()
        this.options = options
        begin(this)
      }
      loadURL = async (url: string) => {
        this.webContents.address = url
        note('loadURL', url)
      }
      show = () => note('show')
      focus = () => note('focus')
      maximize = () => note('maximize')
      restore = () => note('restore')
      isMinimized = () => false
      isMaximized = () => false
      isFocused = () => false
      isVisible = () => true
      getNormalBounds = () => ({ x: 10, y: 20, width: 900, height: 700 })
    }
  }

  note(...asked: Asked): void {
    this.asked.push(asked)
  }

  times(what: string): number {
    return this.asked.filter(([name]) => name === what).length
  }

  last(what: string): readonly unknown[] | undefined {
    return this.asked.findLast(([name]) => name === what)?.slice(1)
  }

  #fork(how: unknown[]) {
    const child = Object.assign(new EventEmitter(), {
      messages: [] as unknown[],
      ports: [] as Port[],
      postMessage: (message: unknown, ports: Port[] = []) => {
        child.messages.push(message)
        child.ports.push(...ports)
      },
      kill: () => this.note('kill'),
    })
    this.note('fork', ...how)
    this.processes.push(child)
    return child
  }
}

function port(): Port {
  return Object.assign(new EventEmitter(), { start: () => {}, postMessage: () => {}, close: () => {} })
}

function contents(note: (...asked: Asked) => void): Contents {
  const made = new EventEmitter() as Contents & {
    setWindowOpenHandler?: unknown
    reload?: () => void
    getURL?: unknown
  }
  made.address = ''
  made.reload = () => note('reload')
  made.getURL = () => made.address
  made.setWindowOpenHandler = (opener: NonNullable<Contents['opener']>) => {
    made.opener = opener
    note('setWindowOpenHandler')
  }
  return made
}

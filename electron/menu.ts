import { Menu, type MenuItemConstructorOptions } from 'electron'
import { shellWords } from './words.ts'

export type MenuActs = {
  /** Shows a page of the window. */
  readonly go: (page: string) => void
  readonly quit: () => void
}

/** The menus as each system has them: macOS's first one is the program's own. */
export function setMenu(platform: NodeJS.Platform, { go, quit }: MenuActs): void {
  const words = shellWords()
  const isMac = platform === 'darwin'
  const page = (label: string, path: string, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => go(path),
    ...(accelerator === undefined ? {} : { accelerator }),
  })
  const own: MenuItemConstructorOptions[] = [
    { role: 'about' },
    { type: 'separator' },
    page(`${words.yourPart}…`, '/me', 'Command+,'),
    { type: 'separator' },
    { role: 'services' },
    { type: 'separator' },
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    { type: 'separator' },
    { label: words.quit, accelerator: 'Command+Q', click: quit },
  ]
  const elsewhere: MenuItemConstructorOptions[] = [
    page(words.yourPart, '/me', 'Ctrl+,'),
    { type: 'separator' },
    { label: words.quit, accelerator: 'Ctrl+Q', click: quit },
  ]
  const file: MenuItemConstructorOptions[] = [
    page(words.newCircle, '/circles/new', 'CommandOrControl+N'),
    page(words.join, '/join'),
    { type: 'separator' },
    ...(isMac ? [{ role: 'close' } as const] : elsewhere),
  ]
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [{ label: 'Next Step Together', submenu: own }] : []),
      { label: words.file, submenu: file },
      { label: words.edit, submenu: EDIT },
      { label: words.view, submenu: VIEW },
      ...(isMac ? [{ role: 'windowMenu' } as const] : []),
    ]),
  )
}

const EDIT: MenuItemConstructorOptions[] = [
  { role: 'undo' },
  { role: 'redo' },
  { type: 'separator' },
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'selectAll' },
]
// No `reload`: it would lose what somebody is writing, and the window is live.
const VIEW: MenuItemConstructorOptions[] = [
  { role: 'resetZoom' },
  { role: 'zoomIn' },
  { role: 'zoomOut' },
  { type: 'separator' },
  { role: 'togglefullscreen' },
]

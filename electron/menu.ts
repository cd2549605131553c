import { Menu, type MenuItemConstructorOptions } from 'electron'
import { shellWords } from './words.ts'
import type { ShellWords } from './words/en.ts'

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
    { role: 'about', label: words.about },
    { type: 'separator' },
    page(`${words.yourPart}…`, '/me', 'Command+,'),
    { type: 'separator' },
    { role: 'services', label: words.services },
    { type: 'separator' },
    { role: 'hide', label: words.hide },
    { role: 'hideOthers', label: words.hideOthers },
    { role: 'unhide', label: words.unhide },
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
    ...(isMac ? [{ role: 'close', label: words.closeWindow } as const] : elsewhere),
  ]
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [{ label: 'Next Step Together', submenu: own }] : []),
      { label: words.file, submenu: file },
      { label: words.edit, submenu: said(words, EDIT) },
      { label: words.view, submenu: said(words, VIEW) },
      ...(isMac ? [{ role: 'windowMenu', label: words.window } as const] : []),
    ]),
  )
}

type Role =
  'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'selectAll' | 'resetZoom' | 'zoomIn' | 'zoomOut' | 'togglefullscreen'

/** Electron does these, and says them in English alone. */
const said = (words: ShellWords, roles: readonly (Role | null)[]): MenuItemConstructorOptions[] =>
  roles.map((role) => (role === null ? { type: 'separator' } : { role, label: words[role] }))

const EDIT = ['undo', 'redo', null, 'cut', 'copy', 'paste', 'selectAll'] as const
// No `reload`: it would lose what somebody is writing, and the window is live.
const VIEW = ['resetZoom', 'zoomIn', 'zoomOut', null, 'togglefullscreen'] as const

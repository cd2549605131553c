import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { app } from 'electron'
import { dataFolder } from '../src/cli/data-folder.ts'
import { beginOptions } from './begin-options.ts'
import { guardContents } from './guards.ts'
import { LINK_SCHEME, pageAmong, pageFor } from './links.ts'
import { registerScheme } from './pages.ts'
import { Shell } from './shell.ts'
import { isInstaller } from './squirrel.ts'

/** The program's folder, or the archive that it is packaged in. */
const program = (...path: string[]) => join(app.getAppPath(), ...path)
const { platform, env, argv } = process

// Before anything else: whatever page there will ever be is in a sandbox.
app.enableSandbox()
app.setName('Next Step Together')
registerScheme()
guardContents()

const begun = beginOptions(argv.slice(app.isPackaged ? 1 : 2), process.cwd())
const data = begun.data ?? dataFolder({ platform, home: homedir(), env })
// What Chromium keeps belongs to the same folder: a profile on a stick leaves nothing elsewhere.
mkdirSync(join(data, 'window'), { recursive: true, mode: 0o700 })
app.setPath('userData', join(data, 'window'))
app.setPath('sessionData', join(data, 'window'))

// Two programs on one folder would fight over it; the first is brought to the front, with what the second was given.
if (!isInstaller(argv, platform, () => app.quit())) {
  if (app.requestSingleInstanceLock()) begin()
  else app.quit()
}

function begin(): void {
  const shell = new Shell({
    data,
    platform,
    window: program('dist', 'window'),
    preload: program('dist', 'electron', 'preload.cjs'),
    node: program('dist', 'electron', 'node-process.js'),
    icons: program('electron', 'icons'),
    isHidden: begun.isHidden,
    atLogin: {
      platform,
      program: process.execPath,
      configFolder: env['XDG_CONFIG_HOME'] || join(homedir(), '.config'),
      args: begun.data === null ? [] : ['--data', data],
    },
    begunWith: pageAmong(begun.given, process.cwd()),
  })
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME)
  app.on('second-instance', (_event, args, folder) =>
    shell.show(pageAmong(beginOptions(args.slice(1), folder).given, folder)),
  )
  app.on('open-url', (event, url) => {
    event.preventDefault()
    shell.show(pageFor(url, data))
  })
  app.on('open-file', (event, file) => {
    event.preventDefault()
    shell.show(pageFor(file, data))
  })
  app.on('activate', () => shell.show(null))
  // Closing the window ends the program only where the person chose so.
  app.on('window-all-closed', () => shell.windowsClosed())
  app.on('will-quit', (event) => shell.willQuit(event))
  void app.whenReady().then(() => shell.begin())
}

import { spawn } from 'node:child_process'
import { basename, dirname, join } from 'node:path'

/**
 * On Windows the installer starts the program to say that it was installed, updated or is going: then it only makes or
 * takes away its shortcut, and ends. True where that is so; `done` is called when it may end.
 */
export function isInstaller(args: readonly string[], platform: NodeJS.Platform, done: () => void): boolean {
  const said = args.find((arg) => /^--squirrel-(install|updated|uninstall|obsolete)$/.test(arg))
  if (platform !== 'win32' || said === undefined) return false
  const act = { '--squirrel-install': 'create', '--squirrel-updated': 'create', '--squirrel-uninstall': 'remove' }[said]
  if (act === undefined) done()
  else {
    const update = join(dirname(dirname(process.execPath)), 'Update.exe')
    const child = spawn(update, [`--${act}Shortcut`, basename(process.execPath)], { detached: true, windowsHide: true })
    child.once('close', done)
    child.once('error', done)
  }
  return true
}

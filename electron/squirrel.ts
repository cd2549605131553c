import { spawn } from 'node:child_process'
import { basename, dirname, join } from 'node:path'
import { windowsFileTypes } from './windows-file-types.ts'

type Program = { readonly path: string; readonly systemRoot: string }

/**
 * On Windows the installer starts the program to say that it was installed, updated or is going: then it only makes or
 * takes away its shortcut and what opens its files, and ends. True where that is so; `done` is called when it may end.
 */
export function isInstaller(
  args: readonly string[],
  platform: NodeJS.Platform,
  done: () => void,
  { path, systemRoot }: Program = {
    path: process.execPath,
    systemRoot: process.env['SystemRoot'] ?? String.raw`C:\Windows`,
  },
): boolean {
  const said = args.find((arg) => /^--squirrel-(install|updated|uninstall|obsolete)$/.test(arg))
  if (platform !== 'win32' || said === undefined) return false
  const act = { '--squirrel-install': 'create', '--squirrel-updated': 'create', '--squirrel-uninstall': 'remove' }[said]
  if (act === undefined) {
    done()
    return true
  }
  // One folder up is what stays the same from version to version.
  const root = dirname(dirname(path))
  const reg = join(systemRoot, 'System32', 'reg.exe')
  const types = windowsFileTypes(join(root, basename(path)), act === 'create').map((call) => ran(reg, call))
  const shortcut = ran(join(root, 'Update.exe'), [`--${act}Shortcut`, basename(path)])
  void Promise.all([shortcut, ...types]).finally(done)
  return true
}

/** Never through a shell; what cannot be done is left undone, and the installing goes on. */
async function ran(program: string, args: readonly string[]): Promise<void> {
  await new Promise<void>((resolve) => {
    const child = spawn(program, [...args], { detached: true, windowsHide: true, stdio: 'ignore' })
    child.once('close', () => resolve())
    child.once('error', () => resolve())
  })
}

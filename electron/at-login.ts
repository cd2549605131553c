import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join, win32 } from 'node:path'
import { app } from 'electron'

export type AtLogin = {
  readonly platform: NodeJS.Platform
  /** The program's own file. */
  readonly program: string
  /** The folder of a Linux desktop's settings. */
  readonly configFolder: string
  /** What the program was begun with beside what is said here: the folder of a profile on a stick. */
  readonly args: readonly string[]
}

/** Has the computer begin the program, hidden, when the person logs in; or (`wanted` false) has it do so no more. */
export async function beginAtLogin(wanted: boolean, { platform, program, configFolder, args }: AtLogin): Promise<void> {
  const begun = [...args, '--hidden']
  if (platform === 'linux') return inAutostart(wanted, join(configFolder, 'autostart'), [program, ...begun])
  if (platform !== 'win32') return app.setLoginItemSettings({ openAtLogin: wanted })
  // One folder up is what stays the same from version to version; Windows takes the words as they stand.
  const path = win32.join(win32.dirname(win32.dirname(program)), win32.basename(program))
  app.setLoginItemSettings({ openAtLogin: wanted, path, args: begun.map((arg) => `"${arg}"`) })
}

/** Electron knows of no Linux desktop's way; this one is what all of them read. */
async function inAutostart(wanted: boolean, folder: string, command: readonly string[]): Promise<void> {
  const file = join(folder, 'next-step-together.desktop')
  if (!wanted) return rm(file, { force: true })
  const lines = [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Next Step Together',
    `Exec=${command.map(inEntry).join(' ')}`,
    'Icon=next-step-together',
    'Terminal=false',
  ]
  await mkdir(folder, { recursive: true })
  await writeFile(file, `${lines.join('\n')}\n`)
}

/** Quoted as desktop entries have it: once for the command, once more for the line's own signs. */
const inEntry = (arg: string): string =>
  `"${arg.replaceAll(/["`$\\]/g, String.raw`\$&`)}"`.replaceAll('\\', '\\\\').replaceAll('%', '%%')

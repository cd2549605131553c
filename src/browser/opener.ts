import { spawn } from 'node:child_process'

type Machine = { readonly platform: string; readonly env: Readonly<Record<string, string | undefined>> }

/** What opens a file as the person's system does; null where there is no screen to open it on. */
export function openerOf({ platform, env }: Machine): string | null {
  // `explorer` and not `start`, which is a word of the shell and would read signs in the path.
  if (platform === 'win32') return 'explorer.exe'
  if (platform === 'darwin') return env['SSH_CONNECTION'] === undefined ? 'open' : null
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? 'xdg-open' : null
}

/** Whether the opener could be started; what it does then is its own affair. */
export async function openFile(opener: string, file: string): Promise<boolean> {
  const child = spawn(opener, [file], { detached: true, stdio: 'ignore' })
  return new Promise((resolve) => {
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}

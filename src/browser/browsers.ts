import { access, constants } from 'node:fs/promises'
import { posix, win32 } from 'node:path'

type Machine = { readonly platform: string; readonly env: Readonly<Record<string, string | undefined>> }

/** Those that can print without a window, the freest first; Firefox and Safari cannot. */
const ON_LINUX = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'brave-browser',
  'vivaldi',
  'microsoft-edge',
]
const ON_MAC = ['Chromium', 'Google Chrome', 'Brave Browser', 'Vivaldi', 'Microsoft Edge']
const ON_WINDOWS = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

/** Where a browser that can print may be on a machine. Only whole paths: never what lies in the folder one is in. */
export function placesOfBrowsers({ platform, env }: Machine): string[] {
  if (platform === 'win32') {
    const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => env[name] ?? [])
    return folders.flatMap((folder) => ON_WINDOWS.map((program) => win32.join(folder, program)))
  }
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(env['HOME'] ? [posix.join(env['HOME'], 'Applications')] : [])]
    return folders.flatMap((folder) => ON_MAC.map((name) => posix.join(folder, `${name}.app/Contents/MacOS/${name}`)))
  }
  const folders = [...(env['PATH'] ?? '').split(':'), '/usr/bin', '/snap/bin'].filter((folder) =>
    folder.startsWith('/'),
  )
  return ON_LINUX.flatMap((name) => [...new Set(folders)].map((folder) => posix.join(folder, name)))
}

/** The first that is there and may be run. */
export async function browserOn(machine: Machine): Promise<string | null> {
  for (const place of placesOfBrowsers(machine)) {
    const isThere = await access(place, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (isThere) return place
  }
  return null
}

import { join } from 'node:path'

type Machine = {
  readonly platform: string
  readonly home: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** The profile folder of the platform: where people's data is unless --data says otherwise. */
export function dataFolder({ platform, home, env }: Machine): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Next Step Together')
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Next Step Together')
  return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'next-step-together')
}

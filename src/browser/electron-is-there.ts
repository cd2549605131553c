import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Looks for Electron's program without loading its package, which would try to download it. */
export function electronIsThere(packageFolder: string, env: Readonly<Record<string, string | undefined>>): boolean {
  const given = env['ELECTRON_OVERRIDE_DIST_PATH']
  return existsSync(given || join(packageFolder, 'node_modules', 'electron', 'dist'))
}

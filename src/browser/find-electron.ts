import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Electron's program, if it is on this machine. Its package is not loaded, which would try to download it; `dist` and
 * `path.txt` are what that would leave.
 */
export function findElectron(
  packageFolder: string,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const electron = join(packageFolder, 'node_modules', 'electron')
  const dist = env['ELECTRON_OVERRIDE_DIST_PATH'] || join(electron, 'dist')
  const named = join(electron, 'path.txt')
  const program = join(dist, existsSync(named) ? readFileSync(named, 'utf8').trim() : 'electron')
  return existsSync(program) ? program : undefined
}

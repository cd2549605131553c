import { execFile } from 'node:child_process'
import { lutimes, readdir, rm } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'

/**
 * Makes the archive of a packaged folder anew, so that who packs the same gets the same bytes: its entries in one order, with
 * one time (`seconds` since 1970), and nothing of the person and machine that packed it.
 */
export async function zipTheSame(folder: string, archive: string, seconds: number): Promise<void> {
  const top = dirname(folder)
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = [folder, ...entries.map(({ parentPath, name }) => join(parentPath, name))]
  // Links too, and not what they lead to.
  for (const path of paths) await lutimes(path, seconds, seconds)
  const names = paths.map((path) => relative(top, path)).toSorted((a, b) => (a < b ? -1 : 1))
  await rm(archive, { force: true })
  // Times are kept as a clock on the wall shows them.
  const env = { ...process.env, TZ: 'UTC' }
  const zipping = promisify(execFile)('zip', ['-X', '-y', '-q', '-@', archive], { cwd: top, env })
  zipping.child.stdin?.end(`${names.join('\n')}\n`)
  await zipping
}

import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

let close = async (): Promise<void> => undefined

/**
 * The window is built once for all files of a run, by the first that asks at the socket that `NST_WINDOW` names; a run
 * in which none asks builds nothing. An answer is the folder of the built window, or empty where it cannot be built.
 */
export async function setup(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'nst-built-'))
  let built: Promise<string> | undefined
  const server = createServer((asking) => {
    asking.on('error', () => undefined)
    built ??= build(join(folder, 'window'))
    built.then(
      (root) => asking.end(root),
      (error: unknown) => {
        console.error(error)
        asking.end()
      },
    )
  })
  const socket = join(folder, 'socket')
  await new Promise<void>((resolve) => void server.listen(socket, resolve))
  process.env['NST_WINDOW'] = socket
  close = async () => {
    server.close()
    await built?.catch(() => undefined)
    await rm(folder, { recursive: true, force: true })
  }
}

export const teardown = async (): Promise<void> => close()

/** By a process of its own, since a test's environment would make another window of it. */
async function build(root: string): Promise<string> {
  const { NODE_ENV: _test, VITEST: _vitest, ...env } = process.env
  const args = ['build', '-c', at('renderer/vite.config.ts'), '--outDir', root, '--logLevel', 'warn']
  await promisify(execFile)(process.execPath, [at('node_modules/vite/bin/vite.js'), ...args], { env })
  return root
}

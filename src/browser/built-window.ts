import { readdir, readFile, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'

export type WindowFile = { readonly type: string; readonly bytes: Buffer }
/** By the path as it must be asked for, letter by letter. */
export type BuiltWindow = ReadonlyMap<string, WindowFile>

/** What the page's code replaces nowhere: it is put in anew for each answer. */
const NONCE_PLACE = '__CSP_NONCE__'

export const isPage = (file: WindowFile): boolean => file.type.startsWith('text/html')

export function withNonce(file: WindowFile, nonce: string | null): Buffer {
  return nonce === null ? file.bytes : Buffer.from(file.bytes.toString('utf8').replaceAll(NONCE_PLACE, nonce))
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}
/** Names that look the same in a URL and in a folder, and begin with no dot. */
const PLAIN = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/
const LARGEST = 16 * 1024 * 1024

/**
 * Reads the built window once. What is answered later is looked up in this list, by the very text that was asked for,
 * so that no path, however it is written, can lead out of the folder. Links are left out, to files and to folders.
 */
export async function readBuiltWindow(root: string): Promise<BuiltWindow> {
  const files = new Map<string, WindowFile>()
  await readInto(files, root, '/')
  const index = files.get('/index.html')
  if (index === undefined) throw new Error(`there is no index.html in ${root}`)
  return files.set('/', index)
}

/** The window as it was built last, also when it is built anew under a running program. */
export async function followBuiltWindow(root: string): Promise<() => Promise<BuiltWindow>> {
  const builtAt = async () => (await stat(join(root, 'index.html'))).mtimeMs
  let [at, files] = [await builtAt(), await readBuiltWindow(root)]
  return async () => {
    // While it is being built there is none; then the last one still serves.
    const now = await builtAt().catch(() => at)
    if (now !== at) [at, files] = [now, await readBuiltWindow(root).catch(() => files)]
    return files
  }
}

async function readInto(files: Map<string, WindowFile>, folder: string, path: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = join(folder, entry.name)
    const type = TYPES[extname(entry.name)]
    if (!PLAIN.test(entry.name)) continue
    if (entry.isDirectory()) await readInto(files, file, `${path}${entry.name}/`)
    else if (entry.isFile() && type !== undefined && (await stat(file)).size <= LARGEST)
      files.set(path + entry.name, { type, bytes: await readFile(file) })
  }
}

import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { diskError, NetworkError } from '../network-error.ts'

/** What makes a keeper, or a relay, the same one after a restart; in hex. Whoever has the seed can pass for it. */
export type KeeperIdentity = { readonly seed: string; readonly secret: string }

/** `newSecret`: from now on only who is told the new address gets in. Throws a NetworkError. */
export async function keeperIdentity(
  folder: string,
  newSecret: boolean,
  what: 'keeper' | 'relay' = 'keeper',
): Promise<KeeperIdentity> {
  const file = join(folder, `${what}.json`)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const known = await read(file, kindOf(what))
    if (known !== undefined && !newSecret) return known
    const made = { seed: known?.seed ?? randomBytes(32).toString('hex'), secret: randomBytes(16).toString('hex') }
    await write(file, JSON.stringify({ kind: kindOf(what), ...made }))
    return made
  } catch (error) {
    throw diskError(error, { file }) ?? error
  }
}

const kindOf = (what: 'keeper' | 'relay'): string => `nst ${what}/1`

async function read(file: string, wanted: string): Promise<KeeperIdentity | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  const damaged = () => new NetworkError('keeper-damaged', { file })
  try {
    const { kind, seed, secret } = JSON.parse(text) as Record<string, unknown>
    if (kind !== wanted || !isHex(seed, 32) || !isHex(secret, 16)) throw damaged()
    return { seed, secret }
  } catch {
    // A new one would be another keeper, which no circle knows.
    throw damaged()
  }
}

async function write(file: string, text: string): Promise<void> {
  const part = `${file}.part`
  const handle = await open(part, 'w', 0o600)
  try {
    await handle.writeFile(`${text}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(part, file)
}

const isHex = (value: unknown, size: number): value is string =>
  typeof value === 'string' && value.length === size * 2 && /^[0-9a-f]+$/.test(value)

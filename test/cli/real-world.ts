import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Backend, OpenBackend } from '../../src/api/node-port.ts'
import { adoptCopiedFolder, openBackend } from '../../src/backend.ts'
import { runCli } from '../../src/cli/run.ts'
import type { World } from '../../src/cli/world.ts'
import { verifyLine } from '../../src/domain/statements/verify.ts'
import { verifyCertificate } from '../../src/domain/certificates/verify.ts'
import { hashText, verifyText } from '../../src/log/crypto.ts'
import type { NodeOptions } from '../../src/node/node-options.ts'

export type Ran = { code: number; out: string; err: string; json: unknown; refused: string | undefined }
export type Run = (...argv: string[]) => Promise<Ran>

/** The real node under the command line, in this process: one folder, opened and closed by each command. */
export function inFolder(dir: string, node: Partial<NodeOptions> = {}, changed: Partial<World> = {}): Run {
  return async (...argv) => {
    const said = { out: '', err: '' }
    const warn = (message: string) => void (said.err += `nst: ${message}\n`)
    const world: World = {
      stdout: { write: (text) => (said.out += text) },
      stderr: { write: (text) => (said.err += text) },
      stdin: (async function* () {})(),
      cwd: dir,
      dataFolder: dir,
      version: '1.2.3',
      openBackend: async (folder, mayBegin) => openBackend(folder, { mayBegin, warn, ackInterval: 0, ...node }),
      adoptCopy: async (folder) => adoptCopiedFolder(folder, node.machine),
      print: async () => null,
      openKeeper: async () => ({ ok: false, refusal: { code: 'not-yet' } }),
      openRelay: async () => ({ ok: false, refusal: { code: 'not-yet' } }),
      isScreen: false,
      verifyStatement: (line) => verifyLine(line, { hash: hashText, verify: verifyText }),
      checkUpdate: async () => null,
      verifyCertificate: (text, circle) => verifyCertificate(text, { hash: hashText, verify: verifyText }, circle),
      signal: new AbortController().signal,
      now: () => Date.now(),
      pause: async (ms) => new Promise((resolve) => setTimeout(resolve, ms).unref()),
      ...changed,
    }
    const code = await runCli(argv, world)
    const json = jsonOf(said.out)
    const refused = (json as { refusal?: { code?: string } } | undefined)?.refusal?.code
    return { code, ...said, json, refused }
  }
}

/** A node that stays open between commands, as under `nst up`; much quicker where the opening is not what is tried. */
export async function keptOpen(dir: string): Promise<{ run: Run; backend: Backend }> {
  const opened = await openBackend(dir, { ackInterval: 0 })
  if (!opened.ok) throw new Error(opened.refusal.code)
  const again: OpenBackend = async () => ({ ok: true, value: { ...opened.value, close: async () => {} } })
  return { run: inFolder(dir, {}, { openBackend: again }), backend: opened.value }
}

/** What every file of a folder holds, by path; without the database's own diary, which grows at each opening. */
export async function contentsOf(dir: string): Promise<Record<string, string>> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('LOG'))
  const read = files.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name)
    return [
      path.slice(dir.length + 1),
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    ] as const
  })
  return Object.fromEntries(await Promise.all(read))
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { NodePort, OpenBackend } from '../../src/api/node-port.ts'
import { accept, refuse, type Outcome } from '../../src/domain/refusal.ts'
import { runCli } from '../../src/cli/run.ts'
import type { World } from '../../src/cli/world.ts'

export type Answers = Readonly<Record<string, unknown>>
export type Ran = { code: number; out: string; err: string; json: () => unknown }

/** A node that answers each procedure with what `answers` holds under its name, and remembers what it was asked. */
export function fakeNode(answers: Answers) {
  const asked: [procedure: string, input: unknown][] = []
  const handler = (procedure: string) => async (input: unknown, call: object) => {
    asked.push([procedure, input])
    const answer = answers[procedure]
    if (typeof answer === 'function')
      return (answer as (input: unknown, call: object) => Promise<Outcome<unknown>>)(input, call)
    return accept(answer)
  }
  const group = (name: string) => new Proxy({}, { get: (_target, member) => handler(`${name}.${String(member)}`) })
  const node = new Proxy({}, { get: (_target, name) => group(String(name)) }) as NodePort
  return { node, asked }
}

/** A folder, a node and the two streams; `run` is one command line in it. */
export function fakeWorld(answers: Answers = {}, changed: Partial<World> = {}) {
  const dir = mkdtempSync(join(tmpdir(), 'nst-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  // These are asked without being told to.
  const { node, asked } = fakeNode({
    'join.resume': { waiting: 0 },
    'network.findOthers': { circles: 0 },
    'member.notRead': { people: [] },
    ...answers,
  })
  const opened = { times: 0, open: 0 }
  const openBackend: OpenBackend = async () => {
    opened.times += 1
    opened.open += 1
    const close = async () => {
      opened.open -= 1
    }
    return accept({ commands: node, at: async () => refuse('no-such-person'), close })
  }
  const time = { now: 0 }
  const run = async (...argv: string[]): Promise<Ran> => {
    const said = { out: '', err: '' }
    const world: World = {
      stdout: { write: (text) => (said.out += text) },
      stderr: { write: (text) => (said.err += text) },
      stdin: (async function* () {})(),
      cwd: dir,
      dataFolder: dir,
      version: '1.2.3',
      openBackend,
      adoptCopy: async () => accept([]),
      print: async () => null,
      openKeeper: async () => ({ ok: false, refusal: { code: 'not-yet' } }),
      openRelay: async () => ({ ok: false, refusal: { code: 'not-yet' } }),
      isScreen: false,
      verifyStatement: () => ({ valid: false, why: 'changed' }),
      checkUpdate: async () => null,
      verifyCertificate: () => ({ valid: false, why: 'changed' }),
      signal: new AbortController().signal,
      now: () => time.now,
      pause: async (ms) => {
        // Only the waiting between two tries moves this clock; a closing that is quick is not waited for.
        time.now += ms
        await new Promise((resolve) => setImmediate(resolve))
      },
      ...changed,
    }
    const code = await runCli(argv, world)
    return { code, ...said, json: () => JSON.parse(said.out) as unknown }
  }
  return { dir, run, asked, opened, time, node, openBackend }
}

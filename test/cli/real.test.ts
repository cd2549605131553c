import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inFolder, type Ran } from './real-world.ts'

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts')
const PATIENCE_MS = 40_000

let dir = ''
let running: ChildProcess[] = []
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'nst-'))
})
afterEach(async () => {
  await Promise.all(running.map(async (child) => end(child, 'SIGINT')))
  running = []
  await rm(dir, { recursive: true, force: true })
})

/** One `nst` as a process of its own. */
function start(person: string, ...argv: string[]) {
  const child = spawn(process.execPath, [MAIN, '--data', join(dir, person), '--json', ...argv], { cwd: dir })
  running.push(child)
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text))
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...said }))
  return { child, said, ended }
}

/** A node of their own in a process of its own; the address it answers at. */
async function up(person: string) {
  const { child, said, ended } = start(person, 'up', '--listen', '127.0.0.1:0')
  while (!said.out.includes('\n')) {
    const closed = await Promise.race([once(child.stdout, 'data').then(() => undefined), ended])
    if (closed !== undefined) throw new Error(`up ended: ${closed.err}`)
  }
  return { child, address: (JSON.parse(said.out) as { address: string }).address }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const closed = once(child, 'close')
  child.kill(signal)
  await closed
}

/** A command in this process: over the socket to the node that is up, or, before that, on the folder itself. */
const ask = async (person: string, ...argv: string[]): Promise<Ran> =>
  inFolder(join(dir, person), {}, { cwd: dir })('--json', ...argv)

async function done(person: string, ...argv: string[]): Promise<Record<string, unknown>> {
  const ran = await ask(person, ...argv)
  expect({ argv, code: ran.code, err: ran.code === 0 ? '' : ran.err }).toEqual({ argv, code: 0, err: '' })
  return ran.json as Record<string, unknown>
}

/** Asks again until it is so; each answer comes from another process, so that this waits by itself. */
async function until<T>(asking: () => Promise<T>, isSo: (found: T) => boolean): Promise<T> {
  const deadline = AbortSignal.timeout(PATIENCE_MS)
  for (;;) {
    const found = await asking()
    if (isSo(found)) return found
    if (deadline.aborted) throw new Error(`not so: ${JSON.stringify(found)}`)
  }
}

type Request = { name: string; code: string }
const requests = async () => (await done('ana', 'invite', 'list', 'Garden')) as unknown as Request[]
const sundays = (person: string) => async () => done(person, 'proposal', 'show', 'Sundays')

test('three people with nothing but nst come to an agreement', async () => {
  const people = ['ana', 'ben', 'cleo']
  for (const name of people) await done(name, 'profile', 'create', '--name', name)
  await done('ana', 'circle', 'create', '--name', 'Garden', '--aim', 'grow')
  const { address } = await up('ana')

  // Ben waits until he is let in; Cleo asks, goes away, and is let in while her node is up.
  const [forBen, forCleo] = [
    await done('ana', 'invite', 'create', 'Garden'),
    await done('ana', 'invite', 'create', 'Garden'),
  ]
  const ben = ask('ben', 'join', String(forBen['invite']), '--wait', '40')
  expect(await done('cleo', 'join', String(forCleo['invite']))).toMatchObject({ state: 'waiting' })
  await up('cleo')
  const asking = await until(requests, (found) => found.length === 2)
  const codeOf = (name: string) => asking.find((one) => one.name === name)?.code ?? ''
  const confirm = ['invite', 'confirm', 'Garden']
  expect(await ask('ana', ...confirm, 'ben', '--code', codeOf('cleo'))).toMatchObject({ refused: 'wrong-code' })
  for (const name of ['ben', 'cleo']) await done('ana', ...confirm, name, '--code', codeOf(name))
  expect(await ben).toMatchObject({ code: 0, json: { state: 'joined', code: codeOf('ben') } })
  await up('ben')
  expect(await done('ben', 'connect', address)).toMatchObject({ connected: true })

  await writeFile(join(dir, 'idea.txt'), 'We open on Sundays.')
  await done(
    'ana',
    'proposal',
    'present',
    'Garden',
    '--title',
    'Sundays',
    '--text',
    'idea.txt',
    '--review',
    '2100-01-01',
  )
  await done('ana', 'round', 'open', 'Sundays')
  for (const name of ['ben', 'cleo'])
    await until(
      async () => ask(name, 'consent', 'Sundays'),
      ({ code }) => code === 0,
    )
  await until(sundays('ana'), ({ awaiting }) => (awaiting as string[]).length === 1)
  const early = await ask('ana', 'round', 'close', 'Sundays')
  expect(early).toMatchObject({ code: 3, refused: 'not-consented' })
  expect(early.err).toContain('missing: ana.')
  await done('ana', 'consent', 'Sundays')
  await done('ana', 'round', 'close', 'Sundays')

  for (const name of people) await until(sundays(name), ({ state }) => state === 'adopted')
  const circles = await Promise.all(people.map(async (name) => done(name, 'circle', 'show', 'Garden')))
  expect(new Set(circles.map(({ at, stateHash }) => `${String(at)} ${String(stateHash)}`)).size).toBe(1)
  expect(circles[0]).toMatchObject({ waiting: 0, stateHash: expect.any(String) as string })
})

test('24 words, once, on the screen and nowhere else', async () => {
  const made = await start('ana', 'profile', 'create', '--name', 'Ana').ended
  expect(made).toMatchObject({ code: 0 })
  expect(Object.keys(JSON.parse(made.out) as object)).toEqual(['person', 'device', 'name'])
  const lines = made.err.split('\n').filter((line) => line.startsWith('  '))
  expect(lines.join(' ').trim().split(/\s+/)).toHaveLength(24)
  const again = await ask('ana', 'profile', 'show')
  expect(again.out + again.err).not.toContain(lines[0]?.trim())
})

test('a second node on a folder is told so; a killed one leaves the folder free and whole', async () => {
  await done('ana', 'profile', 'create', '--name', 'Ana')
  const { child } = await up('ana')
  expect(await ask('ana', 'up')).toMatchObject({ code: 3, refused: 'store-busy' })
  await done('ana', 'circle', 'create', '--name', 'Garden', '--aim', 'grow')

  // Whoever waits through a node that is killed is told so, and does not wait on.
  await done('ben', 'profile', 'create', '--name', 'Ben')
  await done('ben', 'circle', 'create', '--name', 'Kitchen', '--aim', 'cook')
  const waiting = ask(
    'ana',
    'join',
    String((await done('ben', 'invite', 'create', 'Kitchen'))['invite']),
    '--wait',
    '40',
  )
  await until(
    async () => done('ana', 'join', '--list'),
    (joins) => (joins as unknown as unknown[]).length === 1,
  )
  await end(child, 'SIGKILL')
  expect(await waiting).toMatchObject({ code: 1, err: expect.stringContaining('has ended meanwhile') as string })
  expect(await done('ana', 'circle', 'list')).toMatchObject([{ name: 'Garden' }])
})

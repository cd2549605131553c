import { spawn } from 'node:child_process'
import { homedir } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import packageJson from '../package.json' with { type: 'json' }
import { openBackend } from './backend.ts'
import { askRunning } from './browser/already-running.ts'
import { findElectron } from './browser/find-electron.ts'
import { writeLaunchFile } from './browser/launch-file.ts'
import { openerOf, openFile } from './browser/opener.ts'
import { runProgram, type RunningProgram } from './browser/run-program.ts'
import { startOptions, USAGE, type StartOptions } from './browser/start-options.ts'
import { dataFolder } from './cli/data-folder.ts'
import { openNode } from './cli/reach.ts'
import { Refused, Stopped } from './cli/stopping.ts'
import { wordsFor } from './cli/words.ts'
import { randomBytes } from './log/crypto.ts'

const [DONE, BROKE, USAGE_WRONG, REFUSED] = [0, 1, 2, 3]
const PARENT_EVERY_MS = 500
const { platform, env } = process
/** This file is built to `dist/start.js`, beside the built window. */
const beside = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const say = (text: string) => void process.stdout.write(`${text}\n`)
const warn = (text: string) => void process.stderr.write(`nst: ${text}\n`)

/** The first Ctrl-C asks to end, the second insists. */
const stop = new AbortController()
const end = () => {
  if (stop.signal.aborted) process.exit(BROKE)
  stop.abort()
}
process.on('SIGINT', end)
process.on('SIGTERM', end)
process.on('SIGHUP', end)
// `kill` reaches npm and the shell below it, and that does not pass it on: what began this ends it by being gone.
const parent = process.ppid
const beganHere = () => process.env['npm_lifecycle_event'] === undefined || process.ppid === parent
setInterval(() => beganHere() || stop.abort(), PARENT_EVERY_MS).unref()
// Whoever read this went; that is no reason to end.
process.stdout.on('error', () => undefined)

async function main(): Promise<number> {
  const options = startOptions(process.argv.slice(2), dataFolder({ platform, home: homedir(), env }))
  if (options === undefined) {
    say(USAGE)
    return USAGE_WRONG
  }
  say(`Next Step Together ${packageJson.version}. Your circles are kept in ${options.data}`)
  const running = await askRunning(options.data)
  if (running === undefined) {
    const electron = options.open ? findElectron(beside('..'), env) : undefined
    if (electron !== undefined && (await runInElectron(electron, options))) return DONE
    return serve(options)
  }
  if (running.link === null) {
    say('A node is up on this folder already, perhaps by “nst up” in another terminal. End it there with Ctrl-C,')
    say('then run this again.')
    return REFUSED
  }
  say('It runs already, in another terminal. This link leads to it:')
  await show(running.link, options)
  return DONE
}

async function serve(options: StartOptions): Promise<number> {
  const program = await open(options)
  try {
    say('It opens in your own browser.')
    await show(program.newLink().link, options)
    say('It runs until you press Ctrl-C here, or end it in its window. For a new link, run this again.')
    await aborted(AbortSignal.any([stop.signal, program.asked]))
    say('Ending…')
    return DONE
  } finally {
    await program.close()
  }
}

/** True when its window ran and was ended; false where it could not begin, and the browser is to take its place. */
async function runInElectron(electron: string, { data }: StartOptions): Promise<boolean> {
  say('It opens in a window of its own, and runs until you quit it there.')
  const child = spawn(electron, [beside('..'), '--data', data], { stdio: 'inherit' })
  stop.signal.addEventListener('abort', () => child.kill(), { once: true })
  const ended = await new Promise<number | null>((resolve) => {
    child.once('exit', resolve)
    child.once('error', () => resolve(BROKE))
  })
  if (ended !== DONE && !stop.signal.aborted) say('Electron did not run on this machine.')
  return ended === DONE || stop.signal.aborted
}

async function open({ data, port }: StartOptions): Promise<RunningProgram> {
  const world = { signal: stop.signal, now: () => Date.now(), pause: async (ms: number) => pause(ms) }
  return runProgram({
    dataFolder: data,
    root: beside('window'),
    version: packageJson.version,
    port,
    openNode: async (program) =>
      openNode(data, { ...world, openBackend: async (dir) => openBackend(dir, { program, asksAboutCopies: true }) }),
    clock: () => Date.now(),
    chance: randomBytes,
    warn,
  })
}

async function show(link: string, { data, open }: StartOptions): Promise<void> {
  const opener = open ? openerOf({ platform, env }) : null
  const opened = opener !== null && (await openFile(opener, await writeLaunchFile(data, link)))
  say(
    opened
      ? 'Your browser is being opened. If it does not come, open this link in it:'
      : 'Open this link in a browser on this machine:',
  )
  say(`\n  ${link}\n\nIt lets one window in, once, within ten minutes. Give it to nobody.`)
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
}

function tell(error: unknown): number {
  if (error instanceof Stopped) return BROKE
  if (error instanceof Refused) {
    say(wordsFor(error.refusal))
    return REFUSED
  }
  const { code, message } = error as NodeJS.ErrnoException
  say(code === 'EADDRINUSE' ? 'Another program uses that port. Choose another with --port, or leave it out.' : message)
  return BROKE
}

const code = await main().catch(tell)
process.stdout.write('', () => process.exit(code))

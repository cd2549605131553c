import packageJson from '../package.json' with { type: 'json' }
import { Handed } from '../src/api/handed.ts'
import { laterPort } from '../src/api/later-port.ts'
import { serveLocalSocket } from '../src/api/local-socket.ts'
import type { Backend, NodePort } from '../src/api/node-port.ts'
import { createRouter } from '../src/api/router.ts'
import { servePort } from '../src/api/server.ts'
import { openBackend } from '../src/backend.ts'
import { accept, refuse, type Outcome } from '../src/domain/refusal.ts'
import { parentHere } from './parent.ts'
import { FIRST_SETTINGS, type ShellSettings } from './talk.ts'
import { followWhatWaits } from './what-waits.ts'

/** Another program on the same folder, `nst up` perhaps, may end. */
const LOOK_AGAIN_MS = 5_000
/** Time for an answer to leave before the program ends. */
const ANSWERING_MS = 100

const [, , dataFolder = ''] = process.argv
const parent = parentHere()
const ending = new AbortController()
const warn = (message: string) => void process.stderr.write(`nst: ${message}\n`)

let settings: ShellSettings = FIRST_SETTINGS
let changed: () => void = () => undefined
let backend: Backend | undefined
/** The shell has one window: whoever it is handed to has all of them. */
const THE_WINDOW = 'window'
const handed = new Handed()
let closeSocket: () => Promise<void> = async () => undefined

/** The program as the window and the command line have it. */
const program: NodePort['program'] = {
  info: async () =>
    accept({
      version: packageJson.version,
      mode: 'electron',
      dataFolder,
      node: process.versions.node,
      at: handed.at(THE_WINDOW),
    }),
  hand: async ({ beside }) => {
    const done = await handed.hand(THE_WINDOW, beside, async (one) => backend?.at(one) ?? refuse('no-profile'))
    return done.ok ? accept({}) : done
  },
  windows: async () => accept([]),
  endWindow: async () => accept({ ended: 0 }),
  openWindow: async () => refuse('not-yet', { what: 'A window in a browser' }),
  shell: async () => accept(settings),
  setShell: async ({
    keepsInStep = settings.keepsInStep,
    opensAtLogin = settings.opensAtLogin,
    tells = settings.tells,
  }) => {
    settings = { keepsInStep, opensAtLogin, tells }
    parent.tell({ type: 'settings', settings })
    changed()
    return accept(settings)
  },
  // Checked again now: what lay there since may have been changed.
  install: async ({ file }) => {
    const prepared = await backend?.commands.update.prepare(file === undefined ? {} : { file }, {})
    if (prepared === undefined) return refuse('no-profile')
    if (!prepared.ok) return prepared
    parent.tell({ type: 'install', file: prepared.value.installer })
    return accept({})
  },
  stop: async () => {
    setTimeout(() => parent.tell({ type: 'quit' }), ANSWERING_MS)
    return accept({})
  },
}

async function open(): Promise<Outcome<Backend>> {
  const hosted = { asksAboutCopies: true, warn, program: (tell: () => void) => ((changed = tell), program) }
  const opened = await openBackend(dataFolder, hosted)
  if (!opened.ok) return opened
  backend = opened.value
  // As each circle's switch says; a new one says nobody.
  await backend.commands.network.findOthers({ lan: false }, {})
  const local = await serveLocalSocket(dataFolder, createRouter(backend.commands, fault))
  if (local.ok) closeSocket = local.value.close
  else warn(`the command line cannot reach this program: ${JSON.stringify(local.refusal)}`)
  followWhatWaits(backend.commands, (items) => parent.tell({ type: 'waiting', items }), ending.signal).catch(
    (broke: unknown) => fault(broke, 'what waits'),
  )
  return opened
}

const fault = (broke: unknown, procedure: string) => warn(`${procedure} broke: ${String(broke)}`)

const nodeOf = (owners: NodePort): NodePort => {
  const theirs = handed.portOf(THE_WINDOW)
  return theirs === undefined ? owners : { ...theirs, program }
}

/** What the pages ask: the node, or what says why there is none until there is. */
async function begin(): Promise<NodePort> {
  const opened = await open()
  if (opened.ok) return opened.value.commands
  const later = laterPort(opened.refusal, {
    'program.info': program.info as never,
    'program.stop': program.stop as never,
  })
  if (opened.refusal.code === 'store-busy') lookAgain(later.opens)
  return later.port
}

function lookAgain(opens: (node: NodePort) => void): void {
  const look = async () => {
    if (ending.signal.aborted) return
    const opened = await open().catch(() => ({ ok: false as const }))
    if (opened.ok) opens(opened.value.commands)
    else lookAgain(opens)
  }
  setTimeout(() => void look(), LOOK_AGAIN_MS)
}

async function end(): Promise<void> {
  ending.abort()
  await closeSocket().catch(() => undefined)
  await backend?.close()
  process.exit(0)
}

const port = begin()
parent.onGone(() => void end())
parent.onMessage((message, channel) => {
  if (message.type === 'connect' && channel !== undefined)
    void port.then((node) => servePort(createRouter(nodeOf(node), fault), channel))
  if (message.type === 'settings') {
    ;({ settings } = message)
    changed()
  }
  if (message.type === 'suspend' || message.type === 'resume')
    backend?.sleep?.(message.type === 'suspend').catch((broke: unknown) => fault(broke, message.type))
  if (message.type === 'stop') void end()
})
port.then(
  () => parent.tell({ type: 'ready' }),
  (broke: unknown) => {
    warn(String(broke))
    process.exit(1)
  },
)

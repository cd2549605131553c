import { serveLocalSocket } from '../api/local-socket.ts'
import { Handed } from '../api/handed.ts'
import type { Backend, HostProgram } from '../api/node-port.ts'
import { createRouter } from '../api/router.ts'
import { removeLaunchFile } from './launch-file.ts'
import { LIMITS, type Limits } from './limits.ts'
import { browserProgram, type BrowserProgram } from './program.ts'
import { openWindowServer } from './window-server.ts'
import { Windows } from './windows.ts'

export type RunOptions = {
  readonly dataFolder: string
  /** The folder of the built window. */
  readonly root: string
  readonly version: string
  readonly port?: number
  /** Opens the node; the program it is in answers as it is given. */
  readonly openNode: (program: HostProgram) => Promise<Backend>
  readonly clock: () => number
  readonly chance: (size: number) => Uint8Array
  readonly warn: (message: string) => void
  readonly limits?: Limits
}
export type RunningProgram = {
  readonly origin: string
  readonly newLink: BrowserProgram['newLink']
  /** Aborted when somebody asked the program, in a window or by the command line, to end. */
  readonly asked: AbortSignal
  /** Gives back the port, the socket and the store. */
  readonly close: () => Promise<void>
}

/** Time for an answer to leave before what it leaves by is closed. */
const ANSWERING_MS = 100

/**
 * A node with windows in the person's browser, and reachable by the command line at the same time. Throws where the
 * node cannot be opened, the port is taken, or nothing is built; then everything is closed again.
 */
export async function runProgram(options: RunOptions): Promise<RunningProgram> {
  const { dataFolder, root, version, openNode, clock, chance, warn, limits = LIMITS, port = 0 } = options
  const asked = new AbortController()
  const closing: (() => Promise<void>)[] = []
  const close = async () => {
    for (const one of closing.splice(0)) await one().catch((fault: unknown) => warn(`closing: ${String(fault)}`))
  }
  let changed = () => {}
  const windows = new Windows({ clock, chance, limits, changed: () => changed() })
  const program: BrowserProgram = {
    version,
    dataFolder,
    windows,
    newLink: () => server.newLink(),
    at: (window) => handed.at(window),
    hand: async (window, beside) => handed.hand(window, beside, backend.at),
    stop: () => void setTimeout(() => asked.abort(), ANSWERING_MS),
  }
  const handed = new Handed()
  let backend: Backend
  let server: Awaited<ReturnType<typeof openWindowServer>>
  try {
    backend = await openNode((tell) => {
      changed = tell
      return browserProgram(program, null)
    })
    const { commands } = backend
    closing.unshift(backend.close)
    // As each circle's switch says; a new one says nobody. A copied folder refuses, until it is a device of its own.
    await commands.network.findOthers({ lan: false }, {})
    const broke = (fault: unknown, procedure: string) => warn(`${procedure} broke: ${String(fault)}`)
    const router = (asking: string | null) => {
      const port = handed.portOf(asking) ?? commands
      return createRouter({ ...port, program: browserProgram(program, asking) }, broke)
    }
    const routerAt = async (beside: string) => {
      const port = await backend.at(beside)
      return port.ok ? createRouter(port.value, broke) : undefined
    }
    server = await openWindowServer({ root, port, windows, routerFor: router, clock, limits })
    closing.unshift(server.close, () => removeLaunchFile(dataFolder))
    const local = await serveLocalSocket(dataFolder, router(null), { routerAt })
    // Windows has no such sockets, and some folders' names are too long for one: the window does without.
    if (local.ok) closing.unshift(local.value.close)
    else warn(`the command line cannot reach this program: ${JSON.stringify(local.refusal)}`)
    return { origin: server.origin, newLink: program.newLink, asked: asked.signal, close }
  } catch (error) {
    await close()
    throw error
  }
}

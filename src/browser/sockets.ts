import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Channel } from '../api/ports.ts'
import type { ApiRouter } from '../api/router.ts'
import { serveSocket } from '../api/server.ts'
import { hostAsked, isFromOurPage } from './gate.ts'
import type { Limits } from './limits.ts'
import { refuseSocket } from './pages.ts'
import { rateLimit } from './rate.ts'
import { shortUserAgent } from './user-agent.ts'
import { ENDED, LAUNCH_PATH, PROTOCOL, RPC_PATH, TOKEN_PREFIX } from './wire.ts'
import type { Window, Windows } from './windows.ts'

const [GOING_AWAY, TOO_MUCH] = [1001, 1008]

export type SocketsOptions = {
  readonly hosts: ReadonlySet<string>
  readonly windows: Windows
  /** The API as one window has it; called with its id. */
  readonly routerFor: (window: string) => ApiRouter
  readonly mayAsk: () => boolean
  readonly clock: () => number
  readonly limits: Limits
}

/** The one privileged door: WebSockets of pages of ours that hold a token. */
export class Sockets {
  readonly #options: SocketsOptions
  readonly #sockets: WebSocketServer

  constructor(options: SocketsOptions) {
    this.#options = options
    const { payload } = options.limits
    const handleProtocols = () => PROTOCOL
    this.#sockets = new WebSocketServer({
      noServer: true,
      perMessageDeflate: false,
      maxPayload: payload,
      handleProtocols,
    })
    this.#sockets.on('wsClientError', (_error, socket) => refuseSocket(socket, 400))
  }

  /** For an HTTP server's `upgrade` event. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy())
    const { hosts, mayAsk, windows, limits } = this.#options
    const host = hostAsked(request, hosts)
    if (host === null || !isFromOurPage(request, host)) return refuseSocket(socket, 403)
    if (request.method !== 'GET') return refuseSocket(socket, 405)
    if (request.url !== RPC_PATH && request.url !== LAUNCH_PATH) return refuseSocket(socket, 404)
    if (!mayAsk()) return refuseSocket(socket, 429)
    const token = tokenOf(request)
    if (token === undefined) return refuseSocket(socket, 403)
    if (request.url === LAUNCH_PATH) {
      const own = windows.letIn(token, shortUserAgent(request.headers['user-agent']))
      if (own === undefined) return refuseSocket(socket, 403)
      return this.#open(request, socket, head, (open) => handOver(open, own, limits.goodbye))
    }
    const window = windows.find(token)
    if (window === undefined) return refuseSocket(socket, 403)
    if (window.cuts.size >= limits.socketsPerWindow) return refuseSocket(socket, 429)
    this.#open(request, socket, head, (open) => this.#serve(open, window))
  }

  /** Tells each page that the program goes, and cuts off those that do not go along. */
  async close(): Promise<void> {
    const open = [...this.#sockets.clients]
    const closed = open.map((one) => new Promise((resolve) => one.once('close', resolve)))
    for (const one of open) leave(one, GOING_AWAY, this.#options.limits.goodbye)
    await Promise.all(closed)
    this.#sockets.close()
  }

  #open(request: IncomingMessage, socket: Duplex, head: Buffer, use: (open: WebSocket) => void): void {
    this.#sockets.handleUpgrade(request, socket, head, (open) => {
      // An oversized or broken frame is an error event first; unheard, it would end the process.
      open.on('error', () => open.terminate())
      use(open)
    })
  }

  #serve(open: WebSocket, window: Window): void {
    const { windows, routerFor, limits } = this.#options
    const gone = windows.arrived(window, () => leave(open, ENDED, limits.goodbye))
    open.once('close', gone)
    serveSocket(routerFor(window.id), this.#guarded(open, window))
  }

  /** The socket, as long as its window may speak, and not faster than it may. */
  #guarded(open: WebSocket, window: Window): Channel {
    const { windows, clock, limits } = this.#options
    const maySpeak = rateLimit(limits.messages, clock)
    const listen = (event: string, listener: (event: unknown) => void) => {
      if (event !== 'message') return open.addEventListener(event as 'close', listener)
      open.addEventListener('message', (message) => {
        // Closing takes until the other end agrees; what it still sends does not count any more.
        if (window.isEnded || open.readyState !== open.OPEN) return
        if (!maySpeak()) return leave(open, TOO_MUCH, limits.goodbye)
        windows.seen(window)
        listener(message)
      })
    }
    return { send: open.send.bind(open), addEventListener: listen }
  }
}

function handOver(open: WebSocket, token: string, goodbye: number): void {
  open.send(JSON.stringify({ token }))
  leave(open, 1000, goodbye)
}

function leave(open: WebSocket, code: number, goodbye: number): void {
  open.close(code)
  const cut = setTimeout(() => open.terminate(), goodbye)
  open.once('close', () => clearTimeout(cut))
}

/** The token, where exactly one stands beside our subprotocol. */
function tokenOf({ headers }: IncomingMessage): string | undefined {
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((one) => one.trim())
  const [token, ...more] = offered.filter((one) => one.startsWith(TOKEN_PREFIX))
  return offered.includes(PROTOCOL) && more.length === 0 ? token?.slice(TOKEN_PREFIX.length) : undefined
}

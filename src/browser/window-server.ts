import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { followBuiltWindow } from './built-window.ts'
import { LIMITS, type Limits } from './limits.ts'
import { answerPages, refuseSocket } from './pages.ts'
import { rateLimit } from './rate.ts'
import { Sockets, type SocketsOptions } from './sockets.ts'
import { LAUNCH_FRAGMENT } from './wire.ts'

/** This machine alone. No option says otherwise. */
const HERE = '127.0.0.1'
const HERE_TOO = '::1'

export type WindowServerOptions = Pick<SocketsOptions, 'windows' | 'routerFor'> & {
  /** The folder of the built window, with its index.html. */
  readonly root: string
  /** 0, and so by default: one that is free. */
  readonly port?: number
  readonly clock: () => number
  readonly limits?: Limits
}
export type WindowServer = {
  readonly origin: string
  /** An address that lets one window in, once, until then. */
  readonly newLink: () => { readonly link: string; readonly until: number }
  /** Says goodbye to every page and gives the port back. */
  readonly close: () => Promise<void>
}

/** Serves the built window and the API to browsers on this machine. Throws where the port is taken or nothing is built. */
export async function openWindowServer(options: WindowServerOptions): Promise<WindowServer> {
  const { root, windows, routerFor, clock, port = 0, limits = LIMITS } = options
  const built = await followBuiltWindow(root)
  const hosts = new Set<string>()
  const mayAsk = rateLimit(limits.requests, clock)
  const sockets = new Sockets({ hosts, windows, routerFor, mayAsk, clock, limits })
  const pages = answerPages({ hosts, built, longestUrl: limits.url, mayAsk })
  const open = async (address: string, at: number) => listen(server(pages, sockets, limits), address, at)
  const first = await open(HERE, port)
  const bound = (first.address() as AddressInfo).port
  hosts.add(`${HERE}:${bound}`)
  // Where there is no IPv6, or another has that port of it, nobody is led there.
  const second = await open(HERE_TOO, bound).catch(() => undefined)
  if (second !== undefined) hosts.add(`[${HERE_TOO}]:${bound}`)
  const origin = `http://${HERE}:${bound}`
  return {
    origin,
    newLink() {
      const { token, until } = windows.newLink()
      return { link: `${origin}/${LAUNCH_FRAGMENT}${token}`, until }
    },
    async close() {
      const closed = [first, second].map(stopListening)
      await sockets.close()
      await Promise.all(closed)
    },
  }
}

function server(pages: ReturnType<typeof answerPages>, sockets: Sockets, limits: Limits): Server {
  const http = createServer({
    maxHeaderSize: limits.headers,
    headersTimeout: limits.headersTime,
    requestTimeout: limits.requestTime,
    keepAliveTimeout: limits.keepAlive,
    connectionsCheckingInterval: limits.checkEvery,
    requireHostHeader: false,
  })
  http.maxConnections = limits.connections
  http.maxHeadersCount = limits.headerCount
  http.on('request', pages)
  // Otherwise Node would answer these two by itself, without our headers.
  http.on('checkContinue', pages)
  http.on('checkExpectation', pages)
  http.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head))
  http.on('connect', (_request, socket) => refuseSocket(socket, 405))
  http.on('clientError', (error: NodeJS.ErrnoException, socket) => refuseSocket(socket, statusOf(error)))
  return http
}

function statusOf({ code }: NodeJS.ErrnoException): number {
  if (code === 'HPE_HEADER_OVERFLOW') return 431
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400
}

async function listen(http: Server, address: string, port: number): Promise<Server> {
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen({ host: address, port, ipv6Only: address === HERE_TOO, exclusive: true }, () => {
      http.off('error', reject)
      resolve()
    })
  })
  return http
}

async function stopListening(http: Server | undefined): Promise<void> {
  if (http === undefined) return
  const closed = new Promise<void>((resolve) => http.close(() => resolve()))
  http.closeAllConnections()
  await closed
}
